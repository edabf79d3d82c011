import Ledger
import STIX
import Web

extension Visit {
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

    /// A page that holds a secret, for one look: it can be got by no other request.
    ///
    /// - Parameter back: where the choice of language leads.
    func once(_ back: Address, _ page: (PageContext) -> Page) -> Answer {
        let context = PageContext(
            gateway: directory.gateway, language: request.language, visitor: visitor, here: back.href,
            formToken: request.credentials.session.map(FormToken.of))
        return Answer.page(page(context), in: context).once
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
        try await Reader(directory.ledger, for: person.viewer).collections().filter(isOne).map {
            AccountModel.Choice(id: $0.id, title: $0.title)
        }
    }
}

extension Moment {
    init(_ timestamp: Timestamp) { self.init(timestamp.description) }
}
