import STIX

extension MISPEvent {
    /// Converts an object: to one observable where its template is known, else its attributes one by one in a grouping.
    func object(_ node: MISPNode) {
        let template = node.text("name") ?? "object"
        var part = MISPPart(node, in: self, around: marking, seed: node.path)
        let labels = [
            "misp:object=\"\(template)\"", node.text("meta-category").map { "misp:meta-category=\"\($0)\"" } ?? "",
        ]
        node.lose(.noPlace, "description")
        let id: String
        switch template {
        case "vulnerability": id = vulnerabilityObject(node, &part, labels)
        case "attack-pattern": id = attackPattern(node, &part, labels)
        default:
            if let known = MISPTemplate.all[template], let made = observable(node, known, &part, labels) {
                id = made
            } else {
                id = grouping(node, part, template, labels)
            }
        }
        keep(part, as: id)
        link(id, to: part)
        references(of: id, node, part)
    }

    /// The observable of a known template; nil, with nothing read, where no attribute fits it.
    private func observable(_ node: MISPNode, _ template: MISPTemplate, _ part: inout MISPPart, _ labels: [String])
        -> String?
    {
        let attributes = node.peek("Attribute")?.array ?? []
        guard attributes.contains(where: { $0["object_relation"]?.string.map { template.slots[$0] != nil } ?? false })
        else { return nil }
        var observable = MISPObservable(template.type)
        var isToDetect = false
        var identifiers: [String] = []
        var held: [String] = []
        var seen: [(value: JSONValue, path: String)] = []
        let around = part.marking
        node.each("Attribute") { attribute in
            if attribute.isDeleted {
                part.modified = max(part.modified, attribute.moment("timestamp") ?? part.modified)
                attribute.rest = .deleted
                return
            }
            let type = attribute.text("type") ?? ""
            let relation = attribute.text("object_relation")
            guard let value = attribute.text("value") else {
                attribute.rest = .badValue
                return
            }
            guard let slot = relation.flatMap({ template.slots[$0] }), observable.fill(slot, value) else {
                if let id = self.attribute(attribute, type: type, value: value, around: around) { held.append(id) }
                return
            }
            attribute.lose(.proposal, "ShadowAttribute")
            attribute.lose(.binary, "data")
            isToDetect = attribute.flag("to_ids") || isToDetect
            let own = MISPPart(attribute, in: self, around: around, seed: "\(part.uuid) \(type) \(value)")
            part.modified = max(part.modified, own.modified)
            part.marking = max(part.marking, own.marking)
            part.tags.join(own.tags, of: attribute)
            part.comments += own.comments.map { "\(relation ?? type): \($0)" }
            if let given = own.given { identifiers.append(given) }
            if let sightings = attribute.detach("Sighting") { seen.append(sightings) }
        }
        guard !observable.fields.isEmpty else { return grouping(node, part, template.type, labels, held) }
        let id: String
        if isToDetect {
            id = indicator(&part, node, pattern: observable.pattern, "stix", name: observable.title, labels)
        } else {
            id =
                observed(part, node, observable, labels)
                ?? note(part, abstract: "MISP object \(template.type)", observable.pattern, labels)
        }
        for given in identifiers { self.identifiers[given] = id }
        for sightings in seen { self.sightings(of: id, sightings, part, ends: false) }
        return id
    }

    private func vulnerabilityObject(_ node: MISPNode, _ part: inout MISPPart, _ labels: [String]) -> String {
        var name: String?
        var references: [JSONValue] = []
        texts(node, &part) { relation, value, part in
            switch relation {
            case "id" where name == nil: name = value
            case "summary", "description": part.comments.append(value)
            case "references" where value.percentEncoded.isURL:
                references.append(Self.external("MISP reference", url: value.percentEncoded))
            default: return false
            }
            return true
        }
        return vulnerability(part, name: name ?? "Unnamed vulnerability", labels, references)
    }

    private func attackPattern(_ node: MISPNode, _ part: inout MISPPart, _ labels: [String]) -> String {
        var name: String?
        texts(node, &part) { relation, value, part in
            switch relation {
            case "name" where name == nil: name = value
            case "summary": part.comments.append(value)
            default: return false
            }
            return true
        }
        return named("attack-pattern", part, name ?? "Unnamed attack pattern", labels)
    }

    /// Reads the attributes of something that is known, not observed; what `take` leaves stands alone.
    private func texts(
        _ node: MISPNode, _ part: inout MISPPart, _ take: (String, String, inout MISPPart) -> Bool
    ) {
        node.each("Attribute") { attribute in
            let type = attribute.text("type") ?? ""
            let relation = attribute.text("object_relation") ?? ""
            guard let value = attribute.text("value") else {
                attribute.rest = .badValue
                return
            }
            guard take(relation, value, &part) else {
                self.attribute(attribute, type: type, value: value, around: part.marking)
                return
            }
            let own = MISPPart(attribute, in: self, around: part.marking, seed: "\(part.uuid) \(type) \(value)")
            part.modified = max(part.modified, own.modified)
            part.marking = max(part.marking, own.marking)
            part.tags.join(own.tags, of: attribute)
            part.comments += own.comments
        }
    }

    /// The attributes of a template without STIX form, each by itself, and what holds them together.
    private func grouping(
        _ node: MISPNode, _ part: MISPPart, _ template: String, _ labels: [String], _ known: [String] = []
    ) -> String {
        var held = known
        node.each("Attribute") { attribute in
            if let id = self.attribute(attribute, around: part.marking) { held.append(id) }
        }
        var grouping = begin("grouping", part, labels)
        grouping["name"] = "MISP object \(template)"
        grouping["context"] = "unspecified"
        grouping["description"] = part.comments.isEmpty ? nil : part.comments.joined(separator: "\n")
        grouping.set("object_refs", held.isEmpty ? [author] : held)
        add(grouping)
        return grouping.id
    }

    private func references(of id: String, _ node: MISPNode, _ part: MISPPart) {
        node.each("ObjectReference") { reference in
            let verb = reference.text("relationship_type")?.lowercased().replacing(" ", with: "-") ?? "related-to"
            let given = reference.text("uuid")
            let comment = reference.text("comment")
            let modified = reference.moment("timestamp") ?? part.modified
            let isDeleted = reference.flag("deleted")
            reference.lose(.local, "object_uuid", "source_uuid", "referenced_type", "referenced_id")
            reference.lose(.noPlace, "Object", "Attribute")
            guard let target = reference.text("referenced_uuid")?.lowercased(), !isDeleted else { return }
            let (account, path) = (reference.account, reference.path)
            pendingReferences.append(
                PendingReference(
                    uuid: MISPIdentifier.uuid(given, else: "\(id) \(verb) \(target)"), source: id, target: target,
                    verb: verb, comment: comment, modified: modified, marking: part.marking,
                    lose: { account.lose(.string(target), at: "\(path).referenced_uuid", .danglingReference) }))
        }
    }
}

extension MISPObservable {
    /// What it is called for people: its first text.
    var title: String {
        for field in fields {
            switch field.piece {
            case .text(let text): return text
            case .whole(let number): return "\(type) \(number)"
            case .one(let other): return other.title
            case .many(let others): return others.first?.title ?? type
            default: continue
            }
        }
        return type
    }
}
