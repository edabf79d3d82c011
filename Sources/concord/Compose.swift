import Desk
import Directory
import Exchange
import Hall
import Ledger
import Library
import Outside
import STIX
import Server
package import Storage
package import Web
import Work

/// A database that is too busy is told as 503: it is the one error of the rooms below that passes by itself.
extension StorageError: TellsProblem {
    package var problem: Problem? { code == .busy ? .busy(seconds: 10) : nil }
}

/// Joins the domains: the only place that knows them all.
struct Compose {
    let door: Door
    let directory: DirectoryDomain
    let desk: DeskDomain
    let exchange: ExchangeDomain
    let library: LibraryDomain
    let hall: HallDomain

    /// - Parameters:
    ///   - address: where readers reach this gateway, without a slash at the end.
    ///   - requestsPerSecond: how often one program may ask; 0 for as often as it likes.
    ///   - visitor: who follows the links of records; nobody unless stated.
    init(
        ledger: GatewayLedger, address: String, requestsPerSecond: Int = 500, followingLinks visitor: LinkVisitor? = nil
    ) {
        let gateway = Gateway(
            name: ledger.gateway.name, sentence: ledger.gateway.sentence, id: ledger.gateway.id,
            version: Concord.version, address: address, isDemo: ledger.gateway.isDemo,
            menu: Self.kinds.flatMap { $0.menu }, types: NamedTypes(Self.kinds.flatMap { $0.types }))
        directory = DirectoryDomain(ledger: ledger, gateway: gateway)
        door = directory.door
        library = LibraryDomain(door, following: visitor)
        desk = DeskDomain(door, sources: Self.watch(ledger), company: library.company) {
            try ExchangeDomain.forget($0, in: $1)
            try LibraryDomain.forget($0, in: $1)
        }
        exchange = ExchangeDomain(door, requestsPerSecond: requestsPerSecond) { [harmless = desk.harmless] in
            try await harmless.find($0, for: .blocking)
        }
        hall = HallDomain(door, domains: [desk, directory, exchange, library])
    }

    /// Every domain there is.
    var domains: [any Domain] { [desk, directory, exchange, library] }
    /// The same, before there is a gateway; in the order in which their tables came to be.
    static let kinds: [any Domain.Type] = [
        DirectoryDomain.self, DeskDomain.self, ExchangeDomain.self, HallDomain.self, LibraryDomain.self,
    ]

    /// The tables of all rooms but the ledger, whose own it knows.
    static let migrations: [Migration] = workMigrations + kinds.flatMap { $0.migrations } + outsideMigrations
    /// What follows the objects that stand, of all rooms but the ledger.
    static let projections: [any Projection.Type] = kinds.flatMap { $0.projections }
    /// What notes that a log has grown.
    static let listeners: [any GrowthListener.Type] = kinds.flatMap { $0.listeners }

    /// Makes a gateway with the organisation that runs it and two collections, `public` and `desk`.
    ///
    /// In the first one it says who it is, but for a demonstration, whose story begins with that.
    static func create(
        _ directory: DataDirectory, name: String, sentence: String, isDemo: Bool = false,
        surroundings: Surroundings = .system
    ) async throws -> GatewayLedger {
        let ledger = try await GatewayLedger.create(
            directory, name: name, sentence: sentence, isDemo: isDemo, surroundings: surroundings,
            migrations: migrations, projections: projections, listeners: listeners)
        try await DirectoryDomain.found(ledger)
        try await ledger.createCollection(
            alias: "public", title: "Public", description: "What this gateway says to everyone.", audience: .everyone)
        if !isDemo { try await DirectoryDomain.introduce(ledger, in: "public") }
        try await ledger.createCollection(
            alias: "desk", title: "Desk", description: "What stays within the organisation that runs this gateway.",
            audience: ledger.gateway.desk)
        return ledger
    }

    private static func watch(_ ledger: GatewayLedger) -> SourceWatch {
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
        let all = (domains + [hall]).flatMap(\.endpoints)
        return all.map { endpoint in
            guard endpoint.method == .get else { return endpoint }
            return endpoint.within { [ledger = door.ledger] answer in
                try await ledger.atOneMoment { try await answer() }
            }
        }
    }

    /// Who does what waits.
    var handlers: [any WorkHandler] { hall.everyHandler }

    func server(host: String, port: Int, isBehindProxy: Bool = false) -> WebServer {
        WebServer(
            endpoints: endpoints, gateway: door.gateway, host: host, port: port, isBehindProxy: isBehindProxy
        ) {
            [people = door.people] request in
            // A problem is told also where nobody can find out who asks.
            guard let person = try? await people.person(for: request) else { return nil }
            return try? await people.visitor(person, for: request)
        }
    }
}
