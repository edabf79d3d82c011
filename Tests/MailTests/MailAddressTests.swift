import Testing

@testable import Mail

@Suite struct MailAddressTests {
    @Test(arguments: [
        "amina@cirt.example", "a@b", "first.last+tag@sub.cirt.example", "o'brien@cirt.example",
        "x!#$%&'*+-/=?^_`{|}~@a.example",
        "أمينة@مثال.example", "müller@bücher.example", "用户@例子.example",
    ]) func `an address that a server may take`(_ text: String) throws {
        #expect(
            try MailAddress(text).description == text.split(separator: "@")[0] + "@" + text.split(separator: "@")[1])
    }

    /// Whatever could end a line, begin another address or a parameter, or be read in two ways.
    @Test(arguments: [
        "", "@", "a@", "@b", "a", "a b@c.example", "a@b c", "a@c.example\r\nRCPT TO:<x@y.example>",
        "a@c.example\nBcc: x@y.example",
        "a\r@c.example", "a\u{0}@c.example", "<a@c.example>", "a@c.example>", "a,b@c.example", "\"a b\"@c.example",
        "a@[192.0.2.1]",
        "a..b@c.example", ".a@c.example", "a.@c.example", "a@c..example", "a@.example", "a@c.example.", "a@-c.example",
        "a@c-.example",
        "a@b@c.example;", "a;b@c.example", "a:b@c.example", "a(b)@c.example", "a\\b@c.example", "a@c_d.example",
        "a@c.example SIZE=1",
        "a\u{202E}b@c.example", "a\u{200B}@c.example", "a\u{2028}@c.example", "a\u{A0}b@c.example",
        "a@c\u{3002}example",
        String(repeating: "a", count: 65) + "@c.example", "a@" + String(repeating: "b", count: 64) + ".example",
        "a@" + String(repeating: "b.", count: 130) + "example",
    ]) func `an address that is none`(_ text: String) {
        #expect(throws: MailError.self) { try MailAddress(text) }
    }

    @Test func `two spellings have one key, and an answer comes back to a word behind a plus`() throws {
        let address = try MailAddress("Amina.Haddad@CIRT.example")
        #expect(
            address.key == "amina.haddad@cirt.example" && address.local == "Amina.Haddad" && !address.isInternational)
        #expect(address.tagged("0f")?.description == "Amina.Haddad+0f@cirt.example")
        #expect(try MailAddress(String(repeating: "a", count: 60) + "@c.example").tagged("12345") == nil)
        #expect(try MailAddress("müller@cirt.example").isInternational)
        #expect(try MailAddress("a@bücher.example").isInternational)
    }

    @Test(arguments: [
        "a\r\nBcc: x@y.example", "a\nb", "a\u{0}", "\u{7F}", "a\u{85}b", "a\u{2028}b", "", "  ",
        String(repeating: "a", count: 501),
    ])
    func `a line of a head is one line`(_ text: String) throws {
        #expect(throws: MailError.self) { try HeaderText(text) }
        let cut = HeaderText(cutting: text)
        #expect(cut.map { $0.description.utf8.count <= 500 && !$0.description.contains("\n") } ?? true)
        #expect((cut == nil) == text.allSatisfy { " \u{0}\u{7F}".contains($0) })
    }

    @Test(arguments: [
        "a", "a@", "@b", "a@b@c", "a b@c", "<a@b>", "a@b\r\nX: y", "a@b>", "ä@b",
        String(repeating: "a", count: 250) + "@b",
    ])
    func `a name of a letter that is none`(_ text: String) {
        #expect(throws: MailError.self) { try MessageID(text) }
    }

    @Test(arguments: [
        "http://a.example/", "https://a.example/ b", "https://a.example/>", "https://a.example/\r\nX: y",
        "https://a.example/,b", "",
    ])
    func `an address to unsubscribe that is none`(_ text: String) {
        #expect(throws: MailError.self) { try Unsubscribing(text) }
    }
}
