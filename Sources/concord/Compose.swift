import Desk
import Ledger
import Server
import Web

/// Joins the domains: the only place that knows them all.
struct Compose {
    let ledger: GatewayLedger
    /// Where readers reach this gateway, without a slash at the end.
    let address: String

    var gateway: Gateway {
        Gateway(
            name: ledger.gateway.name, sentence: ledger.gateway.sentence, id: ledger.gateway.id,
            version: Concord.version, address: address)
    }

    /// Every route there is; `Address.Kind` shows them on one screen.
    var endpoints: [Endpoint] {
        DeskDomain(ledger: ledger, gateway: gateway, people: .nobody).endpoints + Assets.endpoints
    }

    func server(host: String, port: Int) -> WebServer {
        WebServer(endpoints: endpoints, gateway: gateway, host: host, port: port)
    }
}
