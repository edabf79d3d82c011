package import Ledger
package import Web

/// What goes to other systems and comes from them: TAXII both ways, mirrors, MISP, plain lists.
package struct ExchangeDomain: Sendable {
    let ledger: GatewayLedger
    let gateway: Gateway
    /// Who sends a request, as the directory knows them at this moment; nil for the public.
    let whoAsks: @Sendable (WebRequest) async throws -> Person?

    package init(
        ledger: GatewayLedger, gateway: Gateway, whoAsks: @escaping @Sendable (WebRequest) async throws -> Person?
    ) {
        self.ledger = ledger
        self.gateway = gateway
        self.whoAsks = whoAsks
    }

    /// Every route of the exchange.
    package var endpoints: [Endpoint] {
        [
            Endpoint(.metrics, says: "Figures of the sources and collections, for Prometheus; for the desk's people.") {
                try await GatewayMetrics(domain: self).answer($0)
            }
        ]
    }

    /// The servers that objects come from.
    package var sources: PolledSources { PolledSources(ledger) }
}
