import STIX
import Testing

@testable import Exchange

@Suite struct PlainPatternTests {
    @Test(arguments: [
        ("[ipv4-addr:value = '198.51.100.7']", ["ipv4-addr:value=198.51.100.7"]),
        ("[ ipv4-addr:value='a' OR domain-name:value = 'b' ]", ["ipv4-addr:value=a", "domain-name:value=b"]),
        ("[ipv4-addr:value = 'a'] OR [ipv4-addr:value = 'b']", ["ipv4-addr:value=a", "ipv4-addr:value=b"]),
        ("[ipv4-addr:value ISSUBSET '203.0.113.0/24']", ["ipv4-addr:value=203.0.113.0/24"]),
        ("[domain-name:value IN ('a', 'b')]", ["domain-name:value=a", "domain-name:value=b"]),
        ("[file:hashes.'SHA-256' = 'aa' OR file:hashes.MD5='bb']", ["file:hashes.SHA-256=aa", "file:hashes.MD5=bb"]),
        ("[file:name = 'it\\'s ] OR [ \\\\']", ["file:name=it's ] OR [ \\"]),
    ])
    func `each comparison of a plain disjunction stands alone`(_ pattern: String, _ expected: [String]) {
        #expect(PlainPattern(pattern)?.comparisons.map { "\($0.path)=\($0.value)" } == expected)
    }

    @Test(arguments: [
        "[ipv4-addr:value = 'a' AND network-traffic:dst_port = 443]",
        "[ipv4-addr:value = 'a'] AND [ipv4-addr:value = 'b']",
        "[ipv4-addr:value = 'a'] FOLLOWEDBY [ipv4-addr:value = 'b']", "[ipv4-addr:value = 'a'] REPEATS 5 TIMES",
        "[ipv4-addr:value = 'a'] WITHIN 5 SECONDS", "[ipv4-addr:value != 'a']", "[NOT ipv4-addr:value = 'a']",
        "[ipv4-addr:value NOT = 'a']", "[ipv4-addr:value NOT IN ('a')]", "[ipv4-addr:value LIKE 'a%']",
        "[ipv4-addr:value MATCHES '.*']", "[ipv4-addr:value ISSUPERSET '203.0.113.0/24']",
        "[(ipv4-addr:value = 'a' AND url:value = 'b') OR domain-name:value = 'c']", "[ipv4-addr:value > 'a']",
        "[ipv4-addr:value = 'a']]", "[ipv4-addr:value = 'a", "ipv4-addr:value = 'a'", "", "[]",
        "[ipv4-addr:value = 'a'] OR",
        "[ipv4-addr:value = 'a'] START t'2026-01-01T00:00:00Z' STOP t'2026-01-02T00:00:00Z'",
        "[ipv4-addr:value = h'00']",
        "[ipv4-addr:value = 'a' or ipv4-addr:value = 'b']", "[ipv4-addr:value = 'a' OR]",
    ])
    func `whatever asks for more than one value blocks none`(_ pattern: String) {
        #expect(PlainPattern(pattern) == nil)
    }

    @Test(
        arguments: [
            (PlainList.Kind.ipv4, "198.51.100.7", "198.51.100.7"), (.ipv4, "203.0.113.9/24", "203.0.113.0/24"),
            (.ipv4, "0.0.0.0/0", nil), (.ipv4, "10.0.0.0/7", nil), (.ipv4, "2001:db8::1", nil),
            (.ipv6, "2001:DB8::1", "2001:db8::1"),
            (.ipv6, "::/0", nil), (.domain, "Bad.Example", "bad.example"), (.domain, "198.51.100.7", nil),
            (.url, "http://bad.example/A?b", "http://bad.example/A?b"),
            (.url, "http://bad.example/\n198.51.100.7", nil),
            (.md5, "ABCDEF00000000000000000000000000", "abcdef00000000000000000000000000"), (.md5, "x", nil),
            (.email, "Who@bad.example", "who@bad.example"),
        ] as [(PlainList.Kind, String, String?)])
    func `a value is canonical, of its kind, and no half of the net`(
        _ kind: PlainList.Kind, _ text: String, _ expected: String?
    ) {
        #expect(kind.value(text) == expected)
    }

    @Test func `no cell of a table is a formula`() {
        #expect(ListFile.cell("=HYPERLINK(\"x\")") == "\"'=HYPERLINK(\"\"x\"\")\"")
        #expect(ListFile.cell("@a") == "'@a" && ListFile.cell("-1+1") == "'-1+1" && ListFile.cell("+1") == "'+1")
        #expect(ListFile.cell("http://a/?b=c,d") == "\"http://a/?b=c,d\"" && ListFile.cell("a.example") == "a.example")
    }
}
