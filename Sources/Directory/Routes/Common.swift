import HTML
import Hall
import Ledger
import STIX
import Web

extension Visit<DirectoryDomain> {
    /// Does what a form asks for, and leads back to a page that says what became of it.
    func does(_ back: Address, _ body: () async throws -> Void) async throws -> Answer {
        do {
            try await body()
            return .redirect(to: back.href(with: [Notice.done.query]))
        } catch let error as DirectoryError {
            return .redirect(to: back.href(with: [Notice.failed(error.code).query]))
        }
    }

    var notice: Notice? { Notice(request.query) }

    /// Who asks, who administers here; for others there is no such page.
    func administrator() throws -> Person { try whoMay(.administer) }

    /// The page that somebody wanted before they had to sign in: a path of this site, or its first page.
    func next(_ text: String?) -> String {
        guard let text, text.hasPrefix("/"), Link(text, admitting: [.relative]) != nil else { return Address.home.href }
        return text
    }
    /// Throws ``Problem/notFound`` where the directory knows no such thing.
    func found<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let error as DirectoryError
            where [.unknownAccount, .unknownOrganisation, .unknownGroup, .unknownMethod].contains(error.code)
        {
            throw Problem.notFound
        }
    }

    /// The collections that somebody reads, for a choice among them.
    func choices(of person: Person, _ isOne: (LogCollection) -> Bool = { _ in true }) async throws
        -> [AccountModel.Choice]
    {
        try await Reader(ledger, for: person.viewer).collections().filter(isOne).map {
            AccountModel.Choice(id: $0.id, title: $0.title)
        }
    }
}

extension Moment {
    init(_ timestamp: Timestamp) { self.init(timestamp.description) }
}
