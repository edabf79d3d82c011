package import Ledger
package import Web

/// The pages of the gateway, and the logs beside them.
package struct DeskDomain: Sendable {
    let ledger: GatewayLedger
    let gateway: Gateway
    let people: People

    package init(ledger: GatewayLedger, gateway: Gateway, people: People) {
        self.ledger = ledger
        self.gateway = gateway
        self.people = people
    }

    /// Every route of the desk; each stands in a file of its own.
    package var endpoints: [Endpoint] {
        [
            get(.home, "What this gateway is, its collections, and what came last.") { try await $0.home() },
            get(.about, "What the logs prove, and the key of each.") { try await $0.about() },
            get(.types, "The types of objects and how many there are of each.") { try await $0.types() },
            get(.type, "The objects of one type, newest first.") { try await $0.type() },
            get(.search, "Search by words, identifier or observable value.") { try await $0.search() },
            get(.check, "A form that takes a mail, a log or a list and says what is known of the values in it.") {
                try await $0.checkForm()
            },
            post(.check, "What is known of the values in a text; nothing of it is kept.") { try await $0.check() },
            post(.checkTable, "The same as comma-separated values.") { try await $0.checkTable() },
            get(.knownGood, "The lists of values that are known to be harmless.") { try await $0.knownGood() },
            get(.collection, "A collection: who sees it, what it holds, what changed, and its log.") {
                try await $0.collection()
            },
            get(.collectionType, "The objects of one type in one collection, newest first.") {
                try await $0.collectionType()
            },
            get(.export, "The whole log as one file that `concord log verify` reads.") { try await $0.export() },
            get(.object, "An object in its newest version, with relations, versions and proof.") {
                try await $0.object()
            },
            get(.relations, "All relations of an object.") { try await $0.relations() },
            get(.version, "An object in one version.") { try await $0.version() },
            get(.quarantine, "What waits in quarantine for a decision.") { try await $0.quarantine() },
            get(.quarantineCase, "An object in quarantine beside what stands.") { try await $0.quarantineCase() },
            post(.quarantineCase, "Decides upon an object in quarantine.") { try await $0.decide() },
            get(.imports, "What was read in, from which source, and how it ended.") { try await $0.imports() },
            get(.importUndo, "What undoing an import would do.") { try await $0.importUndo() },
            post(.importUndo, "Withdraws what an import placed.") { try await $0.undoImport() },
            get(.raw, "The exact bytes of an object's newest version.") { try await $0.raw() },
            get(.rawVersion, "The exact bytes of one version of an object.") { try await $0.rawVersion() },
            get(.log, "The address of a log; leads on to its collection.") { try await $0.log() },
            get(.checkpoint, "The signed checkpoint of a collection's log.") { try await $0.checkpoint() },
            get(.tile, "A hash tile, entry bundle or record bundle of a collection's log.") { try await $0.tile() },
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
