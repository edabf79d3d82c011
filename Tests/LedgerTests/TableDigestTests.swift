import Storage
import Testing
import TestSupport

@testable import Ledger

/// Whether two tables hold the same, as `doctor --rebuild` asks.
@Suite(.onSQLite) struct TableDigestTests {
    private static func digest(_ rows: SQL..., columns: String = "*") async throws -> TableDigest {
        let gateway = try await TestGateway(desk: false)
        return try await gateway.ledger.database.write { session in
            try session.run("CREATE TABLE compared (a, b)")
            for row in rows { try session.run("INSERT INTO compared VALUES (\(row))") }
            return try session.digest(of: "compared", columns: columns)
        }
    }

    @Test func `the order of rows says nothing, their number does`() async throws {
        let both = try await Self.digest("1, 'a'", "2, 'b'")
        #expect(try await Self.digest("2, 'b'", "1, 'a'") == both)
        #expect(try await Self.digest("1, 'a'") != both)
        #expect(try await Self.digest("1, 'a'", "2, 'b'", "2, 'b'") != both)
    }

    @Test(arguments: [
        ("1, 'a'", "'1', 'a'"), ("'ab', 'c'", "'a', 'bc'"), ("'a', NULL", "'a', ''"), ("'a', x'61'", "'a', 'a'"),
        ("1, 1.0", "1, 1"), ("1, 2", "2, 1"), ("NULL, NULL", "0, 0"),
    ])
    func `kind, length and place of each value count`(_ one: String, _ other: String) async throws {
        #expect(try await Self.digest(SQL(text: one)) != Self.digest(SQL(text: other)))
    }

    @Test func `a column that is not asked for says nothing`() async throws {
        #expect(try await Self.digest("1, 'a'", columns: "b") == Self.digest("2, 'a'", columns: "b"))
    }
}
