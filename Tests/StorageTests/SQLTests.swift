@testable import Storage
import Testing
import TestSupport

@Suite struct SQLTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let sql: SQL
        let text: String
        let values: [Value]
        var testDescription: String { name }

        init(_ name: String, _ sql: SQL, _ text: String, _ values: [Value]) {
            (self.name, self.sql, self.text, self.values) = (name, sql, text, values)
        }
    }

    static let fragment: SQL = "a = \(1) AND b = \("two")"
    static let cases = [
        Case("a text without values is as written", "SELECT 1", "SELECT 1", []),
        Case(
            "a value becomes a numbered parameter", "x = \("O'Hara'; DROP TABLE pair; --")", "x = ?1",
            [.text("O'Hara'; DROP TABLE pair; --")]),
        Case(
            "a value that looks like a parameter stays a value", "x = \("?1") AND y = \(2)", "x = ?1 AND y = ?2",
            [.text("?1"), .integer(2)]),
        Case(
            "a fragment is numbered on", "c = \(0) AND \(fragment) AND d = \(3)",
            "c = ?1 AND a = ?2 AND b = ?3 AND d = ?4", [.integer(0), .integer(1), .text("two"), .integer(3)]),
        Case(
            "a fragment within a fragment is numbered on", "\(9) \("\(8) \(fragment)" as SQL)",
            "?1 ?2 a = ?3 AND b = ?4", [.integer(9), .integer(8), .integer(1), .text("two")]),
        Case(
            "the same fragment twice brings its values twice", "\(fragment) OR \(fragment)",
            "a = ?1 AND b = ?2 OR a = ?3 AND b = ?4", [.integer(1), .text("two"), .integer(1), .text("two")]),
        Case(
            "a question mark in a fragment's own text stays", "\("x = '?' AND y = '?²' AND z = \(1)" as SQL)",
            "x = '?' AND y = '?²' AND z = ?1", [.integer(1)]),
        Case(
            "a list becomes as many parameters", "x IN (\(list: ["a", "b", "c"])) AND y = \(1)",
            "x IN (?1, ?2, ?3) AND y = ?4", [.text("a"), .text("b"), .text("c"), .integer(1)]),
        Case("an empty list matches nothing", "x IN (\(list: [Int]()))", "x IN (NULL)", []),
        Case("nothing is NULL", "x = \(String?.none.sql)", "x = ?1", [.null]),
        Case("a value of the column's own form", "x = \(Value.blob([0, 255]))", "x = ?1", [.blob([0, 255])]),
    ]

    @Test(arguments: cases) func `text and values travel apart`(_ given: Case) {
        #expect(given.sql.text == given.text)
        #expect(given.sql.values == given.values)
    }

    @Test(arguments: [
        "'; DROP TABLE pair; --", "\" OR 1=1", "\u{0}nul", "", "?1", "%_\\", "🛰️ é e\u{301}", "\\x00",
    ])
    func `a hostile value comes back as it was and harms nothing`(_ hostile: String) async throws {
        let folder = try TemporaryFolder()
        let database = try Database.open(folder)
        try await database.write { session in
            try session.run("INSERT INTO pair (key, content) VALUES (\(hostile), \(Array(hostile.utf8)))")
        }
        let found = try database.readNow { session in
            try session.rows(
                "SELECT key, content FROM pair WHERE key = \(hostile) AND key IN (\(list: ["x", hostile]))"
            ) {
                (try $0.get(0, as: String.self), try $0.get(1, as: [UInt8].self))
            }
        }
        #expect(found.count == 1)
        #expect(found.first.map { Array($0.0.utf8) } == Array(hostile.utf8))
        #expect(found.first?.1 == Array(hostile.utf8))
    }
}
