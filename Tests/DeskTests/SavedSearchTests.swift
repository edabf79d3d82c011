import Foundation
import Hall
@testable import Ledger
import STIX
import Storage
import Synchronization
import Testing
import TestSupport
import Web

@testable import Desk

/// Searches as a person keeps them, and their feeds, asked as a browser and a feed reader ask.
@Suite struct SavedSearchTests {
    /// A gateway with an object for everyone and one for the desk, and one account whose organisation can change.
    final class Site: Sendable {
        let ledger: GatewayLedger
        let isOfDesk = Mutex(true)
        let isOpen = Mutex(true)

        init() async throws {
            ledger = try await GatewayLedger.create(
                DataDirectory.forTest(TemporaryFolder().path + "/data"), name: "CIRT Valdoria",
                migrations: deskMigrations)
            try await ledger.createCollection(alias: "public", title: "Public", audience: .everyone)
            try await ledger.createCollection(alias: "desk", title: "Desk", audience: ledger.gateway.desk)
            try await place("lantern open", in: "public")
            try await place("lantern closed", in: "desk")
        }

        func place(_ name: String, in collection: String) async throws {
            let id = "tool--\(UUID().uuidString.lowercased())"
            let time = "2026-01-01T00:00:00.000Z"
            let object =
                #"{"type":"tool","spec_version":"2.1","id":"\#(id)","created":"\#(time)","modified":"\#(time)","name":"\#(name)"}"#
            _ = try await ledger.admit(Once(Array(object.utf8)), into: collection, source: "feed")
        }

        static let account = "0b0e7f3c-2a7f-4b51-9d6f-0c7a5f1d2e3f"

        var person: Person {
            let desk = ledger.gateway.desk
            return Person(
                account: Self.account, name: "Amina", role: .analyst,
                organisation: .init(id: ledger.gateway.id, name: "CIRT", identity: nil, isDesk: true),
                viewer: Viewer(of: isOfDesk.withLock { $0 } ? [.signedIn, desk] : [.signedIn]))
        }

        func ask(
            _ method: Endpoint.Method = .get, _ href: String, form: [(name: String, value: String)] = [],
            signedIn: Bool = true, bearer: Bool = false, ifNoneMatch: String? = nil
        ) async throws -> Answer {
            let halves = href.split(separator: "?", maxSplits: 1).map(String.init)
            let gateway = Gateway(
                name: "CIRT Valdoria", sentence: "", id: ledger.gateway.id, version: "0",
                address: "https://cirt.example")
            let people = TestPeople(
                whoAsks: { [self] in $0.credentials.session == nil && $0.credentials.bearer == nil ? nil : person },
                account: { [self] in $0 == Self.account && isOpen.withLock { $0 } ? person : nil })
            let endpoints = DeskDomain(Door(ledger: ledger, gateway: gateway, people: people)).endpoints
            let endpoint = try #require(endpoints.first { $0.method == method && $0.path.match(halves[0]) != nil })
            let credentials = Credentials(
                cookie: signedIn && !bearer ? "session=s" : nil, authorization: bearer ? "Bearer t" : nil)
            let request = try WebRequest(
                path: halves[0], parameters: try #require(endpoint.path.match(halves[0])),
                query: halves.count > 1 ? halves[1] : "", ifNoneMatch: ifNoneMatch, credentials: credentials,
                form: WebForm(form + [(FormToken.field, FormToken.of(session: "s"))]))
            return await endpoint.answer(to: request, in: gateway)
        }

        /// Keeps a search; the path of its feed.
        func keep(_ query: String, name: String = "mine") async throws -> String {
            let answer = try await ask(.post, "/searches", form: [("query", query), ("name", name)])
            #expect(answer.status == 200)
            #expect(answer.keeping == .never)
            return try feed(in: answer)
        }

        func feed(in answer: Answer) throws -> String {
            let found = answer.text.firstMatch(of: /https:\/\/cirt\.example(\/feeds\/[A-Za-z0-9_-]{43})/)
            return String(try #require(found).output.1)
        }
    }

    struct Once: ByteSource {
        private var bytes: [UInt8]?
        init(_ bytes: [UInt8]) { self.bytes = bytes }
        mutating func next() -> [UInt8]? {
            defer { bytes = nil }
            return bytes
        }
    }

    @Test func `a feed answers as its account may read at this moment`() async throws {
        let site = try await Site()
        let feed = try await site.keep("q=lantern")
        let whole = try await site.ask(.get, feed, signedIn: false)
        #expect(whole.text.matches(of: /<entry>/).count == 2)
        #expect(whole.keeping == .own)
        site.isOfDesk.withLock { $0 = false }
        let less = try await site.ask(.get, feed, signedIn: false)
        #expect(less.text.matches(of: /<entry>/).count == 1)
        #expect(!less.text.contains("closed"))
        site.isOpen.withLock { $0 = false }
        #expect(try await site.ask(.get, feed, signedIn: false).status == 404)
    }

    @Test func `an unchanged feed is answered with 304, a changed one with its entries`() async throws {
        let site = try await Site()
        let feed = try await site.keep("q=lantern&type=tool")
        let first = try await site.ask(.get, feed, signedIn: false)
        let tag = try #require(first.etag)
        #expect(try await site.ask(.get, feed, signedIn: false, ifNoneMatch: tag).status == 304)
        try await site.place("another lantern", in: "public")
        let second = try await site.ask(.get, feed, signedIn: false, ifNoneMatch: tag)
        #expect(second.status == 200)
        #expect(second.text.contains("another lantern"))
    }

    @Test func `a new address ends the old one, and nobody guesses an address`() async throws {
        let site = try await Site()
        let old = try await site.keep("q=lantern")
        let id = try #require(try await SavedSearchTable(ledger: site.ledger).all(of: Site.account).first).id
        let renewed = try site.feed(in: try await site.ask(.post, "/searches/\(id)/address"))
        #expect(renewed != old)
        #expect(try await site.ask(.get, old).status == 404)
        #expect(try await site.ask(.get, renewed).status == 200)
        #expect(try await site.ask(.get, "/feeds/" + String(repeating: "A", count: 43)).status == 404)
    }

    @Test(.onSQLite) func `the secret of a feed is nowhere in the database`() async throws {
        let site = try await Site()
        let secret = String(try await site.keep("q=lantern").dropFirst("/feeds/".count))
        try await site.ledger.database.settle()
        let file = try Data(contentsOf: URL(fileURLWithPath: site.ledger.directory.file))
        #expect(file.range(of: Data(secret.utf8)) == nil)
    }

    @Test func `searches are kept once, renamed and deleted by their owner alone`() async throws {
        let site = try await Site()
        _ = try await site.keep("q=lantern", name: "one")
        _ = try await site.keep("q=lantern", name: "two")
        let table = SavedSearchTable(ledger: site.ledger)
        let kept = try await table.all(of: Site.account)
        #expect(kept.map(\.name) == ["two"])
        let id = try #require(kept.first).id
        #expect(try await site.ask(.post, "/searches/\(id)/name", form: [("name", "three")]).status == 303)
        #expect(try await site.ask(.get, "/searches").text.contains("three"))
        #expect(try await table.rename(id, of: "somebody", to: "x") == false)
        #expect(try await table.delete(id, of: "somebody") == false)
        #expect(try await table.rotate(id, of: "somebody", to: Secret(text: "x")) == nil)
        #expect(try await site.ask(.post, "/searches/\(id)/removal").status == 303)
        #expect(try await site.ask(.post, "/searches/\(id)/removal").status == 404)
        #expect(try await table.all(of: Site.account) == [])
    }

    @Test func `neither the public nor a program's token keeps searches`() async throws {
        let site = try await Site()
        #expect(try await site.ask(.get, "/searches", signedIn: false).status == 401)
        for form in [[("query", "q=x")], [("query", ""), ("name", "x")]] as [[(name: String, value: String)]] {
            #expect(try await site.ask(.post, "/searches", form: form, bearer: true).status == 403)
        }
        #expect(try await site.ask(.post, "/searches", form: [("query", "")]).status == 400)
        #expect(try await site.ask(.post, "/searches", form: [("query", "type=%20")]).status == 400)
    }

    @Test func `everyone's feed and data show what everyone may read`() async throws {
        let site = try await Site()
        let feed = try await site.ask(.get, "/search.atom?q=lantern", signedIn: false)
        #expect(feed.contentType == "application/atom+xml; charset=utf-8")
        #expect(feed.text.matches(of: /<entry>/).count == 1)
        #expect(feed.keeping == .revalidated)
        try PageTests.balanced(feed.text)
        let data = try await site.ask(.get, "/search.json?q=lantern&tlp=clear", signedIn: false)
        let document = try JSON.parse(data.body)
        #expect(document["count"]?.number?.text == "1")
        #expect(document["facets"]?["type"]?["tool"]?.number?.text == "1")
        #expect(try await site.ask(.get, "/search.json?q=lantern").text.contains("closed"))
    }

    @Test(arguments: ["type=T", "in=x", "tlp=mauve", "added=yesterday", "after=1"])
    func `a parameter that can't be read is named`(_ query: String) async throws {
        let site = try await Site()
        for path in ["/search", "/search.json"] {
            let answer = try await site.ask(.get, "\(path)?q=lantern&\(query)")
            #expect(answer.status == 400)
            #expect(answer.text.contains(query.prefix { $0 != "=" }))
        }
    }

    @Test func `the page of results narrows by links, and each leads to fewer`() async throws {
        let site = try await Site()
        let page = try await site.ask(.get, "/search?q=lantern").text
        let links = page.matches(of: /rel="nofollow" href="(\/search\?[^"]*)"/).map {
            String($0.output.1).replacing("&amp;", with: "&")
        }
        #expect(links.contains { $0.contains("in=") } && links.contains { $0.contains("tlp=") })
        for link in links {
            let narrowed = try await site.ask(.get, link).text
            #expect(narrowed.contains("1 result,"), "\(link)")
            #expect(narrowed.contains("href=\"/search?q=lantern\""), "\(link)")
        }
    }
}
