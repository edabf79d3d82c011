import STIX
import Testing

/// What is found in pasted text, and what is not.
@Suite struct ObservableScannerTests {
    static func found(_ text: String, atMost most: Int = 1_000) -> [String] {
        ObservableScanner.scan(text, atMost: most).values.map { "\($0.kind.rawValue) \($0.text)" }
    }

    @Test(arguments: [
        ("198.51.100.7", ["ipv4-addr 198.51.100.7"]),
        ("from 198.51.100.7:443, then (203.0.113.9).", ["ipv4-addr 198.51.100.7", "ipv4-addr 203.0.113.9"]),
        ("198.51.100.77/24", ["ipv4-addr 198.51.100.0/24"]),
        (
            "198[.]51[.]100[.]7 198.51.100(.)8 198{.}51.100.9",
            ["ipv4-addr 198.51.100.7", "ipv4-addr 198.51.100.8", "ipv4-addr 198.51.100.9"]
        ),
        ("2001:DB8:0:0:0:0:0:1 and [2001:db8::2]:443", ["ipv6-addr 2001:db8::1", "ipv6-addr 2001:db8::2"]),
        ("2001:db8::/32 fe80::1%eth0 ::1", ["ipv6-addr 2001:db8::/32", "ipv6-addr fe80::1", "ipv6-addr ::1"]),
        ("2001[:]db8[:][:]1", ["ipv6-addr 2001:db8::1"]),
        ("::ffff:198.51.100.7", ["ipv4-addr 198.51.100.7"]),
        ("c2.example", ["domain-name c2.example"]),
        (
            "C2.Example. c2[.]example c2(dot)example c2 [.] example c2 dot example c2\\.example",
            ["domain-name c2.example"]
        ),
        ("evil[.zip a.]b.example", ["domain-name evil.zip", "domain-name a.b.example"]),
        ("bücher.example BÜCHER[.]example xn--bcher-kva.example", ["domain-name xn--bcher-kva.example"]),
        ("مثال.إختبار.example", ["domain-name xn--mgbh0fb.xn--kgbechtv.example"]),
        ("请看 c2.example。请看c3.example网站", ["domain-name c2.example", "domain-name c3.example"]),
        ("hxxp://C2[.]example/A?b=1#c", ["url http://c2.example/A?b=1#c"]),
        ("hXXps[:]//c2[.]example:443", ["url https://c2.example/"]),
        ("hxxps[://]c2(.)example:8443/x.", ["url https://c2.example:8443/x"]),
        (
            "[link](http://c2.example/a_(b)) <http://c2.example/c>",
            ["url http://c2.example/a_(b)", "url http://c2.example/c"]
        ),
        ("http://[2001:db8::1]:80/ ftp://198.51.100.7/x", ["url http://[2001:db8::1]/", "url ftp://198.51.100.7/x"]),
        (
            "url=https://r.example/?u=http://c2.example/&amp;x=1",
            ["url https://r.example/?u=http://c2.example/&x=1", "url http://c2.example/&x=1"]
        ),
        ("http://user@c2.example/", ["url http://user@c2.example/"]),
        (
            "A.B+c@Mail.Example, a[at]b[.]example, x [at] y [dot] example",
            ["email-addr a.b+c@mail.example", "email-addr a@b.example", "email-addr x@y.example"]
        ),
        ("mailto:a@b.example", ["email-addr a@b.example"]),
        ("D41D8CD98F00B204E9800998ECF8427E", ["MD5 d41d8cd98f00b204e9800998ecf8427e"]),
        ("sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709", ["SHA-1 da39a3ee5e6b4b0d3255bfef95601890afd80709"]),
        (
            "cve-2026-0001, CVE-2021-44228; exploit_CVE-2021-44228.py",
            ["vulnerability CVE-2026-0001", "vulnerability CVE-2021-44228"]
        ),
        (
            "AS64500 asn64501 ASN 64502 AS 64503 AS: 64504",
            [
                "autonomous-system AS64500", "autonomous-system AS64501", "autonomous-system AS64502",
                "autonomous-system AS64503", "autonomous-system AS64504",
            ]
        ),
        ("c2.example\u{200B} evil\u{200B}.example", ["domain-name c2.example", "domain-name evil.example"]),
        (
            "src=198.51.100.7 dst=203.0.113.9|a.example",
            ["ipv4-addr 198.51.100.7", "ipv4-addr 203.0.113.9", "domain-name a.example"]
        ),
        ("مصدر: 198.51.100.7، ثم c2.example؛", ["ipv4-addr 198.51.100.7", "domain-name c2.example"]),
    ])
    func `values are found in every form`(_ text: String, _ expected: [String]) {
        #expect(Self.found(text) == expected)
    }

    @Test(arguments: [
        "report.pdf", "e.g. this, i.e. that", "setup.exe install.sh a.py b.rs", "Done.Now it is",
        "sentence.Another one",
        "10.0.19041.1 1.2.3 1.2.3.4.5 01.2.3.4 256.1.1.1 v1.2.3.4", "12:34:56 00:11:22:33:44:55 std::vector a::b",
        "GET /index.example HTTP/1.1", "java.lang.String", "_a._b.example", "a..example", "-a.example a-.example",
        "d41d8cd98f00b204e9800998ecf8427", "00000000-0000-4000-8000-000000000001", "CVE-2021-442 XCVE-2021-44228",
        "as 64500 as64500 AS0 AS99999999999", "foo://bar", "http://", "http://localhost/", "a@b", "@c2.example@", "",
        "....", "[.]", "://",
        "[at] [dot]", "::", "1.2.3.4/33", "http://a.example:99999/x@",
    ])
    func `what only looks like a value is left alone`(_ text: String) {
        let found = Self.found(text).filter {
            $0 != "ipv4-addr 1.2.3.4" && $0 != "domain-name a.example" && $0 != "domain-name c2.example"
        }
        #expect(found == [])
    }

    @Test func `the whole text of a value is read without a list of endings`() {
        #expect(ObservableValue("intranet.corp")?.kind == .domain)
        #expect(ObservableValue("word") == nil)
        #expect(ObservableValue("two words.example") == nil)
        #expect(ObservableValue("AS64500")?.systemNumber == 64_500)
        #expect(ObservableValue("http://c2.example")?.domain == "c2.example")
        #expect(ObservableValue("a@c2.example")?.domain == "c2.example")
        #expect(ObservableValue("http://198.51.100.7/")?.prefix?.description == "198.51.100.7")
    }

    @Test(arguments: [
        ("198.51.100.7", "198.51.100[.]7"), ("c2.example", "c2[.]example"), ("a.b@c2.example", "a.b@c2[.]example"),
        ("http://c2.example:8080/a.b", "hxxp://c2[.]example:8080/a.b"),
        ("https://198.51.100.7/", "hxxps://198.51.100[.]7/"),
        ("2001:db8::1", "2001:db8::1"), ("CVE-2021-44228", "CVE-2021-44228"), ("AS64500", "AS64500"),
    ])
    func `a defanged value is found again`(_ text: String, _ defanged: String) throws {
        let value = try #require(ObservableValue(text))
        #expect(value.defanged == defanged)
        #expect(ObservableScanner.scan(defanged, atMost: 9).values == [value])
    }

    @Test func `values come once, in order, and no more than asked for`() {
        let text = "b.example a.example B[.]example 198.51.100.7 a.example c.example"
        #expect(
            Self.found(text) == [
                "domain-name b.example", "domain-name a.example", "ipv4-addr 198.51.100.7", "domain-name c.example",
            ])
        let cut = ObservableScanner.scan(text, atMost: 2)
        #expect(cut.values.map(\.text) == ["b.example", "a.example"])
        #expect(cut.hasMore)
        #expect(!ObservableScanner.scan("b.example b.example", atMost: 1).hasMore)
    }

    /// Text of the alphabet of values, so that the scanner goes down all its ways.
    static func noise(_ seed: UInt64, pieces: Int) -> String {
        let alphabet = [
            "a", "b.", ".example", "1.2.3.4", "198.51.100.", "[.]", "(dot)", "[at]", "@", "://", "http", "hxxp", ":",
            "::", "/", "%", "\\.",
            " ", "\n", "[", "]", "(", ")", "d41d8cd98f00b204e9800998ecf8427e", "CVE-", "2026-", "0001", "AS", "64500",
            "ü", "ة", "\u{200B}", "\u{1}",
            "&amp;", "-", "_", ".]", " dot ", "{", "}", "🙂", "\u{FFFD}",
        ]
        var state = seed
        return (0..<pieces).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return alphabet[Int(state >> 33) % alphabet.count]
        }.joined()
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `whatever is found reads as itself`(_ seed: UInt64) {
        for value in ObservableScanner.scan(Self.noise(seed, pieces: 400), atMost: 1_000).values {
            #expect(ObservableValue(value.text) == value, "\(value.text)")
            #expect(ObservableScanner.scan(value.text, atMost: 3).values.first == value, "\(value.text)")
        }
    }

    @Test(
        "Time grows with the text and no faster: 128 KB of anything",
        arguments: [
            "http://a)", "http://a", "(", "[.", ":", "a:", "a@", "://", ".", "\\.", " dot ", "é.", "a.", "1.",
            "http://a" + String(repeating: ")", count: 2_040),
            "ü", "CVE-2021-", "AS ", "[", "((((((", "a.example/", "&amp;", "f", "::", "http://[",
        ])
    func isBounded(_ piece: String) {
        let text = String(repeating: piece, count: (128 << 10) / piece.utf8.count)
        let clock = ContinuousClock()
        let took = clock.measure { _ = ObservableScanner.scan(text, atMost: 1_000) }
        // What grows with the square would take minutes in this build.
        #expect(took < .seconds(20), "\(took)")
    }
}
