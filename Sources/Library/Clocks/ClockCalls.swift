import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Storage
import Web
import Work

/// Has those told whom a kind names, when a clock of one of its objects runs out or a date passes without what it waited for.
///
/// It looks at everything once a day, and every hour at kinds whose clocks count hours. What was over before it looked for the
/// first time is on the pages; nobody is told of it.
struct ClockCalls: WorkHandler {
    static let kind = "clocks"
    private static let key = "all"
    private static let hour: Int64 = 3_600_000_000
    /// Objects of a kind in a collection that are looked at, newest first.
    private static let most = 10_000
    let door: Door

    var kind: String { Self.kind }
    var atOnce: Int { 1 }
    var patience: Duration { .seconds(3_600) }
    private var ledger: GatewayLedger { door.ledger }

    static let named = NamedNotice("clock") {
        ClockWords.in($0).title
    } sentence: { language, subject in
        ClockWords.in(language).sentence(subject)
    }

    func known(in collections: [LogCollection]) -> KnownRows { .only([]) }

    func begin() async throws {
        let now = ledger.surroundings.now()
        guard try await WorkTable(ledger).row(Self.kind, for: Self.key) == nil else { return }
        try await SummaryTable(ledger: ledger).write {
            try $0.ask(Self.kind, for: Self.key, payload: now.description, at: now, now: now)
        }
    }

    func perform(_ row: WorkRow) async throws -> WorkOutcome {
        let now = ledger.surroundings.now()
        let last = Timestamp(row.payload) ?? now
        let isNewDay = FullDate(of: last.date) < FullDate(of: now.date)
        let shelf = KindShelf(ledger)
        let kinds = try await shelf.offers().map(\.kind).filter { kind in
            isNewDay ? kind.canBeLate : kind.clocks.contains { $0.inWorkingHours || $0.within.seconds > 0 }
        }
        var drafts: [NoticeDraft] = []
        for collection in try await Reader.machine(of: ledger).collections() {
            // As its own readers know it: what stands elsewhere moves no clock here.
            let table = RecordTable(reader: Reader(ledger, forReadersOf: collection), shelf: shelf)
            for kind in kinds {
                drafts += try await over(of: kind, in: collection, table, since: last, until: now)
            }
        }
        return .again(Timestamp(clamping: now.microseconds + Self.hour)) { [drafts] session in
            for draft in drafts { try session.notify(draft, now: now) }
            try session.run(
                "UPDATE work SET payload = \(now.description) WHERE kind = \(Self.kind) AND key = \(Self.key)")
        }
    }

    /// What ran out in between.
    private func over(
        of kind: Kind, in collection: LogCollection, _ table: RecordTable, since last: Timestamp, until now: Timestamp
    ) async throws -> [NoticeDraft] {
        var drafts: [NoticeDraft] = []
        let (before, today) = (FullDate(of: last.date), FullDate(of: now.date))
        for offset in stride(from: 0, to: Self.most, by: RecordTable.mostAtOnce) {
            let rows = try await table.find(
                RecordQuestion(), of: kind, from: offset, limit: RecordTable.mostAtOnce,
                today: today
            ).rows
            for row in rows where row.collection == collection.alias {
                var whom: Set<Life.Who> = []
                for (clock, due) in row.clocks where due > last.date && due <= now.date { whom.formUnion(clock.then) }
                if row.overdue != nil, row.kind.overdueField(in: row.values, on: before) == nil { whom.insert(.author) }
                guard !whom.isEmpty else { continue }
                for organisation in try await organisations(whom, of: row, in: collection, table.reader) {
                    drafts.append(
                        NoticeDraft(
                            Self.named.kind, row.id, .soon, to: .organisation(organisation), about: row.name,
                            in: collection.id, at: .object(row.id)))
                }
            }
            guard rows.count == RecordTable.mostAtOnce else { break }
        }
        return drafts
    }

    /// The organisations that a kind means by these words.
    private func organisations(
        _ whom: Set<Life.Who>, of row: RecordRow, in collection: LogCollection, _ reader: Reader
    ) async throws -> [String] {
        var found: Set<String> = []
        if whom.contains(.desk) { found.insert(ledger.gateway.id) }
        if whom.contains(.author),
            let placement = try await reader.standing(of: row.id)?.placements.first(where: {
                $0.collection.id == collection.id && $0.withdrawal == nil
            }), let said = try await reader.authorship(of: placement), said.isTrue,
            let organisation = said.source.organisation
        {
            found.insert(organisation)
        }
        if whom.contains(.addressee), let field = row.kind.life?.addressee {
            let value = row.values[field]
            let named = Set(value?.array?.compactMap(\.string) ?? [value?.string].compactMap(\.self))
            for person in try await door.people.whoMay(.publish) where named.contains(person.organisation.author) {
                found.insert(person.organisation.id)
            }
        }
        return found.sorted()
    }
}
