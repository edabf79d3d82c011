import Ledger
import STIX
import Storage

extension DirectoryDomain {
    /// The card that an organisation's public face says now; an empty one before it has any.
    package func card(of organisation: Organisation, for principal: Principal) async throws -> StandingCard {
        let reader = reader(for: principal)
        guard let (body, version) = try await publicFace(of: organisation, through: reader) else {
            return StandingCard(ContactCard(), version: nil)
        }
        let card = try await ContactCard(body) { reference in
            // The identifier follows from the address, so whoever said the object can't have said another one.
            for placement in try await reader.standing(of: reference)?.placements ?? [] {
                guard let bytes = try await reader.body(of: placement), let object = try? JSON.parse(bytes),
                    SCOIdentifier.deterministicID(of: object) == reference
                else { continue }
                return object["value"]?.string
            }
            return nil
        }
        return StandingCard(card, version: version)
    }

    /// Publishes or updates the `identity` object of an organisation in a collection, by the ordinary way in.
    ///
    /// - Parameter edited: the card, with the version from which the edit began.
    /// - Returns: the identifier of the object.
    /// - Throws: `notAllowed`, `unknownOrganisation`, `unknownCollection`, `changedMeanwhile` where another version stands by now,
    ///   or `badContact` naming what is not understood or why the collection does not take it.
    @discardableResult
    package func publish(
        _ edited: StandingCard, of organisation: String, into name: String, by principal: Principal
    ) async throws -> String {
        try principal.mayAdminister()
        let card = edited.card
        try card.check()
        let organisation = try await self.organisation(organisation)
        let collection = try await collection(name, for: principal)
        let reader = reader(for: principal)
        let old = try await publicFace(of: organisation, through: reader)?.body
        let id = organisation.identity ?? "identity--\(organisation.id)"
        let created = old?["created"]?.string.flatMap { Timestamp($0) }
        let last = old?["modified"]?.string.flatMap { Timestamp($0) }
        let now = surroundings.now()
        let modified = last.map { max(now, Timestamp(clamping: $0.microseconds + 1_000)) } ?? now
        let objects = try PublicFace(
            id: id, name: organisation.name, card: card, constituency: try await constituency(of: organisation.id),
            created: created ?? modified, modified: modified, marking: collection.defaultMarking
        ).objects()
        let hand: Person? = if case .person(let person) = principal { person } else { nil }
        let declarations = PlannedPlacement(try await undeclared(in: collection), into: collection, by: .program)
        let face = PlannedPlacement(objects, into: collection, by: .organisation(organisation.id, by: hand))
        let seen = SeenVersion(
            of: id, by: .organisation(organisation.id), version: edited.version, to: reader.viewer)
        do {
            let plans = (declarations.objects.isEmpty ? [] : [declarations]) + [face]
            try await ledger.say(plans, changing: [seen]) { session in
                try session.run("UPDATE organisation SET identity = \(id) WHERE id = \(organisation.id)")
                try session.audit(principal, .cardPublished, organisation.name, collection.title, at: now)
            }
        } catch let refused as PlacementRefused {
            let why = refused.checks.flatMap(\.concerns).first?.sentence ?? "\(collection.title) did not take it"
            throw DirectoryError(.badContact, why, what: why)
        } catch let error as LedgerError where error.code == .changedMeanwhile {
            throw DirectoryError(
                .changedMeanwhile, "somebody else has published the card of \(organisation.name) since it was read")
        }
        return id
    }

    /// What declares the extensions of a card and does not stand in the collection yet.
    ///
    /// The definitions of others come from elsewhere too, with words of their authors that ours have not: what stands is left.
    private func undeclared(in collection: LogCollection) async throws -> [[UInt8]] {
        let reader = Reader.machine(of: ledger)
        var objects: [[UInt8]] = []
        for (id, object) in PublicFace.declarations {
            let standing = try await reader.standing(of: id)
            let stands = standing?.placements.contains { $0.collection.id == collection.id } ?? false
            if !stands { objects.append(object) }
        }
        return objects
    }

    private func reader(for principal: Principal) -> Reader {
        switch principal {
        case .machine: .machine(of: ledger)
        case .person(let person): Reader(ledger, for: person.viewer)
        }
    }

    /// The newest version of an organisation's `identity` object that it said itself, where the reader reads it.
    ///
    /// Others may repeat the identifier with words of their own; those are not its face.
    private func publicFace(
        of organisation: Organisation, through reader: Reader
    ) async throws -> (body: JSON, version: Timestamp)? {
        let id = organisation.identity ?? "identity--\(organisation.id)"
        let own = try await reader.holdings(of: id).filter { $0.source == .organisation(organisation.id) }
            .max { $0.version < $1.version }
        let placements = try await reader.standing(of: id)?.placements ?? []
        guard let own,
            let placement = placements.first(where: {
                $0.collection.id == own.collection.id && $0.position == own.position
            }), let bytes = try await reader.body(of: placement)
        else { return nil }
        return (try JSON.parse(bytes), own.version)
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
