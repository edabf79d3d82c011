import Storage
import Testing
import TestSupport

@testable import Ledger

/// Which tables can be divided over machines: PostgreSQL's own partitions by hash demand of keys what such engines do.
@Suite struct DivisionTests {
    /// What grows with a collection, and the text index, whose parts are collections.
    static let divided =
        [
            "also_sent", "blob", "blob_bringer", "blob_grant", "blob_space", "blob_use", "body", "entry", "finding",
            "hand",
            "line", "link", "marking", "mirror_gap", "object", "observable", "original", "projection_filling", "tile",
            "type_count",
        ].map { ($0, "collection") } + [("search", "part")]

    @Test(.enabled(if: !TestDatabase.isSQLite, "of PostgreSQL alone"))
    func `what grows with a collection can be divided by it, and holds the same`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit((0..<20).map { Make.tool($0) })
        try await gateway.admit((0..<20).map { Make.address("192.0.2.\($0)") }, into: "desk")
        try await gateway.ledger.database.write { session in
            for (table, column) in Self.divided {
                let whole: Int? = try session.value(SQL(text: "SELECT count(*) FROM \(table)"))
                for statement in [
                    "CREATE TABLE divided (LIKE \(table) INCLUDING ALL) PARTITION BY HASH (\(column))",
                    "CREATE TABLE divided_0 PARTITION OF divided FOR VALUES WITH (MODULUS 2, REMAINDER 0)",
                    "CREATE TABLE divided_1 PARTITION OF divided FOR VALUES WITH (MODULUS 2, REMAINDER 1)",
                    "INSERT INTO divided SELECT * FROM \(table)",
                ] { try session.run(SQL(text: statement)) }
                let divided: Int? = try session.value("SELECT count(*) FROM divided")
                #expect(divided == whole, "\(table)")
                try session.run("DROP TABLE divided")
            }
        }
    }

    @Test func `what two collections have of one object bears two numbers, and each those of its collection`()
        async throws
    {
        let gateway = try await TestGateway()
        for name in ["public", "desk"] { try await gateway.admit(Make.tool(1), into: name) }
        let numbers = try await gateway.ledger.database.read { session in
            try session.rows(
                """
                SELECT o.collection, o.number, l.number, e.number, b.number FROM object o
                JOIN line l ON l.collection = o.collection AND l.object = o.number
                JOIN entry e ON e.collection = l.collection AND e.number = l.number
                JOIN body b ON b.collection = e.collection AND b.number = e.body WHERE o.id = \(Make.id("tool", 1))
                """
            ) { row in try (0..<5).map { try row.get($0, as: Int.self) } }
        }
        #expect(numbers.count == 2 && Set(numbers.map { $0[1] }).count == 2)
        for row in numbers {
            for number in row.dropFirst() { #expect(Numbering.collection(of: number) == row[0]) }
        }
    }
}
