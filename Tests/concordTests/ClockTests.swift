import Desk
import Directory
import Foundation
import Hall
@testable import Ledger
import STIX
import Storage
import Synchronization
import Testing
import TestSupport
import Web
import Work

@testable import Exchange
@testable import concord

/// The whole program but its socket, while somebody sets the clock of its machine.
@Suite struct ClockTests {
    /// A gateway whose time of day can be set, and where no time passes.
    final class Machine: Sendable {
        let compose: Compose
        private let now: Set

        final class Set: Sendable {
            private let microseconds = Mutex<Int64>(1_767_225_600_000_000)
            var now: Timestamp { Timestamp(clamping: microseconds.withLock(\.self)) }
            func step(_ seconds: Int64) { microseconds.withLock { $0 += seconds * 1_000_000 } }
        }

        init(requestsPerSecond: Int = 500) async throws {
            let folder = try TemporaryFolder()
            let now = Set()
            self.now = now
            let ledger = try await Compose.create(
                DataDirectory.forTest(folder.path + "/data"), name: "CSIRT Valdoria", sentence: "",
                surroundings: Surroundings(
                    now: { now.now }, random: Surroundings.system.random, uptime: { .zero }))
            compose = Compose(ledger: ledger, address: "https://concord.example", requestsPerSecond: requestsPerSecond)
        }

        func step(_ seconds: Int64) { now.step(seconds) }

        func ask(
            _ path: String, session: String? = nil, token: String? = nil, form: [(name: String, value: String)]? = nil
        ) async throws -> Answer {
            let endpoint = try #require(
                compose.endpoints.first {
                    $0.method == (form == nil ? .get : .post) && $0.path.match(path) != nil
                }, "\(path)")
            return try await ask(path, by: endpoint, session: session, token: token, form: form)
        }

        func ask(
            _ path: String, by endpoint: Endpoint, session: String? = nil, token: String? = nil,
            form: [(name: String, value: String)]? = nil
        ) async throws -> Answer {
            var fields = form ?? []
            if let session { fields.append((name: FormToken.field, value: FormToken.of(session: session))) }
            let request = try WebRequest(
                path: path, parameters: endpoint.path.match(path) ?? [:],
                credentials: Credentials(
                    cookie: session.map { "__Host-session=\($0)" }, authorization: token.map { "Bearer \($0)" },
                    remote: "192.0.2.7", secure: true, toInterface: endpoint.interface != nil),
                form: WebForm(fields))
            return await endpoint.answer(to: request, in: compose.door.gateway) { Issue.record($0) }
        }

        /// The session and the sign-in key of somebody who accepts an invitation.
        func accept(_ invitation: Invitation) async throws -> (session: String, key: String)? {
            let answer = try await ask(Address.invitation(invitation.secret.text).href, form: [])
            let cookie = answer.headers.first { $0.name == "Set-Cookie" && $0.value.hasPrefix("__Host-session=") }?
                .value
            let key = String(decoding: answer.body, as: UTF8.self)
                .firstMatch(of: /<code class="secret" dir="ltr">([^<]+)/)?.output.1
            guard let cookie, let key else { return nil }
            return (String(cookie.dropFirst("__Host-session=".count).prefix { $0 != ";" }), String(key))
        }

        /// Whether a page knows who has this session.
        func isSignedIn(_ session: String) async throws -> Bool {
            try await ask(Address.account.href, session: session).status == 200
        }

        func place(_ number: Int) async throws {
            let name = String(format: "tool--00000000-0000-4000-8000-%012d", number)
            let object =
                #"{"type":"tool","spec_version":"2.1","id":"\#(name)","created":"2020-01-01T00:00:00.000Z","modified":"2020-01-01T00:00:00.000Z","name":"t\#(number)"}"#
            let report = try await compose.door.ledger.admit(Once(object), into: "public", source: "feed")
            #expect(report.placed == 1)
        }
    }

    private struct Once: ByteSource {
        private var bytes: [UInt8]?
        init(_ text: String) { bytes = Array(text.utf8) }
        mutating func next() -> [UInt8]? {
            defer { bytes = nil }
            return bytes
        }
    }

    private static let day: Int64 = 86_400

    @Test(arguments: [[-day, day], [3_652 * day, -3_652 * day]])
    func `the clock is set, both ways, under everything that keeps a time`(steps: [Int64]) async throws {
        let machine = try await Machine()
        let (compose, by) = (machine.compose, Principal.machine(user: "root"))
        let ada = try #require(try await machine.accept(compose.directory.invite("Ada", role: .administrator, by: by)))
        let token = try await compose.directory.makeToken("t", for: "Ada", scope: .read, by: by).secret.text
        let account = try await compose.directory.account("Ada").id
        let person = try #require(try await compose.directory.person(account: account))
        let made = try await compose.exchange.makeList("edge", of: .domain, for: person)
        let list = try #require(URL(string: made.address)).path
        try await machine.place(1)
        let sources = PolledSources(compose.door.ledger)
        _ = try await sources.add("ISAC", kind: .taxii, address: "https://isac.example/taxii2/", into: "desk")

        func everybody(_ moment: String) async throws {
            // Limits are of another clock, so nobody is kept out.
            for _ in 0..<3 {
                #expect(try await machine.ask(Address.taxii.href, token: token).status != 429, "\(moment)")
                #expect(try await machine.ask(Address.taxii.href).status == 200, "\(moment)")
                #expect(try await machine.ask(list).status == 200, "\(moment)")
                #expect(
                    try await machine.ask(Address.check.href, form: [("pasted", "a.example")]).status == 200,
                    "\(moment)")
            }
            let answer = try await machine.ask(Address.signIn.href, form: [("name", "Ada"), ("key", ada.key)])
            #expect(answer.status == 303 && answer.headers.contains { $0.name == "Set-Cookie" }, "\(moment)")
        }

        try await everybody("at first")
        machine.step(steps[0])
        try await everybody("stepped")
        try await machine.place(2)
        let between = try #require(
            try await machine.ask(Address.signIn.href, form: [("name", "Ada"), ("key", ada.key)]).headers.first {
                $0.name == "Set-Cookie"
            }?.value.dropFirst("__Host-session=".count).prefix { $0 != ";" })
        #expect(try await machine.isSignedIn(String(between)))
        let spare = try await compose.directory.makeToken("u", for: "Ada", scope: .read, by: by).secret.text
        let invitation = try await compose.directory.invite("Bob", role: .member, by: by)
        // A visit goes by, and says when the next one is due.
        let id = try await sources.named("ISAC").settings.id
        try await sources.succeeded(
            id, placed: 0, due: Backoff(compose.door.ledger.surroundings).next(after: 900), lasted: 1)
        let visits = Visits(compose.door.ledger)
        try await visits.make(compose.door.ledger)
        #expect(visits.keys == [])

        machine.step(steps[1])
        try await everybody("put right")
        try await machine.place(3)
        #expect(try await machine.ask(Address.taxiiCollections.href, token: token).status == 200)
        // What was made while the clock was ahead outlives nothing; what was made while it was behind ends sooner.
        let wasAhead = steps[0] > 0
        // Whoever signed in while it was ahead cleared away the sessions that had ended by then.
        #expect(try await machine.isSignedIn(ada.session) == !wasAhead)
        #expect(try await machine.isSignedIn(String(between)) == !wasAhead)
        #expect(try await machine.ask(Address.taxiiCollections.href, token: spare).status == (wasAhead ? 401 : 200))
        #expect(try await (machine.accept(invitation) == nil) == wasAhead)
        try await visits.make(compose.door.ledger)
        #expect(visits.keys == [id])
        // The log never runs back (law 11).
        let dates = try await compose.door.ledger.database.read { session in
            try session.rows("SELECT collection, added FROM entry ORDER BY collection, position") {
                (log: try $0.get(0, as: Int64.self), added: try $0.get(1, as: Int64.self))
            }
        }
        #expect(zip(dates, dates.dropFirst()).allSatisfy { $0.log != $1.log || $0.added < $1.added })
        #expect(dates.count >= 3)
    }

    /// Visits that reach nobody.
    private final class Visits: WorkHandler {
        let kind = "source"
        private let made = Mutex<[String]>([])
        var keys: [String] { made.withLock(\.self) }

        private let surroundings: Surroundings

        init(_ ledger: GatewayLedger) { surroundings = ledger.surroundings }

        func known(in collections: [LogCollection]) -> KnownRows { .all }

        func perform(_ row: WorkRow) -> WorkOutcome {
            made.withLock { $0.append(row.key) }
            return .again(Backoff(surroundings).next(after: 900))
        }

        func make(_ ledger: GatewayLedger) async throws {
            await (try Worker(ledger, handlers: [self])).run(until: .idle) { Issue.record("\($0)") }
        }
    }
}
