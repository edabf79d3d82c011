import HTML
import TestSupport
import Testing
import Web

@Suite struct ProseTests {
    @Test(
        arguments: [
            ("one\ntwo\n\nthree", "<p>one two</p><p>three</p>"),
            (
                "a **b** *c* `d` <code>e</code>",
                "<p>a <strong>b</strong> <em>c</em> <code dir=\"ltr\">d</code> <code dir=\"ltr\">e</code></p>"
            ),
            ("- a\n- b\n  - c\n- d", "<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>"),
            ("1. a\n2. b\n\nc", "<ol><li>a</li><li>b</li></ol><p>c</p>"),
            ("## H\ntext", "<p class=\"heading\">H</p><p>text</p>"),
            ("```\n<b>\n**x**\n```", "<pre dir=\"ltr\"><code>&lt;b&gt;\n**x**</code></pre>"),
            (
                "[x](https://a.example/?a&b)",
                "<p><a href=\"https://a.example/?a&amp;b\" rel=\"nofollow noreferrer\">x</a></p>"
            ),
            ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
            ("text. (Citation: A) more", "<p>text.<sup><a href=\"#ref-1\">1</a></sup> more</p>"),
            ("text (Citation: Unknown)", "<p>text(Citation: Unknown)</p>"),
            ("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>"),
            ("**<b>** *<i>*", "<p><strong>&lt;b&gt;</strong> <em>&lt;i&gt;</em></p>"),
            ("2 * 3 * 4 and [open and `open", "<p>2 * 3 * 4 and [open and `open</p>"),
            ("a\u{202E}b", "<p>a<span class=\"control\" dir=\"ltr\">U+202E</span>b</p>"),
            ("", ""),
        ])
    func `marks become markup`(_ text: String, _ expected: String) {
        #expect(Prose(citations: ["A": 1]).html(text).markup == expected)
    }

    @Test(arguments: [
        "[", "`", "*a* ", "**", "- a\n", "(Citation: ", "\"", "<code>", "  - a\n    - b\n", "a\n\n", "\u{202E}",
    ])
    func `any text is bounded in work and in size`(_ piece: String) {
        let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
        let took = ownTime {
            let html = Prose(citations: ["": 1], bytes: 6_000).html(text)
            #expect(html.markup.utf8.count < 14_000)
        }
        #expect(took < .seconds(2))
    }

    @Test func `plain text has no marks`() {
        let text = "**A** [b](https://c.example) `d`.(Citation: E)\n- f"
        #expect(Prose.plain(text, bytes: 100) == "A b d. - f")
        #expect(Prose.plain(String(repeating: "word ", count: 100), bytes: 30).utf8.count <= 34)
    }

    @Test func `clipping keeps characters whole`() {
        #expect(Shown.clipped("ééééé", bytes: 5) == "éé…")
        #expect(Shown.clipped("short", bytes: 5) == "short")
        #expect(Shown.clipped("some words here", bytes: 12) == "some words…")
    }
}
