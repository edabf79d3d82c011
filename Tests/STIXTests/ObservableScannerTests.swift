import STIX
import TestSupport
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

    /// What Check shows where the gateway knows these values and no others.
    static func settled(_ text: String, knowing known: [String]) -> [String] {
        ObservableScanner.scan(text, atMost: 1_000).settled { known.contains($0.text) }.map(\.text)
    }

    @Test(arguments: [
        ("order.pl", ["order.pl"]), ("query pier.md IN A", ["pier.md"]), ("open pier.sh, quay.zip", ["pier.sh"]),
        ("GET /pier.sh C:\\dir\\quay.zip", ["pier.sh", "quay.zip"]), ("Done.Now Quay.Org", ["quay.org"]),
        ("quay.corp", ["quay.corp"]), ("a_b.c_d.example", ["a_b.c_d.example"]),
        ("wharf dot example", ["wharf.example"]),
        ("{\"a\":\"x\\nquay.zip\"}", ["quay.zip"]),
    ])
    func `a doubtful name is shown where it is known, and only there`(_ text: String, _ known: [String]) {
        #expect(Self.settled(text, knowing: known) == known)
        #expect(Self.settled("there is \(text)", knowing: []) == [])
    }

    @Test func `who asks for one name alone is answered`() {
        #expect(Self.settled(" pier.sh\n", knowing: []) == ["pier.sh"])
        #expect(Self.settled("report.pdf", knowing: []) == [])
    }

    @Test(arguments: [
        ("http://c2.example/a,b.php", "http://c2.example/a,b.php", "http://c2.example/a"),
        ("see http://c2.example/a;s=1, then", "http://c2.example/a;s=1", "http://c2.example/a"),
        ("'http://c2.example/it's'", "http://c2.example/it's", "http://c2.example/it"),
        ("http://c2.example/a,b;c'd", "http://c2.example/a,b;c", "http://c2.example/a"),
        (
            "https://r.example/?u=http://c2.example/&s=1", "http://c2.example/", "http://c2.example/&s=1"
        ),
        ("from o'brien@c2.example", "o'brien@c2.example", "brien@c2.example"),
        ("http://c2.example/aを開く", "http://c2.example/a", "http://c2.example/aを開く"),
        ("新c2.example", "xn--c2-mp7d.example", "c2.example"),
    ])
    func `of two readings the known one is shown, else the usual one`(
        _ text: String, _ other: String, _ usual: String
    ) {
        #expect(Self.settled(text, knowing: []).contains(usual))
        #expect(!Self.settled(text, knowing: []).contains(other))
        #expect(Self.settled(text, knowing: [other]).contains(other))
        #expect(!Self.settled(text, knowing: [other]).contains(usual))
        #expect(Self.settled(text, knowing: [usual]).contains(usual))
        // Where the shorter one stands alone elsewhere, it stays; what may be cut can be so anywhere.
        #expect(usual.contains(other) || Self.settled("\(usual) \(text)", knowing: [other]).contains(usual))
    }

    @Test(arguments: [
        (#"{"url":"http:\/\/c2.example\/a.exe"}"#, ["http://c2.example/a.exe"]),
        (#"{"u":"http://c2.example/?a=1\u0026b=2","v":"see\nd2.example"}"#, ["http://c2.example/?a=1&b=2"]),
        (#"<script src="//c2.example/x.js">"#, ["c2.example"]), ("git://c2.example/x", ["c2.example"]),
        (#"net use \\c2.example@SSL\DavWWWRoot"#, ["c2.example"]), (#"\\198.51.100.7@8080\s"#, ["198.51.100.7"]),
        (#""\\\\c2.example\\s""#, ["c2.example"]), (#"C:\\dir\\c2.example"#, []), ("dir//c2.example", []),
        ("ssh root@198.51.100.7", ["198.51.100.7"]),
        ("IP 198.51.100.7.51234 > 203.0.113.9.443: Flags", ["198.51.100.7", "203.0.113.9"]),
        ("IP6 2001:db8::7.51234 > 2001:db8::9.53: Flags", ["2001:db8::7", "2001:db8::9"]),
        ("inetnum: 203.0.113.8-203.0.113.15", ["203.0.113.8", "203.0.113.15"]),
        ("203.0.113.8-15 2001:db8::1-2001:db8::9", ["203.0.113.8", "2001:db8::1", "2001:db8::9"]),
        ("198.51.100.7-static.isp.example", ["198.51.100.7-static.isp.example"]), ("version 1.2.3.4.5", []),
        ("CVE\u{2011}2026\u{2010}0001 a\u{2011}b.example", ["CVE-2026-0001", "a-b.example"]),
        ("ｃ２．ｅｘａｍｐｌｅ", ["c2.example"]),
        ("افتحوا وc2.example وa@c2.example", ["c2.example", "a@c2.example"]), ("サイトc2.exampleを", ["c2.example"]),
        ("주소c2.example에서 서버198.51.100.7에서", ["c2.example", "198.51.100.7"]), ("第5.example", ["xn--5-sj5c.example"]),
        ("ハッシュd41d8cd98f00b204e9800998ecf8427e", ["d41d8cd98f00b204e9800998ecf8427e"]),
        ("http://c2.exampleを見る", ["http://c2.example/"]),
        ("http://b%C3%BCcher.example/", ["http://xn--bcher-kva.example/"]),
        (
            "<p>&lt;c2.example&gt; &quot;http://c2.example/a&quot; c3&#46;example</p>",
            ["c2.example", "http://c2.example/a", "c3.example"]
        ),
    ])
    func `whatever stands around a value, it is read as it was meant`(_ text: String, _ expected: [String]) {
        #expect(ObservableScanner.scan(text, atMost: 99).values.map(\.text) == expected)
    }

    @Test(arguments: [
        (
            "https://eu01.mail.example/?url=https%3A%2F%2Fc2.example%2Fa%3Fb%3D1&data=05%7C01",
            ["https://c2.example/a?b=1"]
        ),
        ("https://urldefense.proofpoint.com/v2/url?u=http-3A__a-2Db.example_x&d=DwMFaQ&c=V", ["http://a-b.example/x"]),
        ("https://r.example/?u=https%253A%252F%252Fc2.example%252F", ["https://c2.example/"]),
        (
            "https://r.example/?u=https%3A%2F%2Fs.example%2F%3Fv%3Dhttp%253A%252F%252Fc2.example%252Fa",
            ["https://s.example/?v=http%3A%2F%2Fc2.example%2Fa", "http://c2.example/a"]
        ),
        ("https://r.example/https%3a%2f%2fc2.example%2fna%C3%AFve", ["https://c2.example/na%C3%AFve"]),
        ("https://r.example/?u=nothing%3A%2F%2Fc2.example", []), ("https://r.example/?u=http%3A%2F%2F", []),
    ])
    func `links inside links are followed`(_ text: String, _ inner: [String]) {
        #expect(ObservableScanner.scan(text, atMost: 99).values.dropFirst().map(\.text) == inner)
    }

    @Test func `a mail in quoted-printable is read as its reader sees it`() {
        let mail = """
            Content-Transfer-Encoding: quoted-printable

            See http://c2.example/path/brok=
            en?id=3D12 and https://harb=\r
            our.example/ <a href=3D"http://c3.example/na=C3=AFve">
            """
        #expect(
            Self.found(mail).map { $0.split(separator: " ")[1] } == [
                "http://c2.example/path/broken?id=12", "https://harbour.example/", "http://c3.example/naïve",
            ])
        // Nothing says that these are.
        #expect(Self.found("http://c2.example/?id=3D12") == ["url http://c2.example/?id=3D12"])
        #expect(Self.found("key=\nfoo.example") == ["domain-name foo.example"])
    }

    /// Every name that is found stands in the text, in letters that follow each other or with a mark that was mended.
    @Test(arguments: [
        "the dot com bust, polka dot example", "l'amica@c2.example", "anyname\u{00AD}s.example",
        "C:\\Users\\neo.example",
        "раypal.example", "x=\ny.example", "サイトa.example", "وb.example", "http://exampleを/",
    ]) func `no name is invented`(_ text: String) {
        let written = text.replacing("\u{00AD}", with: "").lowercased()
        for value in ObservableScanner.scan(text, atMost: 99).values where !value.text.contains("xn--") {
            #expect(written.contains(value.domain ?? value.text), "\(value.text)")
        }
        #expect(
            !ObservableScanner.scan(text, atMost: 99).values.contains {
                $0.text == "ypal.example" || $0.text == "the.com"
            })
    }

    @Test(arguments: [
        ("http://c2.example/%7euser/a%2fb", "http://c2.example/~user/a%2Fb"),
        ("http://c2.example/naïve", "http://c2.example/na%C3%AFve"), ("http://c2.example/a#top", "http://c2.example/a"),
        ("http://c2.example/a/c/../b", "http://c2.example/a/b"),
        ("http://c2.example/a/./b/.", "http://c2.example/a/b/"),
        ("http://c2.example/../../a", "http://c2.example/a"), ("http://c2.example/a|b", "http://c2.example/a%7Cb"),
        ("HTTP://C2.example:80?x=%41", "http://c2.example/?x=A"),
        ("http://c2.example/a?b=/../c", "http://c2.example/a?b=/../c"),
        ("http://c2.example/%zz%4", "http://c2.example/%zz%4"), ("http://%63%32.example/", "http://c2.example/"),
    ])
    func `equivalent URLs compare as one`(_ text: String, _ other: String) throws {
        let (value, same) = (try #require(ObservableValue(text)), try #require(ObservableValue(other)))
        #expect(value.comparable == same.comparable)
        #expect(try #require(ObservableValue(value.comparable)).comparable == value.comparable)
    }

    @Test(arguments: [
        ("http://c2.example/a", "http://c2.example/A"), ("http://c2.example/a", "https://c2.example/a"),
        ("http://c2.example/a", "http://c2.example/a/"), ("http://c2.example/a%2Fb", "http://c2.example/a/b"),
        ("http://c2.example/a?", "http://c2.example/a"), ("http://c2.example/%2e%2e/a", "http://c2.example/b"),
    ])
    func `other URLs do not`(_ text: String, _ other: String) {
        #expect(ObservableValue(text)?.comparable != ObservableValue(other)?.comparable)
    }

    @Test(arguments: [
        ("c2.example:80", "//c2.example/"), ("c2.example/a", "//c2.example/a"),
        ("192.0.2.1:8080/x", "//192.0.2.1:8080/x"),
        ("and/or", nil), ("c2.example", nil), ("/c2.example/a", nil), ("c2.example/a b", nil), ("12:34:56", nil),
    ])
    func `a URL without its scheme`(_ text: String, _ expected: String?) {
        #expect(ObservableValue(withoutScheme: text)?.withoutScheme == expected)
    }

    @Test(arguments: [
        ("hXXp://c2[.]example/a", "http://c2.example/a"), (" c2(dot)example ", "c2.example"),
        ("a(at)c2.example", "a@c2.example"),
        ("AS64500", "AS64500"), ("2001:DB8:0::1", "2001:db8::1"), ("B\u{FC}CHER.example", "xn--bcher-kva.example"),
        ("c2.example d2.example", nil), ("word", nil), ("", nil),
    ])
    func `a text that is one value is known as such`(_ text: String, _ expected: String?) {
        #expect(ObservableScanner.only(text)?.text == expected)
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

    @Test(arguments: [
        "http://a)", "http://a", "(", "[.", ":", "a:", "a@", "://", ".", "\\.", " dot ", "é.", "a.", "1.",
        "http://a" + String(repeating: ")", count: 2_040),
        "ü", "CVE-2021-", "http://a,", "http://a.example/%3A%2F%2F", "=3D\"", "=\n", "\\", "\\u0041",
        "サイトa.example", "http://a.example/x'", "AS ", "[", "((((((", "a.example/", "&amp;", "f", "::", "http://[",
    ])
    func `time grows with the text and no faster: 128 KB of anything`(_ piece: String) {
        let text = String(repeating: piece, count: (128 << 10) / piece.utf8.count)
        let took = ownTime { _ = ObservableScanner.scan(text, atMost: 1_000) }
        // What grows with the square would take minutes in this build.
        #expect(took < .seconds(20), "\(took)")
    }
}
