import Ledger
import Web

/// One request to the desk: who asks, and the reader they read through.
///
/// Each route is a method of it; so none can read past the person who asks.
struct Visit: Sendable {
    let request: WebRequest
    let desk: DeskDomain
    /// Nil for the public.
    let person: Person?
    let reader: Reader
    private let visitor: Visitor?

    init(_ request: WebRequest, to desk: DeskDomain) async throws {
        self.request = request
        self.desk = desk
        person = try await desk.people.whoAsks(request)
        reader = Reader(desk.ledger, for: person?.viewer ?? .everyone)
        if let person {
            visitor = try await desk.people.visitor(person, request)
        } else {
            visitor = nil
        }
    }

    var gateway: Gateway { desk.gateway }

    /// A page for this request.
    func answer(_ page: (PageContext) -> Page) -> Answer {
        let context = context
        return .page(page(context), in: context)
    }

    var context: PageContext { PageContext(gateway: gateway, request: request, visitor: visitor) }

    /// Who asks, where somebody must be signed in.
    func signedIn() throws -> Person {
        guard let person else { throw Problem.signInNeeded }
        return person
    }

    /// The collection that the path names.
    func readableCollection() async throws -> LogCollection {
        guard let collection = try await reader.collection(request.value(.collection)) else { throw Problem.notFound }
        return collection
    }
}
