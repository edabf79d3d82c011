import MerkleLog
import STIX
import Storage

extension GatewayLedger {
    /// The one way in: every object of an input is placed in a collection, is there already, or goes into quarantine.
    ///
    /// What has been reported by `progress` is durable and signed for; each call comes after one transaction.
    ///
    /// - Parameters:
    ///   - collection: id or alias.
    ///   - source: who says so; the version lines it begins are its own (law 4).
    /// - Throws: `unknownCollection`, `readOnly`, or what the input itself throws. Input that is not JSON to its end is no
    ///   error: what came before stands, and the report says where it broke.
    package func admit(
        _ input: any ByteSource, into collection: String, source: String,
        progress: @Sendable (AdmissionReport) -> Void = { _ in }
    ) async throws -> AdmissionReport {
        let target = try database.readNow { try $0.collection(collection) }
        let arrivals = ArrivalReader(input)
        var waiting = try WaitingRoom(beside: directory.database)
        var report = AdmissionReport()

        func take(_ reader: ArrivalReader, _ unseen: UnseenMarking, isInput: Bool = false) async throws {
            var batch = try await reader.nextBatch()
            while let current = batch {
                // Scanning the next batch goes on while this one is written.
                async let following = reader.nextBatch()
                if isInput {
                    report.read += current.arrivals.count
                    report.bytesRead = current.bytesRead
                }
                let before = report
                let (after, waits) = try await write { session in
                    var placer = try Placer(target.id, source: source, report: before, in: session, ledger: self)
                    for arrival in current.arrivals { try placer.take(arrival, unseen: unseen) }
                    return try placer.finish()
                }
                report = after
                for object in waits { try waiting.add(object) }
                progress(report)
                batch = try await following
            }
        }
        try await take(arrivals, .waits, isInput: true)
        report.broken = await arrivals.broken
        // A marking may bear a marking that waits too, so what waits is tried again as long as that can help.
        var round = 0
        var canHelp = true
        while waiting.count > 0 {
            let waited = waiting.markingDefinitions
            let isLast = waited == 0 || !canHelp || round == Self.mostRounds
            try waiting.rewind()
            let reader = ArrivalReader(waiting)
            waiting = try WaitingRoom(beside: directory.database)
            try await take(reader, isLast ? .isQuarantined : .waits)
            canHelp = waiting.markingDefinitions < waited
            round += 1
        }
        return report
    }
}

extension GatewayLedger {
    /// A chain of markings longer than this is nobody's honest work.
    fileprivate static let mostRounds = 8
}

/// What becomes of an object whose marking has not been seen.
enum UnseenMarking: Sendable {
    case waits
    case isQuarantined
}

/// Takes the arrivals of one transaction.
private struct Placer {
    private let session: Session
    private let source: Int
    private let now: Timestamp
    private var forms = CanonicalForms()
    private var log: LogAppender
    private var markings: Markings
    private var objects: ObjectNumbers
    private var projections: Projections
    private var report: AdmissionReport
    private var waits: [STIXObject] = []

    init(_ collection: String, source: String, report: AdmissionReport, in session: Session, ledger: GatewayLedger)
        throws
    {
        self.session = session
        self.report = report
        now = ledger.surroundings.now()
        log = try LogAppender(session.collection(collection), in: session, surroundings: ledger.surroundings)
        objects = ObjectNumbers(session: session)
        markings = try Markings(log.collection, in: session)
        projections = try Projections(collection: log.collection.number, session: session)
        try session.run("INSERT INTO source (name) VALUES (\(source)) ON CONFLICT (name) DO NOTHING")
        self.source = try session.value("SELECT number FROM source WHERE name = \(source)") ?? 0
    }

    mutating func take(_ arrival: Arrival, unseen: UnseenMarking) throws {
        switch arrival {
        case .refused(let refused):
            try quarantine(
                .init(
                    code: .refused, sentence: refused.finding.sentence, objectID: refused.id, offset: refused.offset),
                sha256: Array(refused.sha256), bytes: refused.bytes)
        case .candidate(let candidate):
            switch try markings.judge(candidate.object, default: log.collection.defaultMarking, in: session) {
            case .unseen(let marking) where unseen == .isQuarantined:
                try quarantineUnlessKnown(
                    candidate, .unknownMarking, "its marking \(marking) is neither here nor in the input")
            case .unseen:
                waits.append(candidate.object)
            case .known(_, let strictest) where strictest > log.collection.ceiling:
                try quarantineUnlessKnown(
                    candidate, .aboveCeiling,
                    "it is \(strictest.label), and \(log.collection.alias) goes no higher than \(log.collection.ceiling.label)"
                )
            case .known(let effective, _):
                try place(candidate, marking: effective)
            }
        }
    }

    mutating func finish() throws -> ((AdmissionReport, [STIXObject]), [GrownLog]) {
        try projections.finish()
        let grown = try log.finish()
        report.logSize = grown.head.size
        return ((report, waits), grown.head.size == grown.before.size ? [] : [grown])
    }

    private mutating func place(_ candidate: Candidate, marking: TLP) throws {
        let object = candidate.object
        let sha256 = Array(object.sha256)
        if let version = candidate.version, version.microseconds > now.microseconds + Line.tolerance {
            return try quarantineUnlessKnown(
                candidate, .fromTheFuture,
                "its version \(version) lies more than five minutes ahead of this gateway's clock")
        }
        let (number, isNew) = try objects.find(object.id)
        let line = isNew ? nil : try Line(object: number, collection: log.collection.number, in: session)
        if let line {
            switch try judge(candidate, number, line, sha256) {
            case .place: break
            case .known:
                report.known += 1
                return
            case .quarantine(let code, let sentence):
                return try quarantine(candidate, code, sentence)
            }
        }
        let createdBy = try object.createdByRef.map { try objects.number($0) }
        let body = try keep(object.bytes, sha256: sha256, of: number, isNew: isNew)
        let placement = LogRecord.Placement(
            id: object.id, version: candidate.version ?? log.nextDate, marking: marking, sha256: sha256)
        let entry = try log.place(placement, object: number, body: body, source: source)
        try markings.learn(object, number: number, in: session)
        try projections.placed(
            candidate, object: number, createdBy: createdBy, line: line, entry: entry, objects: &objects)
        report.placed += 1
        if !object.findings.isEmpty { report.withFindings += 1 }
    }

    private mutating func judge(_ candidate: Candidate, _ number: Int, _ line: Line, _ sha256: [UInt8]) throws
        -> PlacementVerdict
    {
        // An author is written down with what is placed, not with what is held.
        try line.judge(
            candidate, object: number, collection: log.collection.number, source: source,
            createdBy: try candidate.object.createdByRef.map { try objects.existing($0) ?? -1 }, sha256: sha256,
            forms: &forms,
            in: session)
    }

    /// What stands here is known, even if it could not be placed today.
    private mutating func quarantineUnlessKnown(_ candidate: Candidate, _ code: Quarantine.Code, _ sentence: String)
        throws
    {
        if let number = try objects.existing(candidate.object.id),
            let line = try Line(object: number, collection: log.collection.number, in: session),
            case .known = try judge(candidate, number, line, Array(candidate.object.sha256))
        {
            report.known += 1
            return
        }
        try quarantine(candidate, code, sentence)
    }

    private func keep(_ bytes: [UInt8], sha256: [UInt8], of object: Int, isNew: Bool) throws -> Int {
        if !isNew {
            let stored: Int? = try session.statement("SELECT number FROM body WHERE object = ?1 AND sha256 = ?2")
                .first([object.sql, sha256.sql]) { try $0.get(0) }
            if let stored { return stored }
        }
        try session.statement("INSERT INTO body (object, sha256, bytes) VALUES (?1, ?2, ?3)")
            .run([object.sql, sha256.sql, bytes.sql])
        return session.lastInserted
    }

    private mutating func quarantine(_ candidate: Candidate, _ code: Quarantine.Code, _ sentence: String) throws {
        try quarantine(
            .init(code: code, sentence: sentence, objectID: candidate.object.id, offset: candidate.object.offset),
            sha256: Array(candidate.object.sha256), bytes: candidate.object.bytes)
    }

    private mutating func quarantine(_ notice: Quarantine.Notice, sha256: [UInt8], bytes: [UInt8]?) throws {
        let isNew = try Quarantine.keep(
            notice, sha256: sha256, bytes: bytes, collection: log.collection.number, source: source, arrived: now,
            in: session)
        guard isNew else {
            report.quarantinedBefore += 1
            return
        }
        report.quarantined[notice.code, default: 0] += 1
        if report.examples.count < AdmissionReport.examplesKept { report.examples.append(notice) }
    }
}
