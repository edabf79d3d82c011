import STIX
import Testing
import TestSupport

@testable import Exchange

/// Every field of a document is used, or told as lost.
@Suite struct MISPAccountTests {
    static let names = [
        "uuid", "type", "value", "category", "to_ids", "timestamp", "comment", "distribution", "sharing_group_id",
        "deleted",
        "first_seen", "last_seen", "data", "name", "relationship_type", "referenced_uuid", "object_relation",
        "tag_name",
        "content", "date_sighting", "source", "date", "info", "published", "threat_level_id", "analysis", "x_invented",
        "meta-category", "description", "id", "event_id", "extends_uuid", "publish_timestamp",
    ]
    static let lists = [
        "Attribute", "Object", "Tag", "Galaxy", "GalaxyCluster", "Sighting", "ObjectReference", "EventReport",
        "Organisation",
        "ShadowAttribute", "SharingGroup", "Org", "RelatedEvent", "Orgc",
    ]
    static let words =
        MISPAttributeTable.forms.keys.sorted() + MISPTemplate.all.keys.sorted() + [
            "", "0", "1", "2", "1767700000", "2026-01-05", "tlp:green", "misp-galaxy:tool=\"X\"", "198.51.100.7",
            "bad.example",
            "a|b", "filename", "md5", "ip", "domain", "00000000-0000-4000-8000-000000000001", "nul\u{0}",
            "vulnerability", "http://bad.example/a b{}", "https://", "://", "mailto:a@bad.example", "<a@b.example>",
            "a@b@c",
            "a..b", "HKLM\\Run", "hku", "1:a:b", "AS4294967296", "2001:db8::7/129", "example.\u{202E}", "CVE-2026-1",
            "99999999", "[file:name = 'a'", "[x:y = 1] FOLLOWEDBY", "Connects to", "uses", "application/x", "facebook",
            "ssdeep",
            "C:\\Windows|a", "https://bad.example/%zz",
        ]
    /// Values of known types, so that many of what is made of chance stand where they belong.
    static func pair(_ dice: inout Dice) -> [STIX.JSON.Member] {
        let type = MISPAttributeTable.forms.keys.sorted().randomElement(using: &dice) ?? ""
        let value = Bool.random(using: &dice) ? MISPTests.sample(type) : words.randomElement(using: &dice) ?? ""
        return [.init(name: "type", value: .string(type)), .init(name: "value", value: .string(value))]
    }

    static func value(_ dice: inout Dice, depth: Int) -> STIX.JSON {
        switch Int.random(in: 0..<12, using: &dice) {
        case 0: .null
        case 1: .bool(true)
        case 2: .whole(Int.random(in: 0..<2_000_000_000, using: &dice))
        case 3 where depth > 0: object(&dice, depth: depth - 1)
        default: .string(words.randomElement(using: &dice) ?? "")
        }
    }

    static func object(_ dice: inout Dice, depth: Int) -> STIX.JSON {
        var members = names.filter { _ in Int.random(in: 0..<3, using: &dice) > 0 }.map {
            STIX.JSON.Member(name: $0, value: value(&dice, depth: depth))
        }
        if Bool.random(using: &dice) {
            members.removeAll { $0.name == "type" || $0.name == "value" }
            members += pair(&dice)
        }
        if depth > 0 {
            for name in lists where Int.random(in: 0..<3, using: &dice) == 0 {
                let count = Int.random(in: 0..<4, using: &dice)
                let elements = (0..<count).map { _ in
                    Int.random(in: 0..<10, using: &dice) == 0
                        ? value(&dice, depth: depth - 1) : object(&dice, depth: depth - 1)
                }
                let single = Int.random(in: 0..<5, using: &dice) == 0
                members.append(.init(name: name, value: single ? elements.first ?? .null : .array(elements)))
            }
        }
        return .object(members)
    }

    static func leaves(_ value: STIX.JSON, _ path: String) -> [String] {
        switch value {
        case .object(let members): members.flatMap { leaves($0.value, "\(path).\($0.name)") }
        case .array(let elements): elements.enumerated().flatMap { leaves($1, "\(path)[\($0)]") }
        default: [path]
        }
    }

    @Test(arguments: 0..<40) func `every leaf of a random event is used or told`(_ seed: Int) throws {
        var dice = Dice(UInt64(seed))
        var members = try #require(Self.object(&dice, depth: 3).members).filter { $0.name != "uuid" }
        members.append(.init(name: "uuid", value: .string(MISPTests.uuid)))
        let event = STIX.JSON.object(members)
        let account = MISPAccount(remembersUse: true)
        let document = try MISPDocument(try STIX.JSON.object([.init(name: "Event", value: event)]).canonical())
        let made = try MISPConversion(document.events[0], of: document.text, .init(), account)
        var bytes: [UInt8] = []
        while let piece = made.next() { bytes += piece }
        let told = Set(account.losses.map(\.path)).union(account.used ?? [])
        let missing = Self.leaves(event, "Event").filter { !told.contains($0) }
        #expect(missing.isEmpty, "neither used nor told: \(missing.prefix(5))")
        #expect(made.objectCount > 0)
        // And whatever comes in, what goes out is clean.
        var scanner = ObjectScanner()
        func look(_ scanned: Scanned) throws {
            switch scanned {
            case .object(let object):
                let findings = try object.findings.filter { try !MISPTests.isAllowed($0, object) }
                #expect(findings.isEmpty, "\(findings) in \(String(decoding: object.bytes, as: UTF8.self))")
            case .refused(let refused): Issue.record("\(refused.finding)")
            }
        }
        try scanner.feed(bytes, look)
        try scanner.finish(look)
    }
}
