import Foundation
import STIX
import Testing

@testable import Exchange

@Suite struct MISPTests {
    static let uuid = "5f0e2a11-1b1c-4c55-9a3e-0a1b2c3d4e5f"

    static func event(_ parts: String, _ head: String = #""distribution":"3""#) -> String {
        """
        {"uuid":"\(uuid)","info":"Invented","date":"2026-01-05","timestamp":"1767700000","published":true,
        "publish_timestamp":"1767700100","Orgc":{"uuid":"5f0e2a11-1b1c-4c55-9a3e-0a1b2c3d4e60","name":"CSIRT of Examplia"},
        \(head),\(parts)}
        """
    }

    static func attribute(
        _ number: Int, _ type: String, _ value: String, detects: Bool = true, _ more: String = #""comment":"""#
    ) -> String {
        let encoded = String(decoding: (try? JSONSerialization.data(withJSONObject: [value])) ?? Data(), as: UTF8.self)
        return """
            {"uuid":"5f0e2a11-1b1c-4c55-9a3e-\(String(format: "%012x", number))","type":"\(type)","category":"Other",
            "value":\(encoded.dropFirst().dropLast()),"to_ids":\(detects),"timestamp":"1767700000",\(more)}
            """
    }

    /// Hashes that MISP knows and `hash-algorithm-ov` (STIX 2.1 §10.7) does not name.
    static let openHashes: Set<String> = [
        "AUTHENTIHASH", "CDHASH", "IMPFUZZY", "IMPHASH", "PEHASH", "SHA-224", "SHA-384", "SHA-512-224", "SHA-512-256",
        "SHA3-224", "SHA3-384", "TELFHASH", "VHASH",
    ]
    /// Rule languages that MISP knows and `pattern-type-ov` (§10.19) does not name.
    static let openLanguages: Set<String> = ["kusto", "zeek"]

    /// What may be found in what is written here: names outside of these two open vocabularies, and nothing else.
    static func isAllowed(_ finding: Finding, _ object: STIXObject) throws -> Bool {
        guard finding.code == .notInVocabulary, finding.severity == .warning else { return false }
        if finding.pointer == "/pattern_type" {
            return try openLanguages.contains(tree(object)["pattern_type"]?.string ?? "")
        }
        return finding.pointer.hasPrefix("/hashes/") && openHashes.contains(String(finding.pointer.dropFirst(8)))
    }

    /// What became of an event, read back by the scanner; nothing that is written here may have another finding.
    static func convert(_ event: String, _ account: MISPAccount = MISPAccount()) throws -> [STIXObject] {
        let document = try MISPDocument(Array(event.utf8))
        let made = try MISPConversion(document.events[0], of: document.text, .init(), account)
        var scanner = ObjectScanner()
        var objects: [STIXObject] = []
        func take(_ scanned: Scanned) throws {
            switch scanned {
            case .object(let object):
                let findings = try object.findings.filter { try !isAllowed($0, object) }
                #expect(findings.isEmpty, "\(String(decoding: object.bytes, as: UTF8.self)) \(findings)")
                objects.append(object)
            case .refused(let refused): Issue.record("\(refused.finding)")
            }
        }
        while let piece = made.next() { try scanner.feed(piece, take) }
        try scanner.finish(take)
        #expect(objects.count == made.objectCount)
        return objects
    }

    static func tree(_ object: STIXObject) throws -> STIX.JSON { try STIX.JSON.parse(object.bytes) }

    /// A value of each type.
    static func sample(_ type: String) -> String {
        let hash: (Int) -> String = { String(repeating: "a", count: $0) }
        let digest: (MISPDigest) -> String = { form in
            switch form {
            case .digits(let count): hash(count)
            case .ssdeep: "3:AXGBicFlgVNhBGcL6wCrFQEv:AXGHsNhxLsr2C"
            case .tlsh: "T1" + hash(70)
            case .word: hash(8)
            }
        }
        return switch MISPAttributeTable.forms[type] {
        case .hash(_, let form): digest(form)
        case .named(_, let form): "it's.exe|" + digest(form)
        default:
            [
                "ip-src": "198.51.100.7", "ip-dst": "2001:db8::7", "domain": "bad.example",
                "hostname": "c2.bad.example",
                "ip-src|port": "198.51.100.7|80", "ip-dst|port": "2001:db8::7|80", "hostname|port": "bad.example|443",
                "domain|ip": "bad.example|198.51.100.7", "AS": "AS64500", "mac-address": "00-00-5e-00-53-01",
                "port": "443", "email": "a@bad.example", "email-src": "a@bad.example", "email-dst": "a@bad.example",
                "target-email": "a@bad.example", "dns-soa-email": "a@bad.example",
                "whois-registrant-email": "a@bad.example", "size-in-bytes": "12", "regkey|value": "HKLM\\Run|bad",
                "url": "http://bad.example/ü?a={b} c%zz", "uri": "/only/a/path",
                "x509-fingerprint-md5": hash(32), "x509-fingerprint-sha1": hash(40),
                "x509-fingerprint-sha256": hash(64),
                "vulnerability": "CVE-2026-0001", "link": "https://bad.example/", "stix2-pattern": "[file:name = 'a']",
            ][type] ?? "some \\ 'words'"
        }
    }

    @Test(arguments: MISPAttributeTable.forms.keys.sorted())
    func `every type of attribute becomes clean objects, to detect or to tell`(_ type: String) throws {
        for detects in [true, false] {
            let account = MISPAccount(remembersUse: true)
            let event = Self.event(
                "\"Attribute\":[" + Self.attribute(1, type, Self.sample(type), detects: detects, #""comment":"seen""#)
                    + "]")
            let objects = try Self.convert(event, account)
            #expect(!account.losses.contains { $0.path.hasSuffix(".value") })
            #expect(objects.contains { $0.type == "report" })
            // Beside the report and its author there is something, or the report itself says it.
            let report = try #require(objects.last { $0.type == "report" })
            #expect(try objects.count > 2 || Self.tree(report)["external_references"] != nil)
        }
    }

    static func sample(_ template: MISPTemplate, _ slot: MISPTemplate.Slot) -> String {
        switch slot {
        case .text(["value"]): template.type == "url" ? "http://bad.example/a b" : "bad.example"
        case .text(["mime_type"]): "application/x-dosexec"
        case .text(["account_type"]): "unix"
        case .cell(_, "data_type"): "REG_SZ"
        case .text, .part, .cell: "some \\ 'words'"
        case .whole, .wholePart: "12"
        case .flag: "1"
        case .moment: "2026-01-06T12:00:00"
        case .digest(_, .ssdeep): "3:AXGBicFlgVNhBGcL6wCrFQEv:AXGHsNhxLsr2C"
        case .digest(_, .tlsh): "T1" + String(repeating: "a", count: 70)
        case .digest(_, .digits(let count)): String(repeating: "a", count: count)
        case .digest(_, .word): "aaaaaaaa"
        case .host, .addresses: "198.51.100.7"
        case .mail, .mails: "a@bad.example"
        case .listed: "tcp"
        case .system: "AS64500"
        }
    }

    @Test(arguments: MISPTemplate.all.keys.sorted())
    func `every template becomes one clean observable, to detect or to tell`(_ name: String) throws {
        let template = try #require(MISPTemplate.all[name])
        for detects in [true, false] {
            // One after another, so that two relations with one place don't meet.
            for relations in template.slots.keys.sorted().map({ [$0] }) + [template.slots.keys.sorted()] {
                let attributes = relations.enumerated().map { index, relation in
                    Self.attribute(
                        index + 1, relation == "ip" ? "ip-dst" : "text",
                        template.slots[relation].map { Self.sample(template, $0) } ?? "",
                        detects: detects, #""object_relation":"\#(relation)""#)
                }
                let account = MISPAccount(remembersUse: true)
                let objects = try Self.convert(
                    Self.event(
                        """
                        "Object":[{"uuid":"5f0e2a11-1b1c-4c55-9a3e-000000000099","name":"\(name)","Attribute":[
                        \(attributes.joined(separator: ","))]}]
                        """), account)
                #expect(!account.losses.contains { $0.path.hasSuffix(".value") })
                let made = objects.map(\.type)
                // A moment or a count alone is nothing to look for.
                let isForPattern = relations.contains {
                    template.slots[$0].map { !template.isOfOneOccurrence($0) } ?? false
                }
                #expect(made.contains("indicator") == (detects && isForPattern))
                #expect(!Set(made).isDisjoint(with: ["indicator", "observed-data", "note"]))
                if relations.count > 1, !detects { #expect(made.contains(template.type)) }
            }
        }
    }

    @Test func `the identifiers are those that MISP gave, and every object bears a marking`() throws {
        let objects = try Self.convert(
            Self.event("\"Attribute\":[" + Self.attribute(7, "domain", "Bad.Example") + "]"))
        let ids = objects.map(\.id)
        #expect(ids.contains("report--\(Self.uuid)"))
        #expect(ids.contains("indicator--5f0e2a11-1b1c-4c55-9a3e-000000000007"))
        // That of an organisation is ours: MISP's could be the one of an organisation here.
        #expect(!ids.contains("identity--5f0e2a11-1b1c-4c55-9a3e-0a1b2c3d4e60"))
        for object in objects {
            #expect(try Self.tree(object)["object_marking_refs"]?[0]?.string == TLP.green.markingID)
        }
    }

    @Test(arguments: [
        ("Attribute with a TLP of its own", #""distribution":"3""#, #""Tag":[{"name":"tlp:red"}]"#, TLP.red),
        ("event of one organisation", #""distribution":"0""#, #""comment":"""#, .amberStrict),
        (
            "a sharing group is no audience", #""distribution":"4","sharing_group_id":"2""#, #""comment":"""#,
            .amberStrict
        ),
        ("this community", #""distribution":1"#, #""comment":"""#, .amber),
        ("all communities are not everyone", #""distribution":"3""#, #""comment":"""#, .green),
        ("nothing said", #""analysis":"2""#, #""comment":"""#, .amberStrict),
        ("white of version 1", #""distribution":"0","Tag":[{"name":"tlp:white"}]"#, #""comment":"""#, .clear),
        (
            "of two the stricter", #""Tag":[{"name":"tlp:green"},{"name":"TLP:AMBER+STRICT"}]"#, #""comment":"""#,
            .amberStrict
        ),
        (
            "an attribute for one organisation in an event for all", #""distribution":"3""#, #""distribution":"0""#,
            .amberStrict
        ),
        (
            "an attribute for all in an event for one organisation", #""distribution":"0""#, #""distribution":"3""#,
            .amberStrict
        ),
    ])
    func `tags and distribution choose the marking`(_ name: String, _ head: String, _ more: String, _ expected: TLP)
        throws
    {
        let objects = try Self.convert(
            Self.event("\"Attribute\":[" + Self.attribute(1, "domain", "bad.example", more) + "]", head))
        let indicator = try #require(objects.first { $0.type == "indicator" })
        #expect(try Self.tree(indicator)["object_marking_refs"]?[0]?.string == expected.markingID, "\(name)")
    }

    @Test(
        arguments: [
            ("domain", "it's\\bad' OR x", nil),
            ("filename", "it's \\ \u{202E}txt.exe", "[file:name = 'it\\'s \\\\ \u{202E}txt.exe']"),
            ("filename", "nul\u{0}.exe", nil), ("filename", "\u{FFFF}", nil), ("ip-dst", "198.51.100.300", nil),
            ("ip-dst", "203.0.113.0/24", "[ipv4-addr:value ISSUBSET '203.0.113.0/24']"), ("md5", "zz", nil),
            ("ip-dst|port", "198.51.100.7", nil), ("AS", "AS1 OR 1=1", nil),
            ("url", "http://a/'] OR [x:y='", "[url:value = 'http://a/\\']%20OR%20[x:y=\\'']"),
            ("regkey", "hklm\\Run", "[windows-registry-key:key = 'HKEY_LOCAL_MACHINE\\\\Run']"),
            ("ssdeep", "aaaaaaaa", nil), ("tlsh", String(repeating: "a", count: 32), nil),
            ("stix2-pattern", "[file:name = ", nil),
        ] as [(String, String, String?)])
    func `hostile values stay values, or are told`(_ type: String, _ value: String, _ pattern: String?) throws {
        let account = MISPAccount()
        let objects = try Self.convert(Self.event("\"Attribute\":[" + Self.attribute(1, type, value) + "]"), account)
        let indicator = objects.first { $0.type == "indicator" }
        #expect(try indicator.map(Self.tree)?["pattern"]?.string == pattern)
        // What is a text but no pattern stays as a note.
        let isNote = objects.contains { $0.type == "note" }
        #expect(
            account.losses.contains { $0.path == "Event.Attribute[0].\(isNote ? "to_ids" : "value")" }
                == (pattern == nil))
    }

    @Test func `of very many tags the first are kept, and a TLP behind them counts`() throws {
        let tags = (0..<MISPTags.most + 2).map { #"{"name":"tag-\#($0)"}"# } + [#"{"name":"tlp:red"}"#]
        let account = MISPAccount()
        let attribute = Self.attribute(1, "domain", "bad.example", "\"Tag\":[\(tags.joined(separator: ","))]")
        let objects = try Self.convert(Self.event("\"Attribute\":[\(attribute)]"), account)
        #expect(account.losses.filter { $0.reason == .tooMany }.count == 2)
        let found = try #require(objects.first { $0.type == "indicator" })
        let indicator = try Self.tree(found)
        #expect(indicator["labels"]?.array?.filter { $0.string?.hasPrefix("tag-") == true }.count == MISPTags.most)
        #expect(indicator["object_marking_refs"]?[0]?.string == TLP.red.markingID)
    }

    @Test func `sightings, galaxies, reports and references keep their sense`() throws {
        let objects = try Self.convert(
            Self.event(
                """
                "Attribute":[\(Self.attribute(1, "domain", "bad.example", """
                    "Tag":[{"name":"misp-galaxy:malpedia=\\"Mirai\\""}],"Sighting":[
                    {"uuid":"5f0e2a11-1b1c-4c55-9a3e-000000000011","type":"0","date_sighting":"1767700050"},
                    {"uuid":"5f0e2a11-1b1c-4c55-9a3e-000000000012","type":"1","date_sighting":"1767700050","source":"lab"},
                    {"uuid":"5f0e2a11-1b1c-4c55-9a3e-000000000013","type":"2","date_sighting":"1767800000"}]
                    """))],
                "Object":[{"uuid":"5f0e2a11-1b1c-4c55-9a3e-000000000021","name":"file","timestamp":"1767700000","Attribute":[
                    \(Self.attribute(0x22, "filename", "a.exe", #""object_relation":"filename""#)),
                    \(Self.attribute(0x23, "md5", String(repeating: "0", count: 32), #""object_relation":"md5""#))],
                    "ObjectReference":[{"uuid":"5f0e2a11-1b1c-4c55-9a3e-000000000024","relationship_type":"Connects to",
                        "referenced_uuid":"5f0e2a11-1b1c-4c55-9a3e-000000000001"}]},
                  {"uuid":"5f0e2a11-1b1c-4c55-9a3e-000000000031","name":"unheard-of","Attribute":[
                    \(Self.attribute(0x32, "ip-dst", "198.51.100.7", #""object_relation":"x""#))]}],
                "EventReport":[{"uuid":"5f0e2a11-1b1c-4c55-9a3e-000000000041","name":"What happened","content":"Words."}]
                """))
        let trees = try Dictionary(uniqueKeysWithValues: objects.map { ($0.id, try Self.tree($0)) })
        func one(_ id: String) throws -> STIX.JSON { try #require(trees[id]) }
        let prefix = "5f0e2a11-1b1c-4c55-9a3e-0000000000"
        #expect(try one("sighting--\(prefix)11")["sighting_of_ref"]?.string == "indicator--\(prefix)01")
        #expect(try one("opinion--\(prefix)12")["opinion"]?.string == "strongly-disagree")
        #expect(try one("indicator--\(prefix)01")["valid_until"]?.string == "2026-01-07T15:33:20.000Z")
        #expect(
            try one("indicator--\(prefix)21")["pattern"]?.string
                == "[file:name = 'a.exe' AND file:hashes.MD5 = '\(String(repeating: "0", count: 32))']")
        let link = try one("relationship--\(prefix)24")
        #expect(
            link["source_ref"]?.string == "indicator--\(prefix)21"
                && link["target_ref"]?.string == "indicator--\(prefix)01")
        // The standard doesn't suggest that between indicators.
        #expect(link["relationship_type"]?.string == "related-to")
        #expect(link["labels"]?[0]?.string == "misp:relationship=\"connects-to\"")
        #expect(try one("grouping--\(prefix)31")["object_refs"]?[0]?.string == "observed-data--\(prefix)32")
        #expect(try one("note--\(prefix)41")["object_refs"]?[0]?.string == "report--\(Self.uuid)")
        #expect(trees.values.contains { $0["type"]?.string == "malware" && $0["name"]?.string == "Mirai" })
        #expect(trees.values.contains { $0["relationship_type"]?.string == "indicates" })
    }

    @Test func `what is observed has the form that STIX asks for, or becomes a note`() throws {
        func observed(_ type: String, _ value: String, _ made: String) throws -> STIX.JSON? {
            let attribute = Self.attribute(5, type, value, detects: false)
            return try Self.convert(Self.event("\"Attribute\":[\(attribute)]")).map(Self.tree).first {
                $0["type"]?.string == made
            }
        }
        #expect(try observed("regkey", "HKCU\\Run", "windows-registry-key")?["key"]?.string == "HKEY_CURRENT_USER\\Run")
        let url = try observed("url", "http://bad.example/ü?a={b} c%zz%20", "url")
        #expect(url?["value"]?.string == "http://bad.example/%C3%BC?a=%7Bb%7D%20c%25zz%20")
        #expect(try observed("uri", "/only/a/path", "url") == nil)
        #expect(try observed("uri", "/only/a/path", "note")?["content"]?.string == "/only/a/path")
        #expect(try observed("email-src", "<a@bad.example>", "note")?["content"]?.string == "<a@bad.example>")
        // Without a property that would make its identifier, it has MISP's.
        #expect(
            try observed("email-message-id", "a@b", "email-message")?["id"]?.string
                == "email-message--5f0e2a11-1b1c-4c55-9a3e-000000000005")
        let account = try observed("github-username", "heron", "user-account")
        #expect(account?["account_login"]?.string == "heron" && account?["account_type"] == nil)
        #expect(try observed("twitter-id", "1", "user-account")?["account_type"]?.string == "twitter")
    }

    @Test func `a word that its property does not know stands alone, and the rest stays one observable`() throws {
        for (template, relation, known, type) in [
            ("registry-key", "data-type", "key", "windows-registry-key"), ("file", "mimetype", "filename", "file"),
            ("user-account", "account-type", "username", "user-account"), ("file", "tlsh", "filename", "file"),
        ] {
            let attributes = [(known, "HKLM"), (relation, "no such word")].enumerated().map { index, part in
                Self.attribute(
                    index + 1, "text", part.1, detects: false, #""object_relation":"\#(part.0)""#)
            }.joined(separator: ",")
            let made = try Self.convert(
                Self.event(#""Object":[{"name":"\#(template)","Attribute":[\#(attributes)]}]"#)
            ).map(Self.tree)
            #expect(made.contains { $0["type"]?.string == type })
            #expect(made.contains { $0["type"]?.string == "note" && $0["content"]?.string == "no such word" })
        }
    }

    @Test func `an unpublished event is a grouping, a deleted attribute is revoked`() throws {
        let event = Self.event("\"Attribute\":[" + Self.attribute(1, "domain", "bad.example", #""deleted":true"#) + "]")
            .replacing("\"published\":true", with: "\"published\":false")
        let objects = try Self.convert(event)
        #expect(objects.contains { $0.id == "grouping--\(Self.uuid)" } && !objects.contains { $0.type == "report" })
        let indicator = try #require(objects.first { $0.type == "indicator" })
        #expect(try Self.tree(indicator)["revoked"]?.bool == true)
    }

    @Test func `moments are read in every form that MISP writes`() {
        #expect(MISPTime.moment("1767700000")?.description == "2026-01-06T11:46:40.000Z")
        #expect(MISPTime.moment("2026-01-06")?.description == "2026-01-06T00:00:00.000Z")
        #expect(MISPTime.moment("2026-01-06T12:00:00.000000+02:00")?.description == "2026-01-06T10:00:00.000Z")
        #expect(MISPTime.moment("2026-01-06 12:00:00")?.description == "2026-01-06T12:00:00.000Z")
        #expect(MISPTime.moment("soon") == nil && MISPTime.moment("-5") == nil)
    }

    @Test func `what is no event is refused with a sentence`() {
        for text in ["{}", "[1]", #"{"Event":[]}"#, #"{"response":{}}"#, "{", #"{"Event":{"info":"no uuid"}}"#] {
            #expect(throws: ExchangeError.self) {
                let document = try MISPDocument(Array(text.utf8))
                for event in document.events {
                    _ = try MISPConversion(event, of: document.text, .init(), MISPAccount())
                }
            }
        }
    }
}
