package import Ledger
package import Web

/// Who comes here, as every domain may ask; the directory answers.
package protocol People: Sendable {
    /// Who sends a request, as they are known at this moment; nil for the public.
    func person(for request: WebRequest) async throws -> Person?
    /// Whose account it is, as they may read at this moment; nil where it is closed or gone.
    func person(account: String) async throws -> Person?
    /// Everybody who may do this somewhere, as they may read at this moment.
    func whoMay(_ act: Act) async throws -> [Person]
    /// Whose account it is or was: their name, and the UUID of their organisation; for the eyes of those who may know.
    func owner(ofAccount id: String) async throws -> (name: String, organisation: String)?
    /// Somebody who is signed in, as every page shows them.
    func visitor(_ person: Person, for request: WebRequest) async throws -> Visitor
    /// How many people are of an audience, as far as this person may know.
    func headcount(_ audience: Audience, for person: Person) async throws -> Headcount
    /// What an audience is called: the name of the group or organisation.
    ///
    /// Asked only for audiences the reader is of.
    func name(of audience: Audience) async throws -> String?
    /// Whom an organisation answers for, by its UUID.
    func constituency(of organisation: String) async throws -> Constituency
    /// Whom every organisation answers for, by its UUID; and what is the gateway's own.
    func constituencies() async throws -> [(organisation: String, constituency: Constituency)]
}
