import Hall
package import Ledger
package import STIX
import Web

/// The verbs of lists, for pages and commands.
extension ExchangeDomain {
    var listEndpoints: [Endpoint] {
        [
            get(.lists, "The lists that somebody has made for firewalls and resolvers.") { try await $0.lists() },
            post(.lists, "Make a list, and its secret address.") { try await $0.makeList() },
            post(.listName, "Call a list something else.") { try await $0.renameList() },
            post(.listRemoval, "Withdraw a list.") { try await $0.removeList() },
            get(.listText, "The values of a list, one per line.") { try await $0.listFile(asTable: false) },
            get(.listTable, "The same as comma-separated values.") { try await $0.listFile(asTable: true) },
        ]
    }

    /// Makes a list that reads as its owner does.
    ///
    /// - Parameters:
    ///   - collections: aliases or ids; nil for all that the owner reads.
    /// - Returns: the list, and the addresses of its text, which are shown this once.
    /// - Throws: `badSource` for a name or number that can't be, or a collection that the owner doesn't read.
    package func makeList(
        _ name: String, of kind: PlainList.Kind, for owner: Person, collections: [String]? = nil, confidence: Int = 0,
        ceiling: TLP = .amberStrict
    ) async throws -> (list: PlainList, address: String) {
        let name = name.trimmed
        guard !name.isEmpty, name.utf8.count <= PlainList.longestName, name.isStorable else {
            throw ExchangeError(.badSource, "a list needs a name of at most \(PlainList.longestName) bytes")
        }
        guard ceiling < .red else {
            throw ExchangeError(.badSource, "what is TLP:RED is for named persons, and an address has no name")
        }
        guard (0...100).contains(confidence) else {
            throw ExchangeError(.badSource, "confidence goes from 0 to 100")
        }
        var chosen: [String]?
        if let collections {
            let reader = Reader(ledger, for: owner.viewer)
            chosen = []
            for collection in collections {
                guard let found = try await reader.collection(collection) else {
                    throw ExchangeError(.badSource, "\(owner.name) reads no collection \(collection)")
                }
                chosen?.append(found.id)
            }
        }
        let table = PlainListTable(ledger: ledger)
        let secret = Secret.make(ledger.surroundings)
        let list = PlainList(
            id: ledger.surroundings.uuid(), account: owner.account, name: name, kind: kind, collections: chosen,
            confidence: confidence, ceiling: ceiling, created: ledger.surroundings.now())
        guard try await table.keep(list, secret: secret) else {
            throw ExchangeError(.badSource, "withdraw a list that is no longer used before you make another")
        }
        return (list, gateway.address + Address.listText(secret.text).href)
    }

    package func lists(of account: String) async throws -> [PlainList] {
        try await PlainListTable(ledger: ledger).all(of: account)
    }

    /// Withdraws a list; false where the account has no such.
    package func removeList(_ id: String, of account: String) async throws -> Bool {
        try await PlainListTable(ledger: ledger).delete(id, of: account)
    }
}

extension Visit<ExchangeDomain> {
    /// The file of a list as its owner may read now; the same answer where it never was, or the account is closed.
    func listFile(asTable: Bool) async throws -> Answer {
        guard
            let list = try await PlainListTable(ledger: ledger).list(
                secret: Secret(text: request.value(.secret))),
            let owner = try await domain.door.people.person(account: list.account)
        else { throw Problem.notFound }
        // Each answer reads every indicator: a firewall asks now and then.
        try exchange.listLimits.count(.thing(list.id))
        let reader = Reader(ledger, for: owner.viewer)
        let chosen = list.collections.map(Set.init)
        var built = try await reader.gather(
            "indicator", in: chosen, upTo: list.ceiling, longest: ListBuilder.longest,
            into: ListBuilder(list, at: ledger.surroundings.now())
        ) { $0.add($1, $2) }
        try await built.subtract(exchange.harmless)
        let asOf = try await reader.collections().filter { chosen?.contains($0.id) ?? true }.compactMap(\.lastAdded)
            .max()
        let file = ListFile(list: list, built: built, asOf: asOf)
        var answer = Answer.json(
            asTable ? file.table : file.text, type: asTable ? "text/csv; charset=utf-8" : "text/plain; charset=utf-8")
        answer.keeping = .own
        return answer
    }
}
