import STIX

extension MISPEvent {
    /// Converts an attribute.
    ///
    /// - Returns: the number of what it became; nil where nothing did.
    @discardableResult
    func attribute(_ node: MISPNode, in around: MISPAround, as role: MISPRole? = nil) -> Int32? {
        let type = node.text("type") ?? ""
        let relation = node.text("object_relation")
        guard let value = node.text("value") else {
            node.lose(taken: "type", .badValue)
            if relation ?? role?.relation != nil { node.lose(taken: "object_relation", .badValue) }
            node.rest = .badValue
            return nil
        }
        return attribute(
            node, type: type, value: value, in: around, as: role ?? relation.map(MISPRole.foreign) ?? .alone)
    }

    /// Converts an attribute of which type, value and relation have been read.
    @discardableResult
    func attribute(_ node: MISPNode, type: String, value: String, in around: MISPAround, as role: MISPRole) -> Int32? {
        node.lose(.proposal, "ShadowAttribute")
        node.lose(.binary, "data")
        // A type that nobody here has heard of is text for people.
        let form = MISPAttributeTable.forms[type] ?? .note
        if node.isDeleted, form.isReference {
            for name in ["type", "value"] { node.lose(taken: name, .deleted) }
            node.rest = .deleted
            return nil
        }
        var part = MISPPart(
            node, in: self, around, seed: "\(type) \(value) \(role.relation ?? "")", relation: role.relation)
        let isWanted = node.flag("to_ids")
        let isToDetect = isWanted && role.isDetectable
        let number = form.isReference ? reference(node, part, form, value) : nil
        let made = number ?? self.made(node, &part, form, type: type, value: value, isToDetect: isToDetect, role)
        if let key = part.key { register[key] = made }
        if isWanted, !register.id(of: made).hasPrefix("indicator--") { node.lose(taken: "to_ids", .notDetectable) }
        guard number == nil else { return made }
        if part.isRevoked, register.id(of: made).hasPrefix("note--") { node.lose(taken: "value", .deleted) }
        link(made, to: part)
        sightings(of: made, node.detach("Sighting"), part, ends: register.id(of: made).hasPrefix("indicator--"))
        return made
    }

    /// What an attribute becomes that is more than a reference.
    private func made(
        _ node: MISPNode, _ part: inout MISPPart, _ form: MISPForm, type: String, value: String, isToDetect: Bool,
        _ role: MISPRole
    ) -> Int32 {
        let labels = [
            "misp:type=\"\(type)\"", node.text("category").map { "misp:category=\"\($0)\"" } ?? "",
            part.relation.map { "misp:object-relation=\"\($0)\"" } ?? "",
        ]
        let abstract = part.relation.map { "\($0) (MISP attribute \(type))" } ?? "MISP attribute \(type)"
        switch form {
        case .rule(let language):
            return indicator(&part, node, pattern: value, language, name: "\(type) rule", labels)
        case .vulnerability: return vulnerability(part, name: value, labels)
        case .campaign: return named("campaign", part, value, labels)
        case .threatActor: return named("threat-actor", part, value, labels)
        case .link, .weakness, .note: return note(part, abstract: abstract, value, labels)
        case .property, .hash, .named, .made:
            guard let observable = form.observable(value), role.isDetectable || observable.keepsItsMeaning else {
                return note(part, abstract: abstract, value, labels)
            }
            if isToDetect {
                return indicator(&part, node, pattern: observable.pattern, "stix", name: value, labels)
            }
            // A URL without a scheme is none to STIX, but its host is a host.
            guard observable.type == "url", !value.contains("://"), let host = MISPObservable(hostOf: value) else {
                return observed(part, node, observable, labels) ?? note(part, abstract: abstract, value, labels)
            }
            part.comments.insert(value, at: 0)
            return observed(part, node, host, labels) ?? note(part, abstract: abstract, value, labels)
        }
    }

    /// A reference of the report, or of what holds the parts that are as strict; nil where it is none or there are too many.
    private func reference(_ node: MISPNode, _ part: MISPPart, _ form: MISPForm, _ value: String) -> Int32? {
        let description = [part.relation, part.comments.first].compactMap(\.self).joined(separator: ": ")
        let text = description.isEmpty ? nil : description
        let external: JSONValue
        if case .weakness = form {
            external = Self.external("cwe", id: value, description: text)
        } else {
            let address = value.percentEncoded
            guard address.isURL else { return nil }
            external = Self.external("MISP link", url: address, description: text)
        }
        guard let number = refer(to: external, part.marking) else { return nil }
        if !part.tags.isEmpty { node.lose(taken: "Tag", .noPlace) }
        return number
    }

    func begin(_ type: String, _ part: MISPPart, _ labels: [String], marking: TLP? = nil) -> MISPDraft {
        var draft = draft(type, uuid: part.uuid, modified: part.modified, marking: marking ?? part.marking)
        draft.set("labels", labels + part.tags.labels)
        if part.isRevoked { draft.set("revoked", .bool(true)) }
        return draft
    }

    /// Longer names are clipped: the pattern has the whole value.
    private static let longestName = 200

    /// An indicator, or a note where the pattern is none.
    func indicator(
        _ part: inout MISPPart, _ node: MISPNode, pattern: String, _ language: String, name: String, _ labels: [String]
    ) -> Int32 {
        let first = node.moment("first_seen")
        if let expired = expiry(node) { part.modified = max(part.modified, expired) }
        var indicator = begin("indicator", part, labels)
        indicator["name"] = String(name.prefix(Self.longestName))
        indicator["description"] = part.description
        indicator["pattern"] = pattern
        indicator["pattern_type"] = language
        let from = first ?? created
        indicator["valid_from"] = from.description
        if let expired = expiry(node), expired > from { indicator["valid_until"] = expired.description }
        guard indicator.isClean else { return note(part, abstract: "MISP \(language) pattern", pattern, labels) }
        return add(indicator)
    }

    /// What was observed; nil where STIX can't say it, or asks for another form of the values.
    func observed(_ part: MISPPart, _ node: MISPNode, _ observable: MISPObservable, _ labels: [String]) -> Int32? {
        guard observable.canStand else { return nil }
        let made = observable.objects(uuid: part.uuid)
        guard made.allSatisfy(\.isClean) else { return nil }
        let first = node.moment("first_seen")
        let last = node.moment("last_seen")
        var observed = begin("observed-data", part, labels)
        let start = first ?? last ?? part.modified
        observed["first_observed"] = start.description
        observed["last_observed"] = max(start, last ?? start).description
        observed.set("number_observed", .whole(1))
        observed.set("object_refs", place(made, part))
        let number = add(observed)
        remark(on: observed.id, part)
        return number
    }

    /// Adds observables; those of something deleted are only named.
    private func place(_ made: [MISPDraft], _ part: MISPPart) -> [String] {
        guard !part.isRevoked else { return made.map(\.id) }
        var moved: [String: String] = [:]
        return made.map { object in
            var object = object
            object.redirect(moved)
            object.mark(part.marking)
            let number = add(object)
            let id = register.id(of: number)
            if id != object.id { moved[object.id] = id }
            return id
        }
    }

    /// Text for people about the report, and so never laxer than it.
    func note(_ part: MISPPart, abstract: String, _ content: String, _ labels: [String]) -> Int32 {
        var note = begin("note", part, labels, marking: max(part.marking, marking))
        note["abstract"] = abstract
        note["content"] =
            part.isRevoked ? MISPDraft.gone : ([content] + part.comments).joined(separator: "\n\n")
        note.set("object_refs", [id])
        return add(note)
    }

    func named(_ type: String, _ part: MISPPart, _ name: String, _ labels: [String]) -> Int32 {
        var draft = begin(type, part, labels)
        draft["name"] = name
        draft["description"] = part.description
        return add(draft)
    }

    func vulnerability(_ part: MISPPart, name: String, _ labels: [String], _ references: [JSONValue] = []) -> Int32 {
        var draft = begin("vulnerability", part, labels)
        draft["name"] = name
        draft["description"] = part.description
        let isCVE = name.uppercased().wholeMatch(of: /CVE-[0-9]{4}-[0-9]{4,}/) != nil
        let all = (isCVE ? [Self.external("cve", id: name.uppercased())] : []) + references
        draft.set("external_references", all.isEmpty ? nil : .array(all))
        return add(draft)
    }

    /// A comment on something that has no room for a description.
    private func remark(on id: String, _ part: MISPPart) {
        guard !part.comments.isEmpty else { return }
        var note = draft(
            "note", uuid: MISPIdentifier.derived(part.uuid, "comment"), modified: part.modified, marking: part.marking)
        note["content"] = part.description
        note.set("object_refs", [id])
        if part.isRevoked { note.set("revoked", .bool(true)) }
        add(note)
    }

    /// What the standard lets an indicator indicate (STIX 2.1 §4.7).
    private static let indicated: Set<String> = [
        "attack-pattern", "campaign", "infrastructure", "intrusion-set", "malware", "threat-actor", "tool",
    ]

    /// Relations to the clusters that something is tagged with; each is as strict as either end.
    func link(_ number: Int32, to part: MISPPart) {
        let id = register.id(of: number)
        for cluster in part.tags.clusters {
            let level = max(part.marking, register.marking(of: number), cluster.floor)
            let other = cluster.draft(level)
            add(other)
            let indicates = id.hasPrefix("indicator--") && Self.indicated.contains(cluster.type)
            var link = draft(
                "relationship", uuid: MISPIdentifier.derived(id, "cluster", cluster.tag), modified: created,
                marking: level)
            // MISP keeps no moment of it: under another marking it is another version.
            link["modified"] = Timestamp(clamping: created.microseconds + Int64(level.rawValue) * 1_000).description
            link["relationship_type"] = indicates ? "indicates" : "related-to"
            link["source_ref"] = id
            link["target_ref"] = other.id
            add(link)
        }
    }
}

extension MISPForm {
    /// Whether it becomes a reference of what holds it, and no object.
    var isReference: Bool {
        switch self {
        case .link, .weakness: true
        default: false
        }
    }
}

extension MISPObservable {
    /// Whether it is what it is, whatever it is to an object: an address, a name; a file by its hash may be a part of one.
    var keepsItsMeaning: Bool {
        [
            "ipv4-addr", "ipv6-addr", "domain-name", "url", "email-addr", "autonomous-system", "mac-addr",
        ].contains(type)
    }
}
