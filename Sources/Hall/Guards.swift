package import Ledger
package import Web

/// What a route asks for before it does anything; whoever may not gets the answer that a stranger gets.
extension Visit {
    /// Who asks, where somebody must be signed in.
    ///
    /// Throws ``Problem/signInNeeded``.
    package func signedIn() throws(Problem) -> Person {
        guard let person else { throw .signInNeeded }
        return person
    }

    /// Somebody who is signed in as themselves: who looks as somebody else changes nothing.
    ///
    /// Throws ``Problem/forbidden`` where they look as somebody else.
    package func themselves() throws(Problem) -> Person {
        let person = try signedIn()
        guard person.seeingAs == nil else { throw .forbidden }
        return person
    }

    /// Somebody who is signed in as themselves at a browser: what a program with their token may not do in their name.
    ///
    /// Throws ``Problem/notFound`` for a program.
    package func inPerson() throws(Problem) -> Person {
        guard !request.credentials.isAuthorization else { throw .notFound }
        return try themselves()
    }

    /// Somebody who may do this wherever it is done; for others there is no such page.
    ///
    /// Throws ``Problem/notFound``.
    package func whoMay(_ act: Act) throws(Problem) -> Person {
        let person = try signedIn()
        guard person.may(act) else { throw .notFound }
        return person
    }

    /// The collection that the path names, where the reader reads it.
    ///
    /// Throws ``Problem/notFound``: hidden and absent are one answer.
    package func readableCollection(_ placeholder: PathTemplate.Placeholder = .collection) async throws -> LogCollection
    {
        guard let collection = try await reader.collection(request.value(placeholder)) else { throw Problem.notFound }
        return collection
    }

    /// On whose account this request is counted.
    package var party: Party { person.map { .account($0.account) } ?? request.credentials.party }
}
