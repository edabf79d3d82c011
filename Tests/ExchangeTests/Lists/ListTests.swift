import Foundation
import Hall
import Ledger
import STIX
import Storage
import Synchronization
import Testing
import TestSupport
import Web
import Work

@testable import Exchange

/// Lists as a person makes them and a firewall fetches them.
@Suite struct ListTests {
    /// A gateway with a collection for everyone and one for the desk, an account whose rights can change, and a clock to move.
    final class Site: Sendable {
        let ledger: GatewayLedger
        let isOfDesk = Mutex(true)
        let isOpen = Mutex(true)
        /// What of the values is harmless, by their text.
        let harmless = Mutex<[String: Harmless]>([:])
        let clock: Clock

        final class Clock: Sendable {
            let now = Mutex(Timestamp("2026-02-01T00:00:00Z") ?? Timestamp(clamping: 0))
        }

        init() async throws {
            let clock = Clock()
            self.clock = clock
            let surroundings = Surroundings(
                now: { clock.now.withLock { $0 } }, random: Surroundings.system.random, uptime: { .zero })
            ledger = try await GatewayLedger.create(
                DataDirectory.forTest(TemporaryFolder().path + "/data"), name: "CIRT Valdoria",
                surroundings: surroundings,
                migrations: workMigrations + exchangeMigrations
            )
            try await ledger.createCollection(alias: "public", title: "Public", audience: .everyone)
            try await ledger.createCollection(alias: "desk", title: "Desk", audience: ledger.gateway.desk)
        }

        static let account = "0b0e7f3c-2a7f-4b51-9d6f-0c7a5f1d2e3f"

        func place(
            _ pattern: String, in collection: String = "public", number: Int,
            modified: String = "2026-01-01T00:00:00.000Z",
            _ more: String = ""
        ) async throws {
            let object = """
                {"type":"indicator","spec_version":"2.1","id":"indicator--00000000-0000-4000-8000-\(String(format: "%012d", number))",
                "created":"2026-01-01T00:00:00.000Z","modified":"\(modified)","pattern":"\(pattern)","pattern_type":"stix",
                "valid_from":"2026-01-01T00:00:00Z"\(more)}
                """
            let report = try await ledger.admit(MemorySource(Array(object.utf8)), into: collection, source: "feed")
            #expect(report.placed == 1, "\(report)")
        }

        var person: Person {
            Person(
                account: Self.account, name: "Amina", role: .analyst,
                organisation: .init(id: ledger.gateway.id, name: "CIRT", identity: nil, isDesk: true),
                viewer: Viewer(of: isOfDesk.withLock { $0 } ? [.signedIn, ledger.gateway.desk] : [.signedIn]))
        }

        var exchange: ExchangeDomain {
            ExchangeDomain(
                Door(
                    ledger: ledger,
                    gateway: Gateway(
                        name: "CIRT Valdoria", sentence: "", id: ledger.gateway.id, version: "0",
                        address: "https://cirt.example"),
                    people: TestPeople(
                        whoAsks: { [self] in
                            $0.credentials.session == nil && $0.credentials.bearer == nil ? nil : person
                        },
                        account: { [self] in $0 == Self.account && isOpen.withLock { $0 } ? person : nil })),
                harmless: { [self] values in
                    let known = harmless.withLock { $0 }
                    return Dictionary(
                        uniqueKeysWithValues: values.compactMap { value in known[value.text].map { (value, $0) } })
                })
        }

        func make(
            _ kind: PlainList.Kind, collections: [String]? = nil, confidence: Int = 0, ceiling: TLP = .amberStrict
        )
            async throws -> String
        {
            let address = try await exchange.makeList(
                "edge", of: kind, for: person, collections: collections, confidence: confidence, ceiling: ceiling
            ).address
            return String(address.dropFirst("https://cirt.example".count))
        }

        func ask(
            _ method: Endpoint.Method = .get, _ path: String, form: [(name: String, value: String)] = [],
            signedIn: Bool = false, bearer: Bool = false, ifNoneMatch: String? = nil
        ) async throws -> Answer {
            let endpoint = try #require(exchange.endpoints.first { $0.method == method && $0.path.match(path) != nil })
            let credentials = Credentials(
                cookie: signedIn ? "session=s" : nil, authorization: bearer ? "Bearer t" : nil)
            let request = try WebRequest(
                path: path, parameters: try #require(endpoint.path.match(path)), query: "", ifNoneMatch: ifNoneMatch,
                credentials: credentials, form: WebForm(form + [(FormToken.field, FormToken.of(session: "s"))]))
            return await endpoint.answer(to: request, in: exchange.gateway)
        }

        func values(_ path: String) async throws -> [String] {
            let answer = try await ask(.get, path)
            #expect(answer.status == 200)
            return String(decoding: answer.body, as: UTF8.self).split(separator: "\n").map(String.init).filter {
                !$0.hasPrefix("#")
            }
        }
    }

    @Test func `values that may be blocked by themselves are listed, the others are counted`() async throws {
        let site = try await Site()
        try await site.place(
            "[ipv4-addr:value = '198.51.100.7' OR ipv4-addr:value ISSUBSET '203.0.113.0/24']", number: 1)
        try await site.place("[ipv4-addr:value = '198.51.100.8' AND network-traffic:dst_port = 443]", number: 2)
        try await site.place("[ipv4-addr:value = '0.0.0.0/0']", number: 3)
        try await site.place("[domain-name:value = 'bad.example']", number: 4)
        let path = try await site.make(.ipv4)
        #expect(try await site.values(path) == ["198.51.100.7", "203.0.113.0/24"])
        let text = String(decoding: try await site.ask(.get, path).body, as: UTF8.self)
        #expect(
            text.contains(
                """
                # 2 values
                # left out:
                #   1 indicator naming a value only together with something else
                #   1 value wider than /8 (IPv6: /16), or not fit for a line

                """))
        #expect(text.contains("# TLP:CLEAR") && text.contains("# edge (ipv4)"))
        let table = try await site.ask(.get, path.replacing(".txt", with: ".csv"))
        #expect(
            String(decoding: table.body, as: UTF8.self).hasPrefix(
                "value,valid_until,confidence,indicator,tlp\r\n198.51.100.7,,,indicator--"))
        #expect(table.contentType == "text/csv; charset=utf-8")
    }

    private func header(_ site: Site, _ path: String) async throws -> [String] {
        String(decoding: try await site.ask(.get, path).body, as: UTF8.self).split(separator: "\n").map(String.init)
            .filter { $0.hasPrefix("#") }.map { $0.drop { "# ".contains($0) } }.map(String.init)
    }

    @Test func `a value behind a reference, and an address where a name should be, are listed`() async throws {
        let site = try await Site()
        try await site.place(
            "[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '203.0.113.144']",
            number: 1)
        try await site.place("[network-traffic:dst_ref.value = '203.0.113.145']", number: 2)
        try await site.place("[domain-name:value = '203.0.113.146']", number: 3)
        try await site.place("[ipv4-addr:value = '203.0.113.147']", number: 4)
        let path = try await site.make(.ipv4)
        #expect(try await site.values(path) == (144...147).map { "203.0.113.\($0)" })
        #expect(try await header(site, path).last == "nothing left out")
        // It is no name, and so no name is left out.
        let names = try await site.make(.domain)
        #expect(try await site.values(names) == [])
        #expect(try await header(site, names).last == "nothing left out")
    }

    @Test func `a hash is listed by every spelling of its algorithm`() async throws {
        let site = try await Site()
        func hash(_ digit: Int, _ count: Int) -> String { String(repeating: String(digit), count: count) }
        for (number, name) in ["sha256", "'sha-256'", "'SHA-256'", "SHA256", "sha_256"].enumerated() {
            try await site.place("[file:hashes.\(name) = '\(hash(number, 64))']", number: number)
        }
        try await site.place("[file:hashes.md5 = '\(hash(5, 32))']", number: 5)
        try await site.place("[file:hashes.sha1 = '\(hash(6, 40))']", number: 6)
        try await site.place("[file:hashes.'SHA3-256' = '\(hash(7, 64))']", number: 7)
        #expect(try await site.values(site.make(.sha256)) == (0...4).map { hash($0, 64) })
        #expect(try await site.values(site.make(.md5)) == [hash(5, 32)])
        #expect(try await site.values(site.make(.sha1)) == [hash(6, 40)])
    }

    @Test(arguments: [
        ("[ipv4-addr:value LIKE '203.0.113.%']", "1 indicator naming no whole value"),
        ("[ipv4-addr:value = '203.0.113']", "1 indicator naming no whole value"),
        ("[ipv4-addr:value != '203.0.113.9']", "1 indicator naming a value only together with something else"),
        (
            "[domain-name:resolves_to_refs[*].value = '203.0.113.9']",
            "1 indicator naming a value of a part or a neighbour of what is bad"
        ),
        ("[ipv4-addr:value = '203.0.113.9' AND", "1 indicator with a pattern that can't be read"),
        (#"[x-own:peer = '203.0.113.9\\'']"#, nil),
        ("[file:name = 'a.exe']", nil),
    ])
    func `what is not listed is counted with its reason`(_ pattern: String, _ reason: String?) async throws {
        let site = try await Site()
        try await site.place(pattern, number: 1)
        let path = try await site.make(.ipv4)
        #expect(try await site.values(path) == [])
        #expect(try await header(site, path).last == reason ?? "nothing left out")
    }

    @Test func `an indicator in another language is counted, one whose words are escaped is read`() async throws {
        let site = try await Site()
        let object = """
            {"type":"indicator","spec_version":"2.1","id":"indicator--00000000-0000-4000-8000-000000000009",
            "created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z","pattern":"rule a { condition: true }",
            "pattern_type":"yara","valid_from":"2026-01-01T00:00:00Z"}
            """
        _ = try await site.ledger.admit(MemorySource(Array(object.utf8)), into: "public", source: "feed")
        try await site.place(#"[file:\u0068ashes.MD5 = '\#(String(repeating: "1", count: 32))']"#, number: 1)
        try await site.place(#"[url:value = 'http:\/\/a.example\/']"#, number: 2)
        #expect(try await site.values(site.make(.md5)) == [String(repeating: "1", count: 32)])
        let path = try await site.make(.url)
        #expect(try await site.values(path) == ["http://a.example/"])
        #expect(try await header(site, path).last == "1 indicator in another pattern language")
    }

    @Test(arguments: ["1e300", "-1e300", "9223372036854775807", "\"x\"", "0.5"])
    func `a confidence that is none ends nothing`(_ confidence: String) async throws {
        let site = try await Site()
        let object = """
            {"type":"indicator","spec_version":"2.1","id":"indicator--00000000-0000-4000-8000-000000000009",
            "created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z","confidence":\(confidence),
            "pattern":"[ipv4-addr:value = '198.51.100.7']","pattern_type":"stix","valid_from":"2026-01-01T00:00:00Z"}
            """
        _ = try await site.ledger.admit(MemorySource(Array(object.utf8)), into: "public", source: "feed")
        #expect(try await site.values(site.make(.ipv4)) == ["198.51.100.7"])
    }

    @Test func `what is likely to be harmless is subtracted, counted and said`() async throws {
        let site = try await Site()
        try await site.place("[ipv4-addr:value IN ('8.8.8.8', '198.51.100.7', '10.1.1.1', '203.0.113.9')]", number: 1)
        let path = try await site.make(.ipv4)
        #expect(try await site.values(path).count == 4)
        let etag = try #require(try await site.ask(.get, path).etag)
        site.harmless.withLock {
            $0 = [
                "8.8.8.8": .knownGood(["Public\nresolvers", "Others"]), "10.1.1.1": .specialUse(.privateUse),
                "198.51.100.7": .constituency(part: "198.51.100.0/24", organisation: "x"),
            ]
        }
        // The list changes with what is known to be good, though no collection has.
        #expect(try await site.ask(.get, path, ifNoneMatch: etag).status == 200)
        #expect(try await site.values(path) == ["203.0.113.9"])
        #expect(
            try await Set(header(site, path).suffix(4)) == [
                "left out:", "1 value of the constituency of an organisation here",
                "1 value not of the Internet: private-use", "1 value on the known-good list Publicresolvers",
            ])
    }

    @Test func `what is withdrawn leaves the list`() async throws {
        let site = try await Site()
        try await site.place("[ipv4-addr:value = '198.51.100.7']", number: 1)
        let path = try await site.make(.ipv4)
        #expect(try await site.values(path) == ["198.51.100.7"])
        _ = try await site.ledger.withdraw(
            "indicator--00000000-0000-4000-8000-000000000001", from: "public", reason: "false positive")
        #expect(try await site.values(path) == [])
    }

    @Test func `only what is current is listed, by the clock at each fetch`() async throws {
        let site = try await Site()
        try await site.place(
            "[domain-name:value = 'a.example']", number: 1, #","valid_until":"2026-02-10T00:00:00Z""#)
        try await site.place("[domain-name:value = 'b.example']", number: 2)
        let path = try await site.make(.domain)
        #expect(try await site.values(path) == ["a.example", "b.example"])
        site.clock.now.withLock { $0 = Timestamp("2026-02-10T00:00:00Z") ?? $0 }
        #expect(try await site.values(path) == ["b.example"])
        site.clock.now.withLock { $0 = Timestamp("2025-12-31T23:59:59Z") ?? $0 }
        #expect(try await site.values(path) == [])
        site.clock.now.withLock { $0 = Timestamp("2026-02-11T00:00:00Z") ?? $0 }
        try await site.place(
            "[domain-name:value = 'b.example']", number: 2, modified: "2026-02-01T00:00:00.000Z", #","revoked":true"#)
        #expect(try await site.values(path) == [])
    }

    @Test func `a list reads as its owner may at each fetch, and stops with the account`() async throws {
        let site = try await Site()
        try await site.place("[domain-name:value = 'open.example']", number: 1)
        try await site.place("[domain-name:value = 'closed.example']", in: "desk", number: 2)
        let path = try await site.make(.domain)
        #expect(try await site.values(path) == ["open.example", "closed.example"])
        site.isOfDesk.withLock { $0 = false }
        let narrowed = try await site.ask(.get, path)
        #expect(!String(decoding: narrowed.body, as: UTF8.self).contains("closed"))
        site.isOpen.withLock { $0 = false }
        let closed = try await site.ask(.get, path)
        let absent = try await site.ask(.get, "/lists/\(String(repeating: "a", count: 43)).txt")
        #expect(closed.status == 404 && absent.status == 404 && closed.body == absent.body)
    }

    @Test func `a list without hidden values is the same as on a gateway that has none`() async throws {
        var bodies: [[UInt8]] = []
        for hides in [true, false] {
            let site = try await Site()
            try await site.place("[domain-name:value = 'open.example']", number: 1)
            let path = try await site.make(.domain)
            site.isOfDesk.withLock { $0 = false }
            if hides { try await site.place("[domain-name:value = 'closed.example']", in: "desk", number: 2) }
            bodies.append(try await site.ask(.get, path).body)
        }
        #expect(bodies[0] == bodies[1])
    }

    @Test func `collections, confidence and marking narrow it`() async throws {
        let site = try await Site()
        try await site.place("[x-md5:x = 'a' OR file:hashes.MD5 = '\(String(repeating: "1", count: 32))']", number: 1)
        try await site.place(
            "[file:hashes.MD5 = '\(String(repeating: "2", count: 32))']", in: "desk", number: 2, #","confidence":80"#)
        #expect(try await site.values(site.make(.md5)).count == 2)
        #expect(try await site.values(site.make(.md5, collections: ["public"])) == [String(repeating: "1", count: 32)])
        #expect(try await site.values(site.make(.md5, confidence: 50)) == [String(repeating: "2", count: 32)])
        #expect(try await site.values(site.make(.md5, ceiling: .clear)) == [String(repeating: "1", count: 32)])
    }

    @Test func `the same list again is 304, another one isn't`() async throws {
        let site = try await Site()
        try await site.place("[url:value = 'http://bad.example/']", number: 1)
        let path = try await site.make(.url)
        let first = try await site.ask(.get, path)
        let etag = try #require(first.etag)
        #expect(try await site.ask(.get, path, ifNoneMatch: etag).status == 304)
        try await site.place("[url:value = 'http://worse.example/']", number: 2)
        #expect(try await site.ask(.get, path, ifNoneMatch: etag).status == 200)
    }

    @Test func `the page makes, renames and withdraws lists, for people who are signed in`() async throws {
        let site = try await Site()
        try await site.place("[domain-name:value = 'open.example']", number: 1)
        let form = [("name", "edge"), ("kind", "domain"), ("ceiling", "TLP:AMBER"), ("confidence", "0")]
        let made = try await site.ask(.post, "/lists", form: form.map { (name: $0.0, value: $0.1) }, signedIn: true)
        let page = String(decoding: made.body, as: UTF8.self)
        #expect(made.status == 200 && made.keeping == .never)
        let path = try String(#require(page.firstMatch(of: /https:\/\/cirt\.example(\/lists\/[^ <]+\.txt)/)).1)
        #expect(try await site.values(path) == ["open.example"])
        let list = try #require(try await site.exchange.lists(of: Site.account).first)
        let renamed = try await site.ask(.post, "/lists/\(list.id)/name", form: [("name", "core")], signedIn: true)
        #expect(renamed.status == 303)
        let again = String(decoding: try await site.ask(.get, "/lists", signedIn: true).body, as: UTF8.self)
        #expect(again.contains("core") && !again.contains(path))
        #expect(try await site.ask(.get, "/lists", bearer: true).status == 403)
        #expect(try await site.ask(.post, "/lists/\(list.id)/removal", signedIn: true).status == 303)
        #expect(try await site.ask(.get, path).status == 404)
    }

    @Test func `a list is asked for now and then, whoever asks`() async throws {
        let site = try await Site()
        try await site.place("[domain-name:value = 'a.example']", number: 1)
        let (path, other) = (try await site.make(.domain), try await site.make(.domain))
        let exchange = site.exchange
        func ask(_ path: String, from remote: String) async throws -> Answer {
            let endpoint = try #require(exchange.endpoints.first { $0.method == .get && $0.path.match(path) != nil })
            let request = try WebRequest(
                path: path, parameters: try #require(endpoint.path.match(path)),
                credentials: Credentials(remote: remote))
            return await endpoint.answer(to: request, in: exchange.gateway)
        }
        let table = path.replacing(".txt", with: ".csv")
        for number in 0..<10 {
            #expect(try await ask(number < 5 ? path : table, from: "192.0.2.\(number)").status == 200)
        }
        for path in [path, table] {
            let refused = try await ask(path, from: "192.0.2.99")
            #expect(refused.status == 429)
            #expect(refused.header("Retry-After") == "1")
        }
        #expect(try await ask(other, from: "192.0.2.99").status == 200)
    }
}
