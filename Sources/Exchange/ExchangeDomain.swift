package import Hall
package import Ledger
package import STIX
package import Storage
package import Web
package import Work

/// What goes to other systems and comes from them: TAXII both ways, mirrors, MISP, plain lists.
package struct ExchangeDomain: Domain {
    package static let name = "exchange"
    package static var migrations: [Migration] { exchangeMigrations }

    package static var works: [NamedWork] {
        [NamedWork(PolledSources.work) { ListWords.in($0).visits }]
    }

    package let door: Door
    /// How often one party may ask the TAXII server.
    let limits: RateLimits
    /// How often one list may be asked for.
    let listLimits: RateLimits
    /// Which of these values it would be wrong to block, and why; the composition knows.
    let harmless: @Sendable ([ObservableValue]) async throws -> [ObservableValue: Harmless]

    /// - Parameter requestsPerSecond: how often one program may ask TAXII; 0 for as often as it likes.
    package init(
        _ door: Door, requestsPerSecond: Int = 500,
        harmless: @escaping @Sendable ([ObservableValue]) async throws -> [ObservableValue: Harmless] = { _ in [:] }
    ) {
        self.door = door
        self.harmless = harmless
        let allowance = RateLimits.Allowance.perSecond(requestsPerSecond)
        let uptime = door.ledger.surroundings.uptime
        limits = RateLimits(strangers: allowance, known: allowance, uptime: uptime)
        listLimits = RateLimits(strangers: nil, known: .secretAddress, uptime: uptime)
    }

    /// Every route of the exchange.
    package var endpoints: [Endpoint] {
        taxiiEndpoints + listEndpoints
    }

    var ledger: GatewayLedger { door.ledger }
    var gateway: Gateway { door.gateway }

    package var handlers: [any WorkHandler] { [SourceVisits(ledger)] }

    /// The servers that objects come from.
    package var sources: PolledSources { PolledSources(ledger) }

    /// Forgets what is kept here of an object that is erased, in the same transaction.
    package static func forget(_ object: String, in session: Session) throws {
        try StatusTable.forget(object, in: session)
    }
}

extension Visit<ExchangeDomain> {
    var exchange: ExchangeDomain { domain }
}
