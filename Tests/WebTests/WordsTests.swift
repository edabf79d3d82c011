import HTML
import Testing
import Web

@Suite struct WordsTests {
    @Test(
        arguments: [
            (0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-12_000, "−12,000"),
        ])
    func `English numbers`(_ number: Int, _ expected: String) {
        #expect(Language.english.number(number) == expected)
        #expect(Language.french.number(number) == expected.replacing(",", with: "\u{202F}"))
    }

    @Test(arguments: [
        (0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"), (100, "other"),
        (102, "other"), (103, "few"), (111, "many"), (1_000, "other"), (10_003, "few"),
    ])
    func `Arabic has six forms`(_ number: Int, _ expected: String) {
        let form = Plural.arabic(
            number, zero: "zero", one: "one", two: "two", few: "few", many: "many", other: "other")
        #expect(form == expected)
    }

    @Test func `French takes the singular for none`() {
        #expect([0, 1, 2].map { Plural.french($0, "un", "des") } == ["un", "un", "des"])
        #expect([0, 1, 2].map { Plural.english($0, "one", "more") } == ["more", "one", "more"])
    }

    @Test func `days in words`() {
        let moment: Moment = "2026-11-22T09:14:07.120411Z"
        #expect(
            moment.day(in: .english).markup
                == "<time datetime=\"2026-11-22T09:14:07.120411Z\">22\u{A0}Nov\u{A0}2026</time>")
        #expect(moment.day(in: .french).markup.contains("22\u{A0}nov.\u{A0}2026"))
        #expect(moment.day(in: .arabic).markup.contains("22\u{A0}نوفمبر\u{A0}2026"))
        #expect(moment.minute(in: .english).markup.contains("2026, <bdi>09:14 UTC</bdi>"))
    }

    @Test(arguments: [
        "", "now", "2026-11-22", "2026-00-22T09:14:07Z", "2026-11-22T24:14:07Z", "<b>", "2026-11-22T09:14:07.Z",
    ])
    func `what is no time is shown as it is`(_ text: String) {
        #expect(Moment(text).day(in: .english) == "<code dir=\"ltr\">\(text)</code>")
    }
}
