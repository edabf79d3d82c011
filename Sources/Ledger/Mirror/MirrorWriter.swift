import MerkleLog
import STIX
import Storage

/// Writes one proven page of a peer's log: entries as they came, bodies as far as policy takes them, projections.
struct MirrorWriter {
    private let collection: LogCollection
    private let session: Session
    private let source: Int
    private let now: Timestamp
    private let uuid: @Sendable () -> String
    private var tree: TreeBuilder
    private var keys: LogKeys
    private var markings: Markings
    private var projections: Projections
    private let entries: EntryTable
    private let bodies: BodyTable
    /// Bodies with their objects, and identifiers, of what the peer erased.
    private var erased: (bodies: [Int: Int], objects: Set<Int>, identifiers: Set<String>) = ([:], [], [])
    private var objects: ObjectNumbers { projections.objects }

    init(_ mirror: MirroredLog, in session: Session, of ledger: GatewayLedger) throws {
        let surroundings = ledger.surroundings
        collection = mirror.collection
        self.session = session
        now = surroundings.now()
        uuid = { surroundings.uuid() }
        source = try session.number(of: .mirror(collection))
        keys = try mirror.keys
        tree = try TreeBuilder(
            size: collection.size, reading: TileTable(collection: collection.number, session: session))
        markings = try Markings(collection, in: session)
        projections = try ledger.projections(of: collection, in: session)
        entries = try EntryTable(collection, in: session)
        bodies = try BodyTable(of: collection.number, in: session)
    }

    /// - Throws: `unproven` where an entry ends what was never placed, or hands the log over to a key that nobody put in force.
    mutating func write(_ page: MirrorPage) throws {
        for (offset, entry) in page.entries.enumerated() {
            let position = page.start + offset
            tree.append(.leaf(entry.leaf.bytes))
            switch entry.saying {
            case .nothing:
                try append(entry, position)
                try noteGap(position, "record")
            case .place(let placement, let body): try place(placement, body, entry, position)
            case .withdraw(let placed):
                try append(entry, position)
                try withdraw(placed, by: position)
            case .erase(let placed):
                try append(entry, position)
                try erase(placed, by: position)
            case .config(let rules):
                try append(entry, position)
                try keys.take(rules, at: position)
            }
        }
        try finish(page)
    }

    /// Whether something was destroyed, so that the write-ahead log must be emptied too.
    var hasErased: Bool { !erased.identifiers.isEmpty }

    /// The tree as far as it is written.
    var head: TreeHead { tree.head }

    /// An operator lets in what was held: it stands for every entry that placed it.
    mutating func release(_ candidate: Candidate) throws {
        let sha256 = Array(candidate.object.sha256)
        let waiting = try session.rows(
            """
            SELECT e.number, e.position, e.version, e.marking, e.added, e.source, e.object
            FROM object o CROSS JOIN entry e WHERE \(SQL.isObject(candidate.object.id)) AND o.collection = \(collection.number)
            AND e.collection = o.collection AND e.object = o.number
            AND e.sha256 = \(sha256) AND e.body IS NULL AND e.ended IS NULL ORDER BY e.number
            """
        ) {
            (
                ShownEntry(
                    number: try $0.get(0), position: try $0.get(1), version: try $0.get(2), marking: try $0.get(3),
                    added: try $0.get(4), source: try $0.get(5), sha256: sha256),
                try $0.get(6, as: Int.self)
            )
        }
        for (entry, object) in waiting {
            let body = try bodies.keep(
                candidate.object.bytes, sha256: sha256, of: object, version: candidate.version,
                isNew: false, as: entry.number)
            try session.run(
                "UPDATE entry SET body = \(body) WHERE \(SQL.isEntry("entry", at: entry.position, of: collection.number))"
            )
            try show(candidate, as: entry, object: object)
            // It came before what followed it, and its line says so.
            try projections.forgot(object)
        }
        try projections.finish()
    }

    /// An entry that places something keeps no record of its own: where nothing is known of it, there is none.
    private func append(_ entry: MirrorPage.Entry, _ position: Int) throws {
        let record = entry.leaf.kind == .place ? nil : entry.opening?.record
        try entries.add(entry.leaf, at: position, salt: entry.opening?.salt, record: record)
    }

    private mutating func place(
        _ placement: LogRecord.Placement, _ body: MirrorPage.Body, _ entry: MirrorPage.Entry, _ position: Int
    ) throws {
        let (object, isNew) = try objects.find(placement.id)
        let verdict = try judge(body, placement, position)
        var stored: Int?
        if case .stands(let candidate) = verdict {
            stored = try bodies.keep(
                candidate.object.bytes, sha256: placement.sha256, of: object, version: candidate.version, isNew: isNew,
                as: Numbering.number(position, in: collection.number))
        }
        let shown = try entries.place(
            .init(object: object, placement: placement, body: stored, source: source), entry.leaf, at: position,
            salt: entry.opening?.salt)
        switch verdict {
        case .stands(let candidate): try show(candidate, as: shown, object: object)
        case .held(let notice, let bytes):
            _ = try Quarantine.keep(
                notice, sha256: placement.sha256, bytes: bytes, names: nil, collection: collection.number,
                source: source,
                defaultMarking: nil,
                arrived: now, importing: nil, id: uuid(), in: session)
        case .absent: try noteGap(position, "body")
        }
    }

    private mutating func show(_ candidate: Candidate, as entry: ShownEntry, object: Int) throws {
        let createdBy = try candidate.object.createdByRef.map { try objects.number($0) }
        try markings.learn(candidate.object, number: object, in: session)
        // Whom the peer would let name it can't be seen in its log: what it lists settles that (`MirrorBlobs`).
        if let blob = candidate.blob, try session.isReadable(blob, in: collection.number) {
            try session.grant(blob, at: entry.position, in: collection.number)
        }
        try projections.placed(
            candidate, object: object, createdBy: createdBy, line: projections.line(of: object), entry: entry)
    }

    private enum Verdict {
        case stands(Candidate)
        case held(Quarantine.Notice, [UInt8])
        case absent
    }

    /// What the laws say of a body that is in a peer's log: the log is what it is, so nothing is asked about version lines.
    private mutating func judge(_ body: MirrorPage.Body, _ placement: LogRecord.Placement, _ position: Int) throws
        -> Verdict
    {
        func held(_ code: Quarantine.Code, _ sentence: String, _ bytes: [UInt8]) -> Verdict {
            .held(.init(code: code, sentence: sentence, objectID: placement.id, offset: 0), bytes)
        }
        switch body {
        case .missing: return .absent
        case .refused(let sentence, let bytes): return held(.refused, sentence, bytes)
        case .whole(let candidate):
            let bytes = candidate.object.bytes
            if placement.version.microseconds > now.microseconds + Line.tolerance {
                return held(
                    .fromTheFuture,
                    "its version \(placement.version) lies more than five minutes ahead of this gateway's clock", bytes)
            }
            switch try markings.judge(candidate.object, default: placement.marking, in: session) {
            case .unseen(let marking):
                return held(
                    .unknownMarking, "its marking \(marking) stands in no collection that its readers read", bytes)
            case .known(let effective, let strictest):
                let highest = max(strictest, placement.marking)
                if highest > collection.ceiling {
                    return held(
                        .aboveCeiling,
                        "it is \(highest.label), and \(collection.alias) goes no higher than \(collection.ceiling.label)",
                        bytes)
                }
                if effective > placement.marking {
                    return held(
                        .refused, "it is \(effective.label), and its record says \(placement.marking.label)", bytes)
                }
                return .stands(candidate)
            }
        }
    }

    private mutating func withdraw(_ placed: Int, by position: Int) throws {
        guard let entry = try placedEntry(placed, by: position) else { return }
        try end(entry, by: position)
        try session.run(
            """
            DELETE FROM mirror_gap WHERE collection = \(collection.number) AND position = \(placed) AND kind = 'body'
            """)
        if entry.body == nil { try session.dropHeld(entry) }
    }

    /// Law 2 as the peer carried it out: salt, record and body of this entry go.
    ///
    /// What stands in other collections here came by another way, and a peer has no say over it.
    private mutating func erase(_ placed: Int, by position: Int) throws {
        let entry = try placedEntry(placed, by: position)
        try session.run(
            "DELETE FROM mirror_gap WHERE collection = \(collection.number) AND position = \(placed) AND kind <> 'erased'"
        )
        guard let entry else { return }
        if let id: String = try session.value(
            "SELECT id FROM object WHERE collection = \(collection.number) AND number = \(entry.object)")
        {
            erased.identifiers.insert(id)
        }
        if let body = entry.body {
            erased.bodies[body] = entry.object
            try erased.identifiers.formUnion(session.identifiers(in: [body], of: collection.number))
        } else {
            try session.dropHeld(entry)
        }
        erased.objects.insert(entry.object)
        try end(entry, by: position)
        try session.forget(entry)
        try projections.forgot(entry.object)
    }

    private mutating func end(_ entry: PlacedEntry, by position: Int) throws {
        if entry.ended == nil { try session.end(entry, by: position, &projections) }
    }

    /// The entry that another one ends; nil where it says nothing here any more.
    private func placedEntry(_ placed: Int, by position: Int) throws -> PlacedEntry? {
        let found = try session.first(
            """
            SELECT e.kind, e.object, e.body, e.ended, e.sha256 FROM entry e
            WHERE \(SQL.isEntry(at: placed, of: collection.number))
            """
        ) {
            (
                try $0.get(0, as: EntryKind.self), try $0.get(1, as: Int?.self), try $0.get(2, as: Int?.self),
                try $0.get(3, as: Int?.self), try $0.get(4, as: [UInt8]?.self)
            )
        }
        guard placed < position, let (kind, object, body, ended, sha256) = found, kind == .place else {
            throw LedgerError(
                .unproven, "entry \(position) ends entry \(placed), which placed nothing before it")
        }
        guard let object else {
            try session.run(
                """
                UPDATE entry SET ended = coalesce(ended, \(position))
                WHERE \(SQL.isEntry("entry", at: placed, of: collection.number))
                """)
            return nil
        }
        return PlacedEntry(
            collection: collection.number, position: placed, object: object, body: body, ended: ended,
            sha256: sha256 ?? [])
    }

    private func noteGap(_ position: Int, _ kind: String) throws {
        try session.run(
            """
            INSERT INTO mirror_gap (collection, position, kind, noticed)
            VALUES (\(collection.number), \(position), \(kind), \(now.microseconds))
            """)
    }

    private mutating func finish(_ page: MirrorPage) throws {
        try projections.finish()
        for (body, object) in erased.bodies.sorted(by: { $0.key < $1.key }) {
            try session.run(
                """
                DELETE FROM body WHERE collection = \(collection.number) AND number = \(body) AND NOT EXISTS
                    (SELECT 1 FROM entry e WHERE e.collection = body.collection AND e.object = \(object)
                        AND e.body = body.number)
                """)
        }
        for object in erased.objects.sorted() {
            try Markings.relearn(object, in: collection.number, session)
        }
        if hasErased {
            try session.forget(erased.identifiers)
            try session.beginPurge()
        }
        try TileTable(collection: collection.number, session: session).save(tree.takeChangedTiles())
        try session.run(
            """
            UPDATE collection SET size = \(tree.size), last_added = \((page.entries.last?.leaf.dateAdded.microseconds).sql)
            WHERE number = \(collection.number)
            """)
        try session.run(
            """
            UPDATE mirror SET origin = \(keys.trusted.name), trusted = \(keys.trusted.vkey), stated = \((keys.stated?.vkey).sql)
            WHERE collection = \(collection.number)
            """)
    }
}

extension Session {
    /// The bytes that were held for this entry go, unless another entry that stands places them too.
    func dropHeld(_ entry: PlacedEntry) throws {
        try run(
            """
            DELETE FROM quarantine WHERE collection = \(entry.collection) AND decided IS NULL
            AND sha256 = \(entry.sha256)
            AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.object = \(entry.object) AND e.collection = \(entry.collection)
                AND e.position <> \(entry.position) AND e.ended IS NULL AND e.sha256 = quarantine.sha256)
            """)
    }

    /// Remembers that something was erased from a mirror by this gateway's people.
    func noteErased(_ entry: PlacedEntry, at now: Timestamp, reason: String) throws {
        try run(
            """
            INSERT INTO mirror_gap (collection, position, kind, noticed, reason)
            VALUES (\(entry.collection), \(entry.position), 'erased', \(now.microseconds), \(reason))
            ON CONFLICT (collection, position) DO UPDATE
            SET kind = excluded.kind, noticed = excluded.noticed, reason = excluded.reason
            """)
    }
}
