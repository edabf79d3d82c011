package import Ledger
package import Web

/// What every domain shares: whose gateway it is, what stands in it, and who comes in.
package struct Door: Sendable {
    package let ledger: GatewayLedger
    package let gateway: Gateway
    package let people: any People

    package init(ledger: GatewayLedger, gateway: Gateway, people: any People) {
        self.ledger = ledger
        self.gateway = gateway
        self.people = people
    }
}
