import STIX
import Testing

/// The grammar of version 2.0 beside that of 2.1.
@Suite struct PatternVersionTests {
    @Test(arguments: [
        "[a:bcd = 1] WITHIN 5 SECONDS WITHIN 6 SECONDS",
        "[a:bcd = 1] REPEATS 2 TIMES WITHIN 6 SECONDS REPEATS 2 TIMES",
        "[a:bcd = 1] START '2024-01-01T00:00:00Z' STOP '2024-01-02T00:00:00Z'",
    ])
    func `only version 2.0 reads this`(_ pattern: String) throws {
        _ = try Pattern.parse(pattern, .two0)
        #expect(throws: PatternError.self) { try Pattern.parse(pattern, .two1) }
    }

    @Test(arguments: ["[EXISTS a:bcd]", "[NOT EXISTS a:bcd]"])
    func `only version 2.1 reads this`(_ pattern: String) throws {
        _ = try Pattern.parse(pattern, .two1)
        #expect(throws: PatternError.self) { try Pattern.parse(pattern, .two0) }
    }

    @Test(arguments: [
        "[a:bcd = 1] START t'2024-01-01T00:00:00Z' STOP t'2024-01-02T00:00:00Z'",
        "[a:bcd = 1 AND a:cde NOT IN (1, 2)] FOLLOWEDBY [a:bcd LIKE 'x%'] WITHIN 1.5 SECONDS",
    ])
    func `both read this, and the same`(_ pattern: String) throws {
        #expect(try Pattern.parse(pattern, .two0) == Pattern.parse(pattern, .two1))
    }

    @Test func `a moment in quotes is a moment`() throws {
        let old = try Pattern.parse("[a:bcd = 1] START '2024-01-01T00:00:00Z' STOP '2024-01-02T00:00:00Z'", .two0)
        #expect(try old == Pattern.parse("[a:bcd = 1] START t'2024-01-01T00:00:00Z' STOP t'2024-01-02T00:00:00Z'"))
        #expect(throws: PatternError.self) {
            try Pattern.parse("[a:bcd = 1] START 'yesterday' STOP '2024-01-02T00:00:00Z'", .two0)
        }
    }
}
