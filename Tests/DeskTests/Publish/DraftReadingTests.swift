import STIX
import Testing
import Web

@testable import Desk

/// What people type, and what it is taken for.
@Suite struct DraftReadingTests {
    @Test(arguments: [
        ("198.51.100.7", "[ipv4-addr:value = '198.51.100.7']"),
        ("198[.]51[.]100[.]0/24", "[ipv4-addr:value ISSUBSET '198.51.100.0/24']"),
        ("2001:DB8::7", "[ipv6-addr:value = '2001:db8::7']"),
        ("2001:db8::/32", "[ipv6-addr:value ISSUBSET '2001:db8::/32']"),
        ("hxxps://c2[.]lantern[.]example/it's", "[url:value = 'https://c2.lantern.example/it\\'s']"),
        ("C2.Lantern.example", "[domain-name:value = 'c2.lantern.example']"),
        ("billing@lantern.example", "[email-addr:value = 'billing@lantern.example']"),
        (String(repeating: "aB", count: 16), "[file:hashes.MD5 = '\(String(repeating: "ab", count: 16))']"),
        (
            String(repeating: "0f", count: 32),
            "[file:hashes.'SHA-256' = '\(String(repeating: "0f", count: 32))']"
        ),
        ("[file:name LIKE '%.scr']", "[file:name LIKE '%.scr']"),
    ])
    func `a value becomes a pattern`(_ typed: String, _ pattern: String) {
        #expect(IndicatorPattern(typed)?.pattern == pattern)
    }

    @Test(arguments: [
        "", "hello", "198.51.100.777", "198.51.100.7/33", "a.1", "-x.example", "http://", "x y.example", "CVE-2026-1",
        "@a.example",
    ])
    func `what is no value becomes none`(_ typed: String) {
        #expect(IndicatorPattern(typed) == nil)
    }

    @Test(arguments: [
        ("2026-11-22", "2026-11-22T00:00:00.000Z"), ("2026-11-22 13:05", "2026-11-22T13:05:00.000Z"),
        ("2026-11-22T13:05z", "2026-11-22T13:05:00.000Z"), ("2026-11-22T13:05:09.5Z", "2026-11-22T13:05:09.500Z"),
    ])
    func `times are understood as people write them`(_ typed: String, _ meant: String) {
        #expect(Timestamp(typed: typed)?.description == meant)
    }

    @Test func `each mistake is told at its field`() {
        var content = DraftContent(.sighting)
        (content.count, content.first, content.last) = ("0", "2026-01-02", "2026-01-01")
        content.about = "not-an-id"
        content.marking = "purple"
        content.tags = ["rsit:fraud=\"invented\""]
        content.references = "only a name"
        #expect(
            DraftReading(content).mistakes == [
                .count: .noNumber, .last: .wrongOrder, .about: .noIdentifier("not-an-id"), .marking: .unknownChoice,
                .tags: .unknownChoice, .references: .noAddress("only a name"),
            ])
        #expect(DraftReading(DraftContent(.advisory)).mistakes == [.title: .missing, .text: .missing])
        #expect(DraftReading(DraftContent(.opinion)).mistakes == [.opinion: .missing, .about: .missing])
        var two = DraftContent(.indicators)
        two.values = "a.example\nb.example"
        #expect(DraftReading(two).mistakes == [.title: .missing])
        #expect(DraftReading(two, correcting: true).mistakes[.values] == .onlyOne)
    }

    @Test func `the taxonomies are whole, and each tag once`() {
        let tags = Taxonomy.all.flatMap(\.groups).flatMap(\.tags)
        #expect(tags.count == Set(tags.map(\.machineTag)).count)
        #expect(Taxonomy.all.map { $0.groups.flatMap(\.tags).count } == [39, 4])
        #expect(
            tags.allSatisfy { $0.names.count == Language.allCases.count && $0.names.values.allSatisfy { !$0.isEmpty } })
        #expect(Taxonomy.name(of: "rsit:fraud=\"phishing\"", in: .french) == "Hameçonnage")
        #expect(Taxonomy.name(of: "rsit:fraud=\"phishing\"", in: .russian) == "Фишинг")
    }
}
