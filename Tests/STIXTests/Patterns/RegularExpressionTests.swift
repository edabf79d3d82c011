import Foundation
import Testing

@testable import STIX

@Suite struct RegularExpressionTests {
    private func fits(_ expression: String, _ text: String) throws -> Bool? {
        var budget = 1_000_000
        return try Array(text.utf8).withUnsafeBufferPointer { text in
            try RegularExpression(expression).fits(text, budget: &budget)
        }
    }

    @Test(arguments: [
        ("", "", true), ("", "x", true), ("a", "xay", true), ("^a", "xay", false), ("a$", "xa", true),
        ("a$", "xa\n", true),
        ("a\\z", "xa\n", false), ("a\\Z", "xa\n", true), ("^b", "a\nb", false), ("(?m)^b$", "a\nb\nc", true),
        ("a.c", "a\nc", false), ("(?s)a.c", "a\nc", true), ("(?i)straße", "STRAßE", true), ("(?i)[a-c]x", "BX", true),
        ("(?i:A)b", "ab", true), ("(?i:A)b", "aB", false), ("((?i)a)b", "AB", false), ("(?-i)a", "A", false),
        ("a{3}", "aa", false), ("a{3}", "aaa", true), ("^a{2,3}$", "aaaa", false), ("^a{2,}$", "aaaa", true),
        ("a{,3}", "a{,3}", true), ("x{", "x{", true), ("a|b|", "zzz", true), ("^(a|bc)+$", "abcbca", true),
        ("^(a|bc)+$", "abcb", false), ("[]a]", "]", true), ("[^]a]", "]a", false), ("[a\\-z]", "-", true),
        ("[a-]", "-", true), ("[\\d-x]", "-", true), ("[[:alpha:]_]+$", "ab_", true), ("[[:^digit:]]", "7", false),
        ("\\d\\D\\w\\W\\s\\S", "1a_- x", true), ("\\bcat\\b", "a cat.", true), ("\\bcat\\b", "concat", false),
        ("\\Bcat", "concat", true), ("\\x41\\x{42}\\103", "ABC", nil), ("\\x41\\x{42}\\o{103}", "ABC", true),
        ("\\Qa.b\\E+", "a.bb", true), ("\\Qa.b\\E", "axb", false), ("(?x) a b # c\n c", "abc", true),
        ("(?P<name>a)(?<other>b)(?:c)(?'more'd)", "abcd", true), ("a(?#note)b", "ab", true), ("\\R", "\r\n", true),
        ("^\\p{Lu}\\p{Ll}+$", "Ж", false), ("^\\p{Lu}\\p{Ll}+$", "Жук", true), ("\\P{L}", "ab", false),
        ("[\\p{N}x]", "٣", true), ("\\pL", "é", true), ("é{2}", "éé", true), ("^.$", "😀", true), ("[а-я]", "ж", true),
        ("\\cA", "\u{1}", true), ("\\0", "\u{0}", true), ("(a*)*b", "aaab", true), ("(a|a?)+$", "b", true),
        ("(a?){20}a{20}", "aaaaaaaaaaaaaaaaaaaa", true), ("^(((){1000}){1000}){1000}$", "", true),
        (".*?x", "abcx", true), ("\\.exe$", "a.exe", true),
    ])
    func `expressions fit what PCRE says`(_ expression: String, _ text: String, _ expected: Bool?) throws {
        guard let expected else {
            #expect(throws: RegularExpression.Refusal.self) { try RegularExpression(expression) }
            return
        }
        #expect(try fits(expression, text) == expected)
    }

    @Test(
        arguments: [
            ("(", .invalid), (")", .invalid), ("a**", .invalid), ("*", .invalid), ("[a", .invalid),
            ("a{3,2}", .invalid),
            ("\\", .invalid), ("\\y", .invalid), ("[z-a]", .invalid), ("(?Z)", .invalid), ("\\x{110000}", .invalid),
            ("[[:nix:]]", .invalid), ("a{70000}", .invalid), ("(?<>a)", .invalid), ("(?<1a>a)", .invalid),
            ("(a)\\1", .unsupported), ("\\k<a>", .unsupported), ("(?=a)", .unsupported), ("(?<!a)", .unsupported),
            ("(?>a)", .unsupported), ("a++", .unsupported), ("(?R)", .unsupported), ("(?1)", .unsupported),
            ("(?(1)a|b)", .unsupported), ("(*ACCEPT)", .unsupported), ("\\p{Greek}", .unsupported),
            ("\\X", .unsupported),
            ("a{5001}", .tooLarge), ("((a{100}){100}){100}", .tooLarge), ("(){60000}", .tooLarge),
        ] as [(String, RegularExpression.Refusal.Reason)])
    func `others are refused`(_ expression: String, _ reason: RegularExpression.Refusal.Reason) throws {
        let refusal = #expect(throws: RegularExpression.Refusal.self) { try RegularExpression(expression) }
        #expect(refusal?.reason == reason)
    }

    @Test func `deep groups are refused`() {
        #expect(throws: RegularExpression.Refusal.self) {
            try RegularExpression(String(repeating: "(", count: 100_000))
        }
    }

    // Without lazy quantifiers: the other engine overlooks what fits `(?:(?:b)*?)+?b|$`.
    @Test func `generated expressions fit what another engine finds`() throws {
        var dice = Dice(state: 11)
        func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &dice) }
        func expression(_ depth: Int) -> String {
            switch depth > 0 ? roll(9) : 8 {
            case 0: "(\(expression(depth - 1))|\(expression(depth - 1)))"
            case 1: "(?:\(expression(depth - 1)))\(["*", "+", "?", "{2}", "{1,3}", "{2,}"][roll(6)])"
            case 2, 3, 4: expression(depth - 1) + expression(depth - 1)
            case 5: ["^", "$", "\\b", "\\B"][roll(4)]
            case 6: ["[ab]", "[^a]", "[a-b\\d]", "\\w", "\\W", "\\s", "."][roll(7)]
            default: ["a", "b", "c", " ", "1"][roll(5)]
            }
        }
        for _ in 0..<5_000 {
            let text = (0..<roll(8)).map { _ in ["a", "b", "c", " ", "1"][roll(5)] }.joined()
            let pattern = expression(4)
            let other = try NSRegularExpression(pattern: pattern)
            let expected = other.firstMatch(in: text, range: NSRange(location: 0, length: text.utf16.count)) != nil
            #expect(try fits(pattern, text) == expected, "\(pattern) in \"\(text)\"")
        }
    }

    @Test func `time grows with the text alone`() throws {
        let text = Array(String(repeating: "a", count: 20_000).utf8)
        let expression = try RegularExpression("(a|aa|a*)*(x+x+)+y")
        var budget = 10_000_000
        let result = text.withUnsafeBufferPointer { expression.fits($0, budget: &budget) }
        #expect(result == false)
        #expect(budget > 0)
    }
}
