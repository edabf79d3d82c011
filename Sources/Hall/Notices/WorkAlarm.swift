import Foundation
import Ledger
import STIX
import Storage
import Work

/// Looks every few minutes whether work is late or has stopped, and has those told who administer.
struct WorkAlarm: WorkHandler {
    static let kind = "work-alarm"
    private static let key = "all"
    private static let every: Int64 = 5 * 60 * 1_000_000

    let ledger: GatewayLedger
    /// Everybody who does work but this.
    let handlers: [any WorkHandler]

    var kind: String { Self.kind }
    var atOnce: Int { 1 }

    func known(in collections: [LogCollection]) -> KnownRows { .only([]) }

    func begin() async throws {
        let now = ledger.surroundings.now()
        guard try await WorkTable(ledger).row(Self.kind, for: Self.key) == nil else { return }
        try await NoticeTable(ledger).write { try $0.ask(Self.kind, for: Self.key, at: now, now: now) }
    }

    func perform(_ row: WorkRow) async throws -> WorkOutcome {
        let tallies = try await WorkTable(ledger).tallies(handlers, in: nil)
        // How many were in need, by kind, when it was looked at last: who was told is not told of the same again.
        let before = Self.counts(row.payload)
        let found = Dictionary(uniqueKeysWithValues: tallies.map { ($0.kind, $0.late + $0.stopped) }).filter {
            $0.value > 0
        }
        let isWorse = found.contains { $0.value > before[$0.key] ?? 0 }
        let now = ledger.surroundings.now()
        let next = Timestamp(clamping: now.microseconds + Self.every)
        return .again(next) { session in
            if isWorse {
                try session.notify(
                    NoticeDraft(HallNotice.work, "all", .soon, to: .whoMay(.administer), at: .work), now: now)
            }
            if found != before {
                try session.run(
                    "UPDATE work SET payload = \(Self.text(found)) WHERE kind = \(Self.kind) AND key = \(Self.key)")
            }
        }
    }

    private static func counts(_ text: String) -> [String: Int] {
        Dictionary(
            text.split(separator: " ").compactMap { pair -> (String, Int)? in
                let parts = pair.split(separator: "=")
                guard parts.count == 2, let count = Int(parts[1]) else { return nil }
                return (String(parts[0]), count)
            }
        ) { first, _ in first }
    }

    private static func text(_ counts: [String: Int]) -> String {
        counts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }
}
