import Foundation
import Hall
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    func savedSearches() async throws -> Answer {
        try await savedSearches(of: owner())
    }

    /// Keeps the search that the form carries, and shows the address of its feed this once.
    func keepSearch() async throws -> Answer {
        let owner = try changer()
        let query = try WebQuery(text: request.form.required("query"))
        let question = try SearchQuestion(query)
        guard !question.isEmpty else { throw Problem.badRequest(parameter: "query") }
        let secret = Secret.make(ledger.surroundings)
        let name = try savedName(question.text)
        let search = SavedSearch(
            id: desk.ledger.surroundings.uuid(), account: owner.account, name: name, query: question.query,
            created: Moment(desk.ledger.surroundings.now()))
        let isKept = try await SavedSearchTable(ledger: desk.ledger)
            .keep(search, at: desk.ledger.surroundings.now(), secret: secret)
        guard isKept else { throw Problem.tooLarge }
        return try await savedSearches(of: owner, made: made(name, secret))
    }

    func renameSearch() async throws -> Answer {
        let owner = try changer()
        let isDone = try await SavedSearchTable(ledger: desk.ledger)
            .rename(request.value(.uuid), of: owner.account, to: savedName(""))
        guard isDone else { throw Problem.notFound }
        return .redirect(to: Address.savedSearches.href)
    }

    /// Gives the feed another address; whoever has the old one reads no more.
    func renewSearchFeed() async throws -> Answer {
        let owner = try changer()
        let secret = Secret.make(ledger.surroundings)
        let search = try await SavedSearchTable(ledger: desk.ledger)
            .rotate(request.value(.uuid), of: owner.account, to: secret)
        guard let search else { throw Problem.notFound }
        return try await savedSearches(of: owner, made: made(search.name, secret))
    }

    func deleteSearch() async throws -> Answer {
        let owner = try changer()
        let isDone = try await SavedSearchTable(ledger: desk.ledger)
            .delete(request.value(.uuid), of: owner.account)
        guard isDone else { throw Problem.notFound }
        return .redirect(to: Address.savedSearches.href)
    }
}

extension Visit<DeskDomain> {
    private func savedSearches(of owner: Person, made: SavedSearchesModel.Made? = nil) async throws -> Answer {
        let searches = try await SavedSearchTable(ledger: desk.ledger).all(of: owner.account)
        let model = SavedSearchesModel(searches: searches, made: made, canChange: owner.seeingAs == nil)
        var answer = answer(model.page)
        // It shows a secret.
        if made != nil { (answer.keeping, answer.etag) = (.never, nil) }
        return answer
    }

    /// Whose searches they are.
    ///
    /// A program's token may read less than its owner, and a feed reads as its owner does: so no token comes here.
    private func owner() throws -> Person {
        guard request.credentials.bearer == nil else { throw Problem.forbidden }
        return try signedIn()
    }

    /// Who changes their own searches: somebody who is signed in as themselves.
    private func changer() throws -> Person {
        let person = try owner()
        guard person.seeingAs == nil else { throw Problem.forbidden }
        return person
    }

    private func savedName(_ fallback: String) throws -> String {
        let name = (request.form["name"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        let chosen = name.isEmpty ? fallback : name
        guard !chosen.isEmpty || !fallback.isEmpty else {
            if request.form["query"] != nil { return context.savedSearch.unnamed }
            throw Problem.badRequest(parameter: "name")
        }
        guard chosen.utf8.count <= SavedSearch.longestName else { throw Problem.badRequest(parameter: "name") }
        return chosen
    }

    private func made(_ name: String, _ secret: Secret) -> SavedSearchesModel.Made {
        .init(name: name, address: gateway.address + Address.savedSearchFeed(secret.text).href)
    }
}
