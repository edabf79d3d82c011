package import Ledger
package import Web

/// What the desk asks of the directory; the composition answers, because a domain never imports a domain.
package struct People: Sendable {
    /// Who sends a request, as the directory knows them at this moment; nil for the public.
    package var whoAsks: @Sendable (WebRequest) async throws -> Person?
    /// Who is signed in, as every page shows them.
    package var visitor: @Sendable (Person, WebRequest) async throws -> Visitor?
    /// How many people are of an audience, as far as this person may know.
    package var headcount: @Sendable (Audience, Person) async throws -> Headcount
    /// What an audience is called: the name of the group or organisation.
    ///
    /// Asked only for audiences the reader is of.
    package var name: @Sendable (Audience) async throws -> String?
    /// Whom an organisation answers for, by its UUID.
    package var constituency: @Sendable (_ organisation: String) async throws -> Constituency
    /// Whom every organisation answers for, by its UUID; and what is the gateway's own.
    package var constituencies: @Sendable () async throws -> [(organisation: String, constituency: Constituency)]
    /// Whose account it is, as they may read at this moment; nil where it is closed or gone.
    package var person: @Sendable (_ account: String) async throws -> Person?

    package init(
        whoAsks: @escaping @Sendable (WebRequest) async throws -> Person?,
        visitor: @escaping @Sendable (Person, WebRequest) async throws -> Visitor? = { _, _ in nil },
        headcount: @escaping @Sendable (Audience, Person) async throws -> Headcount,
        name: @escaping @Sendable (Audience) async throws -> String?,
        constituency: @escaping @Sendable (_ organisation: String) async throws -> Constituency,
        constituencies: @escaping @Sendable () async throws -> [(organisation: String, constituency: Constituency)] = {
            []
        },
        person: @escaping @Sendable (_ account: String) async throws -> Person? = { _ in nil }
    ) {
        self.whoAsks = whoAsks
        self.visitor = visitor
        self.headcount = headcount
        self.name = name
        self.constituency = constituency
        self.constituencies = constituencies
        self.person = person
    }

    /// A gateway that nobody signs in to.
    package static let nobody = People(
        whoAsks: { _ in nil }, headcount: { _, _ in .hidden }, name: { _ in nil }, constituency: { _ in Constituency() }
    )
}
