import Desk
import Foundation
import Hall
import Ledger
import STIX
import Storage
import Synchronization
import Testing
import TestSupport
import Web

/// A gateway of its own for one test, with the collections `public`, `desk` and `group`, and people who ask by name.
struct DeskGateway: Sendable {
    let ledger: GatewayLedger
    let desk: DeskDomain
    let site: Gateway
    private let folder: TemporaryFolder

    static let group = Audience.group("7c1f0a52-93b8-4f0e-8a7c-2f1d6be45c01")
    /// The organisation of the members.
    static let bank = "0b0e0d52-93b8-4f0e-8a7c-2f1d6be45c02"
    /// An organisation that shares nothing with it but what everyone reads.
    static let stranger = "0c0e0d52-93b8-4f0e-8a7c-2f1d6be45c03"

    /// - Parameter constituencies: whom organisations answer for.
    init(constituencies: [(organisation: String, constituency: Constituency)] = []) async throws {
        folder = try TemporaryFolder()
        let state = Mutex<(now: Int64, count: UInt64)>((1_767_225_600_000_000, 7))
        let surroundings = Surroundings(
            now: {
                state.withLock {
                    $0.now += 1_000_000
                    return Timestamp(clamping: $0.now)
                }
            },
            random: { count in
                state.withLock { state in
                    (0..<count).map { _ in
                        state.count = state.count &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                        return UInt8(truncatingIfNeeded: state.count >> 33)
                    }
                }
            }, uptime: { .zero })
        ledger = try await GatewayLedger.create(
            DataDirectory.forTest(folder.path + "/data"), name: "CIRT Valdoria", surroundings: surroundings,
            migrations: deskMigrations)
        try await ledger.createCollection(alias: "public", title: "Public", audience: .everyone)
        try await ledger.createCollection(alias: "desk", title: "Desk", audience: ledger.gateway.desk)
        try await ledger.createCollection(alias: "group", title: "Banks", audience: Self.group)
        site = Gateway(
            name: ledger.gateway.name, sentence: "", id: ledger.gateway.id, version: "1",
            address: "https://cirt.valdoria.example", types: NamedTypes(DeskDomain.types))
        let ledger = ledger
        let published = try #require(await Reader.machine(of: ledger).collection("public")).id
        desk = DeskDomain(
            Door(
                ledger: ledger, gateway: site,
                people: TestPeople(
                    whoAsks: { $0.credentials.bearer.flatMap { Self.person($0, of: ledger, only: published) } },
                    account: { Self.person($0, of: ledger) },
                    headcounts: { audience in
                        switch audience {
                        case .everyone: .everyone
                        case .group: .hidden
                        default: .people(3, organisations: 1)
                        }
                    },
                    names: {
                        switch $0 {
                        case Self.group: "Bank group"
                        case .organisation(Self.bank): "Bank of Valdoria"
                        default: nil
                        }
                    }, constituencies: constituencies)))
    }

    /// Who asks, by a name that says it all.
    ///
    /// - Parameter only: id of the one collection that a narrowed token of the analyst is for.
    static func person(_ name: String, of ledger: GatewayLedger, only: String? = nil) -> Person? {
        let home = Person.Organisation(
            id: ledger.gateway.id, name: "CIRT Valdoria", identity: nil, isDesk: true)
        let bank = Person.Organisation(id: Self.bank, name: "Bank of Valdoria", identity: nil, isDesk: false)
        let stranger = Person.Organisation(id: Self.stranger, name: "Stranger", identity: nil, isDesk: false)
        func person(
            _ role: Role, _ organisation: Person.Organisation, _ audiences: Audience..., as seen: Audience? = nil
        )
            -> Person
        {
            Person(
                account: name, name: name, role: role, organisation: organisation,
                viewer: Viewer(of: Set(audiences + [.signedIn, .organisation(organisation.id)])), seeingAs: seen)
        }
        return switch name {
        case "admin": person(.administrator, home, Self.group)
        case "analyst", "colleague": person(.analyst, home, Self.group)
        case "narrowed":
            Person(
                account: "analyst", name: "analyst", role: .analyst, organisation: home,
                viewer: Viewer(
                    of: [Self.group, .signedIn, .organisation(home.id)], within: only.map { [$0] }))
        case "looker": person(.administrator, home, Self.group, as: .everyone)
        case "member": person(.member, bank, Self.group)
        case "reader": person(.reader, bank, Self.group)
        case "stranger": person(.member, stranger)
        default: nil
        }
    }

    func collection(_ alias: String) async throws -> LogCollection {
        try #require(await Reader.machine(of: ledger).collection(alias))
    }

    /// What comes from elsewhere.
    func admit(_ object: String, into alias: String) async throws {
        struct Once: ByteSource {
            var bytes: [UInt8]?
            mutating func next() -> [UInt8]? {
                defer { bytes = nil }
                return bytes
            }
        }
        let report = try await ledger.admit(Once(bytes: Array(object.utf8)), into: alias, source: "feed")
        #expect(report.placed == 1)
    }

    /// What the site answers.
    func ask(
        _ person: String?, _ address: String, post: [(String, String)]? = nil, language: String = "en",
        range: String? = nil, report: @Sendable (any Error) -> Void = { Issue.record($0) }
    ) async throws -> Answer {
        let halves = address.split(separator: "?", maxSplits: 1).map(String.init)
        let method: Endpoint.Method = post == nil ? .get : .post
        for endpoint in desk.endpoints where endpoint.method == method {
            guard let values = endpoint.path.match(halves[0]) else { continue }
            let request = try WebRequest(
                path: halves[0], parameters: values, query: halves.count > 1 ? halves[1] : "",
                accept: "text/html", acceptLanguage: language, range: range,
                credentials: Credentials(authorization: person.map { "Bearer \($0)" }),
                form: WebForm((post ?? []).map { (name: $0.0, value: $0.1) }))
            return await endpoint.answer(to: request, in: site, report: report)
        }
        throw Problem.notFound
    }

    /// Where a form leads to.
    func follow(_ person: String?, _ address: String, _ post: [(String, String)]) async throws -> String {
        let answer = try await ask(person, address, post: post)
        #expect(answer.status == 303, "\(answer.status) \(answer.text.prefix(3_000))")
        return try #require(answer.headers.first { $0.name == "Location" }?.value)
    }

    /// From the fields of a form to the address of the published object.
    func publish(_ person: String, _ kind: String, into alias: String, _ fields: [(String, String)]) async throws
        -> String
    {
        let collection = try await collection(alias).id
        let draft = try await follow(
            person, "/drafts/new", [("kind", kind), ("collection", collection)] + fields)
        return try await publish(person, draft: draft)
    }

    func publish(_ person: String, draft: String, confirming: [String] = [], keeping: [String] = []) async throws
        -> String
    {
        let page = try await ask(person, draft).text
        let stamp = try #require(page.firstMatch(of: /name="stamp" value="([0-9]+)"/)?.output.1)
        let there = try await follow(
            person, draft + "/publish",
            [("stamp", String(stamp))] + confirming.map { ("confirm", $0) } + keeping.map { ("keep", $0) })
        return String(there.prefix { $0 != "?" })
    }

    func object(_ address: String, as person: String?) async throws -> JSON {
        let answer = try await ask(person, address + ".json")
        #expect(answer.status == 200)
        return try JSON.parse(answer.body)
    }
}

extension Answer {
    var text: String { String(decoding: body, as: UTF8.self) }
}
