package import Ledger
import Storage
package import Web

/// Who may come in, of which organisations and groups they are, and by what they are recognised.
package struct DirectoryDomain: Sendable {
    package let ledger: GatewayLedger
    let gateway: Gateway
    let limits: AttemptLimits

    package init(ledger: GatewayLedger, gateway: Gateway) {
        self.ledger = ledger
        self.gateway = gateway
        limits = AttemptLimits()
    }

    var database: Database { ledger.database }
    var surroundings: Surroundings { ledger.surroundings }
    /// UUID of the organisation that runs this gateway.
    var desk: String { ledger.gateway.id }

    /// Enters the organisation that runs a new gateway; its id is the gateway's.
    package static func found(_ ledger: GatewayLedger) async throws {
        let (gateway, now) = (ledger.gateway, ledger.surroundings.now())
        let name = try FoldedName(gateway.name)
        try await ledger.database.write { try $0.add(name, organisation: gateway.id, at: now) }
    }

    /// Every route of the directory; each stands in a file of its own.
    package var endpoints: [Endpoint] {
        [
            get(.signIn, "The form to sign in with a name and a sign-in key.") { try await $0.signInForm() },
            post(.signIn, "Signs in; leads on to the page that was asked for.") { try await $0.signIn() },
            post(.signOut, "Ends this session.") { try await $0.signOut() },
            get(.invitation, "Where an invited person comes in, once.") { try await $0.invitation() },
            post(.invitation, "Accepts the invitation, signs in and shows the sign-in key, once.") {
                try await $0.acceptInvitation()
            },
        ]
    }

    private func get(
        _ kind: Address.Kind, _ says: String, _ answer: @escaping @Sendable (Visit) async throws -> Answer
    ) -> Endpoint {
        Endpoint(kind, says: says) { try await answer(Visit($0, to: self)) }
    }

    private func post(
        _ kind: Address.Kind, _ says: String, _ answer: @escaping @Sendable (Visit) async throws -> Answer
    ) -> Endpoint {
        Endpoint(kind, method: .post, says: says) { try await answer(Visit($0, to: self)) }
    }
}
