import STIX

/// One event on its way to STIX: what all of its parts need, and the objects so far.
final class MISPEvent {
    let account: MISPAccount
    let uuid: String
    let title: String
    let created: Timestamp
    let modified: Timestamp
    let marking: TLP
    let author: String
    /// `report--…`, or `grouping--…` where the event is not published.
    let id: String
    private(set) var drafts: [MISPDraft] = []
    private var positions: [String: Int] = [:]
    /// STIX identifiers of what has a UUID in MISP.
    var identifiers: [String: String] = [:]
    var externals: [JSONValue] = []
    var pendingReferences: [PendingReference] = []

    /// A reference between objects, of which either end may come later in the event.
    struct PendingReference {
        let uuid: String
        let source: String
        let target: String
        let verb: String
        let comment: String?
        let modified: Timestamp
        let marking: TLP
        let lose: () -> Void
    }

    init(_ node: MISPNode, _ options: MISPConversion.Options) throws {
        account = node.account
        guard let given = node.text("uuid") else {
            throw ExchangeError(.malformed, "\(node.path) is no MISP event: it has no uuid")
        }
        uuid = MISPIdentifier.uuid(given, else: given)
        let info = node.text("info")
        title = info ?? "MISP event \(uuid)"
        let date = node.moment("date")
        let timestamp = node.moment("timestamp")
        let published = node.moment("publish_timestamp")
        let tags = MISPTags(node)
        let marking = Self.marking(of: node, tags, in: nil, options)
        self.marking = marking
        // A day is all that an event says of its beginning, and unlike its timestamp it stays.
        let created = date ?? Timestamp(clamping: 0)
        self.created = created
        modified = [created, timestamp, published].compactMap(\.self).max() ?? created
        let isPublished = node.has("published") ? node.flag("published") : options.isPublished || published != nil
        id = (isPublished ? "report--" : "grouping--") + uuid
        identifiers[given.lowercased()] = id

        let organisation = node.node("Orgc") { Self.identity($0, marking) } ?? Self.identity(nil, marking)
        author = organisation.id
        add(organisation)
        var report = draft(isPublished ? "report" : "grouping", uuid: uuid, modified: modified)
        report["name"] = title
        if isPublished {
            report["published"] = (published ?? timestamp ?? created).description
        } else {
            report["context"] = "unspecified"
        }
        report.set("labels", labels(of: node, tags))
        if let extended = node.text("extends_uuid") {
            externals.append(Self.external("misp-event", id: extended, description: "extends"))
        }
        node.each("Attribute") { attribute($0) }
        node.each("Object") { object($0) }
        report.set("revoked", node.flag("deleted") ? .bool(true) : nil)
        for cluster in tags.clusters { add(cluster.draft(marking)) }
        linkReferences()
        node.lose(.proposal, "ShadowAttribute")
        report.set("external_references", externals.isEmpty ? nil : .array(externals))
        // What an event report says is said about the report, so that it is not among what the report holds.
        let held = drafts.map(\.id)
        report.set("object_refs", held)
        add(report)
        node.each("EventReport") { eventReport($0) }
    }

    /// Adds an object; the same thing under two markings is known under the weaker one.
    func add(_ draft: MISPDraft) {
        guard let position = positions[draft.id] else {
            positions[draft.id] = drafts.count
            drafts.append(draft)
            return
        }
        if draft.marking < drafts[position].marking { drafts[position] = draft }
    }

    /// An object of this event's author.
    func draft(_ type: String, uuid: String, modified: Timestamp, marking: TLP? = nil) -> MISPDraft {
        var draft = MISPDraft(type, uuid: uuid, created: created, modified: modified)
        draft.mark(marking ?? self.marking)
        draft["created_by_ref"] = author
        return draft
    }

    private func labels(of node: MISPNode, _ tags: MISPTags) -> [String] {
        let threat = node.converted("threat_level_id") {
            ["1": "high", "2": "medium", "3": "low", "4": "undefined"][$0]
        }
        let analysis = node.text("analysis").map { ["0": "initial", "1": "ongoing", "2": "complete"][$0] ?? $0 }
        return [
            threat.map { "misp:threat-level=\"\($0)\"" }, analysis.map { "misp:analysis=\"\($0)\"" },
        ].compactMap(\.self) + tags.labels
    }

    /// The marking of the event, an object or an attribute: its own TLP, else what the distribution means, else what is around it.
    ///
    /// Never weaker than what is around it, except by a TLP of its own.
    static func marking(
        of node: MISPNode, _ tags: MISPTags, in around: TLP?, _ options: MISPConversion.Options? = nil
    ) -> TLP {
        let distribution = node.has("distribution") ? node.text("distribution") : nil
        node.lose(.audience, "SharingGroup", "sharing_group_id")
        if let own = tags.tlp { return own }
        let said: TLP? =
            switch distribution {
            case "0", "4": .amberStrict
            case "1": .amber
            case "2", "3": .green
            default: nil
            }
        return [around, said].compactMap(\.self).max() ?? options?.untagged ?? .amberStrict
    }

    /// The organisation in a node; without one, somebody unknown.
    static func identity(_ node: MISPNode?, _ marking: TLP) -> MISPDraft {
        let name = node?.text("name") ?? "Unknown organisation"
        var identity = MISPDraft.undated(
            "identity", uuid: MISPIdentifier.uuid(node?.text("uuid"), else: "organisation \(name)"), marking)
        identity["name"] = name
        identity["identity_class"] = "organization"
        return identity
    }

    static func external(_ source: String, id: String? = nil, url: String? = nil, description: String? = nil)
        -> JSONValue
    {
        let members = [("source_name", source), ("external_id", id), ("url", url), ("description", description)]
        return .object(members.compactMap { name, text in text.map { .init(name: name, value: .string($0)) } })
    }

    private func eventReport(_ node: MISPNode) {
        let modified = node.moment("timestamp") ?? self.modified
        let marking = Self.marking(of: node, MISPTags(node), in: self.marking)
        let given = node.text("uuid")
        guard let content = node.text("content") else { return }
        var note = draft(
            "note", uuid: MISPIdentifier.uuid(given, else: "\(uuid) \(content)"), modified: modified, marking: marking)
        note["abstract"] = node.text("name")
        note["content"] = content
        note.set("object_refs", [id])
        if node.flag("deleted") { note.set("revoked", .bool(true)) }
        add(note)
    }

    private func linkReferences() {
        for reference in pendingReferences {
            guard let target = identifiers[reference.target], target != reference.source else {
                reference.lose()
                continue
            }
            var link = draft(
                "relationship", uuid: reference.uuid, modified: reference.modified, marking: reference.marking)
            link["relationship_type"] = reference.verb
            link["source_ref"] = reference.source
            link["target_ref"] = target
            link["description"] = reference.comment
            // MISP has more verbs than the standard suggests; their sense stays as a label.
            if !link.isClean {
                link["relationship_type"] = "related-to"
                link.set("labels", ["misp:relationship=\"\(reference.verb)\""])
            }
            add(link)
        }
        pendingReferences = []
    }
}

extension MISPDraft {
    /// The TLP it bears.
    var marking: TLP {
        members["object_marking_refs"]?[0]?.string.flatMap(TLP.init(markingID:)) ?? .red
    }
}
