import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Storage
import Web
import Work

/// What everyone may read, in a few numbers of one night; each leads to what it counts.
struct Summary: Sendable, Hashable, Codable {
    /// What a number counts.
    enum Subject: String, Sendable, Hashable, Codable {
        /// All objects of a kind.
        case kind
        /// Those of them that are late.
        case late
        /// What takes place in the month ahead.
        case ahead
        /// Advisories.
        case advisories
        /// Goals of the Agenda for which nothing stands yet.
        case goalsWithoutEvidence
    }

    struct Figure: Sendable, Hashable, Codable {
        let subject: Subject
        /// The name of the kind that is counted; empty for what is of no kind.
        let kind: String
        let count: Int
    }

    /// `2026-11-30`.
    let day: String
    let figures: [Figure]

    /// Counts what everyone may read now.
    init(on shelf: KindShelf, now: Timestamp) async throws {
        let today = FullDate(of: now.date)
        let reader = Reader.everyone(of: shelf.ledger)
        let table = RecordTable(reader: reader, shelf: shelf)
        let kinds = try await shelf.offers().map(\.kind)
        let counts = try await table.counts(of: kinds, by: AgendaModel.fields[1])
        var figures: [Figure] = []
        var ahead = 0
        let end = FullDate(of: now.date.addingTimeInterval(31 * 86_400)).description
        for kind in kinds {
            guard let counted = counts[kind.name], counted.all > 0 else { continue }
            figures.append(Figure(subject: .kind, kind: kind.name, count: counted.all))
            if kind.canBeLate {
                var question = RecordQuestion()
                question.isLate = true
                let late = try await table.find(question, of: kind, limit: 1, today: today)
                // Of more than are looked at one by one nobody knows how many are late.
                if !late.isTooMuch, late.total.number > 0 {
                    figures.append(Figure(subject: .late, kind: kind.name, count: late.total.number))
                }
            }
            if kind.noun == .gathering, let dates = kind.dates {
                ahead += try await table.dated(
                    kind, by: dates.start, from: today.description, before: end, limit: 500, today: today
                ).count
            }
        }
        if ahead > 0 { figures.append(Figure(subject: .ahead, kind: "", count: ahead)) }
        let reports = try await reader.typeCounts().first { $0.type == "report" }?.count ?? 0
        if reports > 0 { figures.append(Figure(subject: .advisories, kind: "", count: reports)) }
        let goals = Set(
            kinds.flatMap { kind -> [String] in
                guard case .choices(.inline(let choices))? = kind.field(AgendaModel.fields[1])?.type else { return [] }
                return choices.map(\.value)
            })
        let proven = Set(counts.values.flatMap { $0.values.filter { $0.value > 0 }.keys })
        figures.append(
            Figure(subject: .goalsWithoutEvidence, kind: "", count: goals.subtracting(proven).count))
        day = today.description
        self.figures = figures
    }

    /// The same number of another night; nil where it was not counted then.
    func count(_ figure: Figure) -> Int? {
        figures.first { $0.subject == figure.subject && $0.kind == figure.kind }?.count
    }
}

/// Counts again each night.
struct SummaryCounting: WorkHandler {
    static let kind = "summary"
    private static let key = "all"
    let ledger: GatewayLedger

    var kind: String { Self.kind }
    var atOnce: Int { 1 }
    private var table: SummaryTable { SummaryTable(ledger: ledger) }

    func known(in collections: [LogCollection]) -> KnownRows { .only([]) }

    func begin() async throws {
        let now = ledger.surroundings.now()
        guard try await WorkTable(ledger).row(Self.kind, for: Self.key) == nil else { return }
        try await table.write { try $0.ask(Self.kind, for: Self.key, at: now, now: now) }
    }

    func perform(_ row: WorkRow) async throws -> WorkOutcome {
        let now = ledger.surroundings.now()
        let summary = try await Summary(on: KindShelf(ledger), now: now)
        return .again(Self.night(after: now)) { try $0.keep(summary) }
    }

    /// Two o'clock in the next night, in UTC.
    static func night(after now: Timestamp) -> Timestamp {
        let day: Int64 = 86_400_000_000
        let two: Int64 = 7_200_000_000
        return Timestamp(clamping: ((now.microseconds - two) / day + 1) * day + two)
    }
}
