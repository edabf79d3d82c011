package import Ledger
package import Web

/// One request to a domain: who asks, and the reader they read through.
///
/// Each route is a method of it; so none can read past the person who asks.
package struct Visit<Asked: Domain>: Sendable {
    package let request: WebRequest
    package let domain: Asked
    /// Nil for the public.
    package let person: Person?
    package let reader: Reader
    private let visitor: Visitor?

    package init(_ request: WebRequest, to domain: Asked) async throws {
        let isProgram = request.credentials.bearer != nil
        try await self.init(
            request, to: domain,
            as: Asked.isForPeople && isProgram ? nil : try await domain.door.people.person(for: request))
    }

    /// A request that reads as this person, whoever sends it: a secret address reads as whoever made it.
    package init(_ request: WebRequest, to domain: Asked, as person: Person?) async throws {
        self.request = request
        self.domain = domain
        self.person = person
        reader = Reader(domain.door.ledger, for: person?.viewer ?? .everyone)
        if let person {
            visitor = try await domain.door.people.visitor(person, for: request)
        } else {
            visitor = nil
        }
    }

    /// The same request as it would read for another: what somebody says is said in the words of what its audience can know.
    package init(_ request: WebRequest, to domain: Asked, reading reader: Reader) async throws {
        self.request = request
        self.domain = domain
        self.reader = reader
        (person, visitor) = (nil, nil)
    }

    package var gateway: Gateway { domain.door.gateway }
    package var ledger: GatewayLedger { domain.door.ledger }

    package var context: PageContext { PageContext(gateway: gateway, request: request, visitor: visitor) }

    /// A page for this request.
    package func answer(_ page: (PageContext) -> Page) -> Answer {
        let context = context
        return .page(page(context), in: context)
    }

    /// A page that holds a secret, for one look: it can be got by no other request.
    ///
    /// - Parameter here: where the choice of language leads, and the way in.
    package func once(here: String, status: Int = 200, _ page: (PageContext) -> Page) -> Answer {
        let context = PageContext(
            gateway: gateway, language: request.language, visitor: visitor, here: here,
            formToken: request.credentials.session.map(FormToken.of))
        return Answer.page(page(context), in: context, status: status).once
    }

    /// The same, whose choice of language leads to a page without the secret.
    package func once(_ back: Address, _ page: (PageContext) -> Page) -> Answer { once(here: back.href, page) }
}
