import STIX
import Testing

@Suite struct IPPrefixTests {
    @Test(arguments: [
        ("198.51.100.7", "198.51.100.7"), ("198.51.100.7/24", "198.51.100.0/24"), ("198.51.100.7/32", "198.51.100.7"),
        ("0.0.0.0/0", "0.0.0.0/0"), ("2001:DB8::", "2001:db8::"), ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
        ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("::", "::"), ("::1", "::1"), ("1::", "1::"),
        ("::/0", "::/0"),
        ("2001:db8:ffff::/33", "2001:db8:8000::/33"), ("::ffff:198.51.100.7", "198.51.100.7"),
        ("::ffff:198.51.100.0/120", "198.51.100.0/24"), ("64:ff9b::198.51.100.7", "64:ff9b::c633:6407"),
        ("fe80::1%eth0", "fe80::1"), ("0:0:0:0:0:0:0:0", "::"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"),
    ])
    func `each prefix has one way to be written`(_ text: String, _ canonical: String) throws {
        let prefix = try #require(IPPrefix(text))
        #expect(prefix.description == canonical)
        #expect(IPPrefix(canonical) == prefix)
    }

    @Test(arguments: [
        "", ".", ":", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.256", "1.2.3.4/", "1.2.3.4/33", "1.2.3.4/024",
        "1.2.3.4/24/8",
        ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "12345::", "g::",
        "::1/129", "+1::",
        "1.2.3.4::", "::1.2.3", " 1.2.3.4", "1:2:3:4:5:6:7::8", "一.2.3.4",
    ])
    func `anything else is none`(_ text: String) {
        #expect(IPPrefix(text) == nil)
    }

    @Test func `a prefix holds those that begin with its bits, of its own version`() throws {
        let prefix = try #require(IPPrefix("198.51.100.0/22"))
        for (text, isIn) in [
            ("198.51.100.0/22", true), ("198.51.103.255", true), ("198.51.104.0", false), ("198.51.96.0/21", false),
            ("::ffff:198.51.100.1", true), ("2001:db8::", false), ("198.51.101.0/24", true),
        ] {
            #expect(prefix.contains(try #require(IPPrefix(text))) == isIn, "\(text)")
        }
        #expect(prefix.firstAddress == [198, 51, 100, 0])
        #expect(prefix.lastAddress == [198, 51, 103, 255])
        #expect(prefix.shortened(to: 16).description == "198.51.0.0/16")
        #expect(try #require(IPPrefix("::/0")).contains(try #require(IPPrefix("ffff::1"))))
        #expect(try #require(IPPrefix("0.0.0.0/0")).lastAddress == [255, 255, 255, 255])
    }
}
