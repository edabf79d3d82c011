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

/// A gateway of its own for one test, with a collection of each audience, and programs that ask by name.
struct TAXIIGateway: Sendable {
    let ledger: GatewayLedger
    let exchange: ExchangeDomain
    let clock: Clock
    private let folder: TemporaryFolder

    static let group = Audience.group("7c1f0a52-93b8-4f0e-8a7c-2f1d6be45c01")
    static let bank = "0b0e0d52-93b8-4f0e-8a7c-2f1d6be45c02"
    static let port = "0c0e0d52-93b8-4f0e-8a7c-2f1d6be45c03"

    /// A second passes whenever somebody looks at it; the dice are loaded.
    final class Clock: Sendable {
        private let state = Mutex<(now: Int64, count: UInt64)>((1_767_225_600_000_000, 7))
        private let passed = Mutex(Duration.zero)

        /// Stands until time passes: how often somebody asks is measured by it.
        var uptime: Duration { passed.withLock(\.self) }
        func pass(_ time: Duration) { passed.withLock { $0 += time } }

        var now: Timestamp {
            state.withLock { state in
                state.now += 1_000_000
                return Timestamp(clamping: state.now)
            }
        }

        func move(_ seconds: Int64) { state.withLock { $0.now += seconds * 1_000_000 } }

        func bytes(_ count: Int) -> [UInt8] {
            state.withLock { state in
                (0..<count).map { _ in
                    state.count = state.count &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return UInt8(truncatingIfNeeded: state.count >> 33)
                }
            }
        }
    }

    /// - Parameter requestsPerSecond: 0 for no limit.
    init(requestsPerSecond: Int = 0) async throws {
        folder = try TemporaryFolder()
        let clock = Clock()
        self.clock = clock
        ledger = try await GatewayLedger.create(
            DataDirectory.forTest(folder.path + "/data"), name: "CIRT Valdoria", sentence: "For Valdoria.",
            surroundings: Surroundings(
                now: { clock.now }, random: { clock.bytes($0) }, uptime: { clock.uptime }),
            migrations: workMigrations + exchangeMigrations)
        for (alias, audience) in [
            ("public", Audience.everyone), ("desk", ledger.gateway.desk), ("group", Self.group),
            ("bank", .organisation(Self.bank)),
        ] {
            try await ledger.createCollection(alias: alias, title: "For \(alias)", audience: audience)
        }
        let ledger = ledger
        exchange = ExchangeDomain(
            Door(
                ledger: ledger,
                gateway: Gateway(
                    name: ledger.gateway.name, sentence: ledger.gateway.sentence, id: ledger.gateway.id, version: "1",
                    address: "https://cirt.valdoria.example"),
                people: TestPeople(whoAsks: { $0.credentials.bearer.flatMap { Self.person($0, of: ledger) } })),
            requestsPerSecond: requestsPerSecond)
    }

    /// Who asks, by a name that says it all.
    static func person(_ name: String, of ledger: GatewayLedger) -> Person? {
        func person(_ role: Role, _ organisation: String, _ audiences: Audience...) -> Person {
            Person(
                account: name, name: name, role: role,
                organisation: .init(
                    id: organisation, name: organisation, identity: nil, isDesk: organisation == ledger.gateway.id),
                viewer: Viewer(of: Set(audiences + [.signedIn, .organisation(organisation)])))
        }
        return switch name {
        case "analyst": person(.analyst, ledger.gateway.id, Self.group)
        case "bank", "banker": person(.member, Self.bank, Self.group)
        case "reader": person(.reader, Self.bank, Self.group)
        case "port": person(.member, Self.port, Self.group)
        case "stranger": person(.member, "0d0e0d52-93b8-4f0e-8a7c-2f1d6be45c04")
        default: nil
        }
    }

    /// What comes from elsewhere.
    @discardableResult
    func admit(_ objects: String, into alias: String, source: String = "feed") async throws -> AdmissionReport {
        try await ledger.admit(MemorySource(Array(objects.utf8)), into: alias, source: source)
    }

    /// What the server answers.
    ///
    /// - Parameter address: behind the API root where it does not begin with a slash.
    func ask(
        _ person: String? = nil, _ address: String, _ method: String = "GET", headers: [String: String] = [:],
        body: String? = nil, bytes: [UInt8]? = nil
    ) async throws -> Answer {
        let whole = address.hasPrefix("/") ? address : "/taxii2/gateway/" + address
        let halves = whole.split(separator: "?", maxSplits: 1).map(String.init)
        guard let path = ExchangeDomain.taxii.path(halves[0]) else { throw Problem.notFound }
        let authorization = headers["Authorization"] ?? person.map { "Bearer \($0)" }
        let fitting = exchange.endpoints.compactMap { endpoint in endpoint.path.match(path).map { (endpoint, $0) } }
        guard let (endpoint, values) = fitting.first(where: { $0.0.method.rawValue == method }) else {
            return ExchangeDomain.taxii.refusal(fitting.isEmpty ? Problem.notFound : Problem.wrongMethod)
        }
        let body = bytes ?? body.map { Array($0.utf8) }
        let pieces = Mutex(body)
        let piece: @Sendable () async throws -> [UInt8]? = {
            pieces.withLock { rest in
                guard let all = rest, !all.isEmpty else { return nil }
                rest = Array(all.dropFirst(7))
                return Array(all.prefix(7))
            }
        }
        do {
            let request = try WebRequest(
                path: path, parameters: values, query: halves.count > 1 ? halves[1] : "", accept: headers["Accept"],
                contentType: headers["Content-Type"], contentEncoding: headers["Content-Encoding"],
                credentials: Credentials(
                    cookie: headers["Cookie"], authorization: authorization, remote: "192.0.2.7",
                    fetchSite: headers["Sec-Fetch-Site"], toInterface: true),
                body: body == nil
                    ? nil
                    : BodyStream(
                        length: headers["Content-Length"].flatMap { Int($0) }, most: ExchangeDomain.taxii.longestBody,
                        piece: piece))
            return await endpoint.answer(to: request, in: exchange.gateway) { Issue.record($0) }
        } catch {
            return ExchangeDomain.taxii.refusal(error)
        }
    }

    func json(_ person: String? = nil, _ address: String) async throws -> JSON {
        let answer = try await ask(person, address)
        #expect(answer.status == 200, "\(address): \(answer.text)")
        return try JSON.parse(answer.body)
    }

    func add(_ objects: [String], to alias: String, by person: String) async throws -> JSON {
        let answer = try await ask(
            person, "collections/\(alias)/objects/", "POST", headers: ["Content-Type": TAXIIMediaType.taxii],
            body: #"{"objects":[\#(objects.joined(separator: ","))]}"#)
        #expect(answer.status == 202, "\(answer.text)")
        return try JSON.parse(answer.body)
    }
}

extension Answer {
    var text: String { String(decoding: body, as: UTF8.self) }

    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}

/// Objects by number; the same number is the same object.
enum Sample {
    static func uuid(_ number: Int) -> String {
        let digits = String(number)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    static func id(_ number: Int) -> String { "indicator--\(uuid(number))" }

    /// An indicator; a higher version is a later one.
    static func indicator(_ number: Int, version: Int = 0, marking: TLP = .clear) -> String {
        let minute = version < 10 ? "0\(version)" : "\(version)"
        return """
            {"type":"indicator","spec_version":"2.1","id":"\(id(number))","created":"2025-01-01T00:00:00.000Z",\
            "modified":"2025-01-01T00:\(minute):00.000Z","name":"n\(number)","pattern":"[ipv4-addr:value = '192.0.2.1']",\
            "pattern_type":"stix","valid_from":"2025-01-01T00:00:00Z","object_marking_refs":["\(marking.markingID)"]}
            """
    }
}
