import Foundation
import STIX
import Testing
import TestSupport

@testable import Exchange

/// No value of an event stands in anything that is laxer than the value, in whatever form.
@Suite struct MISPMarkingTests {
    /// An event of chance, and how strict each of its values is.
    struct Generated {
        var json = ""
        /// Texts in lower case that stand nowhere else.
        private(set) var values: [(text: String, marking: TLP)] = []
        private var dice: Dice
        private var count = 0

        private struct Around {
            var marking: TLP
            var floor: TLP
        }

        init(_ seed: Int) {
            dice = .init(UInt64(seed) &* 7_919)
            json = event()
        }

        private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &dice) == 0 }

        /// A word that comes once.
        private mutating func word(_ marking: TLP) -> String {
            count += 1
            // Of one length, so that none is a part of another.
            let text = "zq\(String(1_000_000_000 + count * 7_654_321, radix: 36))"
            values.append((text, marking))
            return text
        }

        private mutating func uuid(_ marking: TLP) -> String {
            count += 1
            let text = "5f0e2a11-1b1c-4c55-9a3e-\(String(format: "%012x", 0xABC0_0000 + count))"
            values.append((text, marking))
            return text
        }

        private mutating func address(_ marking: TLP) -> String {
            count += 1
            let text = "198.18.\(100 + count / 150).\(100 + count % 150)"
            values.append((text, marking))
            return text
        }

        private mutating func hash(_ digits: Int, _ marking: TLP) -> String {
            count += 1
            let text = String(
                String(repeating: String(format: "%08x", count &* 0x9E37_79B1 & 0xFFFF_FFFF), count: 8).prefix(digits))
            values.append((text, marking))
            return text.uppercased()
        }

        /// A marking of its own, by a tag or a distribution, or none; what stands in the JSON, and what it means.
        private mutating func own(in around: Around?) -> (json: [String], Around) {
            var parts: [String] = []
            var tag: TLP?
            var said: TLP?
            if chance(3) {
                let distribution = Int.random(in: 0..<6, using: &dice)
                parts.append("\"distribution\":\"\(distribution)\"")
                said = [.amberStrict, .amber, .green, .green, .amberStrict, nil][distribution]
            }
            if chance(3), let label = TLP.allCases.randomElement(using: &dice) { tag = label }
            let floor = max(around?.floor ?? .clear, around != nil && said == .amberStrict ? .amberStrict : .clear)
            let marking =
                tag.map { max($0, floor) } ?? [around?.marking, said].compactMap(\.self).max() ?? .amberStrict
            let inside = Around(marking: marking, floor: floor)
            var tags = tag.map { ["{\"name\":\"tlp:\($0.name)\"}"] } ?? []
            if chance(3) { tags.append("{\"name\":\"\(word(marking))\"}") }
            if chance(4) { tags.append("{\"name\":\"misp-galaxy:tool=\\\"\(word(marking))\\\"\"}") }
            if chance(8) { tags.append("{\"name\":\"\(word(.red))\",\"local\":true}") }
            parts.append("\"Tag\":[\(tags.joined(separator: ","))]")
            if chance(5) {
                let (closed, galaxy) = (max(marking, .amberStrict), chance(2) ? "tool" : "invented")
                parts.append(
                    """
                    "Galaxy":[{"GalaxyCluster":[{"distribution":"0","tag_name":"misp-galaxy:\(galaxy)=\\"\(word(closed))\\""}]}]
                    """)
            }
            return (parts, inside)
        }

        private mutating func value(_ type: String, _ marking: TLP) -> String {
            switch type {
            case "ip-dst", "ip-src": address(marking)
            case "ip-dst|port": "\(address(marking))|443"
            case "domain", "hostname": "\(word(marking)).example"
            case "domain|ip": "\(word(marking)).example|\(address(marking))"
            case "url", "link": "http://\(word(marking)).example/\(word(marking))?a={\(word(marking))}"
            case "md5": hash(32, marking)
            case "sha1": hash(40, marking)
            case "filename|sha256": "\(word(marking)).exe|\(hash(64, marking))"
            case "email-src", "email-dst": "\(word(marking))@\(word(marking)).example"
            case "yara": "rule \(word(marking)) { condition: true }"
            case "AS": "AS64500"
            case "regkey|value": "HKLM\\\\\(word(marking))|\(word(marking))"
            case "type": "exe"
            case "size-in-bytes": "12"
            default: word(marking)
            }
        }

        private static let types = [
            "ip-dst", "ip-src", "ip-dst|port", "domain", "hostname", "domain|ip", "url", "link", "link", "weakness",
            "md5",
            "sha1", "filename|sha256", "email-src", "email-dst", "yara", "regkey|value", "text", "comment",
            "vulnerability",
            "campaign-name", "threat-actor", "filename", "mutex", "btc", "invented-type", "github-username", "md5",
        ]

        private mutating func attribute(_ type: String, _ relation: String?, in around: Around) -> String {
            let (marks, inside) = own(in: around)
            let marking = inside.marking
            var parts = marks
            if !chance(10) { parts.append("\"uuid\":\"\(uuid(marking))\"") }
            parts += [
                "\"type\":\"\(type)\"", "\"category\":\"Other\"", "\"value\":\"\(value(type, marking))\"",
                "\"to_ids\":\(Bool.random(using: &dice))", "\"timestamp\":\"1767700000\"",
            ]
            if let relation { parts.append("\"object_relation\":\"\(relation)\"") }
            if chance(2) { parts.append("\"comment\":\"\(word(marking))\"") }
            if chance(12) { parts.append("\"deleted\":true") }
            if chance(3) {
                parts.append(
                    """
                    "Sighting":[{"type":"\(chance(2) ? 0 : 1)","date_sighting":"1767700050","uuid":"\(uuid(marking))",
                    "source":"\(word(marking))","Organisation":{"name":"\(word(marking))","uuid":"\(uuid(marking))"}}]
                    """)
            }
            return "{\(parts.joined(separator: ","))}"
        }

        private static let templates: [(name: String, relations: [(String, String)])] = [
            ("file", [("filename", "filename"), ("md5", "md5"), ("sha1", "sha1"), ("text", "state")]),
            (
                "pe",
                [
                    ("text", "type"), ("filename", "original-filename"), ("text", "company-name"),
                    ("counter", "number-sections"),
                ]
            ),
            ("pe-section", [("text", "name"), ("md5", "md5")]),
            ("domain-ip", [("domain", "domain"), ("ip-dst", "ip"), ("text", "text")]),
            ("domain-ip", [("ip-dst", "ip")]),
            ("ip-port", [("ip-dst", "ip"), ("domain", "domain"), ("text", "text")]),
            ("credential", [("text", "username"), ("text", "password"), ("text", "origin")]),
            ("email", [("email-src", "from"), ("email-dst", "to"), ("email-subject", "subject")]),
            ("vulnerability", [("vulnerability", "id"), ("text", "summary"), ("link", "references")]),
            ("attack-pattern", [("text", "name"), ("text", "id")]),
            ("report", [("link", "link"), ("text", "summary")]),
        ]

        private mutating func object(_ uuids: inout [String], in around: Around) -> String {
            let (marks, inside) = own(in: around)
            let marking = inside.marking
            let template = Self.templates.randomElement(using: &dice) ?? Self.templates[0]
            let attributes = template.relations.map {
                attribute($0.0 == "text" && $0.1 == "type" ? "type" : $0.0, $0.1, in: inside)
            }
            var parts = marks
            let name = uuid(marking)
            parts += [
                "\"uuid\":\"\(name)\"", "\"name\":\"\(template.name)\"", "\"timestamp\":\"1767700000\"",
                "\"Attribute\":[\(attributes.joined(separator: ","))]",
            ]
            if chance(2) { parts.append("\"comment\":\"\(word(marking))\"") }
            if chance(12) { parts.append("\"deleted\":true") }
            let references = uuids.filter { _ in chance(2) }.map {
                "{\"uuid\":\"\(uuid(marking))\",\"relationship_type\":\"includes\",\"referenced_uuid\":\"\($0)\",\"comment\":\"\(word(marking))\"}"
            }
            parts.append("\"ObjectReference\":[\(references.joined(separator: ","))]")
            uuids.append(name)
            return "{\(parts.joined(separator: ","))}"
        }

        private mutating func event() -> String {
            var (parts, around) = own(in: nil)
            around.floor = .clear
            let marking = around.marking
            parts += [
                "\"uuid\":\"\(uuid(marking))\"", "\"info\":\"\(word(marking))\"", "\"date\":\"2026-01-05\"",
                "\"timestamp\":\"1767700000\"", "\"published\":\(Bool.random(using: &dice))",
                "\"Orgc\":{\"name\":\"\(word(marking))\",\"uuid\":\"\(uuid(marking))\"}",
                "\"extends_uuid\":\"\(uuid(marking))\"",
            ]
            let attributes = (0..<8).map { _ in
                attribute(Self.types.randomElement(using: &dice) ?? "text", nil, in: around)
            }
            parts.append("\"Attribute\":[\(attributes.joined(separator: ","))]")
            var uuids: [String] = []
            let objects = (0..<5).map { _ in object(&uuids, in: around) }
            parts.append("\"Object\":[\(objects.joined(separator: ","))]")
            let (marks, inside) = own(in: around)
            parts.append(
                """
                "EventReport":[{\((marks + ["\"name\":\"\(word(inside.marking))\"", "\"content\":\"\(word(inside.marking))\""])
                    .joined(separator: ","))}]
                """)
            return "{\"Event\":{\(parts.joined(separator: ","))}}"
        }
    }

    /// Where something stands that is stricter than what it stands in.
    static func leaks(_ objects: [(text: String, id: String, marking: TLP)], _ values: [(text: String, marking: TLP)])
        -> [String]
    {
        // Of one object under two markings the laxer one counts: it says as much.
        let ids = Dictionary(objects.map { ($0.id, $0.marking) }) { min($0, $1) }
        return objects.flatMap { object in
            let text = object.text.lowercased()
            let said = values.filter { $0.marking > object.marking && text.contains($0.text) }.map {
                "\($0.marking) \($0.text) in \(object.marking) \(object.text)"
            }
            let named = ids.filter { $0.value > object.marking && text.contains($0.key) }.map {
                "\($0.value) \($0.key) in \(object.marking) \(object.text)"
            }
            return said + named
        }
    }

    @Test(arguments: 0..<100) func `no value of an event stands in anything laxer`(_ seed: Int) throws {
        let generated = Generated(seed)
        let account = MISPAccount()
        let objects = try MISPTests.convert(generated.json, account).map { object in
            let tree = try MISPTests.tree(object)
            let marking = tree["object_marking_refs"]?[0]?.string.flatMap(TLP.init(markingID:))
            return (String(decoding: object.bytes, as: UTF8.self), object.id, try #require(marking))
        }
        let leaks = Self.leaks(objects, generated.values)
        #expect(leaks.isEmpty, "\(leaks.prefix(3).joined(separator: "\n"))\nof \(generated.json)")
        // What is told of what was left out holds no values either.
        for loss in account.losses {
            #expect(!generated.values.contains { "\(loss)".lowercased().contains($0.text) }, "\(loss)")
        }
        // And the event is there: what is not in it can't leak.
        let all = objects.map(\.0).joined().lowercased()
        #expect(generated.values.filter { all.contains($0.text) }.count * 2 > generated.values.count)
    }

    @Test func `a planted leak is found, by its value and by its identifier`() {
        let strict = (text: "zq1", marking: TLP.red)
        let secret = (text: "{\"value\":\"zq1\"}", id: "ipv4-addr--1", marking: TLP.red)
        let report = (text: "{\"object_refs\":[\"ipv4-addr--1\"]}", id: "report--1", marking: TLP.green)
        #expect(Self.leaks([secret], [strict]).isEmpty)
        #expect(Self.leaks([secret, report], []).count == 1)
        #expect(Self.leaks([("{\"name\":\"ZQ1\"}", "note--1", .amber)], [strict]).count == 1)
    }
}
