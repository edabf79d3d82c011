import Hall
@testable import Ledger
import STIX
import Storage
import Testing
import TestSupport
import Web

@testable import Directory

/// Coming in: invitations, sign-in keys, sessions.
struct SignInTests {
    static let hour: Int64 = 3_600
    static let day: Int64 = 24 * hour

    @Test func `an invitation leads to a session and to a key for the next device`() async throws {
        let test = try await TestDirectory()
        let invitation = try await test.directory.invite("Amina Haddad", role: .analyst, by: TestDirectory.machine)
        let path = Address.invitation(invitation.secret.text).href
        // Looking uses nothing up.
        for _ in 0..<3 {
            let page = try await test.ask(path)
            #expect(page.status == 200)
            #expect(page.keeping == .never)
            #expect(page.text.contains("Amina Haddad"))
        }
        let welcome = try await test.ask(path, [])
        let session = try #require(welcome.session)
        #expect(welcome.keeping == .never)
        #expect(welcome.etag == nil)
        let key = try #require(welcome.text.firstMatch(of: /class="secret" dir="ltr">([^<]{43})</)).1
        #expect(!welcome.text.contains(invitation.secret.text))
        #expect(try await test.person(session: session)?.name == "Amina Haddad")

        let signedIn = try await test.ask("/sign-in", [("name", " amina  HADDAD "), ("key", String(key))])
        let second = try #require(signedIn.session)
        #expect(signedIn.status == 303)
        #expect(second != session)
        let person = try #require(try await test.person(session: second))
        #expect(person.role == .analyst)
        #expect(person.organisation.isDesk)
        #expect(person.viewer.isOf(test.ledger.gateway.desk))
    }

    @Test func `an invitation works once, and not after its time`() async throws {
        let test = try await TestDirectory()
        let first = try await test.directory.invite("Amina", role: .administrator, by: TestDirectory.machine)
        _ = try await test.accept(first)
        for form in [nil, []] as [[(String, String)]?] {
            let again = try await test.ask(Address.invitation(first.secret.text).href, form)
            #expect(again.status == 404)
            #expect(again.session == nil)
        }
        let late = try await test.directory.invite("Bela", role: .reader, by: TestDirectory.machine)
        test.clock.pass(.seconds(7 * Self.day))
        #expect(try await test.directory.accept(late.secret, remote: "", replacing: nil) == nil)
        #expect(try await test.directory.inviteAgain("Bela", by: TestDirectory.machine).account.name == "Bela")
    }

    @Test func `inviting again ends every way by which somebody was told beside their page`() async throws {
        let test = try await TestDirectory()
        let welcome = try await test.accept(
            test.directory.invite("Amina", role: .analyst, by: TestDirectory.machine))
        let hall = HallDomain(test.directory.door, domains: [test.directory])
        _ = try await hall.addWay(.program("/bin/ring"), for: welcome.account.id, least: .soon)
        let table = NoticeTable(test.ledger)
        #expect(try await table.ways(of: welcome.account.id).count == 1)
        _ = try await test.directory.inviteAgain("Amina", by: TestDirectory.machine)
        #expect(try await table.ways(of: welcome.account.id).isEmpty)
    }

    @Test func `inviting again ends the sessions and keys of a lost device, and the invitation before`() async throws {
        let test = try await TestDirectory()
        let first = try await test.directory.invite("Amina", role: .analyst, by: TestDirectory.machine)
        let welcome = try await test.accept(first)
        let second = try await test.directory.inviteAgain("Amina", by: TestDirectory.machine)
        let third = try await test.directory.inviteAgain("Amina", by: TestDirectory.machine)
        #expect(try await test.person(session: welcome.session.text) == nil)
        #expect(try await test.directory.signIn(name: "Amina", key: welcome.key, remote: "", replacing: nil) == nil)
        #expect(try await test.directory.accept(second.secret, remote: "", replacing: nil) == nil)
        #expect(try await test.directory.accept(third.secret, remote: "", replacing: nil) != nil)
    }

    @Test func `a wrong key, an unknown name and a disabled account are one answer`() async throws {
        let test = try await TestDirectory()
        _ = try await test.comeIn("Amina", .administrator)
        let welcome = try await test.accept(
            test.directory.invite("Bela", role: .reader, by: TestDirectory.machine))
        try await test.directory.disable("Bela", by: TestDirectory.machine)
        let wrong = String(repeating: "A", count: 43)
        let answers = [
            try await test.ask("/sign-in", [("name", "Amina"), ("key", wrong)]),
            try await test.ask("/sign-in", [("name", "Nobody"), ("key", wrong)]),
            try await test.ask("/sign-in", [("name", "Bela"), ("key", welcome.key.text)]),
        ]
        #expect(Set(answers).count == 1)
        #expect(answers[0].header("Location") == "/sign-in?failed=1&next=/")
        #expect(answers[0].session == nil)
    }

    @Test func `a session ends when it is not used, and at last in any case`() async throws {
        let test = try await TestDirectory()
        let session = try await test.comeIn("Amina", .administrator)
        test.clock.pass(.seconds(1))
        // Looking at it would keep it open, so this one is looked at once.
        let later = try await test.comeIn("Lena", .analyst)
        test.clock.pass(.seconds(4 * Self.day - 1))
        #expect(try await test.person(session: session) == nil)
        #expect(try await test.person(session: later) != nil)

        let used = try await test.comeIn("Bela", .reader)
        for _ in 0..<10 {
            test.clock.pass(.seconds(3 * Self.day - 1))
            #expect(try await test.person(session: used) != nil)
            try await test.directory.uses.write()
        }
        test.clock.pass(.seconds(10))
        #expect(try await test.person(session: used) == nil)
    }

    @Test func `nothing that is kept is enough to come in`() async throws {
        let test = try await TestDirectory()
        let invitation = try await test.directory.invite("Amina", role: .analyst, by: TestDirectory.machine)
        let welcome = try await test.accept(invitation)
        let dump = try await test.ledger.database.read { session in
            try ["invitation", "sign_in_method", "session", "audit"].flatMap { table in
                try session.rows(SQL(text: "SELECT * FROM \(table)")) { row in
                    (0..<5).compactMap { try? row.get($0, as: String.self) }.joined(separator: " ")
                }
            }.joined(separator: "\n")
        }
        for secret in [invitation.secret, welcome.key, welcome.session] { #expect(!dump.contains(secret.text)) }
        #expect("\(welcome.key)" == "a secret")
    }

    @Test(arguments: [
        ("https://concord.valdoria.example", "__Host-session=", "; HttpOnly; SameSite=Lax; Secure"),
        ("http://127.0.0.1:8642", "session=", "; HttpOnly; SameSite=Lax"),
    ])
    func `the session cookie is out of reach of scripts, of other sites and of neighbouring hosts`(
        address: String, start: String, end: String
    ) async throws {
        let test = try await TestDirectory(address: address)
        let invitation = try await test.directory.invite("Amina", role: .analyst, by: TestDirectory.machine)
        let answer = try await test.ask(Address.invitation(invitation.secret.text).href, [])
        let cookie = try #require(answer.header("Set-Cookie"))
        #expect(cookie.hasPrefix(start))
        #expect(cookie.hasSuffix("; Path=/; Max-Age=2592000" + end))
    }

    @Test func `over TLS a session cookie without its prefix is not believed`() async throws {
        let test = try await TestDirectory()
        let session = try await test.comeIn("Amina", .administrator)
        let planted = try WebRequest(
            path: "/", credentials: Credentials(cookie: "session=\(session)", secure: true))
        #expect(try await test.directory.person(for: planted) == nil)
    }

    @Test(arguments: [
        ("https://evil.example/", "/"), ("//evil.example", "/"), ("/\\evil.example", "/"),
        ("/\t/evil.example", "/"),
        ("/\u{2028}/evil.example", "/"), ("javascript:alert(1)", "/"), ("/no/such/page", "/no/such/page"),
        ("?q=x", "/"), ("#main", "/"), ("", "/"),
        ("/sign-in\r\nSet-Cookie: x=1", "/"), ("/types", "/types"), ("/search?q=a%20b", "/search?q=a%20b"),
    ])
    func `after signing in nobody is led to another site`(wanted: String, led: String) async throws {
        let test = try await TestDirectory()
        let welcome = try await test.accept(test.directory.invite("Amina", role: .reader, by: TestDirectory.machine))
        let answer = try await test.ask(
            "/sign-in", [("name", "Amina"), ("key", welcome.key.text), ("next", wanted)])
        #expect(answer.session != nil)
        #expect(answer.header("Location") == led)
    }

    @Test func `who fails too often has to wait, by address; whoever has a key comes in all the same`() async throws {
        let test = try await TestDirectory()
        let welcome = try await test.accept(test.directory.invite("Amina", role: .reader, by: TestDirectory.machine))
        func attempt(_ name: String, _ key: String, _ remote: String) async throws -> Answer {
            try await test.ask("/sign-in", [("name", name), ("key", key)], remote: remote)
        }
        // Strangers who know a name keep nobody out, from however many addresses.
        for number in 0..<200 {
            #expect(try await attempt("Amina", "x", "198.51.100.\(number)").status == 303)
        }
        #expect(try await attempt("amina", welcome.key.text, "198.51.100.250").session != nil)

        for number in 0..<30 { #expect(try await attempt("n\(number)", "x", "2001:db8:1:2::\(number)").status == 303) }
        let refused = try await attempt("other", "x", "2001:db8:1:2:ffff::1")
        #expect(refused.status == 429)
        #expect(refused.header("Retry-After") == "10")
        #expect(try await attempt("other", "x", "2001:db8:1:3::1").status == 303)
        // Nor do those who share an address.
        #expect(try await attempt("Amina", welcome.key.text, "2001:db8:1:2::1").session != nil)
        test.clock.pass(.seconds(10))
        #expect(try await attempt("other", "x", "2001:db8:1:2::1").status == 303)
        #expect(try await attempt("other", "x", "2001:db8:1:2::1").status == 429)
    }

    @Test func `who tries invitations that nobody made has to wait`() async throws {
        let test = try await TestDirectory()
        let made = try await test.directory.invite("Amina", role: .reader, by: TestDirectory.machine)
        let invented = Address.invitation(String(repeating: "A", count: 43)).href
        for _ in 0..<30 { #expect(try await test.ask(invented, []).status == 404) }
        #expect(try await test.ask(invented, []).status == 429)
        #expect(try await test.ask(Address.invitation(made.secret.text).href, []).session != nil)
    }

    @Test func `a form of another site signs nobody in or out`() async throws {
        let test = try await TestDirectory()
        let session = try await test.comeIn("Amina", .administrator)
        #expect(try await test.ask("/sign-out", [], session: session, fetchSite: "cross-site").status == 403)
        #expect(try await test.ask("/sign-out", [], session: session, token: .some(nil)).status == 403)
        #expect(try await test.ask("/sign-out", [], session: session, token: "0123456789abcdef").status == 403)
        #expect(try await test.ask("/sign-in", [("name", "x"), ("key", "y")], fetchSite: "cross-site").status == 403)
        #expect(try await test.person(session: session) != nil)
        let out = try await test.ask("/sign-out", [], session: session)
        #expect(out.status == 303)
        #expect(out.header("Set-Cookie")?.hasPrefix("__Host-session=; Path=/; Max-Age=0") == true)
        #expect(try await test.person(session: session) == nil)
    }
}
