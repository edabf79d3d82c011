import Ledger
import STIX
import Storage
import TestSupport
import Testing
import Web
import Work

@testable import Hall

/// Letters that wait, some for each collection; a key is the id of the collection with a number.
private struct Letters: WorkHandler {
    let kind = "letter"
    func known(in collections: [LogCollection]) -> KnownRows {
        .only(Set(collections.flatMap { collection in (0..<400).map { "\(collection.id) \($0)" } }))
    }
    func names(of keys: Set<String>) -> [String: String] {
        Dictionary(uniqueKeysWithValues: keys.filter { $0.hasSuffix(" 1") }.map { ($0, "to the <harbour>") })
    }
    func perform(_ row: WorkRow) -> WorkOutcome { .done() }
}

private struct PostDomain: Domain {
    static let name = "post"
    static var works: [NamedWork] { [NamedWork("letter") { _ in "Letters" }] }
    let door: Door
    var endpoints: [Endpoint] { [] }
    var handlers: [any WorkHandler] { [Letters()] }
}

private struct LetterTable: LedgerTable { let ledger: GatewayLedger }

@Suite struct WorkPageTests {
    private let ledger: GatewayLedger
    private let hall: HallDomain
    private let desk: String
    private let open: String

    init() async throws {
        let clock = StandingClock()
        ledger = try await GatewayLedger.create(
            DataDirectory.forTest(TemporaryFolder().path + "/data"), name: "CIRT Valdoria",
            surroundings: clock.surroundings,
            migrations: workMigrations)
        open = try await ledger.createCollection(alias: "public", title: "Public", audience: .everyone).id
        desk = try await ledger.createCollection(alias: "desk", title: "Desk", audience: ledger.gateway.desk).id
        let home = ledger.gateway.id
        let door = Door(
            ledger: ledger, gateway: .invented(),
            people: TestPeople(whoAsks: { request in
                request.credentials.bearer.flatMap { Self.person($0, home: home) }
            }))
        hall = HallDomain(door, domains: [PostDomain(door: door)])
        let (now, open, desk) = (clock.now, open, desk)
        try await LetterTable(ledger: ledger).write { session in
            func later(_ seconds: Int64) -> Timestamp { Timestamp(clamping: now.microseconds + seconds * 1_000_000) }
            try session.ask("letter", for: "\(open) 1", at: later(60), now: now)
            try session.ask("letter", for: "\(open) 2", at: later(-60), now: now)
            try session.ask("letter", for: "\(open) 3", at: later(5), now: now)
            try session.stop("letter", for: "\(open) 3", because: "no <such> street", now: now)
            try session.ask("letter", for: "\(desk) 4", at: later(90), now: now)
            try session.ask("stone", for: "\(open) 5", at: now, now: now)
            // What is of no collection.
            try session.ask("mail", for: "letter-6", at: later(9), now: now)
        }
    }

    private static func person(_ name: String, home: String) -> Person? {
        func person(_ role: Role, isDesk: Bool = true, of more: Set<Audience> = [], as seen: Audience? = nil) -> Person
        {
            Person(
                account: name, name: name, role: role,
                organisation: .init(id: isDesk ? home : "bank", name: "", identity: nil, isDesk: isDesk),
                viewer: Viewer(of: more.union([.signedIn])), seeingAs: seen)
        }
        return switch name {
        case "admin": person(.administrator, of: [.organisation(home)])
        case "narrowed": person(.administrator)
        case "analyst": person(.analyst, of: [.organisation(home)])
        case "looker": person(.administrator, of: [.organisation(home)], as: .everyone)
        case "member": person(.member, isDesk: false)
        default: nil
        }
    }

    private func ask(
        _ person: String?, form: [(String, String)]? = nil, query: String = "", language: String = "en"
    ) async throws -> Answer {
        let method: Endpoint.Method = form == nil ? .get : .post
        let endpoint = try #require(hall.endpoints.first { $0.method == method && $0.path.match("/work") != nil })
        let request = try WebRequest(
            path: "/work", query: query, accept: "text/html", acceptLanguage: language,
            credentials: Credentials(authorization: person.map { "Bearer \($0)" }),
            form: WebForm((form ?? []).map { (name: $0.0, value: $0.1) }))
        return await endpoint.answer(to: request, in: .invented()) { Issue.record($0) }
    }

    private func text(_ answer: Answer) -> String { String(decoding: answer.body, as: UTF8.self) }

    private func keys() async throws -> Set<String> { Set(try await WorkTable(ledger).rows(limit: 99).map(\.key)) }

    @Test func `what needs somebody stands first, then what is due; each by its name`() async throws {
        let answer = try await ask("admin")
        let page = text(answer)
        #expect(answer.status == 200)
        let places = ["no &lt;such&gt; street", "\(open) 2", "to the &lt;harbour&gt;", "\(desk) 4"].map {
            page.firstRange(of: $0)?.lowerBound
        }
        #expect(places.allSatisfy { $0 != nil } && places.compactMap(\.self) == places.compactMap(\.self).sorted())
        #expect(page.contains("Letters") && !page.contains("stone") && !page.contains("<such>"))
        // Three wait, one is late not, one stopped.
        #expect(page.contains("<th scope=\"row\">Letters</th><td class=\"number\">3</td>"))
    }

    @Test func `what is of no collection is for whoever administers, and named by its kind`() async throws {
        #expect(try await text(ask("admin")).contains("Letters <code dir=\"ltr\">letter-6</code>"))
        #expect(try await !text(ask("analyst")).contains("letter-6"))
        #expect(
            try await ask("analyst", form: [("kind", "mail"), ("key", "letter-6"), ("do", "drop")]).status == 404)
        let answer = try await ask("admin", form: [("kind", "mail"), ("key", "letter-6"), ("do", "drop")])
        #expect(answer.status == 303)
        #expect(try await !keys().contains("letter-6"))
    }

    @Test func `of very many, those that need somebody and those that are due first are shown; all are counted`()
        async throws
    {
        let (open, now) = (open, StandingClock().now)
        #expect(try await !text(ask("analyst")).contains("There may be more"))
        try await LetterTable(ledger: ledger).write { session in
            for number in 100..<350 {
                let due = Timestamp(clamping: now.microseconds + Int64(number) * 1_000_000)
                try session.ask("letter", for: "\(open) \(number)", at: due, now: now)
            }
            try session.stop("letter", for: "\(open) 349", because: "torn", now: now)
        }
        let page = text(try await ask("analyst"))
        #expect(page.matches(of: /<li><p class="title">/).count == 200 && page.contains("There may be more"))
        // Of those shown, 3 and 349 need somebody; 1, 2 and 4 are due before all others.
        #expect(page.contains("torn") && page.contains("no &lt;such&gt; street") && page.contains("\(desk) 4"))
        #expect(page.contains("\(open) 294<") && !page.contains("\(open) 295<"))
        #expect(page.contains("<th scope=\"row\">Letters</th><td class=\"number\">252</td>"))
    }

    @Test func `who reads less knows of less, and others of no such page`() async throws {
        let page = text(try await ask("narrowed"))
        #expect(page.contains("\(open) 2") && !page.contains(desk))
        #expect(page.contains("<th scope=\"row\">Letters</th><td class=\"number\">2</td>"))
        for other in ["looker", "member"] { #expect(try await ask(other).status == 404) }
        let stranger = try await ask(nil).status
        #expect(stranger == 303 || stranger == 401)
        // An analyst looks, and changes nothing.
        #expect(try await !text(ask("analyst")).contains("name=\"do\""))
    }

    @Test func `an administrator has it done, or never, of what they may know`() async throws {
        let before = try await keys()
        for (person, kind, key) in [
            ("analyst", "letter", "\(open) 3"), ("looker", "letter", "\(open) 3"), ("member", "letter", "\(open) 3"),
            ("narrowed", "letter", "\(desk) 4"), ("admin", "stone", "\(open) 5"), ("admin", "letter", "nothing"),
        ] {
            let answer = try await ask(person, form: [("kind", kind), ("key", key), ("do", "drop")])
            #expect(answer.status == 404, "\(person) \(key)")
        }
        #expect(try await ask("admin", form: [("kind", "letter"), ("key", "\(open) 3"), ("do", "burn")]).status == 404)
        #expect(try await keys() == before)
        let retried = try await ask("admin", form: [("kind", "letter"), ("key", "\(open) 3"), ("do", "retry")])
        #expect(retried.headers.contains { $0.name == "Location" && $0.value == "/work?done=retry" })
        #expect(try await WorkTable(ledger).row("letter", for: "\(open) 3")?.isStopped == false)
        _ = try await ask("admin", form: [("kind", "letter"), ("key", "\(open) 3"), ("do", "drop")])
        #expect(try await keys() == before.subtracting(["\(open) 3"]))
    }

    @Test(arguments: [("en", "It will not be done."), ("fr", "Ce ne sera pas fait."), ("ar", "لن يُنفَّذ.")])
    func `it says what was done, in the language of the page`(_ language: String, _ words: String) async throws {
        #expect(try await text(ask("admin", query: "done=drop", language: language)).contains(words))
        #expect(try await !text(ask("admin", query: "done=<b>", language: language)).contains("<b>"))
    }
}
