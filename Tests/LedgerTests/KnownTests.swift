import STIX
import Storage
import Testing
import TestSupport

@testable import Ledger

/// What Check asks: who names a value, as far as the reader may see.
@Suite struct KnownTests {
    static func indicator(_ number: Int, _ pattern: String, version: Int = 0, by author: Int? = nil) -> String {
        Make.object(
            "indicator", number, version: version, by: author,
            #""name":"i\#(number)","pattern":"\#(pattern)","pattern_type":"stix","valid_from":"2024-01-01T00:00:00Z","#)
    }

    static func asked(_ text: String, _ reader: Reader) async throws -> [String] {
        let found = ObservableScanner.scan(text, atMost: 100)
        let known = try await reader.known(found.readings.map(\.value))
        return found.settled { known[$0] != nil }.flatMap { value in
            (known[value] ?? []).map { "\($0.how) \($0.name ?? $0.type) \($0.collection)" }
        }
    }

    static func gateway() async throws -> TestGateway {
        let gateway = try await TestGateway()
        try await gateway.admit(
            indicator(1, "[ipv4-addr:value = '198.51.100.7']"),
            indicator(2, "[ipv4-addr:value ISSUBSET '203.0.113.0/24']"),
            indicator(3, "[url:value = 'http://C2.example/A']"),
            indicator(4, "[domain-name:value = 'b\u{FC}cher.example']"),
            indicator(5, "[file:hashes.'SHA-256' = '\(String(repeating: "AB", count: 32))']"),
            indicator(6, "[autonomous-system:number = 64500]"), indicator(7, "[email-addr:value = 'A@mail.example']"),
            indicator(8, "[ipv6-addr:value = '2001:db8:0:0:0:0:0:1']"),
            Make.object("vulnerability", 9, #""name":"CVE-2026-0001","#), Make.address("192.0.2.1"))
        try await gateway.admit(indicator(20, "[ipv4-addr:value = '198.51.100.7']"), into: "desk")
        return gateway
    }

    @Test(arguments: [
        ("198.51.100[.]7", ["exactly i1 public"]), ("203.0.113.9", ["network i2 public"]),
        ("203.0.113.0/24", ["exactly i2 public"]),
        ("198.51.100.0/24", ["inside i1 public"]), ("hxxp://c2[.]example/A", ["exactly i3 public"]),
        ("http://c2.example/a", []),
        ("c2.example", ["host i3 public"]), ("B\u{FC}CHER.example", ["exactly i4 public"]),
        ("http://xn--bcher-kva.example/x", ["host i4 public"]),
        ("www.c2.example", []), (String(repeating: "ab", count: 32), ["exactly i5 public"]),
        ("AS64500", ["exactly i6 public"]),
        ("a@mail.example", ["exactly i7 public"]), ("mail.example", ["host i7 public"]), ("b@mail.example", []),
        ("2001:db8::1", ["exactly i8 public"]),
        ("CVE-2026-0001", ["exactly CVE-2026-0001 public"]), ("192.0.2.1", ["exactly 192.0.2.1 public"]),
        ("192.0.2.2", []),
        ("http://203.0.113.9/", ["network i2 public"]),
    ])
    func `a value is known in whatever form it is named`(_ text: String, _ expected: [String]) async throws {
        let gateway = try await Self.gateway()
        #expect(try await Self.asked(text, gateway.everyone) == expected)
    }

    @Test(arguments: [
        ("http://uni.example/naïve", ["exactly i1 public"]), ("http://tilde.example/~user/a", ["exactly i2 public"]),
        ("http://hex.example/a%2fb#top", ["exactly i3 public"]),
        ("http://dots.example/a/c/../b", ["exactly i4 public"]),
        ("xu.example:80", ["host i5 public"]), ("http://xu.example/", ["exactly i5 public"]),
        ("https://xu.example:443/", ["exactly i5 public"]), ("xv.example/vip.js", ["host i6 public"]),
        ("http://xv.example/vip.js", ["exactly i6 public"]), ("http://xv.example/other", []),
        ("192.0.2.60", ["host i7 public"]), ("http://comma.example/a,b.php", ["exactly i8 public"]),
        ("http://apos.example/it's.php", ["exactly i9 public"]), ("parcel.pl", ["exactly i10 public"]),
        // A file of that name is no host.
        ("setup.sh", []), ("open setup.zip", []),
        ("https://mail.example/?u=http%3A%2F%2Ftilde.example%2F%257Euser%2Fa", ["exactly i2 public"]),
    ])
    func `a value is known by every form that says the same`(_ text: String, _ expected: [String]) async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(
            Self.indicator(1, "[url:value = 'http://uni.example/na%C3%AFve']"),
            Self.indicator(2, "[url:value = 'http://tilde.example/%7Euser/a']"),
            Self.indicator(3, "[url:value = 'http://hex.example/a%2Fb']"),
            Self.indicator(4, "[url:value = 'http://dots.example/a/b']"),
            Self.indicator(5, "[url:value = 'xu.example:80']"), Self.indicator(6, "[url:value = 'xv.example/vip.js']"),
            Self.indicator(7, "[url:value = '192.0.2.60:8080/a']"),
            Self.indicator(8, "[url:value = 'http://comma.example/a,b.php']"),
            Self.indicator(9, "[url:value = 'http://apos.example/it\\\\'s.php']"),
            Self.indicator(10, "[domain-name:value = 'parcel.pl']"), Self.indicator(11, "[file:name = 'setup.sh']"),
            Self.indicator(12, "[process:command_line = 'setup.zip' OR mutex:name = 'setup.zip']"))
        #expect(try await Self.asked(text, gateway.everyone) == expected)
    }

    @Test func `a reader hears of what stands in their collections alone`() async throws {
        let gateway = try await Self.gateway()
        #expect(try await Self.asked("198.51.100.7", gateway.everyone) == ["exactly i1 public"])
        #expect(try await Self.asked("198.51.100.7", gateway.desk) == ["exactly i1 public", "exactly i20 desk"])
        let nobody = Reader(gateway.ledger, for: .everyone)
        try await gateway.admit(Self.indicator(21, "[domain-name:value = 'hidden.example']"), into: "desk")
        #expect(try await Self.asked("hidden.example", nobody) == [])
    }

    @Test func `a mention tells who says so since when`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(
            Make.object("identity", 50, #""name":"CSIRT of Examplia","#),
            Self.indicator(1, "[domain-name:value = 'a.example']", by: 50),
            Self.indicator(2, "[domain-name:value = 'b.example']", by: 51))
        let first = try #require(try await gateway.everyone.list(type: "indicator", limit: 9).last)
        try await gateway.admit(Self.indicator(1, "[domain-name:value = 'a.example']", version: 3, by: 50))
        let values = ObservableScanner.scan("a.example b.example", atMost: 9).values
        let known = try await gateway.everyone.known(values)
        let mention = try #require(known[values[0]]?.first)
        #expect(mention.author == .init(id: Make.id("identity", 50), name: "CSIRT of Examplia"))
        #expect(mention.since == first.added)
        #expect(mention.id == Make.id("indicator", 1))
        #expect(known[values[1]]?.first?.author == .init(id: Make.id("identity", 51), name: nil))
    }

    @Test func `what no longer stands is no longer known, and a newer version says what it says`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(
            Self.indicator(1, "[domain-name:value = 'a.example']"),
            Self.indicator(2, "[domain-name:value = 'b.example']"),
            Self.indicator(3, "[domain-name:value = 'c.example']"))
        try await gateway.admit(Self.indicator(1, "[domain-name:value = 'd.example']", version: 2))
        _ = try await gateway.ledger.withdraw(Make.id("indicator", 2), from: "public", reason: "r")
        _ = try await gateway.ledger.erase(Make.id("indicator", 3), reason: "r")
        #expect(
            try await Self.asked("a.example b.example c.example d.example", gateway.everyone) == ["exactly i1 public"])
        _ = try await gateway.ledger.withdraw(
            Make.id("indicator", 1), version: Make.time(2), from: "public", reason: "r")
        #expect(try await Self.asked("a.example d.example", gateway.everyone) == ["exactly i1 public"])
        #expect(try gateway.ledger.count("SELECT count(*) FROM observable") == 1)
        try await Law12Projections.expectSameAfterRebuild(gateway)
    }

    @Test func `versions of one batch leave the last one's values`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(
            (0..<5).map { Self.indicator(1, "[domain-name:value = 'v\($0).example']", version: $0) })
        #expect(
            try await Self.asked((0..<5).map { "v\($0).example" }.joined(separator: " "), gateway.everyone) == [
                "exactly i1 public"
            ])
        #expect(try gateway.ledger.count("SELECT count(*) FROM observable") == 1)
    }

    @Test func `no more mentions are read than asked for`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit((1...40).map { Self.indicator($0, "[domain-name:value = 'a.example']") })
        let value = try #require(ObservableValue("a.example"))
        #expect(try await gateway.everyone.known([value, value], mentions: 7)[value]?.count == 7)
    }
}
