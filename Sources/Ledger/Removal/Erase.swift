package import STIX
package import Storage

extension GatewayLedger {
    /// Destroys an object's bodies on this gateway, in every collection and in quarantine, with salts and records.
    ///
    /// Each collection's log gains an entry that says which entry was erased and why, and nothing about the object. The
    /// file no longer holds the bytes when this returns; backups made earlier do, and are listed.
    ///
    /// - Parameter also: what else holds its words and goes with it, or stays where nothing is erased.
    /// - Throws: `unknownObject` where there is nothing to erase, `needsReason` where the reason is empty.
    package func erase(
        _ id: String, version: Timestamp? = nil, reason: String, by hand: Hand,
        also: @Sendable @escaping (Session) throws -> Void = { _ in }
    ) async throws -> Removal {
        try Removal.check(reason, of: "an erasure")
        let removal = try await write { session in
            let all = try session.placements(of: id)
            let named = try session.placements(of: id, version: version)
            // One content may stand under several versions, in a collection each: it goes with all of them.
            let contents = Set(named.map(\.sha256))
            let placements = all.filter { contents.contains($0.sha256) }
            let quarantined =
                try session.value(
                    "SELECT count(*) FROM quarantine WHERE object_id = \(id)", as: Int.self) ?? 0
            guard !placements.isEmpty || (quarantined > 0 && version == nil) else {
                throw LedgerError(.unknownObject, "there is no such version of \(id) here")
            }
            var removal = Removal()
            removal.backups = try copies(in: session)
            removal.folders = try copiedFolders(in: session)
            var identifiers: Set<String> = []
            var grown: [GrownLog] = []
            for (collection, entries) in Dictionary(grouping: placements, by: \.collection).sorted(by: {
                $0.key < $1.key
            }) {
                let collection = try session.collection(number: collection)
                // A mirror's log is not ours to add to: what is erased there is written down beside it.
                var log =
                    collection.kind == .own
                    ? try LogAppender(collection, in: session, surroundings: surroundings, by: hand) : nil
                var projections = try projections(of: collection, in: session)
                let bodies = Set(entries.compactMap(\.body)).sorted()
                try identifiers.formUnion(session.identifiers(in: bodies, of: collection.number))
                let files = Set(try entries.compactMap { try session.blob(grantedAt: $0.position, in: $0.collection) })
                for entry in entries {
                    let position = try log?.append(.erase(position: entry.position, reason: reason))
                    try session.end(entry, by: position ?? entry.ended ?? entry.position, &projections)
                    if entry.body == nil { try session.dropHeld(entry) }
                    try session.forget(entry)
                    if position == nil {
                        try session.noteErased(entry, at: surroundings.now(), reason: reason)
                        try session.note(hand, at: entry.position..<entry.position + 1, of: entry.collection)
                    }
                    removal.entries.append(
                        .init(collection: collection.alias, placed: entry.position, position: position))
                }
                if let object = entries.first?.object { try projections.forgot(object) }
                for body in bodies {
                    try session.run(
                        "DELETE FROM body WHERE collection = \(collection.number) AND number = \(body)")
                }
                removal.filesThatStay += try files.filter { try session.holds($0, in: collection.number) }
                    .map { .init(hash: $0.description, collection: collection.alias) }
                try projections.finish()
                if let finished = try log?.finish() { grown.append(finished) }
            }
            for content in contents { try session.run("DELETE FROM also_sent WHERE sha256 = \(content)") }
            let waiting = try session.blobsInQuarantine(of: id)
            // The same bytes may wait in quarantine for another collection.
            for content in contents {
                try session.run("DELETE FROM quarantine WHERE object_id = \(id) AND sha256 = \(content)")
            }
            try session.forgetOriginals(of: id)
            if version == nil {
                try identifiers.formUnion(session.identifiersInQuarantine(of: id))
                try session.run(
                    """
                    DELETE FROM also_sent WHERE sha256 IN (SELECT sha256 FROM quarantine WHERE object_id = \(id))
                    """)
                try session.run("DELETE FROM quarantine WHERE object_id = \(id)")
            }
            for (collection, blob) in waiting { try session.release(blob, in: collection) }
            for (object, collection) in Dictionary(placements.map { ($0.object, $0.collection) }, uniquingKeysWith: max)
            {
                try Markings.relearn(object, in: collection, session)
            }
            try session.forget(identifiers.union([id]))
            try session.beginPurge()
            try also(session)
            return (removal, grown)
        }
        // Deleted cells are overwritten in the pages; the write-ahead log still holds the pages as they were before.
        var settled = removal
        do {
            try await purge()
            try await database.settle()
        } catch {
            settled.isSettled = false
        }
        return settled
    }
}

extension Session {
    func collection(number: Int) throws -> LogCollection {
        let found = try first(
            "SELECT \(LogCollection.columns) FROM collection c WHERE c.number = \(number)", LogCollection.init)
        guard let found else { throw LedgerError(.damagedLog, "an entry belongs to no collection") }
        return found
    }

    /// Destroys salt and record of an entry; its commitment and place in the tree remain.
    func forget(_ entry: PlacedEntry) throws {
        try run(
            """
            UPDATE entry SET salt = NULL, object = NULL, version = NULL, marking = NULL, sha256 = NULL, body = NULL
            WHERE \(SQL.isEntry("entry", at: entry.position, of: entry.collection))
            """)
        try run("DELETE FROM finding WHERE collection = \(entry.collection) AND position = \(entry.position)")
        try forgetBlob(namedAt: entry.position, in: entry.collection)
        try run(
            """
            DELETE FROM line WHERE object = \(entry.object) AND collection = \(entry.collection) AND NOT EXISTS
                (SELECT 1 FROM entry e WHERE e.object = \(entry.object) AND e.collection = \(entry.collection))
            """)
    }

    /// Every identifier that these bodies name.
    func identifiers(in bodies: [Int], of collection: Int) throws -> Set<String> {
        var found: Set<String> = []
        for body in bodies {
            let stored: [UInt8]? = try value(
                "SELECT bytes FROM body WHERE collection = \(collection) AND number = \(body)")
            guard let bytes = stored else { continue }
            try found.formUnion(STIXObject(stored: bytes)?.namedIdentifiers ?? [])
        }
        return found
    }

    fileprivate func identifiersInQuarantine(of id: String) throws -> Set<String> {
        let bodies = try rows("SELECT bytes FROM quarantine WHERE object_id = \(id) AND bytes IS NOT NULL") {
            try $0.get(0, as: [UInt8].self)
        }
        // What was refused could not be read, so nothing of it was taken up either.
        return Set(bodies.flatMap { (try? STIXObject(stored: $0))?.namedIdentifiers ?? [] })
    }

    /// An id can say as much as a body; it stays only where another object's own bytes name it.
    func forget(_ identifiers: Set<String>) throws {
        for some in identifiers.sorted().parts(of: 500) {
            try run(
                """
                DELETE FROM object AS o WHERE \(SQL.isObject(among: some))
                    AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.collection = o.collection AND e.object = o.number)
                    AND NOT EXISTS (SELECT 1 FROM line l WHERE l.collection = o.collection AND l.object = o.number)
                    AND NOT EXISTS (SELECT 1 FROM link k WHERE k.collection = o.collection AND k.start = o.number)
                    AND NOT EXISTS (SELECT 1 FROM link k WHERE k.collection = o.collection AND k.target = o.number)
                    AND o.number NOT IN (SELECT created_by FROM line WHERE created_by IS NOT NULL)
                """)
        }
    }
}

extension STIXObject {
    /// The author and all that it refers to.
    fileprivate var namedIdentifiers: [String] { references.map(\.target) + (createdByRef.map { [$0] } ?? []) }
}
