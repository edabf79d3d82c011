import STIX
import Testing
import TestSupport

@testable import Ledger

/// What touches a constituency, against a matcher that looks at every object.
@Suite struct HitsTests {
    static let constituency = Constituency(
        networks: ["198.51.100.0/25", "2001:db8:1::/48"], systems: [64_500], domains: ["bank.example"],
        sectors: ["financial-services"])

    static func found(_ gateway: TestGateway, _ reader: Reader, identity: String? = nil, since: Timestamp? = nil)
        async throws -> Set<String>
    {
        let hits = try await reader.hits(on: constituency, identity: identity, since: since, limit: 1_000)
        #expect(hits.isComplete)
        #expect(hits.count == hits.hits.count)
        let dates = hits.hits.map(\.listing.added)
        #expect(dates == dates.sorted(by: >))
        return Set(hits.hits.map(\.listing.id))
    }

    @Test(arguments: [
        ("[ipv4-addr:value = '198.51.100.7']", true), ("[ipv4-addr:value = '198.51.100.200']", false),
        ("[ipv4-addr:value ISSUBSET '198.51.0.0/16']", true), ("[ipv4-addr:value ISSUBSET '198.51.100.64/26']", true),
        ("[ipv4-addr:value ISSUBSET '198.51.100.128/25']", false), ("[ipv6-addr:value = '2001:db8:1::7']", true),
        ("[url:value = 'http://198.51.100.7/x']", true), ("[url:value = 'https://www.bank.example/x']", true),
        ("[domain-name:value = 'BANK.example']", true), ("[domain-name:value = 'xbank.example']", false),
        ("[domain-name:value = 'bank.example.test']", false), ("[email-addr:value = 'a@mail.bank.example']", true),
        ("[domain-name:value = 'example.com'] AND [autonomous-system:number = 64500]", true),
        ("[autonomous-system:number = 64501]", false),
        ("[domain-name:value = 'bank-a.example']", false),
    ])
    func `an indicator touches by its values`(_ pattern: String, _ isHit: Bool) async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(KnownTests.indicator(1, pattern))
        #expect(try await Self.found(gateway, gateway.everyone).count == (isHit ? 1 : 0))
    }

    @Test func `sectors, the party itself, and what refers to a hit`() async throws {
        let gateway = try await TestGateway()
        let party = Make.id("identity", 1)
        let address = Make.addressID("198.51.100.7")
        let indicator = Make.id("indicator", 2)
        try await gateway.admit(
            Make.object("identity", 1, #""name":"Bank","#),
            KnownTests.indicator(2, "[domain-name:value = 'a.bank.example']"), Make.address("198.51.100.7"),
            Make.object(
                "report", 3, #""name":"r","labels":["financial-services"],"object_refs":["\#(Make.id("tool", 1))"],"#),
            Make.object("sighting", 4, #""sighting_of_ref":"\#(indicator)","#),
            Make.object("observed-data", 5, #""object_refs":["\#(address)"],"#),
            Make.object(
                "sighting", 6, #""sighting_of_ref":"\#(Make.id("malware", 1))","where_sighted_refs":["\#(party)"],"#),
            Make.object("vulnerability", 7, #""name":"CVE-2026-0001","#),
            Make.relationship(8, indicator, "indicates", Make.id("vulnerability", 7)),
            Make.object(
                "sighting", 9,
                #""sighting_of_ref":"\#(Make.id("malware", 1))","observed_data_refs":["\#(Make.id("observed-data", 5))"],"#
            ),
            Make.object("report", 10, #""name":"other","object_refs":["\#(Make.id("malware", 1))"],"#),
            KnownTests.indicator(11, "[domain-name:value = 'a.example']"),
            Make.relationship(12, Make.id("indicator", 11), "based-on", address),
            KnownTests.indicator(13, "[domain-name:value = 'b.example']"),
            Make.relationship(14, Make.id("indicator", 13), "related-to", party))
        let expected = Set(
            [
                ("indicator", 2), ("report", 3), ("sighting", 4), ("observed-data", 5), ("vulnerability", 7),
                ("sighting", 9), ("indicator", 11),
            ]
            .map { Make.id($0.0, $0.1) })
        #expect(try await Self.found(gateway, gateway.everyone) == expected)
        #expect(
            try await Self.found(gateway, gateway.everyone, identity: party)
                == expected.union([Make.id("sighting", 6), Make.id("indicator", 13)]))
    }

    @Test func `a hidden link joins nothing`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(
            Make.address("198.51.100.7"), KnownTests.indicator(1, "[domain-name:value = 'a.example']"))
        try await gateway.admit(
            Make.relationship(2, Make.id("indicator", 1), "based-on", Make.addressID("198.51.100.7")), into: "desk")
        #expect(try await Self.found(gateway, gateway.everyone).isEmpty)
        #expect(try await Self.found(gateway, gateway.desk) == [Make.id("indicator", 1)])
    }

    /// Values near the edges of the constituency.
    private static func value(_ dice: inout Dice) -> (pattern: String, touches: (Constituency) -> Bool) {
        func prefixes(_ list: [String]) -> [IPPrefix] { list.compactMap { IPPrefix($0) } }
        switch Int.random(in: 0..<4, using: &dice) {
        case 0:
            let text =
                "198.51.\(Int.random(in: 99...101, using: &dice)).\(Int.random(in: 0...255, using: &dice))/\(Int.random(in: 14...32, using: &dice))"
            let prefix = IPPrefix(text)
            return (
                "[ipv4-addr:value ISSUBSET '\(text)']",
                { c in prefixes(c.networks).contains { n in prefix.map { n.contains($0) || $0.contains(n) } ?? false } }
            )
        case 1:
            let text =
                "2001:db8:\(Int.random(in: 0...2, using: &dice))::\(Int.random(in: 0...9, using: &dice))/\(Int.random(in: 28...128, using: &dice))"
            let prefix = IPPrefix(text)
            return (
                "[ipv6-addr:value = '\(text)']",
                { c in prefixes(c.networks).contains { n in prefix.map { n.contains($0) || $0.contains(n) } ?? false } }
            )
        case 2:
            let name =
                [
                    "bank.example", "www.bank.example", "a.b.bank.example", "bank2.example", "example.bank",
                    "bank.example.test", "ban.example",
                ].randomElement(using: &dice) ?? ""
            let pattern =
                Bool.random(using: &dice) ? "[domain-name:value = '\(name)']" : "[url:value = 'http://\(name)/x']"
            return (pattern, { c in c.domains.contains { name == $0 || name.hasSuffix("." + $0) } })
        default:
            let address = "198.51.100.\(Int.random(in: 100...150, using: &dice))"
            return (
                "[url:value = 'http://\(address):81/']",
                { c in prefixes(c.networks).contains { n in IPPrefix(address).map { n.contains($0) } ?? false } }
            )
        }
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `the index finds what a look at every object finds, through versions and withdrawals`(_ seed: UInt64)
        async throws
    {
        var dice = Dice(seed)
        let gateway = try await TestGateway()
        var expected: Set<String> = []
        var hidden: Set<String> = []
        for number in 1...120 {
            let (pattern, touches) = Self.value(&dice)
            let id = Make.id("indicator", number)
            let isHidden = number % 5 == 0
            try await gateway.admit(KnownTests.indicator(number, pattern), into: isHidden ? "desk" : "public")
            var isHit = touches(Self.constituency)
            switch Int.random(in: 0..<6, using: &dice) {
            case 0:
                let (newer, touches) = Self.value(&dice)
                try await gateway.admit(
                    KnownTests.indicator(number, newer, version: 1), into: isHidden ? "desk" : "public")
                isHit = touches(Self.constituency)
            case 1:
                _ = try await gateway.ledger.withdraw(id, from: isHidden ? "desk" : "public", reason: "r")
                isHit = false
            default: break
            }
            guard isHit else { continue }
            if isHidden { hidden.insert(id) } else { expected.insert(id) }
        }
        #expect(try await Self.found(gateway, gateway.everyone) == expected)
        #expect(try await Self.found(gateway, gateway.desk) == expected.union(hidden))
        try await Law12Projections.expectSameAfterRebuild(gateway)
    }

    @Test func `only what came since, and no more than asked for`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit((1...5).map { KnownTests.indicator($0, "[ipv4-addr:value = '198.51.100.\($0)']") })
        let middle = gateway.clock.now
        try await gateway.admit((6...9).map { KnownTests.indicator($0, "[ipv4-addr:value = '198.51.100.\($0)']") })
        #expect(
            try await Self.found(gateway, gateway.everyone, since: middle)
                == Set((6...9).map { Make.id("indicator", $0) }))
        let hits = try await gateway.everyone.hits(on: Self.constituency, limit: 2)
        #expect(hits.hits.map(\.listing.id) == [Make.id("indicator", 9), Make.id("indicator", 8)])
        #expect(hits.count == 9)
    }
}
