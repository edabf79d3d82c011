import Foundation
import MerkleLog
import STIX
import Storage

extension GatewayLedger {
    /// One thing that was looked at.
    package struct Examination: Sendable {
        package let check: String
        package let isWell: Bool
        package let sentence: String
    }

    /// Looks at the file, at each log against what was signed, at the projections' counts and at the free space.
    package func examine() async throws -> [Examination] {
        var found: [Examination] = []
        func note(_ check: String, _ isWell: Bool, _ sentence: String) {
            found.append(.init(check: check, isWell: isWell, sentence: sentence))
        }
        // What an erasure could not overwrite while somebody was reading.
        do {
            try await purge()
        } catch {
            note("erased words", false, "they are still in the file: \(error); run `concord doctor` again")
        }
        try? await database.settle()
        let problems = try await database.integrityProblems()
        note(
            "database", problems.isEmpty,
            problems.isEmpty
                ? "the file is sound"
                : "the file is damaged (\(problems.joined(separator: "; "))); restore the latest backup with `concord restore`"
        )
        let strangers = try Database.strangers(at: directory.database, migrations: migrations)
        if !strangers.isEmpty {
            note("schema", false, strangers.joined(separator: "; ") + "; nobody but this program should write here")
        }
        if let problem = await searchProblem() {
            note("search", false, "the index of words is damaged: \(problem); run `concord doctor --rebuild`")
        }
        do {
            for alias in try await publishAll() {
                note(
                    "signature of \(alias)", true,
                    "an interrupted command had not signed what it wrote; it is signed now")
            }
        } catch {
            // Which log that is, and why, is said with the log.
        }
        for collection in try await Reader.machine(of: self).collections() {
            let check = "log of \(collection.alias)"
            do {
                if let mirror = try await mirror(collection) {
                    if let alarm = mirror.alarm { note("mirror \(collection.alias)", false, alarm.sentence) }
                    guard try await signed(collection) != nil else {
                        note(check, true, "\(collection.size) entries are here, and no checkpoint yet that covers them")
                        continue
                    }
                }
                let result = try await verify(
                    collection.id, key: { try verifier(of: collection, in: $0) }, readsBodies: false)
                let behind = collection.size - result.size
                if let problem = result.problems.first {
                    let remedy =
                        problem.kind == .badTile
                        ? "run `concord doctor --rebuild`" : "`concord log verify \(collection.alias)` says more"
                    note(check, false, "\(problem.sentence); \(remedy)")
                } else {
                    note(
                        check, true,
                        "\(result.size) entries verify" + (behind > 0 ? ", \(behind) more wait for a checkpoint" : ""))
                }
            } catch {
                note(check, false, "\(error)")
            }
            let lines = try await countLines(collection)
            note(
                "lists of \(collection.alias)", lines.counted == lines.stated,
                lines.counted == lines.stated
                    ? "\(lines.counted) objects stand"
                    : "\(lines.stated) objects are counted and \(lines.counted) stand; run `concord doctor --rebuild`")
        }
        found += try await examineBlobs()
        let free = try FileManager.default.attributesOfFileSystem(forPath: directory.path)[.systemFreeSize] as? NSNumber
        let megabytes = (free?.intValue ?? 0) >> 20
        note(
            "disk", megabytes > 512, "\(megabytes) MB free" + (megabytes > 512 ? "" : "; make room before it runs out"))
        return found
    }

    private func countLines(_ collection: LogCollection) async throws -> (stated: Int, counted: Int) {
        try await database.read { [number = collection.number] session in
            let stated: Int? = try session.value(
                "SELECT CAST(coalesce(sum(lines), 0) AS BIGINT) FROM type_count WHERE collection = \(number)")
            let counted: Int? = try session.value(
                "SELECT count(*) FROM line WHERE collection = \(number) AND position IS NOT NULL")
            return (stated ?? 0, counted ?? 0)
        }
    }

    /// What is wrong with the index of words, into which `PRAGMA integrity_check` does not look before SQLite 3.44.
    private func searchProblem() async -> String? {
        do {
            if let problem = try await database.write({ try SearchProjection.index.problem(in: $0) }) { return problem }
            return try await database.read { session in
                for collection in try session.collections() {
                    let standing = try session.rows(
                        """
                        SELECT type, count(*) FROM line WHERE collection = \(collection.number) AND position IS NOT NULL
                        GROUP BY type
                        """
                    ) { (type: try $0.get(0, as: String.self), count: try $0.get(1, as: Int.self)) }
                    for (type, count) in standing {
                        let matches = try SearchProjection.index.matches(
                            .token(Facet.type(type).token), in: [collection.number], of: session)
                        let found: Int? = try session.value("SELECT count(*) FROM search WHERE \(matches)")
                        guard found != count else { continue }
                        return "it finds \(found ?? 0) of \(count) objects of the type \(type) in \(collection.alias)"
                    }
                }
                return nil
            }
        } catch {
            return "\(StorageError(engine: error) ?? error)"
        }
    }

    /// Tables that are made from the entries and bodies, and that projections follow.
    private static let derived = ["tile", "line", "marking", "finding", "blob_use"]
    /// Where nothing of an object is shown, its line has the number of any of its entries.
    private static let lineColumns = """
        CASE WHEN position IS NOT NULL THEN number END, collection, object, type, source, created, created_by, revoked_from,
        position, version, marking, added, said_by, sha256, name
        """

    /// Makes every projection anew from entries and bodies (law 12).
    ///
    /// One transaction: readers see the old tables until the new ones are whole.
    ///
    /// - Parameter progress: entries done, of how many.
    /// - Returns: the tables that hold something else now than before; the index of words is no table, and is not compared.
    @discardableResult
    package func rebuild(progress: @Sendable @escaping (Int, Int) -> Void = { _, _ in }) async throws -> [String] {
        try await write { session in
            let tables =
                Self.derived + ["blob_space"]
                + projectionKinds.filter { $0 != SearchProjection.self }.flatMap { $0.tables }
            let digests = {
                try tables.map { try session.digest(of: $0, columns: $0 == "line" ? Self.lineColumns : "*") }
            }
            let before = try digests()
            for table in Self.derived { try session.run(SQL(text: "DELETE FROM \(table)")) }
            for kind in projectionKinds { try kind.empty(in: session) }
            try session.run("DELETE FROM projection_filling")
            // They are when this transaction is done, and hear of everything in it.
            for collection in try session.collections() {
                try session.noteFilled(projectionKinds, in: collection.number)
            }
            try session.countBlobs()
            // What waited to leave the index of words has left it.
            try session.run("UPDATE purge SET done = asked")
            var logs = try session.collections().map { try Rebuilding($0, session: session, of: self) }
            let total = logs.reduce(0) { $0 + $1.collection.size }
            var done = 0
            // In the order of their numbers: so the text index grows at its end alone.
            for index in logs.indices {
                while try logs[index].takeNext() {
                    done += 1
                    if done % 1_000 == 0 { progress(done, total) }
                }
                try logs[index].finish()
            }
            let after = try digests()
            return (tables.indices.filter { before[$0] != after[$0] }.map { tables[$0] }, [])
        }
    }
}

/// The projections of one collection, entry by entry, as its log brought them.
private struct Rebuilding {
    let collection: LogCollection
    private let session: Session
    private var position = 0
    private var tree = TreeBuilder()
    private var projections: Projections
    private var markings: Markings

    private struct StoredEntry {
        let number: Int
        let leaf: Leaf
        let record: [UInt8]?
        let object: Int?
        let version: Int64?
        let marking: TLP?
        let sha256: [UInt8]?
        let source: Int?
        let body: Int?
    }

    init(_ collection: LogCollection, session: Session, of ledger: GatewayLedger) throws {
        self.collection = collection
        self.session = session
        projections = try ledger.projections(of: collection, in: session)
        markings = try Markings(collection, in: session)
    }

    private func read() throws -> StoredEntry? {
        guard position < collection.size else { return nil }
        let entry = try session.statement(
            """
            SELECT number, kind, added, commitment, record, object, version, marking, sha256, source, body
            FROM entry WHERE collection = ?1 AND number = ?2
            """
        ).first([collection.number.sql, Numbering.number(position, in: collection.number).sql]) { row in
            StoredEntry(
                number: try row.get(0),
                leaf: Leaf(
                    kind: try row.get(1), dateAdded: try Timestamp(stored: row.get(2)), commitment: try row.get(3)),
                record: try row.get(4), object: try row.get(5), version: try row.get(6), marking: try row.get(7),
                sha256: try row.get(8), source: try row.get(9), body: try row.get(10))
        }
        guard let entry else { throw LedgerError(.damagedLog, "entry \(position) of \(collection.alias) is missing") }
        return entry
    }

    /// False at the end of the log.
    mutating func takeNext() throws -> Bool {
        guard let entry = try read() else { return false }
        tree.append(.leaf(entry.leaf.bytes))
        if position % 4_096 == 4_095 { try saveTiles() }
        if let object = entry.object, let version = entry.version, let marking = entry.marking,
            let sha256 = entry.sha256,
            let source = entry.source, let body = entry.body
        {
            let shown = ShownEntry(
                number: entry.number, position: position, version: version, marking: marking,
                added: entry.leaf.dateAdded.microseconds, source: source, sha256: sha256)
            try place(shown, object, body)
        } else if entry.leaf.kind == .withdraw, let record = entry.record,
            case .withdraw(let placed, _) = try LogRecord(.withdraw, record)
        {
            try end(placed)
        }
        position += 1
        return true
    }

    mutating func finish() throws {
        try projections.finish()
        try saveTiles()
    }

    private mutating func saveTiles() throws {
        try TileTable(collection: collection.number, session: session).save(tree.takeChangedTiles())
    }

    private mutating func place(_ entry: ShownEntry, _ object: Int, _ body: Int) throws {
        let bytes: [UInt8]? = try session.value(
            "SELECT bytes FROM body WHERE collection = \(collection.number) AND number = \(body)")
        guard let bytes, let candidate = try Candidate(stored: bytes) else {
            throw LedgerError(
                .damagedLog, "the body of entry \(entry.position) of \(collection.alias) is missing or damaged")
        }
        let createdBy = try candidate.object.createdByRef.map { try projections.objects.number($0) }
        try markings.learn(candidate.object, number: object, in: session)
        try projections.placed(
            candidate, object: object, createdBy: createdBy, line: projections.line(of: object), entry: entry)
    }

    /// The version that stands after a withdrawal depends on what came later too, and the entries know all of that: one
    /// that was withdrawn is simply never the next to be shown.
    private mutating func end(_ placed: Int) throws {
        let object: Int?? = try session.value(
            "SELECT e.object FROM entry e WHERE \(SQL.isEntry(at: placed, of: collection.number))", as: Int?.self)
        guard let object = object ?? nil else { return }
        try projections.ended(object, position: placed)
    }
}
