import Foundation
import Hall
@testable import Ledger
import STIX
import Storage
import Synchronization
import Testing
import TestSupport
import Web

@testable import Directory

/// A gateway of its own for one test, with its directory and the collections `public` and `desk`.
struct TestDirectory: Sendable {
    let clock = StandingClock()
    let ledger: GatewayLedger
    let directory: DirectoryDomain

    init(address: String = "https://concord.valdoria.example") async throws {
        ledger = try await GatewayLedger.create(
            DataDirectory.forTest(TemporaryFolder().path + "/data"), name: "CIRT Valdoria",
            surroundings: clock.surroundings,
            migrations: spineMigrations + directoryMigrations)
        try await DirectoryDomain.found(ledger)
        try await ledger.createCollection(alias: "public", title: "Public", audience: .everyone)
        try await ledger.createCollection(alias: "desk", title: "Desk", audience: ledger.gateway.desk)
        directory = DirectoryDomain(
            ledger: ledger,
            gateway: Gateway(
                name: "CIRT Valdoria", sentence: "", id: ledger.gateway.id, version: "0", address: address))
    }

    static let machine = Principal.machine(user: "root")

    /// The value of a session cookie for somebody new who has come in.
    func comeIn(_ name: String, _ role: Role, organisation: String? = nil) async throws -> String {
        let invitation = try await directory.invite(name, role: role, organisation: organisation, by: Self.machine)
        return try await accept(invitation).session.text
    }

    func accept(_ invitation: Invitation) async throws -> DirectoryDomain.Welcome {
        try #require(try await directory.accept(invitation.secret, remote: "192.0.2.7", replacing: nil))
    }

    var cookieName: String { Credentials.cookieName(secure: directory.gateway.isSecure) }

    /// The answer of the endpoint that fits the path.
    ///
    /// - Parameter token: the form token; that of the session unless stated.
    func ask(
        _ path: String, _ form: [(String, String)]? = nil, session: String? = nil, token: String?? = .none,
        seeAs: String? = nil, bearer: String? = nil, remote: String = "192.0.2.7", fetchSite: String? = "same-origin"
    ) async throws -> Answer {
        let halves = path.split(separator: "?", maxSplits: 1).map(String.init)
        let method: Endpoint.Method = form == nil ? .get : .post
        let endpoint = try #require(
            directory.endpoints.first { $0.method == method && $0.path.match(halves[0]) != nil }, "\(method) \(path)")
        var fields = (form ?? []).map { (name: $0.0, value: $0.1) }
        if form != nil, let token = token ?? session.map(FormToken.of) { fields.append((FormToken.field, token)) }
        let request = try request(
            halves[0], query: halves.count > 1 ? halves[1] : "", parameters: endpoint.path.match(halves[0]) ?? [:],
            session: session, seeAs: seeAs, bearer: bearer, remote: remote, fetchSite: fetchSite,
            form: WebForm(fields))
        return await endpoint.answer(to: request, in: directory.gateway) { Issue.record("\($0)") }
    }

    func request(
        _ path: String = "/", query: String = "", parameters: [String: String] = [:], session: String? = nil,
        seeAs: String? = nil, bearer: String? = nil, remote: String = "192.0.2.7", fetchSite: String? = nil,
        form: WebForm = WebForm()
    ) throws -> WebRequest {
        let cookies = [session.map { "\(cookieName)=\($0)" }, seeAs.map { "see-as=\($0)" }].compactMap(\.self)
        return try WebRequest(
            path: path, parameters: parameters, query: query,
            credentials: Credentials(
                cookie: cookies.joined(separator: "; "), authorization: bearer.map { "Bearer \($0)" }, remote: remote,
                fetchSite: fetchSite, secure: directory.gateway.isSecure),
            form: form)
    }

    func person(session: String? = nil, seeAs: String? = nil, bearer: String? = nil) async throws -> Person? {
        try await directory.person(for: request(session: session, seeAs: seeAs, bearer: bearer))
    }

    func audit() async throws -> [AuditEntry] {
        try await ledger.database.read { try $0.auditEntries(before: nil, limit: 1_000) }
    }

    func principal(_ session: String) async throws -> Principal {
        .person(try #require(try await person(session: session)))
    }
}

extension Answer {
    var text: String { String(decoding: body, as: UTF8.self) }
    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// The session that it opens.
    var session: String? {
        headers.filter { $0.name == "Set-Cookie" }.compactMap { header in
            header.value.firstMatch(of: /session=([0-9A-Za-z_-]{43});/).map { String($0.1) }
        }.first
    }
}

extension DirectoryError {
    static func code(_ body: () async throws -> Void) async -> Code? {
        do {
            try await body()
            return nil
        } catch { return (error as? DirectoryError)?.code }
    }
}

extension DirectoryDomain {
    /// Publishes a card on what stands at this moment, as one does whom nobody disturbs.
    @discardableResult
    func publish(
        _ card: ContactCard, of organisation: String, into name: String, by principal: Principal
    ) async throws -> String {
        let standing = try await self.card(of: self.organisation(organisation), for: principal)
        return try await publish(
            StandingCard(card, version: standing.version), of: organisation, into: name, by: principal)
    }
}
