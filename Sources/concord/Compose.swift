import Desk
import Directory
import Exchange
import Ledger
import STIX
import Server
package import Storage
package import Web

/// A database that is too busy is told as 503: it is the one error of the rooms below that passes by itself.
extension StorageError: TellsProblem {
    package var problem: Problem? { code == .busy ? .busy(seconds: 10) : nil }
}

/// Joins the domains: the only place that knows them all.
struct Compose {
    let ledger: GatewayLedger
    let gateway: Gateway
    let directory: DirectoryDomain
    let exchange: ExchangeDomain

    /// - Parameters:
    ///   - address: where readers reach this gateway, without a slash at the end.
    ///   - requestsPerSecond: how often one program may ask; 0 for as often as it likes.
    init(ledger: GatewayLedger, address: String, requestsPerSecond: Int = 500) {
        self.ledger = ledger
        gateway = Gateway(
            name: ledger.gateway.name, sentence: ledger.gateway.sentence, id: ledger.gateway.id,
            version: Concord.version, address: address, isDemo: ledger.gateway.isDemo)
        let directory = DirectoryDomain(ledger: ledger, gateway: gateway)
        self.directory = directory
        exchange = ExchangeDomain(
            ledger: ledger, gateway: gateway, requestsPerSecond: requestsPerSecond,
            whoAsks: { try await directory.person(for: $0) },
            visitor: { try await directory.visitor($0, for: $1) }, person: { try await directory.person(account: $0) },
            harmless: { [gateway] in
                let values = HarmlessValues(ledger) { try await Self.constituencies(directory, gateway) }
                return try await values.find($0, for: .blocking)
            })
    }

    /// Whom every organisation answers for, and the host of this gateway itself.
    private static func constituencies(_ directory: DirectoryDomain, _ gateway: Gateway) async throws
        -> [(organisation: String, constituency: Constituency)]
    {
        let stated = try await directory.constituencies()
        let host = ObservableValue(gateway.address)
        let own = Constituency(
            networks: host?.prefix.map { [$0.description] } ?? [], domains: host?.domain.map { [$0] } ?? [])
        return own.isEmpty ? stated : stated + [(organisation: gateway.id, constituency: own)]
    }

    /// The tables of all rooms but the ledger, whose own it knows.
    static let migrations: [Migration] = directoryMigrations + deskMigrations + exchangeMigrations

    /// Makes a gateway with the organisation that runs it and two collections, `public` and `desk`.
    ///
    /// In the first one it says who it is, but for a demonstration, whose story begins with that.
    static func create(
        _ directory: DataDirectory, name: String, sentence: String, isDemo: Bool = false,
        surroundings: Surroundings = .system
    ) async throws -> GatewayLedger {
        let ledger = try await GatewayLedger.create(
            directory, name: name, sentence: sentence, isDemo: isDemo, surroundings: surroundings,
            migrations: migrations)
        try await DirectoryDomain.found(ledger)
        try await ledger.createCollection(
            alias: "public", title: "Public", description: "What this gateway says to everyone.", audience: .everyone)
        if !isDemo { try await DirectoryDomain.introduce(ledger, in: "public") }
        try await ledger.createCollection(
            alias: "desk", title: "Desk", description: "What stays within the organisation that runs this gateway.",
            audience: ledger.gateway.desk)
        return ledger
    }

    private var people: People {
        People(
            whoAsks: { try await directory.person(for: $0) },
            visitor: { try await directory.visitor($0, for: $1) },
            headcount: { try await directory.headcount($0, for: $1) },
            name: { try await directory.name(of: $0) },
            constituency: { try await directory.constituency(of: $0) },
            constituencies: { try await Self.constituencies(directory, gateway) },
            person: { try await directory.person(account: $0) })
    }

    var desk: DeskDomain {
        DeskDomain(ledger: ledger, gateway: gateway, people: people, sources: watch) {
            try ExchangeDomain.forget($0, in: $1)
        }
    }

    private var watch: SourceWatch {
        let sources = PolledSources(ledger)
        return SourceWatch(
            failing: { collections in
                try await sources.all().filter { collections.contains($0.settings.collection) && !$0.isPaused }
                    .compactMap {
                        guard let since = $0.failingSince else { return nil }
                        return FailingSource(
                            name: $0.settings.name, problem: $0.problem?.sentence ?? "", since: since,
                            succeeded: $0.succeeded,
                            next: $0.next)
                    }
            },
            reliability: {
                Dictionary(
                    uniqueKeysWithValues: try await sources.all().map {
                        ($0.settings.name, $0.settings.reliability.rawValue)
                    })
            })
    }

    /// Every route there is; `Address.Kind` shows them on one screen.
    ///
    /// What only reads shows one moment of the database: who asks, what they may read and what stands there are of the same.
    var endpoints: [Endpoint] {
        let all = desk.endpoints + directory.endpoints + exchange.endpoints + Assets.endpoints
        return all.map { endpoint in
            guard endpoint.method == .get else { return endpoint }
            return endpoint.within { [ledger] answer in try await ledger.database.atOneMoment { try await answer() } }
        }
    }

    func server(host: String, port: Int, isBehindProxy: Bool = false) -> WebServer {
        WebServer(endpoints: endpoints, gateway: gateway, host: host, port: port, isBehindProxy: isBehindProxy) {
            [directory] request in
            // A problem is told also where nobody can find out who asks.
            guard let person = try? await directory.person(for: request) else { return nil }
            return try? await directory.visitor(person, for: request)
        }
    }
}
