import Ledger
import STIX
import Storage

extension DirectoryDomain {
    /// The card that an organisation's public face says now; an empty one before it has any.
    package func card(of organisation: Organisation, for principal: Principal) async throws -> ContactCard {
        guard let body = try await publicFace(of: organisation, for: principal) else { return ContactCard() }
        return ContactCard(body)
    }

    /// Publishes or updates the `identity` object of an organisation in a collection, by the ordinary way in.
    ///
    /// - Returns: the identifier of the object.
    /// - Throws: `notAllowed`, `unknownOrganisation`, `unknownCollection`, or `badContact` naming what is not understood or
    ///   why the collection does not take it.
    @discardableResult
    package func publish(
        _ card: ContactCard, of organisation: String, into name: String, by principal: Principal
    ) async throws -> String {
        try principal.mayAdminister()
        try card.check()
        let organisation = try await self.organisation(organisation)
        let collection = try await collection(name, for: principal)
        let old = try await publicFace(of: organisation, for: principal)
        let id = organisation.identity ?? "identity--\(organisation.id)"
        let created = old?["created"]?.string.flatMap { Timestamp($0) }
        let last = old?["modified"]?.string.flatMap { Timestamp($0) }
        let now = surroundings.now()
        let modified = last.map { max(now, Timestamp(clamping: $0.microseconds + 1_000)) } ?? now
        let body = try ContactExtension.identity(
            id, name: organisation.name, card: card, constituency: try await constituency(of: organisation.id),
            created: created ?? modified, modified: modified, marking: collection.defaultMarking)
        let hand: Person? = if case .person(let person) = principal { person } else { nil }
        do {
            try await ledger.say([
                PlannedPlacement(ContactExtension.definition.map { Array($0.utf8) }, into: collection, by: .program),
                PlannedPlacement([body], into: collection, by: .organisation(organisation.id, by: hand)),
            ]) { session in
                try session.run("UPDATE organisation SET identity = \(id) WHERE id = \(organisation.id)")
                try session.audit(principal, .cardPublished, organisation.name, collection.title, at: now)
            }
        } catch let refused as PlacementRefused {
            let why = refused.checks.flatMap(\.concerns).first?.sentence ?? "\(collection.title) did not take it"
            throw DirectoryError(.badContact, why, what: why)
        }
        return id
    }

    /// The newest version of an organisation's `identity` object that it said itself, where the principal reads it.
    ///
    /// Others may repeat the identifier with words of their own; those are not its face.
    private func publicFace(of organisation: Organisation, for principal: Principal) async throws -> JSON? {
        let reader: Reader =
            switch principal {
            case .machine: .machine(of: ledger)
            case .person(let person): Reader(ledger, for: person.viewer)
            }
        let id = organisation.identity ?? "identity--\(organisation.id)"
        let own = try await reader.holdings(of: id).filter { $0.source == .organisation(organisation.id) }
            .max { $0.version < $1.version }
        let placements = try await reader.standing(of: id)?.placements ?? []
        guard let own,
            let placement = placements.first(where: {
                $0.collection.id == own.collection.id && $0.position == own.position
            }), let bytes = try await reader.body(of: placement)
        else { return nil }
        return try JSON.parse(bytes)
    }

    /// A collection in which a principal may publish.
    private func collection(_ name: String, for principal: Principal) async throws -> LogCollection {
        let unknown = DirectoryError(.unknownCollection, "there is no collection \(name)")
        switch principal {
        case .machine:
            guard let found = try await Reader.machine(of: ledger).collection(name) else { throw unknown }
            return found
        case .person(let person):
            guard let found = try await Reader(ledger, for: person.viewer).collection(name) else { throw unknown }
            guard person.may(.publish, in: found).isAllowed else {
                throw DirectoryError(.notAllowed, "your role does not publish there")
            }
            return found
        }
    }
}
