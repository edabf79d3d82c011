import Foundation
import HTML
import Ledger
import Outside
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import Work

@testable import Hall

/// A domain of a few routes that say who came.
private struct Reception: Domain {
    static let name = "reception"
    let door: Door

    var endpoints: [Endpoint] {
        [
            get(.home, "Says who asks.") { visit in .text(visit.person?.name ?? "nobody") },
            get(.people, "For whoever administers.") { visit in .text(try visit.whoMay(.administer).name) },
            get(.account, "For somebody.") { visit in .text(try visit.signedIn().name) },
            post(.account, "For somebody as themselves.") { visit in .text(try visit.themselves().name) },
            get(.collection, "A collection.") { visit in .text(try await visit.readableCollection().alias) },
        ]
    }

    func metrics(_ question: MetricsQuestion) async throws -> [MetricFamily] {
        [
            MetricFamily("reception_visits_total", .counter, "Visits.", [.init([("who", "a\"b\\c\nd")], 3)]),
            MetricFamily("reception_share", .gauge, "Share.", [.init([], 0.25)]),
            MetricFamily("none", .gauge, "None.", []),
        ]
    }
}

/// The same, whose pages are for people alone.
private struct Lounge: Domain {
    static let name = "lounge"
    static let isForPeople = true
    let door: Door
    var endpoints: [Endpoint] {
        [get(.home, "Says who asks.") { visit in .text(visit.person?.name ?? "nobody") }]
    }
}

extension Answer {
    fileprivate static func text(_ text: String) -> Answer { Answer(contentType: "text/plain", body: Array(text.utf8)) }
    fileprivate var text: String { String(decoding: body, as: UTF8.self) }
}

@Suite struct VisitTests {
    private static let bank = "0d0e0d52-93b8-4f0e-8a7c-2f1d6be45c02"
    private let ledger: GatewayLedger
    private let door: Door

    init() async throws {
        ledger = try await GatewayLedger.create(
            DataDirectory.forTest(TemporaryFolder().path + "/data"), name: "CIRT Valdoria",
            migrations: workMigrations + outsideMigrations)
        try await ledger.createCollection(alias: "public", title: "Public", audience: .everyone)
        try await ledger.createCollection(alias: "desk", title: "Desk", audience: ledger.gateway.desk)
        let desk = ledger.gateway.id
        door = Door(
            ledger: ledger, gateway: .invented(),
            people: TestPeople(whoAsks: {
                Self.person($0.credentials.bearer ?? $0.credentials.session ?? "", desk: desk)
            }))
    }

    /// Who asks, by a name that says it all.
    private static func person(_ name: String, desk: String) -> Person? {
        func person(_ role: Role, of organisation: String, as seen: Audience? = nil) -> Person {
            Person(
                account: name, name: name, role: role,
                organisation: .init(id: organisation, name: "", identity: nil, isDesk: organisation == desk),
                viewer: Viewer(of: [.signedIn, seen ?? .organisation(organisation)]), seeingAs: seen)
        }
        return switch name {
        case "administrator": person(.administrator, of: desk)
        case "looking": person(.administrator, of: desk, as: .everyone)
        case "analyst": person(.analyst, of: desk)
        case "member": person(.member, of: bank)
        // No such account can be made; the rule does not rest on that.
        case "impostor": person(.administrator, of: bank)
        default: nil
        }
    }

    private func ask(
        _ domain: some Domain, _ kind: Address.Kind, _ method: Endpoint.Method = .get, as name: String? = nil,
        program: Bool = false, path: String = "/"
    ) async throws -> Answer {
        let endpoint = try #require(domain.endpoints.first { $0.kind == kind && $0.method == method })
        let credentials = Credentials(
            cookie: program ? nil : name.map { "session=\($0)" },
            authorization: program ? name.map { "Bearer \($0)" } : nil, fetchSite: "same-origin")
        let form = WebForm(name.map { [(FormToken.field, FormToken.of(session: $0))] } ?? [])
        let request = try WebRequest(
            path: path, parameters: endpoint.path.match(path) ?? [:], credentials: credentials, form: form)
        return await endpoint.answer(to: request, in: .invented()) { Issue.record($0) }
    }

    @Test func `a route knows who asks, and a page for people knows no program`() async throws {
        #expect(try await ask(Reception(door: door), .home).text == "nobody")
        #expect(try await ask(Reception(door: door), .home, as: "member").text == "member")
        #expect(try await ask(Reception(door: door), .home, as: "member", program: true).text == "member")
        #expect(try await ask(Lounge(door: door), .home, as: "member").text == "member")
        #expect(try await ask(Lounge(door: door), .home, as: "member", program: true).text == "nobody")
    }

    @Test(arguments: [
        ("administrator", 200), ("looking", 404), ("analyst", 404), ("member", 404), ("impostor", 404), (nil, 401),
    ])
    func `what somebody may not do is not there`(_ name: String?, _ status: Int) async throws {
        #expect(try await ask(Reception(door: door), .people, as: name).status == status)
    }

    @Test(arguments: [("member", 200, 200), ("looking", 200, 403), (nil, 401, 401)])
    func `who looks as somebody else changes nothing`(_ name: String?, _ reads: Int, _ writes: Int) async throws {
        #expect(try await ask(Reception(door: door), .account, as: name).status == reads)
        #expect(try await ask(Reception(door: door), .account, .post, as: name).status == writes)
    }

    @Test func `a collection that is hidden is answered like one that is absent`() async throws {
        let machine = Reader.machine(of: ledger)
        let hidden = try #require(await machine.collection("desk")).id
        let open = try #require(await machine.collection("public")).id
        func look(_ id: String, as name: String?) async throws -> Answer {
            try await ask(Reception(door: door), .collection, as: name, path: Address.collection(id).href)
        }
        #expect(try await look(open, as: nil).text == "public")
        #expect(try await look(hidden, as: "analyst").text == "desk")
        let (one, other) = (try await look(hidden, as: "member"), try await look(Self.bank, as: "member"))
        #expect(one.status == 404 && one.status == other.status && one.body == other.body)
    }

    @Test func `figures are for the organisation that runs the gateway, escaped, and an empty family is left out`()
        async throws
    {
        let hall = HallDomain(door, domains: [Reception(door: door), Lounge(door: door)])
        for (name, status) in [("analyst", 200), ("looking", 404), ("member", 404), (nil, 401)] {
            #expect(try await ask(hall, .metrics, as: name, program: true).status == status, "\(name ?? "nobody")")
        }
        #expect(
            try await ask(hall, .metrics, as: "analyst", program: true).text == #"""
                # HELP reception_visits_total Visits.
                # TYPE reception_visits_total counter
                reception_visits_total{who="a\"b\\c\nd"} 3
                # HELP reception_share Share.
                # TYPE reception_share gauge
                reception_share 0.25

                """#)
    }

    @Test func `that somebody was written to is told to whoever administers, and to nobody else`() async throws {
        let hall = HallDomain(door, domains: [])
        let told = try await ask(hall, .metrics, as: "administrator", program: true).text
        #expect(
            told.contains("concord_mail_letters{state=\"waiting\"} 0\n") && told.contains("concord_mail_trouble 0\n"))
        #expect(told.contains("concord_mail_held_addresses 0\n"))
        let others = try await ask(hall, .metrics, as: "analyst", program: true)
        #expect(others.status == 200 && !others.text.contains("mail"))
    }

    @Test func `the menu offers what somebody may do`() async throws {
        func entry(_ rank: Int, _ offer: MenuEntry.Offer) -> MenuEntry {
            MenuEntry(rank, .home, to: offer) { _ in "w\(rank)w" }
        }
        let gateway = Gateway.invented(menu: [
            entry(4, .everyone), entry(3, .signedIn), entry(2, .whoMay(.discuss)), entry(1, .whoMay(.administer)),
        ])
        func offered(_ name: String?) async throws -> [String] {
            let person = name.flatMap { Self.person($0, desk: ledger.gateway.id) }
            let context = PageContext(
                gateway: gateway, language: .english, visitor: person.map { Visitor($0, formToken: "") }, here: "/")
            let page = Page(title: "T", main: "").html(in: context).markup
            return page.matches(of: /w(\d)w/).map { String($0.1) }
        }
        #expect(try await offered(nil) == ["4"])
        #expect(try await offered("member") == ["2", "3", "4"])
        #expect(try await offered("administrator") == ["1", "2", "3", "4"])
        #expect(try await offered("looking") == ["3", "4"])
    }

    @Test func `a secret is 256 bits that are kept as a digest`() {
        let (one, other) = (Secret.make(.system), Secret.make(.system, prefix: "cc_"))
        #expect(Form.isSecret(one.text) && one.text != other.text)
        #expect(other.text.hasPrefix("cc_") && Form.isSecret(other.text.dropFirst(3)))
        #expect(one.digest == Secret(text: one.text).digest && !(one.digest == other.digest))
        #expect("\(one)" == "a secret")
        guard case .blob(let bytes) = one.digest.sql else {
            Issue.record("a digest is bytes")
            return
        }
        #expect(bytes.count == 32 && !Array(one.text.utf8).starts(with: bytes))
    }
}
