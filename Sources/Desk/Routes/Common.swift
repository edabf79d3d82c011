import Hall
import Ledger
import MerkleLog
import STIX
import Web

extension CollectionName {
    init(_ collection: LogCollection) {
        self.init(id: collection.id, title: collection.title)
    }
}

extension Moment {
    init(_ timestamp: Timestamp) {
        self.init(timestamp.description)
    }
}

extension Tally {
    init(_ amount: Amount) {
        switch amount {
        case .exactly(let count): self = .exactly(count)
        case .moreThan(let count): self = .moreThan(count)
        }
    }
}

extension ObjectName {
    /// - Parameter json: the object, where it has been read: it knows more than the list does.
    init(id: String, type: String, name: String?, json: JSON? = nil) {
        let number = json.flatMap { ExternalReference.all(of: $0).first { $0.isIdentity }?.externalID }
        self.init(id: id, type: type, title: name ?? id, externalID: number)
    }
}

extension Visit<DeskDomain> {
    /// Rows of a list, relationships named by what they say.
    ///
    /// - Parameter crossing: whether the list holds objects of several collections, so that each row names its own.
    func listed(_ listings: some Sequence<Listing>, crossing: Bool = false) async throws -> [ListedObject] {
        let collections = crossing ? try await collectionNames() : [:]
        let read = listings.map { listing in (listing, listing.body.flatMap { try? JSON.parse($0) }) }
        let sentences = try await self.sentences(of: read.compactMap(\.1))
        return read.map { listing, json in
            ListedObject(
                name: ObjectName(
                    id: listing.id, type: listing.type, name: sentences[listing.id] ?? listing.name, json: json),
                line: json.flatMap { $0.text("description") ?? $0.text("content") ?? $0.text("pattern") },
                changed: Moment(listing.version), isRevoked: json?.isTrue("revoked") ?? false,
                collection: collections[listing.collection])
        }
    }

    /// What each relationship among these objects says, by its identifier: its two ends and its own word between them;
    /// and of a sighting what was seen.
    func sentences(of objects: [JSON]) async throws -> [String: String] {
        let relationships = objects.filter { $0.text("type") == "relationship" }
        let sightings = objects.filter { $0.text("type") == "sighting" }
        guard !relationships.isEmpty || !sightings.isEmpty else { return [:] }
        let ends =
            relationships.flatMap { [$0.text("source_ref"), $0.text("target_ref")].compactMap(\.self) }
            + sightings.compactMap { $0.text("sighting_of_ref") }
        let names = try await reader.names(of: ends)
        var sentences: [String: String] = [:]
        for sighting in sightings {
            guard let id = sighting.text("id"), let seen = sighting.text("sighting_of_ref") else { continue }
            sentences[id] = names[seen]?.name
        }
        for relationship in relationships {
            guard let id = relationship.text("id"), let source = relationship.text("source_ref"),
                let target = relationship.text("target_ref")
            else { continue }
            let verb = (relationship.text("relationship_type") ?? "").replacing("-", with: " ")
            sentences[id] = "\(names[source]?.name ?? source) \(verb) \(names[target]?.name ?? target)"
        }
        return sentences
    }

    /// Whose hand it was, for those who decide there, and for the people of the same organisation.
    func handName(_ hand: Hand?, in collection: LogCollection) async throws -> HandName? {
        guard let hand, let person, person.seeingAs == nil else { return nil }
        let decides = person.may(.decide, in: collection).isAllowed
        switch hand {
        case .machine(let user): return decides ? .command(user) : nil
        case .account(let id):
            guard let owner = try await people.owner(ofAccount: id),
                decides || owner.organisation == person.organisation.id
            else { return nil }
            return .person(owner.name)
        }
    }

    /// A source in words: what an organisation says here stands under its number.
    func sourceName(_ source: Source) async throws -> String {
        guard let organisation = source.organisation else { return source.description }
        let audience = Audience.organisation(organisation)
        if audience == desk.ledger.gateway.desk { return gateway.name }
        return try await people.name(of: audience) ?? source.description
    }

    /// Names by alias where there is more than one collection to tell apart.
    func collectionNames() async throws -> [String: CollectionName] {
        let collections = try await reader.collections()
        guard collections.count > 1 else { return [:] }
        return Dictionary(uniqueKeysWithValues: collections.map { ($0.alias, CollectionName($0)) })
    }

    func readers(of collection: LogCollection) async throws -> Readers {
        let audience = collection.audience
        // A list of persons is called like the one collection it was made for.
        let name = try await people.name(of: audience) ?? collection.title
        return switch audience.kind {
        case .everyone: .everyone
        case .signedIn: .signedIn
        case .group: .group(name)
        case .organisation: .organisation(audience == desk.ledger.gateway.desk ? gateway.name : name)
        case .persons: .persons(name)
        }
    }

    func summary(of collection: LogCollection) async throws -> CollectionSummary {
        CollectionSummary(
            name: CollectionName(collection), description: collection.description,
            readers: try await readers(of: collection),
            ceiling: collection.ceiling,
            objects: try await reader.typeCounts(in: collection).reduce(0) { $0 + $1.count },
            lastChange: collection.lastAdded.map { Moment($0) })
    }

    func typeCounts(in collection: LogCollection? = nil) async throws -> [TypeCount] {
        try await reader.typeCounts(in: collection).map { TypeCount(type: $0.type, count: $0.count) }
    }

    /// The log as it was last signed; nil before its first signature.
    func logHead(of collection: LogCollection) async throws -> LogHead? {
        guard let head = try await reader.head(of: collection), let added = collection.lastAdded else { return nil }
        return LogHead(
            collection: CollectionName(collection), origin: head.checkpoint.origin, size: head.checkpoint.size,
            root: head.checkpoint.root.base64, signed: Moment(added),
            key: head.vkey)
    }
}
