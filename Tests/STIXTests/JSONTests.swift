import STIX
import Testing

/// The small tree and its canonical form.
@Suite struct JSONTests {
    /// RFC 8785 appendix B, and borders of the four shapes of ECMAScript.
    static let numbers: [(UInt64, String)] = [
        (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
        (0x8000_0000_0000_0001, "-5e-324"), (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
        (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
        (0xC340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
        (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"), (0x44B5_2D02_C7E1_4AF6, "1e+23"),
        (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"), (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
        (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
        (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
        (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5554, "333333333.33333325"),
        (0x41B3_DE43_5555_5555, "333333333.3333333"), (0x41B3_DE43_5555_5556, "333333333.3333334"),
        (0x41B3_DE43_5555_5557, "333333333.33333343"), (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
        (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
    ]

    @Test(arguments: numbers) func `numbers as RFC 8785 appendix B`(_ bits: UInt64, _ text: String) throws {
        let number = try #require(JSON.Number(Double(bitPattern: bits)))
        #expect(number.text == text)
        #expect(try JSON.number(number).canonical() == Array(text.utf8))
    }

    @Test func `infinity and not-a-number are no numbers of JSON`() {
        #expect(JSON.Number(.infinity) == nil)
        #expect(JSON.Number(.nan) == nil)
    }

    func canonical(_ text: String) throws -> String {
        String(decoding: try JSON.parse(Array(text.utf8)).canonical(), as: UTF8.self)
    }

    @Test func `the example of RFC 8785 §3.2.2`() throws {
        let text = #"""
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """#
        #expect(
            try canonical(text)
                == #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"#
        )
    }

    @Test func `names are sorted as in RFC 8785 §3.2.3`() throws {
        let text = #"""
            {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
            "\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}
            """#
        let sorted = try #require(JSON.parse(Array(canonical(text).utf8)).members)
        #expect(
            sorted.map(\.value.string) == [
                "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
                "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
            ])
    }

    @Test func `the tree keeps order and numbers as written`() throws {
        let tree = try JSON.parse(Array(#" {"b":[1.50,{"c":true}],"a":null} "#.utf8))
        #expect(tree.members?.map(\.name) == ["b", "a"])
        #expect(tree["b"]?[0]?.number?.text == "1.50")
        #expect(tree["b"]?[0]?.number?.value == 1.5)
        #expect(tree["b"]?[1]?["c"]?.bool == true)
        #expect(tree["b"]?.array?.count == 2)
        #expect(tree["a"] == .null)
        #expect(tree["z"] == nil)
        #expect(tree["b"]?[2] == nil)
        #expect(tree[0] == nil)
    }

    static let broken: [(String, Finding.Code)] = [
        ("", .invalidJSON), ("{", .invalidJSON), ("[1,]", .invalidJSON), ("{}x", .invalidJSON), ("1 2", .invalidJSON),
        (#"{"a":1,"\u0061":2}"#, .duplicateProperty), ("\"\\ud800\"", .loneSurrogate), ("1e400", .numberOutOfRange),
        (String(repeating: "[", count: 65) + String(repeating: "]", count: 65), .tooDeep), ("-", .invalidJSON),
        ("tru", .invalidJSON), ("\u{FEFF}1", .invalidJSON),
    ]

    @Test(arguments: broken) func `what is no JSON is refused`(_ text: String, _ code: Finding.Code) {
        let error = #expect(throws: JSON.ParseError.self) { try JSON.parse(Array(text.utf8)) }
        #expect(error?.code == code)
    }

    @Test func `a tree made by hand with a name twice has no canonical form`() {
        let twice = JSON.object([.init(name: "a", value: .null), .init(name: "a", value: .null)])
        #expect(throws: JSON.CanonicalError.duplicateName("a")) { try twice.canonical() }
    }

    @Test func `names that Swift holds for equal are different names`() throws {
        // é in one code point, and in two.
        #expect(try canonical(#"{"\u00e9":1,"e\u0301":2}"#) == "{\"e\u{301}\":2,\"\u{E9}\":1}")
    }
}
