import Ledger
import Mail
import Outside
import STIX
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import Work

@testable import Hall

/// A gateway whose people are told of things, with a clock that a test moves and a program of the machine that a test plays.
final class NoticeGateway: Sendable {
    let ledger: GatewayLedger
    let clock = StandingClock()
    let hall: HallDomain
    let open: LogCollection
    let desk: LogCollection
    /// Who is not let in any more.
    let closed = Closed()
    /// What the program of the machine was given, and with what it ends.
    let rung = Mutex<(inputs: [String], status: Int32)>(([], 0))
    /// How long a telling may take, and a webhook within it: very long, on a machine that has much else to do.
    let patience = Mutex((Duration.seconds(800), Duration.seconds(700)))
    private let folder: TemporaryFolder

    init() async throws {
        folder = try TemporaryFolder()
        ledger = try await GatewayLedger.create(
            DataDirectory.forTest(folder.path + "/data"), name: "CIRT Valdoria", surroundings: clock.surroundings,
            migrations: spineMigrations, listeners: [WatchedCollections.self])
        try await ledger.createCollection(alias: "public", title: "Public", audience: .everyone)
        try await ledger.createCollection(alias: "desk", title: "Harbour case", audience: ledger.gateway.desk)
        let all = try await Reader.machine(of: ledger).collections()
        open = try #require(all.first { $0.alias == "public" })
        desk = try #require(all.first { $0.alias == "desk" })
        let home = ledger.gateway.id
        let person: @Sendable (String) -> Person? = { [closed] name in
            closed.contains(name) ? nil : Self.person(name, home: home)
        }
        let door = Door(
            ledger: ledger, gateway: .invented(),
            people: TestPeople(
                whoAsks: { ($0.credentials.session ?? $0.credentials.bearer).flatMap(person) }, account: person,
                all: { Self.names.compactMap(person) }))
        hall = HallDomain(door, domains: [Tower()])
    }

    private static let names = ["admin", "analyst", "member"]

    private static func person(_ name: String, home: String) -> Person? {
        func person(_ role: Role, isDesk: Bool, as seen: Audience? = nil) -> Person {
            let audiences: Set<Audience> = isDesk ? [.signedIn, .organisation(home)] : [.signedIn]
            return Person(
                account: name, name: name, role: role,
                organisation: .init(id: isDesk ? home : "bank", name: "", identity: nil, isDesk: isDesk),
                viewer: Viewer(of: audiences), seeingAs: seen)
        }
        return switch name {
        case "admin": person(.administrator, isDesk: true)
        case "analyst": person(.analyst, isDesk: true)
        case "member": person(.member, isDesk: false)
        case "looker": person(.administrator, isDesk: true, as: .everyone)
        default: nil
        }
    }

    var table: NoticeTable { NoticeTable(ledger) }

    func notify(
        _ to: NoticeDraft.Addressee = .account("analyst"), _ urgency: Urgency = .soon, kind: String = "bell",
        key: String = "1", about subject: String? = "the <pier>", in collection: LogCollection? = nil
    ) async throws {
        let now = clock.now
        try await table.write { session in
            try session.notify(
                NoticeDraft(
                    kind, key, urgency, to: to, about: subject, in: collection?.id,
                    at: collection.map { .collection($0.id) } ?? .notices), now: now)
        }
    }

    /// What tells, with a program of the machine that a test plays.
    var telling: NoticeTelling {
        var telling = NoticeTelling(door: hall.door, kinds: hall.notices)
        telling.program = { [self] _, _, input, _ in
            rung.withLock { rung in
                rung.inputs.append(String(decoding: input, as: UTF8.self))
                return (rung.status, "busy")
            }
        }
        (telling.patience, telling.webhookPatience) = patience.withLock(\.self)
        return telling
    }

    /// Does what is due.
    func work() async throws { try await work([NoticeAddressing(door: hall.door), telling]) }

    private func work(_ handlers: [any WorkHandler]) async throws {
        let worker = try Worker(ledger, handlers: handlers, pause: .milliseconds(5))
        await worker.run(until: .idle) { Issue.record("\($0)") }
    }

    /// That ways were added is seen before anybody is told of it.
    func settle() async throws {
        try await work([NoticeAddressing(door: hall.door)])
        try await table.write { try $0.run("UPDATE notice SET seen = 0 WHERE kind = 'way-added'") }
        try await work([telling])
    }

    func add(_ place: NoticeWay.Place, for account: String = "analyst", least: Urgency = .soon) async throws
        -> NoticeWay
    {
        let way = try await hall.addWay(place, for: account, least: least, isAgreed: true).way
        try await settle()
        return way
    }

    /// Time passes, and what becomes due is done.
    func pass(_ time: Duration) async throws {
        clock.pass(time)
        try await work()
    }

    func rings() -> [String] {
        rung.withLock { rung in
            defer { rung.inputs = [] }
            return rung.inputs
        }
    }

    /// A program of the machine rings for somebody.
    @discardableResult
    func addProgram(for account: String = "analyst", least: Urgency = .digest) async throws -> NoticeWay {
        try await add(.program("/bin/ring"), for: account, least: least)
    }

    func setMail() async throws {
        try await MailTable(ledger).set(
            MailServer("sendmail", sender: Mailbox(try MailAddress("concord@cirt.example"))))
    }

    /// What letters wait, with what they say.
    func letters() async throws -> [(to: String, text: String)] {
        try await table.read { session in
            try session.rows("SELECT recipient, bytes FROM letter WHERE bytes IS NOT NULL ORDER BY made, id") {
                (to: try $0.get(0), text: String(decoding: try $0.get(1, as: [UInt8].self), as: UTF8.self))
            }
        }
    }

    func unseen(_ account: String = "analyst") async throws -> [Notice] {
        try await table.notices(of: account).unseen
    }

    func seeAll(_ account: String = "analyst") async throws {
        try await see(unseen(account).map(\.number), account)
    }

    /// Somebody has seen these as they are now.
    func see(_ numbers: [Int], _ account: String = "analyst") async throws {
        try await table.see(numbers, asOf: clock.now, of: account)
    }

    /// Asks a page as somebody at a browser.
    func ask(
        _ person: String?, _ path: String, form: [(String, String)]? = nil, query: String = "", language: String = "en",
        isProgram: Bool = false
    ) async throws -> Answer {
        let method: Endpoint.Method = form == nil ? .get : .post
        let found = hall.endpoints.compactMap { endpoint in
            endpoint.method == method ? endpoint.path.match(path).map { (endpoint, $0) } : nil
        }.first
        let (endpoint, values) = try #require(found)
        var fields = (form ?? []).map { (name: $0.0, value: $0.1) }
        if let person, !isProgram { fields.append((name: FormToken.field, value: FormToken.of(session: person))) }
        let request = try WebRequest(
            path: path, parameters: values, query: query, accept: "text/html", acceptLanguage: language,
            credentials: isProgram
                ? Credentials(authorization: person.map { "Bearer \($0)" })
                : Credentials(cookie: person.map { "\(Credentials.cookieName(secure: false))=\($0)" }),
            form: WebForm(fields))
        return await endpoint.answer(to: request, in: .invented()) { Issue.record($0) }
    }

    func page(_ person: String?, _ path: String, language: String = "en") async throws -> String {
        String(decoding: try await ask(person, path, language: language).body, as: UTF8.self)
    }
}

/// Accounts that are closed.
final class Closed: Sendable {
    private let names = Mutex<Set<String>>([])
    func contains(_ name: String) -> Bool { names.withLock { $0.contains(name) } }
    func set(_ closed: Set<String>) { names.withLock { $0 = closed } }
}

/// A domain that causes notices of two kinds.
private struct Tower: Domain {
    static let name = "tower"
    static var notices: [NamedNotice] {
        [
            NamedNotice("bell") { _ in
                "A bell"
            } sentence: {
                "A bell rings\($1.map { " at \($0)" } ?? "")."
            },
            NamedNotice("fire", canBeMuted: false) { _ in
                "A fire"
            } sentence: {
                "It burns\($1.map { " at \($0)" } ?? "")."
            },
        ]
    }
    var door: Door { fatalError("nothing asks for it") }
    var endpoints: [Endpoint] { [] }
}
