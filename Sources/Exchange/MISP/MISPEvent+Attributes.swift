import STIX

/// What attributes and objects of MISP have in common, read from either.
struct MISPPart {
    /// As MISP wrote it.
    let given: String?
    let uuid: String
    var modified: Timestamp
    var marking: TLP
    var tags: MISPTags
    var comments: [String]
    let isRevoked: Bool

    init(_ node: MISPNode, in event: MISPEvent, around: TLP, seed: String) {
        given = node.text("uuid")?.lowercased()
        uuid = MISPIdentifier.uuid(given, else: "\(event.uuid) \(seed)")
        modified = node.moment("timestamp") ?? event.modified
        tags = MISPTags(node)
        marking = MISPEvent.marking(of: node, tags, in: around)
        comments = node.text("comment").map { [$0] } ?? []
        isRevoked = node.flag("deleted")
    }
}

extension MISPEvent {
    /// Converts an attribute that stands alone.
    ///
    /// - Returns: the STIX identifier of what it became; nil where nothing did.
    @discardableResult
    func attribute(_ node: MISPNode, around: TLP? = nil) -> String? {
        let type = node.text("type") ?? ""
        guard let value = node.text("value") else {
            node.rest = .badValue
            return nil
        }
        return attribute(node, type: type, value: value, around: around ?? marking)
    }

    /// Converts an attribute of which type and value have been read.
    @discardableResult
    func attribute(_ node: MISPNode, type: String, value: String, around: TLP) -> String? {
        node.lose(.proposal, "ShadowAttribute")
        node.lose(.binary, "data")
        guard let form = MISPAttributeTable.forms[type] else {
            node.lose(taken: "value", .unknownType)
            node.rest = .unknownType
            return nil
        }
        var part = MISPPart(node, in: self, around: around, seed: "\(type) \(value)")
        let isToDetect = node.flag("to_ids")
        let category = node.text("category")
        let labels = ["misp:type=\"\(type)\"", category.map { "misp:category=\"\($0)\"" } ?? ""]
        var id: String?
        switch form {
        case .note: id = note(part, abstract: "MISP attribute \(type)", value, labels)
        case .rule(let language):
            id = indicator(&part, node, pattern: value, language, name: "\(type) rule", labels)
        case .vulnerability: id = vulnerability(part, name: value, labels)
        case .campaign: id = named("campaign", part, value, labels)
        case .threatActor: id = named("threat-actor", part, value, labels)
        case .link:
            let description = part.comments.first
            let address = value.percentEncoded
            guard address.isURL else {
                id = note(part, abstract: "MISP attribute \(type)", value, labels)
                break
            }
            externals.append(Self.external("MISP link", url: address, description: description))
            return keep(part, as: self.id)
        case .weakness:
            externals.append(Self.external("cwe", id: value, description: part.comments.first))
            return keep(part, as: self.id)
        case .property, .hash, .named, .made:
            guard let observable = form.observable(value) else {
                node.lose(taken: "value", .badValue)
                node.rest = .badValue
                return nil
            }
            if isToDetect {
                id = indicator(&part, node, pattern: observable.pattern, "stix", name: value, labels)
            } else {
                id =
                    observed(part, node, observable, labels)
                    ?? note(part, abstract: "MISP attribute \(type)", value, labels)
            }
        }
        guard let id else { return nil }
        if isToDetect, !id.hasPrefix("indicator--") { node.lose(taken: "to_ids", .notDetectable) }
        keep(part, as: id)
        link(id, to: part)
        sightings(of: id, node.detach("Sighting"), part, ends: id.hasPrefix("indicator--"))
        return id
    }

    @discardableResult
    func keep(_ part: MISPPart, as id: String) -> String {
        if let given = part.given { identifiers[given] = id }
        return id
    }

    func begin(_ type: String, _ part: MISPPart, _ labels: [String]) -> MISPDraft {
        var draft = draft(type, uuid: part.uuid, modified: part.modified, marking: part.marking)
        draft.set("labels", labels + part.tags.labels)
        if part.isRevoked { draft.set("revoked", .bool(true)) }
        return draft
    }

    /// Longer names are clipped: the pattern has the whole value.
    private static let longestName = 200

    /// An indicator, or a note where the pattern is none.
    func indicator(
        _ part: inout MISPPart, _ node: MISPNode, pattern: String, _ language: String, name: String, _ labels: [String]
    ) -> String {
        let first = node.moment("first_seen")
        if let expired = expiry(node) { part.modified = max(part.modified, expired) }
        var indicator = begin("indicator", part, labels)
        indicator["name"] = String(name.prefix(Self.longestName))
        indicator["description"] = part.comments.isEmpty ? nil : part.comments.joined(separator: "\n")
        indicator["pattern"] = pattern
        indicator["pattern_type"] = language
        let from = first ?? created
        indicator["valid_from"] = from.description
        if let expired = expiry(node), expired > from { indicator["valid_until"] = expired.description }
        guard indicator.isClean else { return note(part, abstract: "MISP \(language) pattern", pattern, labels) }
        add(indicator)
        return indicator.id
    }

    /// What was observed; nil where STIX can't say it, or asks for another form of the values.
    func observed(_ part: MISPPart, _ node: MISPNode, _ observable: MISPObservable, _ labels: [String]) -> String? {
        guard observable.canStand else { return nil }
        let made = observable.objects(uuid: part.uuid)
        guard made.allSatisfy(\.isClean) else { return nil }
        let first = node.moment("first_seen")
        let last = node.moment("last_seen")
        for var object in made {
            object.mark(part.marking)
            add(object)
        }
        var observed = begin("observed-data", part, labels)
        let start = first ?? last ?? part.modified
        observed["first_observed"] = start.description
        observed["last_observed"] = max(start, last ?? start).description
        observed.set("number_observed", .whole(1))
        observed.set("object_refs", made.map(\.id))
        add(observed)
        remark(on: observed.id, part)
        return observed.id
    }

    func note(_ part: MISPPart, abstract: String, _ content: String, _ labels: [String]) -> String {
        var note = begin("note", part, labels)
        note["abstract"] = abstract
        note["content"] = ([content] + part.comments).joined(separator: "\n\n")
        note.set("object_refs", [id])
        add(note)
        return note.id
    }

    func named(_ type: String, _ part: MISPPart, _ name: String, _ labels: [String]) -> String {
        var draft = begin(type, part, labels)
        draft["name"] = name
        draft["description"] = part.comments.isEmpty ? nil : part.comments.joined(separator: "\n")
        add(draft)
        return draft.id
    }

    func vulnerability(_ part: MISPPart, name: String, _ labels: [String], _ references: [JSONValue] = []) -> String {
        var draft = begin("vulnerability", part, labels)
        draft["name"] = name
        draft["description"] = part.comments.isEmpty ? nil : part.comments.joined(separator: "\n")
        let isCVE = name.uppercased().wholeMatch(of: /CVE-[0-9]{4}-[0-9]{4,}/) != nil
        let all = (isCVE ? [Self.external("cve", id: name.uppercased())] : []) + references
        draft.set("external_references", all.isEmpty ? nil : .array(all))
        add(draft)
        return draft.id
    }

    /// A comment on something that has no room for a description.
    private func remark(on id: String, _ part: MISPPart) {
        guard !part.comments.isEmpty else { return }
        var note = draft(
            "note", uuid: MISPIdentifier.derived(part.uuid, "comment"), modified: part.modified, marking: part.marking)
        note["content"] = part.comments.joined(separator: "\n")
        note.set("object_refs", [id])
        if part.isRevoked { note.set("revoked", .bool(true)) }
        add(note)
    }

    /// What the standard lets an indicator indicate (STIX 2.1 §4.7).
    private static let indicated: Set<String> = [
        "attack-pattern", "campaign", "infrastructure", "intrusion-set", "malware", "threat-actor", "tool",
    ]

    /// Relations to the clusters that something is tagged with.
    func link(_ id: String, to part: MISPPart) {
        for cluster in part.tags.clusters {
            let other = cluster.draft(part.marking)
            add(other)
            let indicates = id.hasPrefix("indicator--") && Self.indicated.contains(cluster.type)
            var link = MISPDraft.undated(
                "relationship", uuid: MISPIdentifier.derived(id, "cluster", cluster.tag), since: created, part.marking)
            link["created_by_ref"] = author
            link["relationship_type"] = indicates ? "indicates" : "related-to"
            link["source_ref"] = id
            link["target_ref"] = other.id
            add(link)
        }
    }
}
