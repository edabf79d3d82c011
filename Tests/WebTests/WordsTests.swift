import HTML
import Testing
import Web

@Suite struct WordsTests {
    @Test(
        arguments: [
            (0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-12_000, "−12,000"),
        ])
    func `numbers have their thousands apart`(_ number: Int, _ expected: String) {
        #expect(Language.english.number(number) == expected)
        #expect(Language.french.number(number) == expected.replacing(",", with: "\u{202F}"))
        #expect(Language.spanish.number(number) == expected.replacing(",", with: "."))
        #expect(Language.russian.number(number) == expected.replacing(",", with: "\u{A0}"))
        #expect(Language.chinese.number(number) == expected)
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

    @Test(arguments: [
        (0, "many"), (1, "one"), (2, "few"), (4, "few"), (5, "many"), (11, "many"), (12, "many"), (14, "many"),
        (20, "many"), (21, "one"), (22, "few"), (25, "many"), (100, "many"), (101, "one"), (111, "many"), (112, "many"),
        (1_003, "few"), (1_000_000, "many"), (-21, "one"),
    ])
    func `Russian has three forms`(_ number: Int, _ expected: String) {
        #expect(Plural.russian(number, "one", "few", "many") == expected)
    }

    @Test func `French takes the singular for none`() {
        #expect([0, 1, 2].map { Plural.french($0, "un", "des") } == ["un", "un", "des"])
        #expect([0, 1, 2].map { Plural.english($0, "one", "more") } == ["more", "one", "more"])
        #expect([0, 1, 2].map { Plural.spanish($0, "una", "unas") } == ["unas", "una", "unas"])
    }

    @Test func `days in words`() {
        let moment: Moment = "2026-11-22T09:14:07.120411Z"
        #expect(
            moment.day(in: .english).markup
                == "<time datetime=\"2026-11-22T09:14:07.120411Z\">22\u{A0}Nov\u{A0}2026</time>")
        #expect(moment.day(in: .french).markup.contains("22\u{A0}nov.\u{A0}2026"))
        #expect(moment.day(in: .arabic).markup.contains("22\u{A0}نوفمبر\u{A0}2026"))
        #expect(moment.day(in: .spanish).markup.contains("22\u{A0}nov\u{A0}2026"))
        #expect(moment.day(in: .russian).markup.contains("22\u{A0}нояб.\u{A0}2026\u{A0}г."))
        #expect(moment.day(in: .chinese).markup.contains(">2026年11月22日<"))
        #expect(moment.minute(in: .chinese).markup.contains("日 <bdi>09:14 UTC</bdi>"))
        #expect(moment.minute(in: .english).markup.contains("2026, <bdi>09:14 UTC</bdi>"))
    }

    @Test(arguments: [
        "", "now", "2026-11-22", "2026-00-22T09:14:07Z", "2026-11-22T24:14:07Z", "<b>", "2026-11-22T09:14:07.Z",
    ])
    func `what is no time is shown as it is`(_ text: String) {
        #expect(Moment(text).day(in: .english) == "<code dir=\"ltr\">\(text)</code>")
    }
}
