import Testing

@testable import concord

/// What others wrote reaches the terminal as text, and as nothing else.
@Suite struct PrintedTests {
    @Test(arguments: [
        ("heron\u{1B}[2J\u{1B}]0;owned\u{7}", "heron\\u{1B}[2J\\u{1B}]0;owned\\u{7}"),
        ("one\nindicator--1\tInvented\tpublic", "one\\u{A}indicator--1\\u{9}Invented\\u{9}public"),
        ("a\rb", "a\\u{D}b"), ("a\r\nb", "a\\u{D}\\u{A}b"),
        ("a\u{85}b\u{2028}c\u{2029}d", "a\\u{85}b\\u{2028}c\\u{2029}d"),
        ("\u{202E}txt.exe", "\\u{202E}txt.exe"), ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
        ("zero\u{200B}width\u{FEFF}", "zero\\u{200B}width\\u{FEFF}"), ("\u{9B}31m", "\\u{9B}31m"),
        ("tag\u{E0041}", "tag\\u{E0041}"),
    ])
    func `nothing that a terminal obeys is left`(_ text: String, _ shown: String) {
        #expect("\(text)" as Printed == Printed(stringLiteral: shown))
        #expect(Printed(text).description == shown)
    }

    @Test(arguments: ["فريق الاستجابة", "日本語の名前", "می‌خواهم", "👩‍💻", "naïve – “quoted”", ""])
    func `names of all languages stay as they are`(_ name: String) {
        #expect("\(name)" as Printed == Printed(stringLiteral: name))
    }

    @Test func `lines of the program's own stay lines, and pieces that were cleaned are not cleaned again`() {
        let row: Printed = "\("a\nb")\t\(7)"
        #expect([row, "  \("c\u{1B}")"].joined(separator: "\n").description == "a\\u{A}b\t7\n  c\\u{1B}")
        #expect(Printed(lines: "one\ntwo\u{1B}\n").description == "one\ntwo\\u{1B}\n")
    }
}
