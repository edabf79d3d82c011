import Foundation
import Hall
import Ledger
import STIX
import Testing
import TestSupport
import Web

@testable import Directory

/// Programs that act for somebody.
struct TokenTests {
    @Test func `a token does less than its owner`() async throws {
        let test = try await TestDirectory()
        let desk = try #require(try await Reader.machine(of: test.ledger).collection("desk"))
        let open = try #require(try await Reader.machine(of: test.ledger).collection("public"))
        _ = try await test.comeIn("Amina", .administrator)
        func token(_ scope: Token.Scope, _ collections: [String]? = nil) async throws -> Person {
            let made = try await test.directory.makeToken(
                "feed", for: "Amina", scope: scope, collections: collections, by: TestDirectory.machine)
            #expect(made.secret.text.hasPrefix("concord_"))
            return try #require(try await test.person(bearer: made.secret.text))
        }
        let reading = try await token(.read)
        #expect(reading.reads(desk).isAllowed)
        for act in Act.allCases { #expect(!reading.may(act, in: desk).isAllowed) }
        let writing = try await token(.write)
        for act in Act.allCases {
            #expect(writing.may(act, in: desk).isAllowed == ![.erase, .administer].contains(act), "\(act)")
        }
        let narrow = try await token(.write, ["public"])
        #expect(narrow.may(.publish, in: open).isAllowed)
        #expect(!narrow.reads(desk).isAllowed)
        #expect(try await Reader(test.ledger, for: narrow.viewer).collections().map(\.alias) == ["public"])
        #expect(try await Reader(test.ledger, for: narrow.viewer).collection("desk") == nil)
    }

    @Test func `a client that knows only HTTP Basic shows its token as the password, to protocols alone`() async throws
    {
        let test = try await TestDirectory()
        _ = try await test.comeIn("Amina Benali", .administrator)
        _ = try await test.comeIn("Bela", .reader)
        let token = try await test.directory.makeToken(
            "feed", for: "Amina Benali", scope: .read, by: TestDirectory.machine
        ).secret.text
        func asked(_ user: String, _ password: String, toInterface: Bool = true) async throws -> Person? {
            let header = "Basic " + Data("\(user):\(password)".utf8).base64EncodedString()
            return try await test.directory.person(
                for: WebRequest(
                    path: "/", credentials: Credentials(authorization: header, toInterface: toInterface)))
        }
        let known = try #require(try await asked("Amina Benali", token))
        #expect(try await asked("amina  BENALI", token) == known)
        #expect(try await asked(known.account, token) == known)
        #expect(try await asked("Bela", token) == nil)
        #expect(try await asked("", token) == nil)
        #expect(try await asked("Amina Benali", "concord_x") == nil)
        #expect(try await asked("Amina Benali", token, toInterface: false) == nil)
    }

    @Test func `a protocol knows no cookies`() {
        let credentials = Credentials(cookie: "session=x; see-as=everyone", toInterface: true)
        #expect(credentials.session == nil && credentials.seeingAs == nil)
    }

    @Test func `a token ends with its time, its account, or when it is revoked`() async throws {
        let test = try await TestDirectory()
        _ = try await test.comeIn("Amina", .administrator)
        _ = try await test.comeIn("Bela", .reader)
        func make() async throws -> (token: Token, secret: Secret) {
            try await test.directory.makeToken("feed", for: "Bela", scope: .read, by: TestDirectory.machine)
        }
        let first = try await make()
        try await test.directory.revokeToken(first.token.id, by: TestDirectory.machine)
        #expect(try await test.person(bearer: first.secret.text) == nil)
        let second = try await make()
        try await test.directory.disable("Bela", by: TestDirectory.machine)
        #expect(try await test.person(bearer: second.secret.text) == nil)
        try await test.directory.enable("Bela", by: TestDirectory.machine)
        #expect(try await test.person(bearer: second.secret.text)?.name == "Bela")
        test.clock.pass(.seconds(365 * 86_400))
        #expect(try await test.person(bearer: second.secret.text) == nil)
        for wrong in ["", "concord_", second.secret.text + "x", String(second.secret.text.dropFirst(8))] {
            #expect(try await test.person(bearer: wrong) == nil)
        }
    }

    @Test func `nobody has another's tokens, keys and sessions`() async throws {
        let test = try await TestDirectory()
        let amina = try await test.comeIn("Amina", .administrator)
        let bela = try await test.comeIn("Bela", .member)
        let made = try await test.directory.makeToken("feed", for: "Bela", scope: .read, by: TestDirectory.machine)
        let person = try #require(try await test.person(session: bela))
        let key = try #require(try await test.directory.methods(of: person).first).id
        let device = try #require(
            try await test.directory.sessions(of: person, asking: Secret(text: bela)).first
        ).id
        _ = try await test.ask("/account/tokens/\(made.token.id)", [], session: amina)
        #expect(
            try await test.ask("/account/keys/\(key)", [], session: amina).header("Location")
                == "/account?error=unknown-method")
        _ = try await test.ask("/account/sessions/\(device)", [], session: amina)
        #expect(try await test.person(session: bela) != nil)
        #expect(try await test.person(bearer: made.secret.text) != nil)
        #expect(try await test.directory.methods(of: person).count == 1)
        #expect(
            await DirectoryError.code {
                _ = try await test.directory.makeToken(
                    "x", for: "Bela", scope: .read, by: try await test.principal(amina))
            } == .notAllowed)
        #expect(!(try await test.ask("/account", session: amina).text.contains("feed")))
    }

    @Test func `a program signs in to no page of the directory`() async throws {
        let test = try await TestDirectory()
        _ = try await test.comeIn("Amina", .administrator)
        let made = try await test.directory.makeToken("feed", for: "Amina", scope: .write, by: TestDirectory.machine)
        for path in ["/account", "/people", "/see-as"] {
            #expect(try await test.ask(path, bearer: made.secret.text).status == 401)
        }
        #expect(try await test.ask("/account/keys", [], bearer: made.secret.text).status == 401)
    }

    @Test func `a new key is shown once, and the last one is not revoked`() async throws {
        let test = try await TestDirectory()
        let session = try await test.comeIn("Amina", .administrator)
        let person = try #require(try await test.person(session: session))
        let first = try #require(try await test.directory.methods(of: person).first).id
        #expect(
            try await test.ask("/account/keys/\(first)", [], session: session).header("Location")
                == "/account?error=last-method")
        let page = try await test.ask("/account/keys", [], session: session)
        #expect(page.keeping == .never)
        let key = String(try #require(page.text.firstMatch(of: /class="secret" dir="ltr">([^<]{43})</)).1)
        #expect(!(try await test.ask("/account", session: session).text.contains(key)))
        #expect(
            try await test.ask("/account/keys/\(first)", [], session: session).header("Location") == "/account?done=1")
        #expect(try await test.ask("/sign-in", [("name", "Amina"), ("key", key)]).session != nil)
        #expect(try await test.ask("/account?done=1", session: session).text.contains("Done."))
        for _ in 0..<9 { _ = try await test.ask("/account/keys", [], session: session) }
        #expect(
            try await test.ask("/account/keys", [], session: session).header("Location") == "/account?error=too-many")
    }

    @Test func `signing out everywhere ends every session`() async throws {
        let test = try await TestDirectory()
        let welcome = try await test.accept(test.directory.invite("Amina", role: .reader, by: TestDirectory.machine))
        let second = try #require(
            try await test.ask("/sign-in", [("name", "Amina"), ("key", welcome.key.text)]).session)
        let page = try await test.ask("/account", session: second)
        #expect(page.text.contains("this device"))
        let out = try await test.ask("/account/sign-out-everywhere", [], session: second)
        #expect(out.header("Location") == "/")
        for session in [welcome.session.text, second] { #expect(try await test.person(session: session) == nil) }
    }
}
