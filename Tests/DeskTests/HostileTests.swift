import Desk
import HTML
import STIX
import Testing
import Web

/// Objects that were made to do harm, or to be large.
@Suite struct HostileTests {
    static let texts = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' style='x", "</code></pre><b>",
        "evil\u{202E}gpj.exe\u{2066}", "\u{0}\u{1B}[31m", "javascript:alert(1)", "&#60;script&#62;",
        "[x](javascript:alert(1)) [y](data:text/html,z)", "(Citation: <script>)",
    ]

    static func object(_ text: String, type: String = "malware", repeated: Int = 1) -> ObjectModel {
        let id = "\(type)--5e6f7a8b-9c0d-4e1f-8a2b-3c4d5e6f7a14"
        let other = "tool--5e6f7a8b-9c0d-4e1f-8a2b-3c4d5e6f7a15"
        let list = JSON.array((0..<min(repeated, 20)).map { _ in .string(text) })
        func member(_ name: String, _ value: JSON) -> JSON.Member { JSON.Member(name: name, value: value) }
        let reference = JSON.object([
            member("source_name", .string(text)), member("url", .string(text)), member("external_id", .string(text)),
            member("description", .string(text)),
        ])
        func json(_ salt: String) -> JSON {
            var members = [
                member("type", .string(type)), member("id", .string(id)), member("name", .string(salt + text)),
                member("description", .string(salt + text)), member("aliases", list), member("labels", list),
                member("pattern", .string(text)), member("x_mitre_detection", .string(text)),
                member("external_references", .array(Array(repeating: reference, count: min(repeated, 40)))),
                member("kill_chain_phases", .array([.object([member("phase_name", .string(text))])])),
                member("hashes", .object([member(text, .string(text))])), member("relationship_type", .string(text)),
                member("source_ref", .string(id)), member("target_ref", .string(text)),
                member("created", .string(text)), member("object_refs", list),
            ]
            members += (0..<min(repeated, 60)).map {
                member("x_\($0)_\(salt)\(text)", .array([.object([member(text, .string(text))])]))
            }
            return .object(members)
        }
        let name = ObjectName(id: other, type: "tool", title: text, externalID: text)
        let collection = CollectionName(id: "7c1f0a52-93b8-4f0e-8a7c-2f1d6be45c01", title: text)
        let rows = Array(repeating: RelationRow(relationship: id, other: .readable(name), description: text), count: 60)
        let head = LogHead(
            collection: collection, origin: text, size: 9_000_000, root: text, signed: Moment(text), key: text)
        let place = Place(
            collection: collection, readers: .organisation(text), ceiling: .red, entry: 6, added: Moment(text),
            withdrawal: Place.Withdrawal(entry: 9, added: Moment(text), reason: text),
            proof: LogProof(leafHash: text, head: head, path: Array(repeating: "WHpm", count: 24)))
        let findings = Array(
            repeating: Finding(severity: .error, code: .tooLarge, pointer: text, offset: 0, sentence: text),
            count: repeated)
        return ObjectModel(
            id: id, type: type, version: "2026-11-20T07:30:00.000Z", json: json(""), byteCount: 1, bodyHash: "00",
            marking: Marking(tlp: .red, isOwn: true, statements: Array(repeating: text, count: repeated)),
            places: Array(repeating: place, count: min(repeated, 50)),
            relations: (0..<min(repeated, 40)).map { _ in
                RelationGroup(direction: .incoming, verb: text, otherType: "tool", rows: rows, total: 60_000)
            },
            versions: (0..<9).map {
                VersionRow(
                    version: Moment("2026-11-\(30 - $0)T07:30:00.000Z"), added: Moment(text), json: json("\($0)"))
            },
            findings: findings, names: [id: name])
    }

    @Test(arguments: texts, ["malware", "relationship", "file"])
    func `is only text`(_ text: String, _ type: String) throws {
        let context = PageContext(gateway: .mock, language: .english, here: Address.search(text).href)
        let page = HostileTests.object(text, type: type).page(in: context).html(in: context).markup
        #expect(!page.contains("<script"))
        #expect(!page.contains("<img"))
        #expect(!page.contains("href=\"javascript:"))
        #expect(!page.contains("href=\"data:"))
        #expect(!page.contains("\u{202E}"))
        #expect(!page.contains("\u{0}"))
        try PageTests.balanced(page)
    }

    @Test(arguments: [
        "word ", "\"", "<", "&", "\u{202E}", "漢", "**a** ", "- a\n", "(Citation: x) ", "[a](https://a.example) ",
    ])
    func `no object makes a page of more than 50 KB`(_ piece: String) throws {
        let text = String(repeating: piece, count: 9_000 / piece.utf8.count)
        for language in Language.allCases {
            let context = PageContext(gateway: .mock, language: language, here: "/")
            let page = HostileTests.object(text, repeated: 500).page(in: context).html(in: context).markup
            #expect(page.utf8.count + Assets.stylesheet.utf8.count <= 50_000, "\(page.utf8.count)")
            try PageTests.balanced(page)
        }
    }

    @Test func `an unknown end is never a link`() {
        let context = PageContext(gateway: .mock, language: .english, here: "/")
        let page = ObjectModel.mock.page(in: context).html(in: context).markup
        let id = "malware--ffffffff-0000-4000-8000-00000000abcd"
        #expect(page.contains("<code dir=\"ltr\">\(id)</code>"))
        #expect(!page.contains("/objects/\(id)"))
    }
}
