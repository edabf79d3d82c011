import Foundation
@testable import Storage
import Testing
import TestSupport

@testable import Ledger

/// However often something is erased, the index of words can be read and written: SQLite 3.40 reads no more than 2,000 levels.
@Suite(.onSQLite) struct ErasureLevelTests {
    @Test func `erasing again and again leaves few levels`() async throws {
        let gateway = try await TestGateway()
        // Enough words that the index has more than a few pages.
        let words = { (number: Int) in (0..<12).map { "w\(number)x\($0)" }.joined(separator: " ") }
        try await gateway.admit((0..<1_000).map { Make.tool($0, name: "hammer \(words($0))") })
        var most = 0
        for number in 0..<80 {
            _ = try await gateway.ledger.erase(Make.id("tool", number), reason: "r")
            let record = try await gateway.ledger.database.read { session in
                try session.value("SELECT block FROM search_data WHERE id = 10", as: [UInt8].self) ?? []
            }
            most = max(most, FTS5Index.levels(record)?.levels.count ?? 0)
        }
        #expect(most > 8 && most < FTS5Index.manyLevels + 8, "\(most)")
        #expect(try await gateway.everyone.search("hammer w999x1", limit: 50).listings.count == 1)
        #expect(try await gateway.everyone.search("w79x1", limit: 50).listings.isEmpty)
        let before = try await gateway.ledger.projections()
        try await gateway.ledger.rebuild()
        #expect(try await gateway.ledger.projections() == before)
    }
}
