import STIX

/// One event on its way to STIX, part after part: no more of it is in memory than what the next pieces need.
final class MISPEvent {
    let account: MISPAccount
    let uuid: String
    let title: String
    let created: Timestamp
    let modified: Timestamp
    /// How strict the event itself is.
    let around: MISPAround
    /// Who says it, as `created_by_ref` of what is as strict as the event; something laxer doesn't name them.
    private(set) var author = ""
    /// `report--…`, or `grouping--…` where the event is not published.
    let id: String
    var register = MISPRegister()
    private let node: MISPNode
    private var report = MISPDraft([:])
    private(set) var externals: [TLP: [JSONValue]] = [:]
    /// What is written and not yet taken.
    private var output: [UInt8] = []
    private(set) var objectCount = 0
    private var step = Step.attributes(0)
    private let attributes: MISPList?
    private let objects: MISPList?
    private let clusters: [MISPCluster]
    /// What each object has become, by its place in the event.
    var objectNumbers: [Int32] = []
    let executables: MISPExecutables

    private enum Step {
        case attributes(Int), objects(Int), clusters, references(Int), holders, reports, end, over
    }

    var marking: TLP { around.marking }

    /// Reads the head of an event: who says it, to whom, and when.
    init(_ node: MISPNode, _ options: MISPConversion.Options) throws(ExchangeError) {
        (self.node, account) = (node, node.account)
        guard let given = node.text("uuid")?.lowercased() else {
            throw ExchangeError(.malformed, "\(node.path) is no MISP event: it has no uuid")
        }
        let key = MISPRegister.UUID(given: given)
        uuid = key.text
        let info = node.text("info")
        title = info ?? "MISP event \(uuid)"
        let date = node.moment("date")
        let timestamp = node.moment("timestamp")
        let published = node.moment("publish_timestamp")
        let tags = MISPTags(node)
        around = MISPAround(of: node, tags, options)
        clusters = tags.clusters
        // A day is all that an event says of its beginning, and unlike its timestamp it stays.
        let created = date ?? Timestamp(clamping: 0)
        self.created = created
        modified = [created, timestamp, published].compactMap(\.self).max() ?? created
        let isPublished = node.has("published") ? node.flag("published") : options.isPublished || published != nil
        id = (isPublished ? "report--" : "grouping--") + uuid
        (attributes, objects) = (node.list("Attribute"), node.list("Object"))
        executables = MISPExecutables(objects, around)
        _ = register.claim(key)
        register[key] = register.holder(id, marking)

        let organisation =
            node.node("Orgc") { MISPDraft.organisation($0, around.marking) }
            ?? MISPDraft.organisation(nil, around.marking)
        author = organisation.id
        add(organisation)
        report = draft(isPublished ? "report" : "grouping", uuid: uuid, modified: modified, marking: marking)
        report["name"] = title
        if isPublished {
            report["published"] = (published ?? timestamp ?? created).description
        } else {
            report["context"] = "unspecified"
        }
        report.set("labels", labels(of: node, tags))
        if let extended = node.text("extends_uuid") {
            _ = refer(to: Self.external("misp-event", id: extended, description: "extends"), marking)
        }
        report.set("revoked", node.flag("deleted") ? .bool(true) : nil)
    }

    private static let pieceBytes = 256 << 10

    /// The next objects, one per line; nil at the end.
    func next() -> [UInt8]? {
        while output.count < Self.pieceBytes, advance() {}
        guard !output.isEmpty else { return nil }
        defer { output.removeAll(keepingCapacity: true) }
        return output
    }

    /// False at the end.
    private func advance() -> Bool {
        switch step {
        case .attributes(let index):
            guard let attributes, attributes.indices.contains(index) else {
                step = .objects(0)
                break
            }
            _ = MISPNode.read(attributes.value(index), at: attributes.path(index), account) {
                attribute($0, in: around)
            }
            step = .attributes(index + 1)
        case .objects(let index):
            guard let objects, objects.indices.contains(index) else {
                step = .clusters
                break
            }
            let number = MISPNode.read(objects.value(index), at: objects.path(index), account) { object($0, index) }
            objectNumbers.append((number ?? nil) ?? -1)
            step = .objects(index + 1)
        case .clusters:
            for cluster in clusters { add(cluster.draft(max(marking, cluster.floor))) }
            step = .references(0)
        case .references(let index):
            guard let objects, objects.indices.contains(index) else {
                step = .holders
                break
            }
            references(objects.value(index), at: objects.path(index), from: objectNumbers[executables.whole(index)])
            step = .references(index + 1)
        case .holders:
            writeHolders()
            step = .reports
        case .reports:
            node.each("EventReport") { eventReport($0) }
            step = .end
        case .end:
            node.lose(.proposal, "ShadowAttribute")
            node.end()
            step = .over
        case .over: return false
        }
        return true
    }

    /// Another attribute or object of the event, for what is read together with it.
    func otherObject(_ index: Int) -> (value: JSONValue, path: String)? {
        objects.map { ($0.value(index), $0.path(index)) }
    }

    /// Adds an object, or what is new of it.
    ///
    /// An observable of which another content has the identifier already gets one of its own.
    @discardableResult
    func add(_ draft: MISPDraft) -> Int32 {
        var draft = draft
        switch register.add(draft) {
        case .same: break
        case .nothing, .stricter: write(draft)
        case .other:
            let uuid = MISPIdentifier.withRandomForm(MISPIdentifier.derived(draft.id, draft.content))
            draft.id = "\(draft["type"] ?? "")--\(uuid)"
            if case .same = register.add(draft) { break }
            write(draft)
        }
        return register.number(of: draft.id) ?? register.holder(draft.id, draft.marking)
    }

    func write(_ draft: MISPDraft) {
        guard let bytes = try? draft.bytes() else { return }
        output += bytes
        output.append(0x0A)
        objectCount += 1
    }

    /// An object of this event's author.
    func draft(_ type: String, uuid: String, modified: Timestamp, marking: TLP) -> MISPDraft {
        var draft = MISPDraft(type, uuid: uuid, created: created, modified: modified)
        draft.mark(marking)
        // Whoever reads what is laxer than the event doesn't learn whose it is.
        if marking >= self.marking { draft["created_by_ref"] = author }
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

    /// A UUID for a part of this event: the one that MISP gave, where no other part has it.
    ///
    /// - Returns: with the key under which others of the event refer to it.
    func claim(_ node: MISPNode, _ given: String?, seed: String) -> (uuid: String, key: MISPRegister.UUID?) {
        if let given {
            let key = MISPRegister.UUID(given: given.lowercased())
            if register.claim(key) { return (key.text, key) }
            node.lose(taken: "uuid", .duplicate)
        }
        var key = MISPRegister.UUID(derivedFrom: "\(uuid) \(given ?? "") \(seed)")
        if !register.claim(key) {
            // Two that say the same: their places tell them apart.
            key = MISPRegister.UUID(derivedFrom: "\(uuid) \(given ?? "") \(seed) \(node.path)")
            _ = register.claim(key)
        }
        return (key.text, nil)
    }

    private func eventReport(_ node: MISPNode) {
        let modified = node.moment("timestamp") ?? self.modified
        // What is said about the report is never laxer than it.
        let marking = max(marking, MISPAround(of: node, MISPTags(node), in: around).marking)
        let given = node.text("uuid")
        guard let content = node.text("content") else { return }
        let isDeleted = node.flag("deleted")
        let name = node.text("name")
        var note = draft(
            "note", uuid: claim(node, given, seed: content).uuid, modified: modified, marking: marking)
        if isDeleted {
            node.lose(taken: "content", .deleted)
            if name != nil { node.lose(taken: "name", .deleted) }
            note.set("revoked", .bool(true))
        } else {
            note["abstract"] = name
        }
        note["content"] = isDeleted ? MISPDraft.gone : content
        note.set("object_refs", [id])
        add(note)
    }
}

// What holds the parts: the report, and beside it a grouping for what is stricter.
extension MISPEvent {
    /// A report with more references would be longer than an object may be; groupings hold them then.
    private static let mostReferences = 20_000
    private static let mostExternals = 1_000

    static func external(_ source: String, id: String? = nil, url: String? = nil, description: String? = nil)
        -> JSONValue
    {
        let members = [("source_name", source), ("external_id", id), ("url", url), ("description", description)]
        return .object(members.compactMap { name, text in text.map { .init(name: name, value: .string($0)) } })
    }

    /// What holds the parts under a marking.
    private func holder(_ marking: TLP) -> String {
        marking <= self.marking ? id : "grouping--" + MISPIdentifier.derived(uuid, "marked", marking.name)
    }

    /// Keeps an external reference with what is as strict as it.
    ///
    /// - Returns: what bears it; nil where it has too many already.
    func refer(to external: JSONValue, _ marking: TLP) -> Int32? {
        let level = max(marking, self.marking)
        guard externals[level, default: []].count < Self.mostExternals else { return nil }
        externals[level, default: []].append(external)
        return register.holder(holder(level), level)
    }

    private func writeHolders() {
        for level in TLP.allCases where level > marking {
            let held = register.ids { $0 == level }
            guard !held.isEmpty || externals[level] != nil else { continue }
            var grouping = draft(
                "grouping", uuid: String(holder(level).suffix(36)), modified: modified, marking: level)
            grouping["name"] = title
            grouping["context"] = "unspecified"
            write(grouping, holding: held, and: [id])
        }
        let marking = marking
        write(report, holding: register.ids { $0 <= marking })
    }

    private func write(_ draft: MISPDraft, holding held: [Int32], and others: [String] = []) {
        var draft = draft
        draft.set("external_references", externals[draft.marking].map { .array($0) })
        guard held.count > Self.mostReferences else {
            draft.set("object_refs", others + held.map { register.id(of: $0) })
            return write(draft)
        }
        var parts: [String] = []
        for start in stride(from: 0, to: held.count, by: Self.mostReferences) {
            var part = self.draft(
                "grouping", uuid: MISPIdentifier.derived(draft.id, "part", "\(parts.count)"), modified: modified,
                marking: draft.marking)
            part["name"] = title
            part["context"] = "unspecified"
            part.set(
                "object_refs", held[start..<min(start + Self.mostReferences, held.count)].map { register.id(of: $0) })
            write(part)
            parts.append(part.id)
        }
        draft.set("object_refs", others + parts)
        write(draft)
    }
}
