import STIX

extension MISPEvent {
    /// Reads which other parts an object points to; all parts are known by now, whichever stands first.
    ///
    /// - Parameter number: of what the object became.
    func references(_ object: JSONValue, at path: String, from number: Int32) {
        guard let list = object["ObjectReference"] else { return }
        // An edit elsewhere in the event makes no new version of it.
        let changed = object["timestamp"].flatMap { $0.string ?? $0.number?.text }.flatMap(MISPTime.moment)
        MISPNode.each(list, at: "\(path).ObjectReference", account) { reference in
            let verb = reference.text("relationship_type")?.lowercased().replacing(" ", with: "-") ?? "related-to"
            let given = reference.text("uuid")
            let comment = reference.text("comment")
            let modified = reference.moment("timestamp") ?? changed ?? self.modified
            let isDeleted = reference.flag("deleted")
            reference.lose(.local, "object_uuid", "source_uuid", "referenced_type", "referenced_id")
            reference.lose(.noPlace, "Object", "Attribute")
            guard let target = reference.text("referenced_uuid")?.lowercased() else {
                for (name, value) in [("relationship_type", verb), ("comment", comment)] where value != nil {
                    reference.lose(taken: name, .danglingReference)
                }
                return
            }
            let other = register[MISPRegister.UUID(given: target)]
            if let other, other == number {
                // Both are one here.
                if comment != nil { reference.lose(taken: "comment", .noPlace) }
                return
            }
            guard number >= 0, let other else {
                for (name, value) in [("referenced_uuid", target), ("comment", comment)] where value != nil {
                    reference.lose(taken: name, .danglingReference)
                }
                return
            }
            // As strict as either end, so that nothing says of what is stricter that it is there.
            let level = max(register.marking(of: number), register.marking(of: other))
            let source = register.id(of: number)
            var link = draft(
                "relationship", uuid: claim(reference, given, seed: "\(source) \(verb) \(target)").uuid,
                modified: modified, marking: level)
            link["relationship_type"] = verb
            link["source_ref"] = source
            link["target_ref"] = register.id(of: other)
            link["description"] = comment
            if isDeleted { link.set("revoked", .bool(true)) }
            // MISP has more verbs than the standard suggests; their sense stays as a label.
            if !link.isClean {
                link["relationship_type"] = "related-to"
                link.set("labels", ["misp:relationship=\"\(verb)\""])
            }
            add(link)
        }
    }
}
