import Foundation
import Ledger
import Storage

/// What was counted, night by night.
struct SummaryTable: LedgerTable {
    let ledger: GatewayLedger

    /// The last night's.
    func latest() async throws -> Summary? {
        try await read { try $0.first("SELECT figures FROM summary ORDER BY day DESC LIMIT 1", Summary.init) }
    }

    /// The last one of a day or before.
    func last(by day: String) async throws -> Summary? {
        try await read {
            try $0.first("SELECT figures FROM summary WHERE day <= \(day) ORDER BY day DESC LIMIT 1", Summary.init)
        }
    }
}

extension Session {
    func keep(_ summary: Summary) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let text = String(decoding: try encoder.encode(summary), as: UTF8.self)
        try run(
            """
            INSERT INTO summary (day, figures) VALUES (\(summary.day), \(text))
            ON CONFLICT (day) DO UPDATE SET figures = excluded.figures
            """)
    }
}

extension Summary {
    fileprivate init(_ row: Row) throws {
        self = try JSONDecoder().decode(Summary.self, from: Data(try row.get(0, as: String.self).utf8))
    }
}
