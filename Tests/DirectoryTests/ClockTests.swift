import Hall
@testable import Ledger
import STIX
import Storage
import Testing
import TestSupport
import Web

@testable import Directory

/// The clock of a machine is set now and then, also wrongly, in both directions.
@Suite struct ClockTests {
    private static let day: Int64 = 86_400
    private static let decade: Int64 = 3_652 * day

    private func person(_ test: TestDirectory, _ session: Secret) async throws -> Person? {
        try await test.person(session: session.text)
    }

    @Test func `what was made while the clock was ahead does not outlive its time`() async throws {
        let test = try await TestDirectory()
        let machine = TestDirectory.machine
        let first = try await test.accept(test.directory.invite("Amina", role: .reader, by: machine))
        test.clock.set(by: Self.decade)
        #expect(try await person(test, first.session) == nil)
        let session = try #require(
            try await test.directory.signIn(name: "Amina", key: first.key, remote: "", replacing: nil))
        let token = try await test.directory.makeToken("t", for: "Amina", scope: .read, by: machine)
        let invitation = try await test.directory.invite("Bela", role: .reader, by: machine)
        #expect(try await person(test, session) != nil)
        #expect(try await test.person(bearer: token.secret.text) != nil)
        #expect(try await test.directory.invited(by: invitation.secret) != nil)

        test.clock.set(by: -Self.decade)
        #expect(try await person(test, session) == nil)
        #expect(try await test.person(bearer: token.secret.text) == nil)
        #expect(try await test.directory.invited(by: invitation.secret) == nil)
        #expect(try await test.directory.accept(invitation.secret, remote: "", replacing: nil) == nil)
        // Who has a key comes in, as often as devices allow, and new things are as good as ever.
        let again = try #require(
            try await test.directory.signIn(name: "Amina", key: first.key, remote: "", replacing: nil))
        #expect(try await person(test, again) != nil)
        let anew = try await test.directory.inviteAgain("Bela", by: machine)
        #expect(try await test.directory.invited(by: anew.secret) != nil)
    }

    @Test func `what was made before the clock went back is valid again when it is right`() async throws {
        let test = try await TestDirectory()
        let welcome = try await test.accept(
            test.directory.invite("Amina", role: .reader, by: TestDirectory.machine))
        let token = try await test.directory.makeToken("t", for: "Amina", scope: .read, by: TestDirectory.machine)
        // A machine without a battery begins in the past; everybody can sign in even then.
        test.clock.set(by: -Self.decade)
        #expect(try await person(test, welcome.session) == nil)
        #expect(try await test.person(bearer: token.secret.text) == nil)
        let early = try #require(
            try await test.directory.signIn(name: "Amina", key: welcome.key, remote: "", replacing: nil))
        #expect(try await person(test, early) != nil)
        test.clock.set(by: Self.decade)
        #expect(try await person(test, welcome.session) != nil)
        #expect(try await test.person(bearer: token.secret.text) != nil)
        #expect(try await person(test, early) == nil)
    }

    @Test func `a clock that is put right by minutes signs nobody out`() async throws {
        let test = try await TestDirectory()
        let welcome = try await test.accept(
            test.directory.invite("Amina", role: .reader, by: TestDirectory.machine))
        test.clock.set(by: -240)
        #expect(try await person(test, welcome.session) != nil)
        test.clock.set(by: 480)
        #expect(try await person(test, welcome.session) != nil)
    }

    @Test func `sessions of the future don't push out those of today`() async throws {
        let test = try await TestDirectory()
        let welcome = try await test.accept(
            test.directory.invite("Amina", role: .reader, by: TestDirectory.machine))
        test.clock.set(by: Self.decade)
        for _ in 0..<25 {
            _ = try await test.directory.signIn(name: "Amina", key: welcome.key, remote: "", replacing: nil)
        }
        test.clock.set(by: -Self.decade)
        let session = try #require(
            try await test.directory.signIn(name: "Amina", key: welcome.key, remote: "", replacing: nil))
        let amina = try #require(try await person(test, session))
        #expect(try await test.directory.sessions(of: amina, asking: session).map(\.isThis) == [true])
    }

    @Test func `when something was last used is put right`() async throws {
        let test = try await TestDirectory()
        let welcome = try await test.accept(
            test.directory.invite("Amina", role: .reader, by: TestDirectory.machine))
        let token = try await test.directory.makeToken("t", for: "Amina", scope: .read, by: TestDirectory.machine).token
        let ahead = test.clock.now.microseconds + Self.day * 1_000_000
        let id = try #require(
            try await test.ledger.database.read { try $0.value("SELECT id FROM session", as: String.self) })
        func use(at moment: Int64) async throws {
            test.directory.uses.note(.session(id), at: moment)
            test.directory.uses.note(.token(token.id), at: moment)
            try await test.directory.uses.write()
        }
        try await use(at: ahead)
        #expect(Lifetimes.isToBeNoted(used: ahead, at: test.clock.now.microseconds))
        try await use(at: test.clock.now.microseconds)
        let amina = try #require(try await person(test, welcome.session))
        let open = try await test.directory.sessions(of: amina, asking: welcome.session)
        #expect(open.map(\.seen) == [test.clock.now])
        #expect(try await test.directory.tokens(of: "Amina").map(\.used) == [test.clock.now])
    }

    @Test func `how often somebody failed is not measured by the time of day`() async throws {
        let test = try await TestDirectory()
        func attempt() async throws -> Int {
            try await test.ask("/sign-in", [("name", "n"), ("key", "x")], remote: "192.0.2.9").status
        }
        for _ in 0..<30 { #expect(try await attempt() == 303) }
        for step in [-Self.day, 2 * Self.day, -Self.decade] {
            test.clock.set(by: step)
            #expect(try await attempt() == 429)
        }
        test.clock.pass(.seconds(10))
        #expect(try await attempt() == 303)
    }
}
