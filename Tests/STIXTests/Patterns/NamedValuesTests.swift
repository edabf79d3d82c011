import TestSupport
import Testing

@testable import STIX

/// Which values a pattern names, and whether one of them is enough by itself.
@Suite struct NamedValuesTests {
    private static func named(_ pattern: String) throws -> [String] {
        NamedValues(try Pattern.parse(pattern)).values.map { "\($0.value.kind.rawValue) \($0.value.text) \($0.manner)" }
    }

    private static let hash = String(repeating: "ab", count: 32)

    @Test(arguments: [
        ("[ipv4-addr:value = '198.51.100.7']", ["ipv4-addr 198.51.100.7 alone"]),
        (
            "[ ipv4-addr:value='198.51.100.7' OR domain-name:value = 'B.example' ]",
            ["ipv4-addr 198.51.100.7 alone", "domain-name b.example alone"]
        ),
        (
            "[ipv4-addr:value = '198.51.100.7'] OR [ipv4-addr:value = '198.51.100.8']",
            ["ipv4-addr 198.51.100.7 alone", "ipv4-addr 198.51.100.8 alone"]
        ),
        ("[ipv4-addr:value ISSUBSET '203.0.113.0/24']", ["ipv4-addr 203.0.113.0/24 alone"]),
        (
            "[domain-name:value IN ('a.example', 'b.example')]",
            ["domain-name a.example alone", "domain-name b.example alone"]
        ),
        // What the type says is the feed's mistake; what the value is counts.
        ("[domain-name:value = '203.0.113.146']", ["ipv4-addr 203.0.113.146 alone"]),
        ("[ipv4-addr:value = '2001:db8::1']", ["ipv6-addr 2001:db8::1 alone"]),
        ("[ipv4-addr:value = 'a.example']", ["domain-name a.example alone"]),
        ("[network-traffic:dst_ref.value = '203.0.113.145']", ["ipv4-addr 203.0.113.145 alone"]),
        ("[network-traffic:src_ref.value = 'a.example']", ["domain-name a.example alone"]),
        ("[email-message:sender_ref.value = 'A@b.example']", ["email-addr a@b.example alone"]),
    ])
    func `a value that stands alone is enough`(_ pattern: String, _ expected: [String]) throws {
        #expect(try Self.named(pattern) == expected)
    }

    @Test(arguments: [
        "[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '203.0.113.144']",
        "[network-traffic:dst_ref.value = '203.0.113.144' AND network-traffic:dst_ref.type = 'ipv4-addr']",
        "[(network-traffic:dst_ref.type = 'ipv4-addr') AND (network-traffic:dst_ref.value = '203.0.113.144')]",
        "[network-traffic:dst_ref.type IN ('ipv4-addr', 'ipv6-addr') AND network-traffic:dst_ref.value = '203.0.113.144']",
        "[ipv4-addr:type = 'ipv4-addr' AND ipv4-addr:value = '203.0.113.144']",
        "[network-traffic:dst_ref.type = 'domain-name' AND network-traffic:dst_ref.value = '203.0.113.144']",
    ])
    func `a test of the type says no more than the value`(_ pattern: String) throws {
        #expect(try Self.named(pattern) == ["ipv4-addr 203.0.113.144 alone"])
    }

    @Test(arguments: [
        "[ipv4-addr:value = '203.0.113.144' AND network-traffic:dst_port = 443]",
        "[ipv4-addr:value = '203.0.113.144'] AND [file:name = 'a']",
        "[ipv4-addr:value = '203.0.113.144'] FOLLOWEDBY [file:name = 'a']",
        "[ipv4-addr:value = '203.0.113.144'] WITHIN 5 SECONDS",
        "([ipv4-addr:value = '203.0.113.144'] OR [file:name = 'a']) REPEATS 2 TIMES",
        "[ipv4-addr:value != '203.0.113.144']",
        "[ipv4-addr:value NOT = '203.0.113.144']",
        "[ipv4-addr:value NOT ISSUBSET '203.0.113.144']",
        // The type of another thing, and a type that no value has.
        "[network-traffic:src_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '203.0.113.144']",
        "[network-traffic:dst_ref.type = 'file' AND network-traffic:dst_ref.value = '203.0.113.144']",
        "[network-traffic:dst_ref.type != 'ipv6-addr' AND network-traffic:dst_ref.value = '203.0.113.144']",
        "[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '203.0.113.144' AND network-traffic:dst_port = 1]",
    ])
    func `a value that something else is asked for with is not enough`(_ pattern: String) throws {
        #expect(try Self.named(pattern) == ["ipv4-addr 203.0.113.144 together"])
    }

    @Test(arguments: [
        ("[domain-name:resolves_to_refs[*].value = '203.0.113.5']", ["ipv4-addr 203.0.113.5 elsewhere"]),
        ("[email-message:to_refs[*].value = 'a@b.example']", ["email-addr a@b.example elsewhere"]),
        ("[url:value = 'a.example']", ["domain-name a.example elsewhere"]),
        ("[x-rule:peer = '2001:db8::1']", ["ipv6-addr 2001:db8::1 elsewhere"]),
        ("[file:name = 'report.pdf']", []),
        ("[autonomous-system:name = 'AS64500']", []),
    ])
    func `a value of something near is told from one of the thing`(_ pattern: String, _ expected: [String]) throws {
        #expect(try Self.named(pattern) == expected)
    }

    @Test(arguments: ["MD5", "md5", "'MD5'", "'md-5'"])
    func `a hash is known by every spelling of its algorithm`(_ name: String) throws {
        let hash = String(repeating: "b5", count: 16)
        #expect(try Self.named("[file:hashes.\(name) = '\(hash)']") == ["MD5 \(hash) alone"])
    }

    @Test(arguments: ["'SHA-256'", "SHA256", "sha256", "'sha-256'", "sha_256", "Sha256"])
    func `a longer one too`(_ name: String) throws {
        #expect(try Self.named("[file:hashes.\(name) = '\(Self.hash)']") == ["SHA-256 \(Self.hash) alone"])
    }

    @Test func `hashes of parts, of other algorithms and of other things are none of a file`() throws {
        let section = "[file:extensions.'windows-pebinary-ext'.sections[*].hashes.'SHA-256' = '\(Self.hash)']"
        #expect(try Self.named(section) == ["SHA-256 \(Self.hash) elsewhere"])
        #expect(
            try Self.named("[x509-certificate:hashes.'SHA-256' = '\(Self.hash)']") == ["SHA-256 \(Self.hash) elsewhere"]
        )
        #expect(try Self.named("[file:hashes.'SHA3-256' = '\(Self.hash)']") == [])
        #expect(NamedValues(try Pattern.parse("[file:hashes.MD5 = '\(Self.hash)']")).unnamed == [.md5])
    }

    @Test(arguments: [
        ("[domain-name:value LIKE '%.example']", [ObservableValue.Kind.domain]),
        ("[network-traffic:dst_ref.value MATCHES '^203']", [.ipv4, .ipv6, .domain]),
        ("[url:value = '/gate.php']", [.url]),
        ("[ipv4-addr:value = '203.0.113']", [.ipv4]),
        ("[file:name LIKE '%.exe']", []),
    ])
    func `what is asked for without being named is said`(_ pattern: String, _ kinds: [ObservableValue.Kind]) throws {
        #expect(NamedValues(try Pattern.parse(pattern)).unnamed == Set(kinds))
    }

    @Test func `a pattern of too many comparisons names nothing alone`() throws {
        let values = (0...NamedValues.mostComparisons).map { "'\($0 / 256).\($0 % 256).example'" }
        let named = NamedValues(try Pattern.parse("[domain-name:value IN (\(values.joined(separator: ", ")))]"))
        #expect(named.values.allSatisfy { $0.manner == .together } && !named.values.isEmpty)
    }

    @Test func `many tests of types take no longer than the pattern`() throws {
        let tests = Array(repeating: "network-traffic:dst_ref.type = 'ipv4-addr'", count: 20_000)
        let pattern = try Pattern.parse("[\(tests.joined(separator: " AND "))]")
        #expect(ownTime { _ = NamedValues(pattern) } < .seconds(2))
    }
}
