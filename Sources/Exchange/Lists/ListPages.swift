import Hall
import Ledger
import STIX
import Web

/// The page where somebody makes and withdraws their lists.
extension Visit<ExchangeDomain> {
    func lists() async throws -> Answer {
        try await page(of: owner())
    }

    func makeList() async throws -> Answer {
        let owner = try changer()
        let form = request.form
        guard let kind = PlainList.Kind(rawValue: try form.required("kind")) else {
            throw Problem.badRequest(parameter: "kind")
        }
        guard let confidence = Int(form["confidence"].flatMap { $0.isEmpty ? nil : $0 } ?? "0") else {
            throw Problem.badRequest(parameter: "confidence")
        }
        guard let ceiling = TLP(label: try form.required("ceiling")) else {
            throw Problem.badRequest(parameter: "ceiling")
        }
        let collections = form.all("collection")
        do {
            let made = try await exchange.makeList(
                form.required("name"), of: kind, for: owner, collections: collections.isEmpty ? nil : collections,
                confidence: confidence, ceiling: ceiling)
            return try await page(of: owner, made: .init(name: made.list.name, address: made.address))
        } catch is ExchangeError {
            throw Problem.badRequest(parameter: "name")
        }
    }

    func renameList() async throws -> Answer {
        let owner = try changer()
        let name = try request.form.required("name").trimmed
        guard !name.isEmpty, name.utf8.count <= PlainList.longestName, name.isStorable else {
            throw Problem.badRequest(parameter: "name")
        }
        guard try await PlainListTable(ledger: ledger).rename(request.value(.uuid), of: owner.account, to: name) else {
            throw Problem.notFound
        }
        return .redirect(to: Address.lists.href)
    }

    func removeList() async throws -> Answer {
        let owner = try changer()
        guard try await exchange.removeList(request.value(.uuid), of: owner.account) else { throw Problem.notFound }
        return .redirect(to: Address.lists.href)
    }

    private func page(of owner: Person, made: ListsModel.Made? = nil) async throws -> Answer {
        let collections = try await reader.collections()
        let model = ListsModel(
            lists: try await exchange.lists(of: owner.account).map { ListsModel.Row($0, collections) },
            collections: collections.map { .init(id: $0.id, title: $0.title) }, made: made,
            canChange: owner.seeingAs == nil)
        // It shows a secret.
        return made == nil ? answer(model.page) : once(.lists, model.page)
    }

    /// Whose lists they are: a program's token may read less than its owner, and a list reads as its owner does.
    private func owner() throws -> Person {
        guard request.credentials.bearer == nil else { throw Problem.forbidden }
        return try signedIn()
    }

    /// Somebody who is signed in as themselves.
    private func changer() throws -> Person {
        guard request.credentials.bearer == nil else { throw Problem.forbidden }
        return try themselves()
    }
}
