import Hall
package import Ledger
package import Web

extension DirectoryDomain {
    /// Who is signed in, as every page shows them.
    package func visitor(_ person: Person, for request: WebRequest) async throws -> Visitor {
        var visitor = Visitor(
            person, seeingAs: try await seenAs(person.seeingAs),
            formToken: request.credentials.session.map(FormToken.of) ?? "")
        // Who looks as somebody else sees no more of themselves than that.
        if person.seeingAs == nil { visitor.waiting = try await NoticeTable(ledger).unseen(person.account) }
        return visitor
    }

    private func seenAs(_ audience: Audience?) async throws -> Visitor.SeenAs? {
        switch audience {
        case nil: return nil
        case .everyone: return .everyone
        case .signedIn: return .signedIn
        case let audience?: return .named(try await name(of: audience) ?? "")
        }
    }
}
