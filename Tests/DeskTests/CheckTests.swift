import Foundation
import Hall
import HTML
@testable import Ledger
import STIX
import Storage
import Testing
import TestSupport
import Web

@testable import Desk

/// Check as a reader meets it: through the routes, against a ledger.
@Suite struct CheckTests {
    /// A gateway with a public and a hidden indicator, and one person of its desk.
    struct Bench {
        let ledger: GatewayLedger
        let person: Person?

        init(signedIn: Bool, networks: [String] = ["198.51.100.0/24"]) async throws {
            ledger = try await GatewayLedger.create(
                DataDirectory.forTest(TemporaryFolder().path + "/data"), name: "Valdoria", migrations: deskMigrations)
            try await ledger.createCollection(alias: "public", title: "Public", audience: .everyone)
            try await ledger.createCollection(alias: "desk", title: "Desk", audience: ledger.gateway.desk)
            _ = try await ledger.admit(Lines([Self.indicator(1, "c2.example")]), into: "public", source: "file")
            _ = try await ledger.admit(Lines([Self.indicator(2, "hidden.example")]), into: "desk", source: "file")
            person =
                signedIn
                ? Person(
                    account: "7c1f0a52-93b8-4f0e-8a7c-2f1d6be45c09", name: "Amina", role: .analyst,
                    organisation: .init(id: ledger.gateway.id, name: "Valdoria", identity: nil, isDesk: true),
                    viewer: Viewer(of: [.signedIn, ledger.gateway.desk])) : nil
        }

        static func indicator(_ number: Int, _ domain: String) -> String {
            """
            {"type":"indicator","spec_version":"2.1","id":"indicator--00000000-0000-4000-8000-00000000000\(number)",\
            "created":"2026-01-01T00:00:00Z","modified":"2026-01-01T00:00:00Z","name":"=i\(number)",\
            "pattern":"[domain-name:value = '\(domain)']","pattern_type":"stix","valid_from":"2026-01-01T00:00:00Z"}
            """
        }

        func answer(
            _ kind: Address.Kind, _ path: String, _ method: Endpoint.Method,
            _ form: [(name: String, value: String)] = []
        )
            async throws -> (status: Int, body: String, answer: Answer)
        {
            let people = TestPeople(
                whoAsks: { [person] _ in person },
                constituency: Constituency(networks: ["198.51.100.0/24"], domains: ["bank.example"]))
            let domain = DeskDomain(Door(ledger: ledger, gateway: .mock, people: people))
            let endpoint = try #require(domain.endpoints.first { $0.kind == kind && $0.method == method })
            let answer = await endpoint.answer(to: try WebRequest(path: path, form: WebForm(form)), in: .mock) {
                Issue.record("\($0)")
            }
            return (answer.status, String(decoding: answer.body, as: UTF8.self), answer)
        }

        func check(_ text: String) async throws -> String {
            let (status, body, answer) = try await answer(.check, "/check", .post, [("pasted", text)])
            #expect(status == 200)
            #expect(answer.keeping == .never && answer.etag == nil)
            return body
        }
    }

    struct Lines: ByteSource {
        private var rest: [String]
        init(_ lines: [String]) { rest = lines }
        mutating func next() -> [UInt8]? { rest.isEmpty ? nil : Array(rest.removeFirst().utf8) }
    }

    @Test func `the public checks against what is public`() async throws {
        let bench = try await Bench(signedIn: false)
        let page = try await bench.check("c2[.]example hidden[.]example 198.51.100.7")
        #expect(page.contains("3 values, 1 known, 0 yours"))
        #expect(page.contains("indicator--00000000-0000-4000-8000-000000000001"))
        #expect(!page.contains("000000000002"))
        #expect(!page.contains("type=\"checkbox\""))
        #expect(!page.contains("/drafts"))
    }

    @Test func `hidden and absent look the same`() async throws {
        let bench = try await Bench(signedIn: false)
        let hidden = try await bench.check("hidden.example")
        let absent = try await bench.check("absent.example")
        let renamed = hidden.replacing("hidden.example", with: "absent.example")
        #expect(renamed.replacing("hidden[.]example", with: "absent[.]example") == absent)
    }

    @Test func `a person sees what is theirs, and what can be done`() async throws {
        let bench = try await Bench(signedIn: true)
        let page = try await bench.check("hidden.example http://198.51.100.7/x a@www.bank.example 203.0.113.1")
        #expect(page.contains("4 values, 1 known, 2 yours"))
        #expect(page.contains("000000000002"))
        #expect(page.contains("name=\"values\" value=\"hidden.example\""))
        #expect(page.contains("<button name=\"kind\" value=\"indicators\" formaction=\"/drafts/new\">"))
        #expect(
            page.contains("kind=sighting&amp;about=indicator--") || page.contains("kind=sighting&about=indicator--"))
        #expect(page.contains("opinion=strongly-disagree"))
    }

    @Test func `a doubtful name is shown where it is known or theirs, and nowhere else`() async throws {
        let bench = try await Bench(signedIn: true)
        _ = try await bench.ledger.admit(
            CheckTests.Lines([Bench.indicator(3, "parcel.pl")]), into: "public", source: "file")
        let page = try await bench.check("install.sh parcel.pl GET /www.bank.example other.pl 203.0.113.1")
        #expect(page.contains("3 values, 1 known, 1 yours"))
        #expect(page.contains("000000000003") && page.contains("www.bank[.]example"))
        #expect(!page.contains("install") && !page.contains("other"))
    }

    @Test func `nothing of a pasted text is kept`() async throws {
        let bench = try await Bench(signedIn: true)
        _ = try await bench.check("needle-in-the-haystack.example 203.0.113.77")
        try await bench.ledger.database.settle()
        for file in try FileManager.default.subpathsOfDirectory(atPath: bench.ledger.directory.path) {
            let path = "\(bench.ledger.directory.path)/\(file)"
            guard let bytes = FileManager.default.contents(atPath: path) else { continue }
            #expect(bytes.range(of: Data("needle-in".utf8)) == nil, "\(file)")
        }
    }

    @Test func `the table is safe for spreadsheets`() async throws {
        let bench = try await Bench(signedIn: false)
        let (status, body, answer) = try await bench.answer(
            .checkTable, "/check.csv", .post, [("pasted", "c2.example 203.0.113.1")])
        #expect(status == 200)
        #expect(answer.headers.contains(.init("Content-Disposition", "attachment; filename=\"check.csv\"")))
        let lines = body.split(separator: "\r\n")
        #expect(lines.count == 3)
        #expect(lines[1].hasPrefix("c2.example,c2[.]example,domain-name,exactly,indicator--"))
        #expect(lines[1].contains(",'=i1,"))
        #expect(lines[2].hasPrefix("203.0.113.1,203.0.113[.]1,ipv4-addr,no,"))
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), (" =1", "' =1"), ("\t=1", "\"'\t=1\""),
        ("a,b", "\"a,b\""),
        ("a\"b", "\"a\"\"b\""), ("=\"x\",", "\"'=\"\"x\"\",\""), ("plain", "plain"), ("", ""), ("＝1", "'＝1"),
    ])
    func `a field is never a formula`(_ text: String, _ field: String) {
        #expect(CSV.field(text) == field)
    }

    @Test func `a form without its text is an error, and an empty one is not`() async throws {
        let bench = try await Bench(signedIn: false)
        #expect(try await bench.answer(.check, "/check", .post).status == 400)
        for from in ["-1", "x", "9223372036854775807"] {
            let answer = try await bench.answer(.check, "/check", .post, [("pasted", "a.example"), ("from", from)])
            #expect(answer.status == 400)
        }
        #expect(try await bench.check("").contains("No value found."))
        #expect(try await bench.check("a.example\nb.example").contains("2 values"))
        #expect(
            try await bench.answer(.check, "/check", .post, [("pasted", "a.example"), ("from", "99")]).status == 200)
    }

    @Test func `known-good lists say what is on them`() async throws {
        let bench = try await Bench(signedIn: false)
        let lists = KnownGood(bench.ledger)
        func keep(_ name: String, _ type: String, _ entries: [String]) async throws -> KnownGood.Kept {
            let list = entries.map { "\"\($0)\"" }.joined(separator: ",")
            let json =
                #"{"name":"\#(name)","version":3,"description":"d","type":"\#(type)","matching_attributes":["x"],"list":[\#(list)]}"#
            return try await lists.keep(Warninglist(json: Data(json.utf8)))
        }
        #expect(
            try await keep("resolvers", "cidr", ["192.0.2.0/24", "203.0.113.9", "2001:db8::/32"])
                == .init(entries: 3, skipped: 0, isReplacement: false))
        _ = try await keep("sites", "hostname", ["good.example", ".dotted.example"])
        #expect(try await keep("exact", "string", ["HTTP://Fine.example", "no value", "198.51.100.5"]).skipped == 1)
        _ = try await keep("parts", "substring", ["Harmless"])
        let cases: [(String, [String])] = [
            ("192.0.2.77", ["resolvers"]), ("192.0.2.0/25", ["resolvers"]), ("192.0.0.0/16", []),
            ("203.0.113.9", ["resolvers"]), ("2001:db8::5", ["resolvers"]),
            ("http://192.0.2.1/x", ["resolvers"]), ("good.example", ["sites"]), ("www.good.example", ["sites"]),
            ("notgood.example", []),
            ("a@mail.good.example", ["sites"]), ("x.dotted.example", ["sites"]), ("http://fine.example/", ["exact"]),
            ("fine.example", []),
            ("198.51.100.5", ["exact"]), ("very-harmless.good.example", ["parts", "sites"]),
        ]
        for (text, expected) in cases {
            let value = try #require(ObservableValue(text))
            #expect(try await lists.lists(holding: [value])[value] ?? [] == expected, "\(text)")
        }
        #expect(try await bench.check("www.good.example").contains("On a known-good list: <bdi>sites</bdi>"))
        #expect(try await keep("sites", "hostname", ["other.example"]).isReplacement)
        #expect(try await bench.check("www.good.example").contains("0 on known-good lists"))
        #expect(try await lists.remove("parts"))
        #expect(try await !lists.remove("parts"))
        let kept = try await lists.all().filter { $0.imported != nil }
        #expect(kept.map(\.name) == ["exact", "resolvers", "sites"])
        #expect(try await bench.answer(.knownGood, "/known-good", .get).body.contains("resolvers"))
    }

    @Test(arguments: [
        (#"{"name":"r","type":"regex","list":["^a"]}"#, "regular expressions"),
        (#"{"name":"r","type":"other","list":[]}"#, "of the type other"),
        ("[]", "no warninglist"), ("{", "no warninglist"), (#"{"name":"","type":"string","list":[]}"#, "name"),
        (#"{"name":"c","type":"cidr","list":["1.2.3.4","x"]}"#, "entry 2 of c, x, is no network"),
        (#"{"name":"c","type":"string","list":[""]}"#, "entry 1 of c is empty"),
    ])
    func `a list that can't be used is refused with its reason`(_ json: String, _ reason: String) {
        let error = #expect(throws: WarninglistError.self) { try Warninglist(json: Data(json.utf8)) }
        #expect(error?.description.contains(reason) ?? false, "\(error?.description ?? "")")
    }

    @Test func `a URL on a list from before is found by every way of writing it`() async throws {
        let bench = try await Bench(signedIn: false)
        let json = #"{"name":"exact","version":1,"type":"string","list":["http://fine.example/%7Ea","198.51.100.5"]}"#
        _ = try await KnownGood(bench.ledger).keep(Warninglist(json: Data(json.utf8)))
        let value = try #require(ObservableValue("http://fine.example/~a"))
        // As the first version left it.
        try await bench.ledger.database.write { session in
            let old = ObservableKey(text: "http://fine.example/%7Ea").bytes
            try session.run("UPDATE known_good_entry SET key = \(old) WHERE entry LIKE 'http%'")
            try session.run("DELETE FROM migration WHERE name = 'desk-0005-known-good-urls'")
        }
        #expect(try await KnownGood(bench.ledger).lists(holding: [value]).isEmpty)
        let opened = try await GatewayLedger(bench.ledger.directory, migrations: deskMigrations)
        #expect(try await KnownGood(opened).lists(holding: [value]) == [value: ["exact"]])
    }

    @Test(arguments: Language.allCases) func `a thousand values make a page no larger than others, but for the values`(
        _ language: Language
    ) throws {
        let context = PageContext(gateway: .mock, language: language, here: "/").signedIn
        try PageTests.check(CheckModel.mockThousand.page(in: context).html(in: context).markup)
    }

    @Test func `what matters most comes first`() {
        let texts = CheckModel.mock.rows.map(\.value.text)
        #expect(texts.first == "http://198.51.100.7/a")
        #expect(texts[1] == "updates.lantern.example")
        #expect(texts.last == "192.0.2.1")
    }
}
