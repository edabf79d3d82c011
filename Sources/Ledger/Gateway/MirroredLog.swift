package import MerkleLog
package import STIX
import Storage

/// A peer's log that is copied here verbatim (law 10): whom we believe, and how far it is proven.
package struct MirroredLog: Sendable {
    package let collection: LogCollection
    /// The verifier key in force: the one that the operator stated, or one to which it handed over.
    package let key: String
    /// The verifier key that the operator stated.
    package let given: String
    /// Entries up to which everything is here and proven by a signed checkpoint.
    package let proven: Int
    /// When that was last so.
    package let verified: Timestamp?
    /// The newest signed note that was accepted, and what it says.
    package let promised: (note: String, checkpoint: Checkpoint)?
    /// Entries of which the peer gave no record or no body, and of which no later entry says why.
    package let unexplained: Int
    /// Entries whose object was erased on this gateway.
    package let erasedHere: Int
    /// What contradicted this log last.
    package let alarm: Alarm?

    /// A contradiction, with both signed notes as evidence.
    package struct Alarm: Sendable, Equatable {
        package let raised: Timestamp
        /// `forked`, `rolled-back` or `unproven`.
        package let code: String
        package let sentence: String
        /// The signed note that we hold.
        package let ours: String?
        /// The one that contradicts it.
        package let theirs: String?
    }

    fileprivate let stated: String?

    /// The keys as the log has handed them over so far.
    var keys: LogKeys {
        get throws {
            LogKeys(trusted: try NoteVerifier(vkey: key), stated: try stated.map { try NoteVerifier(vkey: $0) })
        }
    }
}

extension GatewayLedger {
    /// Makes a collection that copies a peer's log; `follow` fills it.
    ///
    /// - Parameters:
    ///   - ceiling: the strictest marking that it shows; what is above goes into quarantine. That of its audience unless stated.
    ///   - key: the verifier key of the log, which its operator has had from the peer's people.
    /// - Throws: `badAlias`, `aliasTaken`, or `aboveCeiling` where the ceiling is stricter than the audience allows.
    @discardableResult
    package func createMirror(
        alias: String, title: String, description: String = "", audience: Audience, ceiling: TLP? = nil,
        key: NoteVerifier
    ) async throws -> LogCollection {
        let highest = ceiling ?? audience.ceiling
        try checkAlias(alias)
        guard highest <= audience.ceiling else {
            throw LedgerError(
                .aboveCeiling, "\(highest.label) is above \(audience.ceiling.label), the ceiling of its audience")
        }
        let id = surroundings.uuid()
        return try await database.write { session in
            try session.checkUnused(alias)
            let number: Int = try session.inserted(
                """
                INSERT INTO collection
                    (id, alias, kind, title, description, audience, ceiling, default_marking, epoch, size)
                VALUES (\(id), \(alias), \(LogCollection.Kind.mirror), \(title), \(description), \(audience),
                    \(highest), \(highest), 1, 0)
                RETURNING number
                """)
            try session.noteFilled(projectionKinds, in: number)
            try session.run(
                """
                INSERT INTO mirror (collection, origin, given, trusted, proven)
                VALUES (\(number), \(key.name), \(key.vkey), \(key.vkey), 0)
                """)
            return try session.collection(id)
        }
    }

    /// How far a mirror is; nil for a collection of our own.
    package func mirror(_ collection: LogCollection) async throws -> MirroredLog? {
        guard collection.kind == .mirror else { return nil }
        return try await database.read { try $0.mirror(collection.id) }
    }

    /// Every contradiction that was met in following a log, oldest first.
    package func alarms(of collection: LogCollection) async throws -> [MirroredLog.Alarm] {
        try await database.read { try $0.alarms(of: collection.number) }
    }

    /// The key that a log must be signed with: this gateway's own, or that of the peer whose log it mirrors.
    func verifier(of collection: LogCollection, in session: Session) throws -> NoteVerifier {
        if collection.kind == .mirror { return try NoteVerifier(vkey: session.mirror(collection.id).key) }
        return try NoteSigner(name: collection.origin, key: session.signingKey()).verifier
    }

    /// The last signed checkpoint that the entries here reach; nil before the first, and for a mirror that was put back from a
    /// backup until it has caught up.
    func signed(_ collection: LogCollection) async throws -> (note: String, checkpoint: Checkpoint)? {
        guard let last = try publication.last(collection) else { return nil }
        guard collection.kind == .mirror else { return last }
        // Read after the note, which is written after the entries.
        let size = try await database.read { try $0.collection(number: collection.number).size }
        return last.checkpoint.size <= size ? last : nil
    }

    /// Entries of which a mirror lacks something for a reason that is known here: erased here, held in quarantine, or never
    /// given by the peer.
    package func gaps(in name: String) async throws -> Set<Int> {
        try await database.read { session in
            let number = try session.collection(name).number
            let rows = try session.rows(
                """
                SELECT position FROM mirror_gap WHERE collection = \(number)
                UNION SELECT e.position FROM entry e JOIN quarantine q ON q.collection = e.collection AND q.sha256 = e.sha256
                WHERE \(SQL.isEntry(in: 0..<Int.max, of: number)) AND e.body IS NULL
                """
            ) { try $0.get(0, as: Int.self) }
            return Set(rows)
        }
    }
}

extension Session {
    func mirror(_ name: String) throws -> MirroredLog {
        let collection = try collection(name)
        let alarm = try alarms(of: collection.number).last
        func count(_ condition: SQL) throws -> Int {
            try value(
                "SELECT count(*) FROM mirror_gap WHERE collection = \(collection.number) AND \(condition)") ?? 0
        }
        let (unexplained, erasedHere) = (try count("kind <> 'erased'"), try count("kind = 'erased'"))
        let found = try first(
            """
            SELECT trusted, given, stated, promised, proven, verified FROM mirror WHERE collection = \(collection.number)
            """
        ) { row in
            MirroredLog(
                collection: collection, key: try row.get(0), given: try row.get(1), proven: try row.get(4),
                verified: try row.get(5, as: Int64?.self).map(Timestamp.init(stored:)),
                promised: try row.get(3, as: String?.self).map {
                    ($0, try Checkpoint(text: SignedNote(parsing: $0.utf8).text))
                },
                unexplained: unexplained, erasedHere: erasedHere, alarm: alarm, stated: try row.get(2))
        }
        guard let found else {
            throw LedgerError(.unknownCollection, "\(collection.alias) is no mirror of another gateway's log")
        }
        return found
    }

    fileprivate func alarms(of collection: Int) throws -> [MirroredLog.Alarm] {
        try rows(
            """
            SELECT raised, code, sentence, ours, theirs FROM mirror_alarm WHERE collection = \(collection) ORDER BY number
            """
        ) {
            .init(
                raised: try Timestamp(stored: $0.get(0)), code: try $0.get(1), sentence: try $0.get(2),
                ours: try $0.get(3), theirs: try $0.get(4))
        }
    }
}
