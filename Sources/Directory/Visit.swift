import HTML
import Ledger
import Web

/// One request to the directory: who asks, and what they are to see.
///
/// Each route is a method of it.
struct Visit: Sendable {
    let request: WebRequest
    let directory: DirectoryDomain
    /// Nil for the public, and for a program: the directory's pages are for people.
    let person: Person?
    let visitor: Visitor?

    init(_ request: WebRequest, to directory: DirectoryDomain) async throws {
        self.request = request
        self.directory = directory
        person = request.credentials.bearer == nil ? try await directory.person(for: request) : nil
        if let person {
            visitor = try await directory.visitor(person, for: request)
        } else {
            visitor = nil
        }
    }

    var context: PageContext { PageContext(gateway: directory.gateway, request: request, visitor: visitor) }

    /// A page for this request.
    func answer(_ page: (PageContext) -> Page) -> Answer {
        let context = context
        return .page(page(context), in: context)
    }

    /// Who asks, where somebody must be signed in.
    func signedIn() throws -> Person {
        guard let person else { throw Problem.signInNeeded }
        return person
    }

    /// The same, who administers here; for others there is no such page.
    func administrator() throws -> Person {
        let person = try signedIn()
        guard person.role == .administrator, person.organisation.isDesk, person.seeingAs == nil else {
            throw Problem.notFound
        }
        return person
    }

    /// The page that somebody wanted before they had to sign in: an address of this site, or its first page.
    func next(_ text: String?) -> String {
        guard let text, Link(text, admitting: [.relative]) != nil else { return Address.home.href }
        let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let path = halves.first, Address(path: path) != nil else { return Address.home.href }
        return text
    }
}
