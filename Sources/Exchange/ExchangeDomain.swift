package import Ledger
package import STIX
package import Storage
package import Web

/// What goes to other systems and comes from them: TAXII both ways, mirrors, MISP, plain lists.
package struct ExchangeDomain: Sendable {
    let ledger: GatewayLedger
    let gateway: Gateway
    /// Who sends a request, as the directory knows them at this moment; nil for the public.
    let whoAsks: @Sendable (WebRequest) async throws -> Person?
    /// How often one party may ask the TAXII server.
    let limits: RateLimits
    /// How often one list may be asked for.
    let listLimits: RateLimits
    /// Who is signed in, as every page shows them.
    let visitor: @Sendable (Person, WebRequest) async throws -> Visitor?
    /// Whose account it is, as they may read at this moment; nil where it is closed or gone.
    let person: @Sendable (_ account: String) async throws -> Person?

    /// Which of these values it would be wrong to block, and why; the composition knows.
    let harmless: @Sendable ([ObservableValue]) async throws -> [ObservableValue: Harmless]

    /// - Parameter requestsPerSecond: how often one program may ask TAXII; 0 for as often as it likes.
    package init(
        ledger: GatewayLedger, gateway: Gateway, requestsPerSecond: Int = 500,
        whoAsks: @escaping @Sendable (WebRequest) async throws -> Person?,
        visitor: @escaping @Sendable (Person, WebRequest) async throws -> Visitor? = { _, _ in nil },
        person: @escaping @Sendable (_ account: String) async throws -> Person? = { _ in nil },
        harmless: @escaping @Sendable ([ObservableValue]) async throws -> [ObservableValue: Harmless] = { _ in [:] }
    ) {
        self.harmless = harmless
        let allowance = RateLimits.Allowance.perSecond(requestsPerSecond)
        let uptime = ledger.surroundings.uptime
        limits = RateLimits(strangers: allowance, known: allowance, uptime: uptime)
        listLimits = RateLimits(strangers: nil, known: .secretAddress, uptime: uptime)
        self.ledger = ledger
        self.gateway = gateway
        self.whoAsks = whoAsks
        self.visitor = visitor
        self.person = person
    }

    /// Every route of the exchange.
    package var endpoints: [Endpoint] {
        taxiiEndpoints + listEndpoints + [
            Endpoint(.metrics, says: "Figures of the sources and collections, for Prometheus; for the desk's people.") {
                try await GatewayMetrics(domain: self).answer($0)
            }
        ]
    }

    /// The servers that objects come from.
    package var sources: PolledSources { PolledSources(ledger) }

    /// Forgets what is kept here of an object that is erased, in the same transaction.
    package static func forget(_ object: String, in session: Session) throws {
        try StatusTable.forget(object, in: session)
    }
}
