@testable import Storage
import Testing
import TestSupport

@Suite struct ValueTests {
    @Test(arguments: [
        Value.null, .integer(.min), .integer(.max), .integer(0), .real(-0.5), .real(.greatestFiniteMagnitude),
        .text(""),
        .text("a\u{0}b"), .text("\u{10FFFD}0\u{0}\u{10FFFD}"), .text(String(repeating: "é", count: 5_000)), .blob([]),
        .blob([0, 1, 255]),
        .blob([UInt8](repeating: 7, count: 5_000)),
    ])
    func `every value comes back as it went in`(_ value: Value) throws {
        let database = try Database.open(TemporaryFolder())
        let found = try database.readNow { try $0.first("SELECT \(value)") { try $0.get(0, as: Cell.self) } }
        #expect(found?.sql == value)
    }

    enum Colour: String, SQLValue { case red, green }

    @Test func `types of Swift come back as themselves`() throws {
        #expect(Int(sql: 7.sql) == 7)
        #expect(Bool(sql: true.sql) == true)
        #expect(true.sql == .integer(1))
        #expect(Colour(sql: Colour.green.sql) == .green)
        #expect(Colour(sql: "blue".sql) == nil)
        #expect(Int??(sql: .null) == .some(nil))
        #expect(String?(sql: .integer(1)) == nil)
        #expect(Double(sql: 0.25.sql) == 0.25)
    }

    @Test func `a column of another kind is an error that names it`() throws {
        let database = try Database.open(TemporaryFolder())
        let error = #expect(throws: StorageError.self) {
            try database.readNow { try $0.first("SELECT 'text'") { try $0.get(0, as: Int.self) } }
        }
        #expect(error?.code == .unexpectedValue)
    }

    @Test func `each row is read until it is enough`() throws {
        let database = try Database.open(TemporaryFolder())
        var seen: [Int] = []
        try database.readNow { session in
            let statement = try session.statement("SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3")
            for _ in 0..<2 {
                try statement.each([]) {
                    seen.append(try $0.get(0))
                    return seen.count % 2 == 1
                }
            }
            #expect(try session.first("SELECT 1 WHERE 1 = 0") { try $0.get(0, as: Int.self) } == nil)
        }
        #expect(seen == [1, 2, 1, 2])
    }
}
