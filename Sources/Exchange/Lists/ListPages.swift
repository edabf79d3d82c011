import Ledger
import STIX
import Web

/// The page where somebody makes and withdraws their lists.
extension ExchangeDomain {
    func listsPage(_ request: WebRequest) async throws -> Answer {
        try await page(request, of: owner(request))
    }

    func makeList(_ request: WebRequest) async throws -> Answer {
        let owner = try await changer(request)
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
            let made = try await makeList(
                form.required("name"), of: kind, for: owner, collections: collections.isEmpty ? nil : collections,
                confidence: confidence, ceiling: ceiling)
            return try await page(request, of: owner, made: .init(name: made.list.name, address: made.address))
        } catch is ExchangeError {
            throw Problem.badRequest(parameter: "name")
        }
    }

    func renameList(_ request: WebRequest) async throws -> Answer {
        let owner = try await changer(request)
        let name = try request.form.required("name").trimmed
        guard !name.isEmpty, name.utf8.count <= PlainList.longestName, name.isStorable else {
            throw Problem.badRequest(parameter: "name")
        }
        guard try await PlainListTable(ledger: ledger).rename(request.value(.uuid), of: owner.account, to: name) else {
            throw Problem.notFound
        }
        return .redirect(to: Address.lists.href)
    }

    func removeList(_ request: WebRequest) async throws -> Answer {
        let owner = try await changer(request)
        guard try await removeList(request.value(.uuid), of: owner.account) else { throw Problem.notFound }
        return .redirect(to: Address.lists.href)
    }

    private func page(_ request: WebRequest, of owner: Person, made: ListsModel.Made? = nil) async throws -> Answer {
        let collections = try await Reader(ledger, for: owner.viewer).collections()
        let model = ListsModel(
            lists: try await lists(of: owner.account).map { ListsModel.Row($0, collections) },
            collections: collections.map { .init(id: $0.id, title: $0.title) }, made: made,
            canChange: owner.seeingAs == nil)
        let context = PageContext(gateway: gateway, request: request, visitor: try await visitor(owner, request))
        var answer = Answer.page(model.page(in: context), in: context)
        // It shows a secret.
        if made != nil { (answer.keeping, answer.etag) = (.never, nil) }
        return answer
    }

    /// Whose lists they are: a program's token may read less than its owner, and a list reads as its owner does.
    private func owner(_ request: WebRequest) async throws -> Person {
        guard request.credentials.bearer == nil else { throw Problem.forbidden }
        guard let person = try await whoAsks(request) else { throw Problem.signInNeeded }
        return person
    }

    /// Somebody who is signed in as themselves.
    private func changer(_ request: WebRequest) async throws -> Person {
        let person = try await owner(request)
        guard person.seeingAs == nil else { throw Problem.forbidden }
        return person
    }
}
