import Foundation
import Hall
import Ledger
import Outside
import STIX
import Storage
import Web
import Work

/// Sends the periodical: on Monday morning each reader's issue becomes a row of work of its own.
struct PeriodicalSending: WorkHandler {
    static let kind = "periodical"
    /// The row that begins an issue.
    private static let all = "all"
    let door: Door

    var kind: String { Self.kind }
    var atOnce: Int { 2 }
    private var table: SubscriptionTable { SubscriptionTable(ledger: door.ledger) }

    func known(in collections: [LogCollection]) -> KnownRows { .only([]) }

    func begin() async throws {
        let now = door.ledger.surroundings.now()
        guard try await WorkTable(door.ledger).row(Self.kind, for: Self.all) == nil else { return }
        try await table.write { try $0.ask(Self.kind, for: Self.all, at: Self.monday(after: now), now: now) }
    }

    func perform(_ row: WorkRow) async throws -> WorkOutcome {
        let now = door.ledger.surroundings.now()
        guard row.key != Self.all else {
            let readers = try await table.accounts()
            return .again(Self.monday(after: now)) { session in
                for account in readers { try session.ask(Self.kind, for: account, at: now, now: now) }
            }
        }
        guard let subscription = try await table.find(row.key) else { return .done() }
        guard let person = try await door.people.person(account: row.key) else {
            return .done { try $0.unsubscribe(row.key) }
        }
        // Without an address that somebody has agreed to there is nowhere to send it; the page says so.
        guard let address = try await NoticeTable(door.ledger).address(of: row.key) else { return .done() }
        let issue = try await Issue(
            for: Reader(door.ledger, for: person.viewer), since: subscription.sent, until: now,
            in: subscription.language, on: KindShelf(door.ledger))
        guard !issue.isEmpty else { return .done() }
        let text = IssueText(issue: issue, gateway: door.gateway, language: subscription.language)
        let letter = try text.letter(
            to: address, stop: door.gateway.full(.periodicalEnd(subscription.secret)))
        let surroundings = door.ledger.surroundings
        return .done { session in
            // What can't be sent now is in the next issue.
            if case .waits = try session.post(letter, surroundings) { try session.sent(row.key, now: now) }
        }
    }

    /// Six o'clock on the next Monday, in UTC.
    static func monday(after now: Timestamp) -> Timestamp {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let next = calendar.nextDate(
            after: now.date, matching: DateComponents(hour: 6, minute: 0, second: 0, weekday: 2),
            matchingPolicy: .nextTime)
        return Timestamp(next ?? now.date.addingTimeInterval(7 * 86_400))
    }
}
