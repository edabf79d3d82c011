import Hall
import Kinds
import Ledger
import MerkleLog
import STIX
import Web

extension Visit<DeskDomain> {
    /// Most relations that the page of an object reads; the page of its relations reads more.
    private static let fewRelations = 120
    private static let manyRelations = 1_000
    private static let comparedVersions = 6
    /// Longer versions are listed without what changed.
    private static let comparedBytes = 65_536

    func object() async throws -> Answer {
        let standing = try await standing()
        guard let shown = standing.current else { throw Problem.notFound }
        let model = try await self.model(of: standing, showing: shown)
        return answer(model.page)
    }

    func version() async throws -> Answer {
        let standing = try await standing()
        let model = try await self.model(of: standing, showing: try placement(in: standing))
        return answer(model.page)
    }

    func relations() async throws -> Answer {
        let standing = try await standing()
        guard let shown = standing.current, shown.withdrawal == nil else { throw Problem.notFound }
        let found = try await reader.relations(of: standing, limit: Self.manyRelations)
        let json = try JSON.parse(try await body(of: shown))
        let model = RelationsModel(
            object: ObjectName(id: standing.id, type: json.text("type") ?? "", name: json.text("name"), json: json),
            groups: RelationGroup.grouping(found.relations, of: standing.id), total: Tally(found.amount),
            pager: Pager(older: nil, isFirst: true))
        return answer(model.page)
    }

    func raw() async throws -> Answer {
        guard let shown = try await standing().current, shown.withdrawal == nil else { throw Problem.notFound }
        return .json(try await body(of: shown), type: "application/stix+json;version=2.1")
    }

    func rawVersion() async throws -> Answer {
        let shown = try placement(in: try await standing())
        guard shown.withdrawal == nil else { throw Problem.notFound }
        return .json(try await body(of: shown), type: "application/stix+json;version=2.1")
    }

    private func standing() async throws -> Standing {
        guard let standing = try await reader.standing(of: request.value(.id)) else { throw Problem.notFound }
        return standing
    }

    private func placement(in standing: Standing) throws -> Standing.Placement {
        let version = Timestamp(try request.value(.version))
        let same = standing.placements.filter { $0.version == version }
        // Another content may stand under it in a collection of somebody else's.
        let home = standing.current?.collection
        let standing = same.filter { $0.withdrawal == nil }
        guard let found = standing.first(where: { $0.collection == home }) ?? standing.first ?? same.first else {
            throw Problem.notFound
        }
        return found
    }

    private func model(of standing: Standing, showing shown: Standing.Placement) async throws -> ObjectModel {
        // What was withdrawn is no longer handed out: its page says so, and no more.
        let isGone = shown.withdrawal != nil
        let bytes = isGone ? [] : try await body(of: shown)
        let json = isGone ? JSON.object([]) : try JSON.parse(bytes)
        let face = isGone ? nil : try await face(of: json, standing, showing: shown)
        let spoken =
            isGone ? .asWritten : try await spoken(standing, showing: shown, json: json, kind: face?.kind)
        let read = spoken.chosen?.translation.applied(to: json, kind: face?.kind) ?? json
        var places: [Place] = []
        // Another content may stand under the same version in another collection; that is not what is shown here.
        let same = standing.placements.filter { $0.version == shown.version && $0.sha256 == shown.sha256 }
        for placement in same.filter({ $0.position == shown.position }) + same.filter({ $0.position != shown.position })
        {
            places.append(try await place(placement))
        }
        let versions = standing.placements.filter { $0.collection == shown.collection && $0.withdrawal == nil }
        var compared: [VersionRow] = []
        for version in versions.prefix(Self.comparedVersions) {
            let json = try await reader.body(of: version, atMost: Self.comparedBytes).map { try JSON.parse($0) }
            compared.append(VersionRow(version: Moment(version.version), added: Moment(version.added), json: json))
        }
        let relations = isGone ? [] : try await reader.relations(of: standing, limit: Self.fewRelations).relations
        var model = ObjectModel(
            id: standing.id, type: json.text("type") ?? String(standing.id.prefix { $0 != "-" }),
            version: Moment(shown.version), json: read, byteCount: bytes.count,
            bodyHash: isGone ? "" : hex(shown.sha256),
            marking: try await marking(of: json, shown), places: places,
            relations: RelationGroup.grouping(
                relations.filter { !$0.isShownElsewhere(on: standing.id) }, of: standing.id),
            versions: compared, olderVersions: max(0, versions.count - Self.comparedVersions),
            findings: isGone ? [] : shown.findings,
            names: try await names(in: json, by: isGone ? nil : reader.authorship(of: shown)),
            around: try await around(
                standing, showing: shown, json: json, isConsulted: face?.kind.isConsulted ?? false),
            attribution: isGone ? nil : try await attribution(of: shown, json),
            fileSize: try await reader.blob(of: shown)?.size,
            face: try await current(face?.saying(RecordObject.values(of: read)?.values)), spoken: spoken,
            original: spoken.chosen == nil ? nil : json)
        if face?.kind.name == Announcement.kind {
            model.access = try await accessOffer(standing.id, json, showing: shown)
        }
        return model
    }

    /// The same in the terms of today.
    private func current(_ face: RecordFace?) async throws -> RecordFace? {
        guard let face else { return nil }
        let terms = try await TermTable(ledger: desk.ledger).map()
        return face.saying(terms.applied(to: face.values, of: face.kind))
    }

    private func attribution(of placement: Standing.Placement, _ json: JSON) async throws -> Attribution? {
        guard let said = try await reader.authorship(of: placement) else { return nil }
        let isSilent =
            said.claimed == nil && json["created"] != nil
            && !["identity", "marking-definition"].contains(json.text("type"))
        return Attribution(
            author: !said.isTrue ? .notTheirs : isSilent ? .missing : .asStated,
            sender: try await mayKnow(said.source, in: placement.collection) ? try await sourceName(said.source) : nil)
    }

    /// Whether the reader may know who speaks in a collection: a group may hide who is in it (docs/permissions.md).
    private func mayKnow(_ source: Source, in collection: LogCollection) async throws -> Bool {
        guard let person else { return false }
        if person.may(.decide, in: collection).isAllowed || source == person.source { return true }
        guard source.organisation != nil else { return false }
        if case .hidden = try await people.headcount(collection.audience, for: person) { return false }
        return collection.audience.kind == .group
    }

    /// Erased between two reads is gone all the same.
    func body(of placement: Standing.Placement) async throws -> [UInt8] {
        guard let body = try await reader.body(of: placement) else { throw Problem.notFound }
        return body
    }

    private func place(_ placement: Standing.Placement) async throws -> Place {
        let proof = try await reader.proof(of: placement.position, in: placement.collection)
        let head = try await logHead(of: placement.collection)
        return Place(
            collection: CollectionName(placement.collection), readers: try await readers(of: placement.collection),
            ceiling: placement.collection.ceiling, entry: placement.position, added: Moment(placement.added),
            withdrawal: placement.withdrawal.map {
                .init(entry: $0.position, added: Moment($0.added), reason: $0.reason)
            },
            proof: proof.flatMap { proof in
                head.map {
                    LogProof(
                        leafHash: TreeHash.leaf(proof.leaf.bytes).base64, head: $0,
                        path: proof.inclusion.hashes.map(\.base64))
                }
            })
    }

    private func marking(of json: JSON, _ placement: Standing.Placement) async throws -> Marking {
        let references = json.texts("object_marking_refs")
        var statements: [String] = []
        for reference in references.prefix(8) {
            guard let definition = try await reader.standing(of: reference)?.current, definition.withdrawal == nil,
                let body = try await reader.body(of: definition)
            else { continue }
            if let text = try JSON.parse(body)["definition"]?.text("statement") { statements.append(text) }
        }
        let isOwn = references.contains { TLP(markingID: $0) != nil }
        return Marking(tlp: placement.marking, isOwn: isOwn, statements: statements)
    }

    /// Names of what the object refers to, where the reader may know them.
    ///
    /// - Parameter authorship: the author is called by the name that it wrote itself, or not at all.
    private func names(in json: JSON, by authorship: Authorship?) async throws -> [String: ObjectName] {
        var ids: [String] = []
        for member in json.members ?? [] where member.name.hasSuffix("_ref") || member.name.hasSuffix("_refs") {
            if let id = member.value.string { ids.append(id) }
            ids += member.value.array?.compactMap(\.string) ?? []
        }
        let found = try await reader.names(of: ids)
        var names = Dictionary(
            uniqueKeysWithValues: found.map {
                ($0.key, ObjectName(id: $0.key, type: $0.value.type, name: $0.value.name))
            })
        if let author = authorship?.claimed, !json.texts("object_refs").contains(author) {
            names[author] = authorship?.name.map { ObjectName(id: author, type: "identity", name: $0) }
        }
        return names
    }
}

extension Relation {
    /// What stands on the page as discussion, as a sighting, or in the list of what the object speaks of.
    fileprivate func isShownElsewhere(on id: String) -> Bool {
        // What an object of a kind names stands among its values.
        if direction == .outgoing {
            return viaID == id
                && (["object_refs", "sighting_of_ref"].contains(verb)
                    || Kind.Noun.allCases.contains { $0.type == viaType })
        }
        return ["note", "opinion", "sighting", "observed-data", "concord-step", "language-content"].contains(viaType)
    }
}

extension RelationGroup {
    /// Relations that read alike, in the order in which they came.
    fileprivate static func grouping(_ relations: [Relation], of id: String) -> [RelationGroup] {
        var order: [Key] = []
        var rows: [Key: [RelationRow]] = [:]
        for relation in relations {
            let type = relation.other?.type ?? String(STIXIdentifier.split(relation.otherID)?.type ?? "")
            let key = Key(isOutgoing: relation.direction == .outgoing, verb: relation.verb, type: type)
            if rows[key] == nil { order.append(key) }
            rows[key, default: []].append(RelationRow(relation, of: id))
        }
        return order.map { key in
            RelationGroup(
                direction: key.isOutgoing ? .outgoing : .incoming, verb: key.verb, otherType: key.type,
                rows: rows[key] ?? [], total: rows[key]?.count ?? 0)
        }
    }

    private struct Key: Hashable {
        let isOutgoing: Bool
        let verb: String
        let type: String
    }
}

extension RelationRow {
    fileprivate init(_ relation: Relation, of id: String) {
        // A relationship joins two others; where it is itself an end, the reference is one of its own properties.
        let isRelationship = relation.viaType == "relationship" && ![id, relation.otherID].contains(relation.viaID)
        let said = isRelationship ? relation.viaBody.flatMap { try? JSON.parse($0) } : nil
        self.init(
            relationship: isRelationship ? relation.viaID : nil,
            other: relation.other.map {
                .readable(ObjectName(id: relation.otherID, type: $0.type, name: $0.name))
            } ?? .unknown(relation.otherID), description: said?.text("description"))
    }
}
