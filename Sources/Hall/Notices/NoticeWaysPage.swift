import Ledger
import Outside
import STIX
import Storage
import Web

/// How somebody is told, as their page shows it.
struct NoticeWaysModel: Sendable {
    struct Way: Sendable, Hashable {
        let id: String
        let kind: NoticeWay.Kind
        let place: String
        let least: Urgency
        let isAgreed: Bool
        let told: Moment?
        let problem: String?
    }

    struct Choice: Sendable, Hashable {
        let value: String
        let title: String
        let isChosen: Bool
    }

    let ways: [Way]
    let settings: NoticeSettings
    let kinds: [Choice]
    let collections: [Choice]
    /// What was just done, or went wrong.
    let outcome: Outcome?
    /// What somebody typed that can't be taken.
    let typed: Typed?

    enum Outcome: Sendable, Hashable {
        case done
        case failed(NoticeError.Code)
    }

    struct Typed: Sendable, Hashable {
        var place = ""
        var least = Urgency.digest
        var zone: String?
        var quietFrom: String?
        var quietUntil: String?
        var digest: String?
    }
}

/// What signs the messages of a webhook; only one page ever shows it.
struct WebhookSecretModel: Sendable {
    let place: String
    let secret: String
}

extension Visit<HallDomain> {
    func noticeWays() async throws -> Answer {
        let person = try inPerson()
        let outcome: NoticeWaysModel.Outcome? = request.query["done"] == nil ? nil : .done
        return try await waysPage(person, outcome)
    }

    private func waysPage(
        _ person: Person, _ outcome: NoticeWaysModel.Outcome?, typed: NoticeWaysModel.Typed? = nil,
        status: Int = 200
    ) async throws -> Answer {
        let table = NoticeTable(ledger)
        let settings = try await table.settings(of: person.account)
        let watched = try await table.watched(by: person.account)
        let collections = try await reader.collections()
        let language = request.language
        let model = NoticeWaysModel(
            ways: try await table.ways(of: person.account).map {
                NoticeWaysModel.Way(
                    id: $0.id, kind: $0.kind, place: $0.words, least: $0.least, isAgreed: $0.confirmed != nil,
                    told: $0.told.map { Moment($0.description) }, problem: $0.problem)
            },
            settings: settings,
            kinds: domain.notices.all.filter(\.canBeMuted).map {
                .init(value: $0.kind, title: $0.title(language), isChosen: settings.muted.contains($0.kind))
            },
            collections: collections.map {
                .init(value: $0.id, title: $0.title, isChosen: watched.contains($0.id))
            }, outcome: outcome, typed: typed)
        var answer = answer(model.page)
        answer.status = status
        return answer
    }

    /// A way that can't be entered is told on the page, with what was typed.
    func addNoticeWay() async throws -> Answer {
        let person = try inPerson()
        let text = try request.form.required("place").trimmingSpaces
        let least = request.form["least"].flatMap(Urgency.init(word:)) ?? .digest
        do {
            let (way, signing) = try await domain.addWay(.entered(text), for: person.account, least: least)
            guard let signing else { return .redirect(to: Address.noticeWays.href(with: [("done", "1")])) }
            return once(.noticeWays, WebhookSecretModel(place: way.words, secret: signing).page)
        } catch let error as NoticeError {
            return try await waysPage(
                person, .failed(error.code), typed: .init(place: text, least: least), status: 422)
        }
    }

    func changeNoticeWay() async throws -> Answer {
        let person = try inPerson()
        let id = try request.value(.uuid)
        do {
            switch request.form["do"] {
            case "try": try await domain.tryWay(id, of: person.account)
            case "remove": try await domain.removeWay(id, of: person.account)
            default: throw Problem.badRequest(parameter: "do")
            }
        } catch let error as NoticeError where error.code == .unknownWay {
            throw Problem.notFound
        }
        return .redirect(to: Address.noticeWays.href(with: [("done", "1")]))
    }

    func changeNoticeSettings() async throws -> Answer {
        let person = try inPerson()
        let form = request.form
        var settings = try await NoticeTable(ledger).settings(of: person.account)
        settings.language = form["language"].flatMap(Language.init(rawValue:)) ?? settings.language
        settings.muted = Set(form.all("muted")).intersection(domain.notices.all.filter(\.canBeMuted).map(\.kind))
        let typed = NoticeWaysModel.Typed(
            zone: form["zone"] ?? "", quietFrom: form["quiet-from"] ?? "", quietUntil: form["quiet-until"] ?? "",
            digest: form["digest"] ?? "")
        do {
            settings.hours = try Self.hours(typed)
        } catch let error as NoticeError {
            return try await waysPage(person, .failed(error.code), typed: typed, status: 422)
        }
        try await domain.keep(settings, of: person.account)
        return .redirect(to: Address.noticeWays.href(with: [("done", "1")]))
    }

    private static func hours(_ typed: NoticeWaysModel.Typed) throws -> NoticeHours {
        let zone = (typed.zone ?? "").trimmingSpaces
        guard let digest = TimeOfDay.minutes(typed.digest ?? "") else {
            throw NoticeError(.badTime, "a time of day is HH:MM")
        }
        var quiet: NoticeHours.Quiet?
        switch (typed.quietFrom ?? "", typed.quietUntil ?? "") {
        case ("", ""): break
        case (let from, let until):
            guard let from = TimeOfDay.minutes(from), let until = TimeOfDay.minutes(until),
                let hours = NoticeHours.Quiet(from: from, until: until)
            else { throw NoticeError(.badTime, "quiet hours go from one time of day to another") }
            quiet = hours
        }
        guard let hours = NoticeHours(zone: zone.isEmpty ? "UTC" : zone, quiet: quiet, digest: digest) else {
            throw NoticeError(.badZone, "there is no such time zone")
        }
        return hours
    }

    func watchCollections() async throws -> Answer {
        let person = try inPerson()
        let readable = Set(try await reader.collections().map(\.id))
        try await NoticeTable(ledger).watch(
            Set(request.form.all("collection")), of: readable, by: person.account)
        return .redirect(to: Address.noticeWays.href(with: [("done", "1")]))
    }
}

extension String {
    /// What people paste has spaces around it.
    fileprivate var trimmingSpaces: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
