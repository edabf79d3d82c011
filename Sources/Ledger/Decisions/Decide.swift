import STIX
import Storage

/// An object in quarantine with all that a decision needs.
package struct QuarantineCase: Sendable {
    package let kept: Quarantine.Kept
    package let collection: LogCollection
    /// The bytes that wait; nil where they were too large to keep.
    package let bytes: [UInt8]?
    /// What it counts as without a TLP of its own, where its source said so when it came.
    let defaultMarking: TLP?
    /// The bytes that stand in the collection under the same version, else those that readers see; nil where nothing does.
    package let standing: [UInt8]?
    /// Whether what stands is another content under its version, maybe since it came.
    package let isAnotherContent: Bool
    /// Who sent the same after `kept.source`.
    package let alsoFrom: [Source]
    /// What accepting it would do; nil where it can't be accepted.
    package var acceptance: Acceptance? {
        guard bytes != nil, let acceptance = kept.code.acceptance else { return nil }
        if case .place = acceptance, isAnotherContent { return .replace }
        return acceptance
    }
}

extension GatewayLedger {
    /// An object that waits in quarantine; nil where there is none, or it has been decided upon.
    package func quarantineCase(_ number: Int) async throws -> QuarantineCase? {
        try await database.read { try $0.quarantineCase("q.number = \(number)") }
    }

    /// The same by its UUID.
    package func quarantineCase(id: String) async throws -> QuarantineCase? {
        try await database.read { try $0.quarantineCase("q.id = \(id)") }
    }

    /// Carries out what an operator decided, and keeps who decided what and why.
    ///
    /// - Throws: `unknownNotice` where nothing waits under the number, `needsReason`, or `undecidable` where no decision can let
    ///   it in.
    package func decide(
        _ decision: QuarantineDecision, on number: Int, reason: String, by hand: Hand
    ) async throws {
        try Removal.check(reason, of: "a decision")
        try await write { session in
            guard let found = try session.quarantineCase("q.number = \(number)") else {
                throw LedgerError(.unknownNotice, "nothing waits in quarantine under the number \(number)")
            }
            var door = BackDoor(session, of: self, by: hand)
            if decision == .accept { try door.accept(found, reason: reason) }
            try session.note(decision, on: number, reason: reason, by: hand.account, at: surroundings.now())
            return ((), try door.finish())
        }
    }
}

/// Lets in what was held because an operator decided so, one object after the other within a transaction.
struct BackDoor {
    private let session: Session
    private let ledger: GatewayLedger
    private let hand: Hand
    /// What came from one source into one collection goes in together.
    private var open: (key: Key, placer: Placer)?
    private var grown: [GrownLog] = []

    private struct Key: Equatable {
        let collection: Int
        let source: Source
        let defaultMarking: TLP?
    }

    init(_ session: Session, of ledger: GatewayLedger, by hand: Hand) {
        (self.session, self.ledger, self.hand) = (session, ledger, hand)
    }

    /// - Parameter isAlone: whether whoever decides has looked at this one, and at what it would replace.
    /// - Throws: `undecidable` where no decision can let it in; then nothing has happened.
    mutating func accept(_ found: QuarantineCase, isAlone: Bool = true, reason: String) throws {
        guard let acceptance = found.acceptance, let bytes = found.bytes else {
            throw LedgerError(.undecidable, "it can't be let in: \(found.kept.sentence)")
        }
        guard isAlone || acceptance == found.kept.code.acceptance else {
            throw LedgerError(.undecidable, "another content stands under its version by now; look at it alone")
        }
        guard let candidate = try Candidate(stored: bytes) else {
            throw LedgerError(.undecidable, "what was kept of it can't be read any more")
        }
        if found.collection.kind == .mirror {
            try close()
            var writer = try MirrorWriter(
                session.mirror(found.collection.id), in: session, of: ledger)
            return try writer.release(candidate)
        }
        let source = try session.owner(of: candidate.object, among: [found.kept.source] + found.alsoFrom)
        let key = Key(collection: found.collection.number, source: source, defaultMarking: found.defaultMarking)
        if open?.key != key {
            try close()
            open = (
                key,
                try Placer(
                    found.collection.id, source: key.source, defaultMarking: key.defaultMarking, by: hand,
                    in: session, ledger: ledger)
            )
        }
        try open?.placer.place(candidate, byDecision: acceptance, reason: reason)
        let (object, sha256) = (candidate.object.id, Array(candidate.object.sha256))
        let number: Int? = try session.value(
            "SELECT number FROM object o WHERE \(SQL.isObject(object)) AND o.collection = \(found.collection.number)")
        for other in [found.kept.source] + found.alsoFrom {
            let other = try session.number(of: other)
            if other == (try session.number(of: source)) {
                try session.forgetSent(sha256, by: other, in: found.collection.number)
            } else {
                try session.noteSent(
                    sha256, by: other, of: number, in: found.collection.number, at: ledger.surroundings.now())
            }
        }
    }

    /// The logs that grew.
    mutating func finish() throws -> [GrownLog] {
        try close()
        return grown
    }

    private mutating func close() throws {
        if let logs = try open?.placer.finish().1 { grown += logs }
        open = nil
    }
}

extension Session {
    /// What was let in is a body now, and what was not is nobody's business any more: its hash stays, to know it by.
    func note(
        _ decision: QuarantineDecision, on number: Int, reason: String, by account: String?, at now: Timestamp
    ) throws {
        try run(
            """
            UPDATE quarantine SET decided = \(now.microseconds), decision = \(decision), decided_by = \(account.sql),
                reason = \(reason), bytes = NULL WHERE number = \(number)
            """)
    }

    /// The one object in quarantine for which this holds of its row `q`; nil where there is none that waits.
    func quarantineCase(_ condition: SQL) throws -> QuarantineCase? {
        let found = try first(
            """
            SELECT \(Quarantine.Kept.columns), q.bytes, q.default_marking FROM \(Quarantine.Kept.tables)
            WHERE \(condition) AND q.decided IS NULL
            """
        ) { (try Quarantine.Kept($0), try $0.get(9, as: [UInt8]?.self), try $0.get(10, as: TLP?.self)) }
        guard let (kept, bytes, marking) = found else { return nil }
        let collection = try collection(kept.collection)
        let standing = try standing(beside: bytes, id: kept.objectID, in: collection.number)
        let others = try rows(
            """
            SELECT s.name FROM also_sent a JOIN quarantine q ON q.collection = a.collection AND q.sha256 = a.sha256
            JOIN source s ON s.number = a.source WHERE q.number = \(kept.number) ORDER BY a.arrived, a.source
            """
        ) { try $0.get(0, as: Source.self) }
        return QuarantineCase(
            kept: kept, collection: collection, bytes: bytes, defaultMarking: marking, standing: standing?.bytes,
            isAnotherContent: standing.map { $0.hasVersion && $0.bytes != bytes } ?? false, alsoFrom: others)
    }

    private func standing(beside bytes: [UInt8]?, id: String?, in collection: Int) throws -> (
        bytes: [UInt8], hasVersion: Bool
    )? {
        guard let id else { return nil }
        let version = try bytes.flatMap { try Candidate(stored: $0)?.version }?.microseconds
        return try first(
            """
            SELECT b.bytes, e.version FROM object o JOIN entry e ON e.collection = o.collection AND e.object = o.number
            JOIN body b ON b.collection = e.collection AND b.number = e.body
            WHERE \(SQL.isObject(id)) AND o.collection = \(collection) AND e.ended IS NULL
            ORDER BY CASE WHEN e.version = \(version?.sql ?? .null) THEN 0 ELSE 1 END, e.version DESC LIMIT 1
            """
        ) { (bytes: try $0.get(0, as: [UInt8].self), hasVersion: try $0.get(1, as: Int64.self) == version) }
    }

    /// Whose it is of several who sent the same: the party that it names as its author, else whoever came first.
    fileprivate func owner(of object: STIXObject, among sources: [Source]) throws -> Source {
        for id in [object.id, object.createdByRef].compactMap(\.self) where sources.count > 1 {
            let party: String? = try value("SELECT party FROM reserved WHERE id = \(id.lowercased())")
            if let party, sources.contains(.organisation(party)) { return .organisation(party) }
        }
        return sources[0]
    }
}
