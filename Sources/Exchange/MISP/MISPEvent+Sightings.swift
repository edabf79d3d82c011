import STIX

extension MISPEvent {
    /// Reads who saw it, and who says that it is harmless.
    ///
    /// - Parameter ends: whether the indicator's end was read from those that say that it has expired.
    func sightings(of number: Int32, _ list: (value: JSONValue, path: String)?, _ part: MISPPart, ends: Bool) {
        guard let list else { return }
        let id = register.id(of: number)
        // As strict as what was sighted: who saw it says as much as it does.
        let marking = max(part.marking, register.marking(of: number))
        MISPNode.each(list.value, at: list.path, account) { sighting in
            let type = sighting.text("type") ?? "0"
            if type == "2", ends { _ = sighting.text("date_sighting") }
            guard type == "0" || type == "1" else { return }
            let date = sighting.moment("date_sighting") ?? part.modified
            let uuid = claim(sighting, sighting.text("uuid"), seed: "\(id) \(date) \(type)").uuid
            let who = sighting.node("Organisation") { organisation -> String in
                let identity = MISPDraft.organisation(organisation, marking)
                add(identity)
                return identity.id
            }
            var said = MISPDraft(type == "0" ? "sighting" : "opinion", uuid: uuid, created: date, modified: date)
            said.mark(marking)
            said["created_by_ref"] = who ?? (marking < self.marking ? nil : author)
            let source = sighting.text("source")
            if type == "0" {
                said["sighting_of_ref"] = id
                said["first_seen"] = date.description
                said["last_seen"] = date.description
                said.set("count", .whole(1))
                said["description"] = source
                if let who { said.set("where_sighted_refs", [who]) }
            } else {
                said["opinion"] = "strongly-disagree"
                said["explanation"] = (["MISP: false positive"] + (source.map { [$0] } ?? [])).joined(separator: "\n")
                said.set("object_refs", [id])
            }
            add(said)
        }
    }

    /// When the attribute's indicator ends, by the latest sighting that says so; the sightings stay to be read.
    func expiry(_ node: MISPNode) -> Timestamp? {
        node.peek("Sighting")?.array?.compactMap { sighting -> Timestamp? in
            guard sighting["type"]?.plain == "2" else { return nil }
            return sighting["date_sighting"]?.plain.flatMap(MISPTime.moment)
        }.max()
    }
}

extension JSONValue {
    /// A string, or a number as it is written.
    fileprivate var plain: String? { string ?? number?.text }
}
