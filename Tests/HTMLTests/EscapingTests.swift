import Foundation
import HTML
import Testing

@Suite struct EscapingTests {
    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\" onmouseover=\"x", "&#34; onmouseover=&#34;x"),
        ("' onmouseover='x", "&#39; onmouseover=&#39;x"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("a\u{0}b\u{1B}c\u{7F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
        ("tab\tline\nreturn\r", "tab\tline\nreturn\r"),
        ("<\u{301}b>", "&lt;\u{301}b&gt;"),
        ("été, نص, 漢字 🜁", "été, نص, 漢字 🜁"),
        ("", ""),
    ])
    func `text of others is only ever text`(_ text: String, _ expected: String) {
        let html: Markup = "<p title=\"\(text)\">\(text)</p>"
        #expect(html.markup == "<p title=\"\(expected)\">\(expected)</p>")
        #expect(Markup(text: text).markup == expected)
    }

    @Test func `markup is inserted as it stands`() {
        let bold: Markup = "<b>\("&")</b>"
        let none: Markup? = nil
        let some: Markup? = bold
        let html: Markup = "\(bold)|\(none)|\(some)|\([bold, bold])|\(7)"
        #expect(html.markup == "<b>&amp;</b>||<b>&amp;</b>|<b>&amp;</b><b>&amp;</b>|7")
    }

    @Test func `nothing in JSON-LD ends its block`() {
        let block = Markup(jsonLD: #"{"name":"</script><!-- & <script>"}"#).markup
        #expect(block.components(separatedBy: "<").count == 3 && !block.contains("&"))
        #expect(block.contains(#""\u003c/script\u003e\u003c!-- \u0026 \u003cscript\u003e""#))
    }

    @Test func `optional text becomes markup only by its literal`() {
        let name: String? = "<i>"
        let html: Markup = "\(name.map { "<b>\($0)</b>" })"
        #expect(html.markup == "<b>&lt;i&gt;</b>")
    }

    @Test func `pieces are joined`() {
        let pieces: [Markup] = ["<i>a</i>", "b"]
        #expect(pieces.joined(separator: ", ").markup == "<i>a</i>, b")
        #expect([Markup]().joined(separator: ", ").isEmpty)
    }

    @Test func `bars stay in their cell`() {
        #expect(Markup.bar(5, of: 10).markup.contains("width=\"500\""))
        #expect(Markup.bar(50, of: 10).markup.contains("width=\"1000\""))
        #expect(Markup.bar(1, of: 1_000_000).markup.contains("width=\"4\""))
        #expect(Markup.bar(0, of: 0).markup.contains("width=\"0\""))
    }
}
