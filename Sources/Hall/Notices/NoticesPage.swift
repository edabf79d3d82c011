import Ledger
import STIX
import Storage
import Web

extension HallDomain {
    /// What people are told, and how; each stands in a file of its own.
    var noticeEndpoints: [Endpoint] {
        [
            get(.notices, "What somebody must know and has not seen, and what they have.") { try await $0.notices() },
            post(.notices, "Somebody has seen a notice, or all of them.") { try await $0.seeNotices() },
            get(.noticeWays, "By which ways somebody is told, when, and of what.") { try await $0.noticeWays() },
            post(.noticeWays, "Enters a way by which somebody is told.") { try await $0.addNoticeWay() },
            post(.noticeWay, "Tries a way, or takes it away.") { try await $0.changeNoticeWay() },
            post(.noticeSettings, "Says in which language and hours somebody is told, and of what not.") {
                try await $0.changeNoticeSettings()
            },
            post(.noticeWatch, "Says of which collections somebody is told.") { try await $0.watchCollections() },
            get(.noticeLetters, "Where whoever reads letters at an address agrees to them, or ends them.") {
                try await $0.noticeLetters()
            },
            post(.noticeLetters, "Agrees to letters, or ends them at once (RFC 8058).") {
                try await $0.changeNoticeLetters()
            },
        ]
    }
}

/// What somebody must know, as their page shows it.
struct NoticesModel: Sendable {
    struct Row: Sendable, Hashable {
        let number: Int
        let sentence: String
        let urgency: Urgency
        /// Where they can act; nil where they may not go there any more.
        let place: String?
        let made: Moment
        let times: Int
        let told: Moment?
    }

    let unseen: [Row]
    let seen: [Row]
    /// When what is shown happened last: what comes after that is not seen by whoever looks at this page.
    let moment: Int64
    /// How many there are that are not seen, shown or not.
    let count: Int
    let isDone: Bool
}

extension Visit<HallDomain> {
    func notices() async throws -> Answer {
        let person = try inPerson()
        let table = NoticeTable(ledger)
        let (unseen, seen) = try await table.notices(of: person.account)
        let readable = Set(try await reader.collections().map(\.id))
        func row(_ notice: Notice) -> NoticesModel.Row {
            // Of what they don't read any more they see that there was something.
            let mayKnow = notice.collection.map(readable.contains) ?? true
            return NoticesModel.Row(
                number: notice.number,
                sentence: domain.notices.sentence(notice, in: request.language, isNamed: mayKnow),
                urgency: notice.urgency, place: mayKnow ? notice.place : nil, made: Moment(notice.made.description),
                times: notice.times, told: notice.told.map { Moment($0.description) })
        }
        let model = NoticesModel(
            unseen: unseen.map(row), seen: seen.map(row),
            moment: unseen.map(\.made.microseconds).max() ?? 0, count: try await table.unseen(person.account),
            isDone: request.query["done"] != nil)
        return answer(model.page)
    }

    func seeNotices() async throws -> Answer {
        let person = try inPerson()
        let form = request.form
        let numbers = try form.required("numbers").split(separator: " ").prefix(NoticeTable.mostShown).compactMap {
            Int($0)
        }
        guard let moment = Int64(try form.required("moment")) else { throw Problem.badRequest(parameter: "moment") }
        try await NoticeTable(ledger).see(numbers, asOf: Timestamp(clamping: moment), of: person.account)
        return .redirect(to: Address.notices.href(with: [("done", "1")]))
    }
}
