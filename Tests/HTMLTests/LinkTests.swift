import HTML
import Testing

@Suite struct LinkTests {
    @Test(arguments: [
        "http://a.example", "https://a.example/b?c=d&e#f", "HTTPS://A.example", "https://[2001:db8::1]:8443/x",
        "https://münchen.example/ü",
    ])
    func `addresses that lead somewhere`(_ text: String) {
        #expect(Link(text)?.text == text)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "java\nscript:alert(1)", "\u{1}javascript:alert(1)",
        " https://a.example", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "https:", "https://",
        "https:/a.example", "https:a.example", "https://bank.example@evil.example", "https://a.example\\@b",
        "https://a.example/\u{202E}gpj.exe", "https://a.example/ b", "https://a.example/\"x", "//evil.example",
        "/local", "?q=1", "#x", "", "mailto:a@b.example", "https://\u{200B}a.example",
    ])
    func `addresses that do something else, or pretend`(_ text: String) {
        #expect(Link(text) == nil)
    }

    @Test func `local addresses stay local`() {
        for text in ["/", "/objects/x", "?q=a", "#ref-1"] {
            #expect(Link(text, admitting: [.relative]) != nil, "\(text)")
        }
        for text in ["//evil.example", "/\\evil.example", "evil", "https://a.example"] {
            #expect(Link(text, admitting: [.relative]) == nil, "\(text)")
        }
    }

    @Test func `mail must be asked for`() {
        #expect(Link("mailto:desk@cirt.example", admitting: [.mailto]) != nil)
        #expect(Link("mailto:", admitting: [.mailto]) == nil)
    }

    @Test func `too long is no link`() {
        #expect(Link("https://a.example/" + String(repeating: "a", count: 2_048)) == nil)
    }

    @Test func `links are escaped too`() throws {
        let link = try #require(Link("https://a.example/?a=1&b='2'"))
        let html: Markup = "<a href=\"\(link)\">x</a>"
        #expect(html.markup == "<a href=\"https://a.example/?a=1&amp;b=&#39;2&#39;\">x</a>")
        #expect(link.host == "a.example")
    }
}
