import Foundation
import STIX
import Testing

@testable import Exchange

/// What is made means what was said, and what was said is kept or told.
@Suite struct MISPMeaningTests {
    private static let prefix = "5f0e2a11-1b1c-4c55-9a3e-"

    private static func id(_ number: Int) -> String { prefix + String(format: "%012x", number) }

    /// An object with attributes of a type, relation and value; those with a star are to be detected.
    private static func object(
        _ number: Int, _ template: String, _ attributes: [(type: String, relation: String, value: String)],
        _ more: String = #""comment":"""#
    ) -> String {
        let list = attributes.enumerated().map { index, attribute in
            MISPTests.attribute(
                number + index + 1, attribute.type, attribute.value, detects: attribute.relation.hasSuffix("*"),
                #""object_relation":"\#(attribute.relation.replacing("*", with: ""))""#)
        }
        return """
            {"uuid":"\(id(number))","name":"\(template)","timestamp":"1767700000","Attribute":[\(list.joined(separator: ","))],\(more)}
            """
    }

    private static func made(
        _ parts: String, _ account: MISPAccount = MISPAccount(), head: String = #""distribution":"3""#
    )
        throws -> [STIX.JSON]
    {
        try MISPTests.convert(MISPTests.event(parts, head), account).map(MISPTests.tree)
    }

    private static func patterns(_ objects: [STIX.JSON]) -> [String] { objects.compactMap { $0["pattern"]?.string } }

    private static func text(_ objects: [STIX.JSON]) throws -> String {
        try objects.map { String(decoding: try $0.canonical(), as: UTF8.self) }.joined(separator: "\n")
    }

    @Test func `a part of an executable is no file, and what it calls itself is no name`() throws {
        let empty = "d41d8cd98f00b204e9800998ecf8427e"
        let objects = try Self.made(
            """
            "Object":[\(Self.object(0x10, "pe-section", [("text", "name", ".bss"), ("md5", "md5*", empty)])),
            \(Self.object(0x20, "pe", [("filename", "original-filename*", "svchost.exe"),
                ("filename", "internal-filename*", "lsass.exe"), ("imphash", "imphash*", String(repeating: "0", count: 32))])),
            \(Self.object(0x30, "unheard-of", [("sha256", "md5-of-something*", String(repeating: "a", count: 64)),
                ("ip-dst", "victim*", "198.51.100.7"), ("port", "port*", "443"), ("filename", "lure*", "explorer.exe")]))]
            """)
        #expect(
            Self.patterns(objects) == [
                "[file:extensions.'windows-pebinary-ext'.imphash = '\(String(repeating: "0", count: 32))']"
            ])
        // An address is one whatever it is to the object, and was seen; a hash may be of anything.
        #expect(objects.contains { $0["type"]?.string == "ipv4-addr" })
        #expect(!objects.contains { $0["type"]?.string == "file" })
        let notes = objects.filter { $0["type"]?.string == "note" }
        for words in [empty, "svchost.exe", "lsass.exe", "explorer.exe", "443"] {
            #expect(notes.contains { $0["content"]?.string == words })
        }
    }

    @Test func `what a file includes is its extension, where the event says so`() throws {
        func parts(_ reference: String, pe: String = "exe", more: String = #""comment":"""#) -> String {
            """
            "Object":[\(Self.object(0x20, "pe", [("text", "type", pe), ("counter", "number-sections", "2"),
                ("datetime", "compilation-timestamp", "2026-01-01T00:00:00"), ("text", "company-name", "Invented Ltd")],
                #""ObjectReference":[{"relationship_type":"includes","referenced_uuid":"\#(Self.id(0x10))"}],\#(more)"#)),
            \(Self.object(0x30, "file", [("filename", "filename", "drop.exe"), ("md5", "md5", String(repeating: "1", count: 32))],
                #""ObjectReference":[{"relationship_type":"\#(reference)","referenced_uuid":"\#(Self.id(0x20))"}]"#)),
            \(Self.object(0x10, "pe-section", [("text", "name", ".text"), ("size-in-bytes", "size-in-bytes", "512"),
                ("float", "entropy", "6.5"), ("md5", "md5", String(repeating: "2", count: 32))]))]
            """
        }
        let account = MISPAccount()
        let objects = try Self.made(parts("includes"), account)
        let files = objects.filter { $0["type"]?.string == "file" }
        let inside = try #require(files.first?["extensions"]?["windows-pebinary-ext"])
        #expect(
            files.count == 1 && inside["pe_type"]?.string == "exe" && inside["number_of_sections"]?.number?.value == 2)
        #expect(inside["time_date_stamp"]?.string == "2026-01-01T00:00:00.000Z")
        let section = try #require(inside["sections"]?[0])
        #expect(section["name"]?.string == ".text" && section["size"]?.number?.value == 512)
        #expect(section["hashes"]?["MD5"]?.string == String(repeating: "2", count: 32))
        #expect(objects.contains { $0["content"]?.string == "Invented Ltd" })
        #expect(!account.losses.contains { $0.reason == .danglingReference })
        // Said otherwise, or not sayable, or stricter: by itself.
        for other in [
            parts("related-to"), parts("includes", pe: "unknown"), parts("includes", more: #""distribution":"0""#),
        ] {
            let objects = try Self.made(other)
            #expect(!objects.contains { $0["extensions"] != nil })
            #expect(objects.contains { $0["name"]?.string == "MISP object pe" })
            #expect(try Self.text(objects).contains(".text"))
        }
    }

    @Test func `a moment or a count is no part of a pattern, and not lost`() throws {
        let account = MISPAccount()
        let objects = try Self.made(
            """
            "Object":[\(Self.object(0x10, "ip-port", [("ip-dst", "ip*", "198.51.100.50"), ("port", "dst-port", "443"),
                ("datetime", "first-seen*", "2020-10-25T16:22:00Z")])),
            \(Self.object(0x20, "process", [("text", "name*", "bad.exe"), ("text", "pid", "4711")])),
            \(Self.object(0x30, "ip-port", [("datetime", "last-seen*", "2020-10-25T16:22:00Z")]))]
            """, account)
        #expect(
            Self.patterns(objects) == [
                "[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '198.51.100.50' AND "
                    + "network-traffic:dst_port = 443]", "[process:image_ref.name = 'bad.exe']",
            ])
        let described = objects.compactMap { $0["description"]?.string }
        #expect(described.contains { $0.contains("first-seen: 2020-10-25T16:22:00Z") })
        #expect(described.contains { $0.contains("pid: 4711") })
        #expect(account.losses.filter { $0.reason == .notDetectable }.count == 2)
    }

    @Test func `the relation says which text is the password`() throws {
        let objects = try Self.made(
            """
            "Object":[\(Self.object(0x10, "credential", [("text", "username", "jdoe"), ("text", "password", "hunter2"),
                ("text", "origin", "malware-analysis")])),
            \(Self.object(0x20, "unheard-of", [("text", "secret-name", "heron"), ("domain", "lair", "bad.example")]))]
            """)
        let account = try #require(objects.first { $0["type"]?.string == "user-account" })
        #expect(account["account_login"]?.string == "jdoe" && account["credential"]?.string == "hunter2")
        for (text, relation) in [("malware-analysis", "origin"), ("heron", "secret-name")] {
            let note = try #require(objects.first { $0["content"]?.string == text })
            #expect(note["abstract"]?.string == "\(relation) (MISP attribute text)")
            #expect(note["labels"]?.array?.contains(.string("misp:object-relation=\"\(relation)\"")) == true)
        }
        let seen = try #require(
            objects.first { $0["type"]?.string == "observed-data" && $0["id"]?.string?.hasSuffix("22") == true })
        #expect(seen["labels"]?.array?.contains(.string("misp:object-relation=\"lair\"")) == true)
    }

    @Test func `several parts under one uuid are all kept, and told`() throws {
        let account = MISPAccount()
        let same = MISPTests.attribute(7, "ip-dst", "198.51.100.2")
        let objects = try Self.made(
            "\"Attribute\":[\(MISPTests.attribute(7, "ip-dst", "198.51.100.1")),\(same),\(same)]", account)
        #expect(
            Set(Self.patterns(objects)) == ["[ipv4-addr:value = '198.51.100.1']", "[ipv4-addr:value = '198.51.100.2']"])
        #expect(Set(objects.map { $0["id"]?.string }).count == objects.count)
        #expect(
            account.losses.filter { $0.reason == .duplicate }.map(\.path) == [
                "Event.Attribute[1].uuid", "Event.Attribute[2].uuid",
            ])
        #expect(objects.contains { $0["id"]?.string == "indicator--\(Self.id(7))" })
    }

    @Test func `what a reference can't hold is told, and a deleted one is none`() throws {
        let account = MISPAccount()
        let link = MISPTests.attribute(
            1, "link", "https://report.example/x", #""comment":"read this","Tag":[{"name":"workflow:state=\"draft\""}]"#
        )
        let gone = MISPTests.attribute(2, "link", "https://deleted.example/", #""deleted":true,"comment":"gone""#)
        let objects = try Self.made("\"Attribute\":[\(link),\(gone)]", account)
        let report = try #require(objects.first { $0["type"]?.string == "report" })
        #expect(report["external_references"]?.array?.count == 1)
        #expect(report["external_references"]?[0]?["description"]?.string == "read this")
        let told = Set(account.losses.map { "\($0.path.dropFirst(16)) \($0.reason.rawValue)" })
        #expect(
            told.isSuperset(of: [
                "0].to_ids not-detectable", "0].Tag no-place", "0].category no-place", "1].value deleted",
                "1].comment deleted",
            ]))
        #expect(try !Self.text(objects).contains("deleted.example"))
    }

    @Test func `a link stands with what is as strict as it, and an event for all says nothing of it`() throws {
        let account = MISPAccount()
        let objects = try Self.made(
            """
            "Attribute":[\(MISPTests.attribute(1, "link", "https://secret.example/", detects: false, #""comment":"secret","Tag":[{"name":"tlp:red"}]"#)),
            \(MISPTests.attribute(2, "weakness", "CWE-79", detects: false, #""distribution":"0""#))]
            """, account, head: #""Tag":[{"name":"tlp:clear"}]"#)
        let report = try #require(objects.first { $0["type"]?.string == "report" })
        #expect(report["external_references"] == nil)
        let groups = objects.filter { $0["type"]?.string == "grouping" }
        #expect(
            groups.map { $0["object_marking_refs"]?[0]?.string } == [TLP.amberStrict, .red].map(\.markingID))
        #expect(groups.last?["external_references"]?[0]?["url"]?.string == "https://secret.example/")
        #expect(groups.allSatisfy { $0["object_refs"]?[0]?.string == report["id"]?.string })
    }

    @Test func `a value that is not what its type asks for is kept with its comment and tags`() throws {
        let account = MISPAccount()
        let objects = try Self.made(
            "\"Attribute\":["
                + MISPTests.attribute(
                    1, "ip-dst", "999.1.1.1",
                    #""comment":"seen at the border","Tag":[{"name":"workflow:state=\"draft\""}]"#) + "]",
            account)
        let note = try #require(objects.first { $0["type"]?.string == "note" })
        #expect(note["content"]?.string == "999.1.1.1\n\nseen at the border")
        #expect(note["labels"]?.array?.contains(.string("workflow:state=\"draft\"")) == true)
        #expect(account.losses.map(\.path) == ["Event.Attribute[0].to_ids"])
    }

    @Test(arguments: [
        ("c2.bad.example", "[domain-name:value = 'c2.bad.example']", "c2.bad.example"),
        ("192.0.2.60", "[ipv4-addr:value = '192.0.2.60']", "192.0.2.60"),
        (
            "bad.example:80",
            "[network-traffic:dst_ref.type = 'domain-name' AND network-traffic:dst_ref.value = 'bad.example' AND "
                + "network-traffic:dst_port = 80]", "bad.example"
        ),
        ("bad.example/vip.js", "[url:value = 'bad.example/vip.js']", "bad.example"),
        ("bad.example:8080/vip.js?x", "[url:value = 'bad.example:8080/vip.js?x']", "bad.example"),
    ])
    func `a URL without a scheme is known by its host`(_ value: String, _ pattern: String, _ host: String) throws {
        #expect(Self.patterns(try Self.made("\"Attribute\":[\(MISPTests.attribute(1, "url", value))]")) == [pattern])
        let seen = try Self.made("\"Attribute\":[\(MISPTests.attribute(1, "url", value, detects: false))]")
        #expect(seen.contains { $0["value"]?.string == host })
        #expect(try Self.text(seen).contains(value) || value.hasSuffix(":80"))
    }

    @Test func `addresses without the name that resolves to them are addresses`() throws {
        let objects = try Self.made(
            "\"Object\":[\(Self.object(0x10, "domain-ip", [("ip-dst", "ip", "192.0.2.220"), ("ip-dst", "ip*", "192.0.2.221")]))]"
        )
        #expect(objects.contains { $0["type"]?.string == "ipv4-addr" && $0["value"]?.string == "192.0.2.220" })
        #expect(objects.contains { $0["type"]?.string == "observed-data" })
        #expect(Self.patterns(objects) == ["[ipv4-addr:value = '192.0.2.221']"])
    }

    @Test func `what stands twice under one identifier with another content is kept twice`() throws {
        let objects = try Self.made(
            """
            "Attribute":[\(MISPTests.attribute(1, "domain", "bad.example", detects: false)),
            \(MISPTests.attribute(2, "domain|ip", "bad.example|198.51.100.7", detects: false)),
            \(MISPTests.attribute(3, "domain", "bad.example", detects: false))]
            """)
        let names = objects.filter { $0["type"]?.string == "domain-name" }
        #expect(names.count == 2 && names.filter { $0["resolves_to_refs"] != nil }.count == 1)
        #expect(Set(names.map { $0["id"]?.string }).count == 2)
        let seen = objects.filter { $0["type"]?.string == "observed-data" }.map { $0["object_refs"]?.array ?? [] }
        #expect(seen.count == 3 && seen[0] == seen[2] && seen[0] != seen[1])
    }

    @Test func `all of an object that is deleted is revoked under the identifier that it had`() throws {
        let attributes = [("filename", "filename*", "a.exe"), ("md5", "md5*", String(repeating: "0", count: 32))]
        let before = try Self.made("\"Object\":[\(Self.object(0x10, "file", attributes))]")
        let after = try Self.made("\"Object\":[\(Self.object(0x10, "file", attributes, #""deleted":true"#))]")
        let indicator = try #require(after.first { $0["type"]?.string == "indicator" })
        #expect(indicator["revoked"]?.bool == true)
        #expect(before.contains { $0["id"] == indicator["id"] })
        // What was seen, and is gone, is named and not shown.
        let seen = try Self.made(
            "\"Attribute\":[\(MISPTests.attribute(1, "domain", "gone.example", detects: false, #""deleted":true"#))]")
        #expect(!seen.contains { $0["type"]?.string == "domain-name" })
        #expect(seen.first { $0["type"]?.string == "observed-data" }?["revoked"]?.bool == true)
    }

    @Test func `an edit of the event makes no new version of its parts`() throws {
        let parts = """
            "Attribute":[\(MISPTests.attribute(1, "domain", "bad.example"))],
            "Object":[\(Self.object(0x10, "file", [("filename", "filename", "a.exe")],
                #""ObjectReference":[{"relationship_type":"related-to","referenced_uuid":"\#(Self.id(1))"}]"#))]
            """
        let before = try Self.made(parts)
        let after = try MISPTests.convert(
            MISPTests.event(parts).replacing(
                "\"timestamp\":\"1767700000\",\"published\"", with: "\"timestamp\":\"1767800000\",\"published\"")
        ).map(MISPTests.tree)
        #expect(before.contains { $0["type"]?.string == "relationship" })
        #expect(after.filter { !before.contains($0) }.map { $0["type"]?.string } == ["report"])
    }

    @Test func `a type that nobody has heard of is text`() throws {
        let account = MISPAccount()
        let objects = try Self.made(
            "\"Attribute\":[\(MISPTests.attribute(1, "brand-new-type", "some value"))]", account)
        #expect(objects.contains { $0["type"]?.string == "note" && $0["content"]?.string == "some value" })
        #expect(account.losses.map(\.path) == ["Event.Attribute[0].to_ids"])
    }

    @Test func `two events under different markings never contradict each other`() throws {
        let tag = #"{"name":"misp-galaxy:mitre-attack-pattern=\"Phishing - T1566\""}"#
        func own(_ tlp: String, _ uuid: String) throws -> [STIX.JSON] {
            let event = MISPTests.event("\"Attribute\":[]", #""Tag":[{"name":"tlp:\#(tlp)"},\#(tag)]"#)
                .replacing(MISPTests.uuid, with: uuid)
            return try MISPTests.convert(event).map(MISPTests.tree).filter { $0["type"]?.string != "report" }
        }
        let (one, two) = (try own("clear", Self.id(1)), try own("green", Self.id(2)))
        #expect(one.count == 2 && two.count == 2)
        // Of no identifier and version there are two contents.
        #expect(Set((one + two).map { $0["id"]?.string }).count == 4)
        #expect(try own("clear", Self.id(3)) == one)
    }

    @Test func `an organisation never has the identifier of another one`() throws {
        func identity(_ uuid: String, _ name: String) throws -> String {
            let node = try STIX.JSON.parse(Array(#"{"uuid":"\#(uuid)","name":"\#(name)"}"#.utf8))
            let made = MISPNode.read(node, at: "Orgc", MISPAccount()) { MISPDraft.organisation($0, .green) }
            return try #require(made?.id)
        }
        let ids = [
            try identity(Self.id(1), "CSIRT of Examplia"), try identity(Self.id(1), "Somebody else"),
            try identity(Self.id(2), "CSIRT of Examplia"),
        ]
        #expect(Set(ids).count == 3)
        for (id, given) in zip(ids, [1, 1, 2]) { #expect(!id.contains(Self.id(given))) }
        #expect(try identity(Self.id(1).uppercased(), "CSIRT of Examplia") == ids[0])
    }
}
