import Ledger
package import Web
package import Work

/// What belongs to every domain together: the figures of them all, and the files that each page needs.
package struct HallDomain: Domain {
    package static let name = "hall"
    package let door: Door
    let domains: [any Domain]

    /// - Parameter domains: all others, in the order in which their figures are told.
    package init(_ door: Door, domains: [any Domain]) {
        self.door = door
        self.domains = domains
    }

    package var handlers: [any WorkHandler] { [BlobTidying(ledger: door.ledger)] }

    package var endpoints: [Endpoint] {
        [
            get(.metrics, "Figures of the gateway, for Prometheus; for people of the organisation that runs it.") {
                try await $0.metrics()
            }
        ] + Assets.endpoints
    }
}

extension Visit<HallDomain> {
    /// Figures in the text format that Prometheus reads (version 0.0.4).
    ///
    /// They name sources and collections, so they are for the organisation that runs the gateway: a program of somebody there
    /// sends a bearer token that only reads, and is told of the collections that its owner reads.
    func metrics() async throws -> Answer {
        let person = try signedIn()
        guard person.organisation.isDesk, person.seeingAs == nil else { throw Problem.notFound }
        let question = MetricsQuestion(person: person, collections: try await reader.collections())
        var text = ""
        for family in try await domain.workMetrics(question) { text += family.text }
        for one in domain.domains { text += try await one.metrics(question).map(\.text).joined() }
        return Answer(
            contentType: "text/plain; version=0.0.4; charset=utf-8", body: Array(text.utf8), keeping: .never)
    }
}
