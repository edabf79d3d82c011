import STIX

extension MISPEvent {
    /// Converts an object: to one observable where its template is known, else its attributes one by one in a grouping.
    ///
    /// - Parameter index: its place in the event.
    /// - Returns: the number of what it became; nil where it is a part of another one.
    func object(_ node: MISPNode, _ index: Int) -> Int32? {
        // Its file has read it.
        if executables.isPart(index) {
            node.passAll()
            return nil
        }
        let template = node.text("name") ?? "object"
        var part = MISPPart(node, in: self, around, seed: node.path)
        let labels = [
            "misp:object=\"\(template)\"", node.text("meta-category").map { "misp:meta-category=\"\($0)\"" } ?? "",
        ]
        node.lose(.noPlace, "description")
        node.pass("ObjectReference")
        let number: Int32
        switch template {
        case "vulnerability": number = vulnerabilityObject(node, &part, labels)
        case "attack-pattern": number = attackPattern(node, &part, labels)
        default:
            let known = MISPTemplate.all[template]
            number =
                known.flatMap { observable(node, $0, &part, labels, index) }
                ?? grouping(node, part, template, labels, known)
        }
        if let key = part.key { register[key] = number }
        link(number, to: part)
        return number
    }

    /// The observable of a known template; nil, with nothing read, where its attributes don't make one.
    private func observable(
        _ node: MISPNode, _ template: MISPTemplate, _ part: inout MISPPart, _ labels: [String], _ index: Int
    ) -> Int32? {
        let attributes = node.peek("Attribute")?.array ?? []
        // Where all of it is gone, what was made of it is revoked under its own identifier.
        let isGone = part.isRevoked || (!attributes.isEmpty && attributes.allSatisfy(\.isDeletedInMISP))
        guard template.fits(attributes.filter { isGone || !$0.isDeletedInMISP }) else { return nil }
        part.isRevoked = isGone
        var made = Observed(observable: MISPObservable(template.type), pattern: MISPObservable(template.type))
        node.each("Attribute") { attribute in
            if attribute.isDeleted, !isGone {
                part.modified = max(part.modified, attribute.moment("timestamp") ?? part.modified)
                attribute.rest = .deleted
                return
            }
            take(attribute, template, &part, &made)
        }
        if let executable = executables.executable(of: index) { take(executable, &part, &made) }
        let number = self.number(of: made, template, node, &part, labels)
        for key in made.keys { register[key] = number }
        for sightings in made.sightings { self.sightings(of: number, sightings, part, ends: false) }
        return number
    }

    /// What is gathered from the attributes of one object.
    struct Observed {
        var observable: MISPObservable
        /// The same without what is of one occurrence only: a pattern of it would match that one again, and nothing else.
        var pattern: MISPObservable
        /// What the pattern leaves out, for people.
        var remarks: [String] = []
        var isToDetect = false
        var keys: [MISPRegister.UUID] = []
        var sightings: [(value: JSONValue, path: String)] = []

        /// All of it as text, where it can be nothing else.
        var inWords: String {
            var words = observable.fields.count > 0 ? [observable.pattern] : []
            for field in observable.fields {
                if case .tree(let tree) = field.piece, let bytes = try? tree.canonical() {
                    words.append(String(decoding: bytes, as: UTF8.self))
                }
            }
            return words.joined(separator: "\n")
        }
    }

    private func take(
        _ attribute: MISPNode, _ template: MISPTemplate, _ part: inout MISPPart, _ made: inout Observed
    ) {
        let type = attribute.text("type") ?? ""
        let relation = attribute.text("object_relation") ?? ""
        guard let value = attribute.text("value") else {
            attribute.lose(taken: "type", .badValue)
            if !relation.isEmpty { attribute.lose(taken: "object_relation", .badValue) }
            attribute.rest = .badValue
            return
        }
        guard let slot = template.slots[relation], made.observable.fill(slot, value) else {
            self.attribute(attribute, type: type, value: value, in: part.around, as: template.role(relation))
            return
        }
        let isOfOne = template.isOfOneOccurrence(slot)
        if isOfOne {
            made.remarks.append("\(relation): \(value)")
        } else {
            _ = made.pattern.fill(slot, value)
        }
        attribute.lose(.proposal, "ShadowAttribute")
        attribute.lose(.binary, "data")
        let isWanted = attribute.flag("to_ids")
        if isWanted, isOfOne { attribute.lose(taken: "to_ids", .notDetectable) }
        made.isToDetect = made.isToDetect || isWanted && !isOfOne
        let own = MISPPart(attribute, in: self, part.around, seed: "\(part.uuid) \(type) \(value)")
        part.join(own, of: attribute)
        part.comments += own.comments.map { "\(relation): \($0)" }
        if let key = own.key { made.keys.append(key) }
        if let sightings = attribute.detach("Sighting") { made.sightings.append(sightings) }
    }

    private func number(
        of made: Observed, _ template: MISPTemplate, _ node: MISPNode, _ part: inout MISPPart, _ labels: [String]
    ) -> Int32 {
        if made.isToDetect {
            part.comments = made.remarks + part.comments
            return indicator(
                &part, node, pattern: made.pattern.pattern, "stix", name: made.pattern.title, labels)
        }
        return observed(part, node, made.observable, labels)
            ?? note(part, abstract: "MISP object", made.inWords, labels)
    }

    private func vulnerabilityObject(_ node: MISPNode, _ part: inout MISPPart, _ labels: [String]) -> Int32 {
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

    private func attackPattern(_ node: MISPNode, _ part: inout MISPPart, _ labels: [String]) -> Int32 {
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
            if attribute.isDeleted {
                attribute.rest = .deleted
                return
            }
            let type = attribute.text("type") ?? ""
            let relation = attribute.text("object_relation") ?? ""
            guard let value = attribute.text("value") else {
                attribute.rest = .badValue
                return
            }
            guard take(relation, value, &part) else {
                self.attribute(attribute, type: type, value: value, in: part.around, as: .foreign(relation))
                return
            }
            let own = MISPPart(attribute, in: self, part.around, seed: "\(part.uuid) \(type) \(value)")
            part.join(own, of: attribute)
            part.comments += own.comments
        }
    }

    /// The attributes of a template without STIX form, each by itself, and what holds them together.
    private func grouping(
        _ node: MISPNode, _ part: MISPPart, _ template: String, _ labels: [String], _ known: MISPTemplate?
    ) -> Int32 {
        var held: [Int32] = []
        node.each("Attribute") { attribute in
            let relation = attribute.text("object_relation") ?? ""
            let role = known?.role(relation) ?? .foreign(relation)
            if let number = self.attribute(attribute, in: part.around, as: role) { held.append(number) }
        }
        // Something must be held, and the author is as strict as the event.
        let level =
            held.contains { register.marking(of: $0) <= part.marking } ? part.marking : max(part.marking, marking)
        let inside = held.filter { register.marking(of: $0) <= level }
        var grouping = begin("grouping", part, labels, marking: level)
        grouping["name"] = "MISP object \(template)"
        grouping["context"] = "unspecified"
        grouping["description"] = part.description
        grouping.set("object_refs", inside.isEmpty ? [author] : inside.map { register.id(of: $0) })
        let number = add(grouping)
        for level in TLP.allCases where level > grouping.marking {
            let stricter = held.filter { register.marking(of: $0) == level }
            guard !stricter.isEmpty else { continue }
            var beside = draft(
                "grouping", uuid: MISPIdentifier.derived(part.uuid, "marked", level.name), modified: part.modified,
                marking: level)
            beside.set("labels", labels)
            beside["name"] = grouping["name"]
            beside["context"] = "unspecified"
            beside.set("object_refs", [grouping.id] + stricter.map { register.id(of: $0) })
            if part.isRevoked { beside.set("revoked", .bool(true)) }
            add(beside)
        }
        return number
    }
}

extension JSONValue {
    /// Whether MISP keeps it only to say that it is gone.
    var isDeletedInMISP: Bool {
        self["deleted"].map { $0 == .bool(true) || $0.string == "1" || $0.number?.text == "1" } ?? false
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
