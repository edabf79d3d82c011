import MerkleLog
import STIX
import Storage

/// What becomes of an object whose marking has not been seen.
enum UnseenMarking: Sendable {
    case waits
    case isQuarantined
}

/// Takes the arrivals of one transaction.
struct Placer {
    private let session: Session
    private let sayer: Source
    private let source: Int
    /// What an object without a TLP counts as, where its source says something else than the collection.
    private let sourceMarking: TLP?
    private let corrections: Corrections
    private let now: Timestamp
    private var forms = CanonicalForms()
    private var log: LogAppender
    private var markings: Markings
    private var reservations: Reservations
    private var projections: Projections
    private let bodies: BodyTable
    /// What this transaction has placed of objects that were unheard of, and what it was told of others.
    private var contents = KnownContents()
    private var report = AdmissionReport()
    private var waits: [STIXObject] = []
    /// Nil for what an operator decided: that is no input.
    private let imports: ImportLog?
    private let uuid: @Sendable () -> String

    /// For one transaction of an import.
    ///
    /// - Parameter account: whose hand it is, by UUID; nil for a command or a program.
    init(
        _ collection: String, source: Source, by account: String?, defaultMarking: TLP? = nil,
        corrections: Corrections = .hold, report: AdmissionReport, in session: Session, ledger: GatewayLedger
    ) throws {
        try self.init(
            collection, source: source, defaultMarking: defaultMarking, corrections: corrections, in: session,
            ledger: ledger
        ) {
            ImportLog(session: session, collection: $0.number, source: $1, account: account)
        }
        self.report = report
        // What goes into quarantine names the import it came with.
        self.report.number = try report.number ?? imports?.begin(uuid(), at: now)
    }

    /// For what an operator decided.
    init(
        _ collection: String, source: Source, defaultMarking: TLP?, corrections: Corrections = .hold,
        by hand: Hand? = nil, in session: Session, ledger: GatewayLedger,
        imports: (LogCollection, Int) -> ImportLog? = { _, _ in nil }
    ) throws {
        self.session = session
        sourceMarking = defaultMarking
        self.corrections = corrections
        now = ledger.surroundings.now()
        uuid = { ledger.surroundings.uuid() }
        log = try LogAppender(
            session.collection(collection), in: session, surroundings: ledger.surroundings, by: hand)
        markings = try Markings(log.collection, in: session)
        reservations = try Reservations(log.collection, in: session)
        projections = try ledger.projections(of: log.collection, in: session)
        bodies = try BodyTable(of: log.collection.number, in: session)
        sayer = source
        self.source = try session.number(of: source)
        self.imports = imports(log.collection, self.source)
    }

    private var objects: ObjectNumbers { projections.objects }

    private var defaultMarking: TLP { sourceMarking ?? log.collection.defaultMarking }

    /// Looks up together what each of these would ask for by itself.
    mutating func prepare(for arrivals: [Arrival]) throws {
        guard session.isFar else { return }
        var ids: Set<String> = []
        var own: Set<String> = []
        for case .candidate(let candidate) in arrivals {
            own.insert(candidate.object.id)
            if let author = candidate.object.createdByRef { ids.insert(author) }
            for reference in candidate.object.references { ids.insert(reference.target) }
        }
        try objects.learn(ids.union(own))
        try projections.learnLines(of: own.compactMap { objects.known($0) })
        try learnContents(of: arrivals)
    }

    /// Of what comes again in another version, what stands or stood under that.
    private mutating func learnContents(of arrivals: [Arrival]) throws {
        var wanted: [KnownContents.Key] = []
        for case .candidate(let candidate) in arrivals {
            guard let version = candidate.version?.microseconds, let object = objects.known(candidate.object.id),
                let current = try projections.line(of: object)?.current, current.version != version
            else { continue }
            wanted.append(.init(object: object, version: version))
        }
        try contents.learn(wanted, in: log.collection.number, session)
    }

    private func line(of object: Int) throws -> Line? { try projections.line(of: object) }

    mutating func take(_ arrival: Arrival, unseen: UnseenMarking) throws {
        switch arrival {
        case .refused(let refused):
            try quarantine(
                .init(
                    code: .refused, sentence: refused.finding.sentence, objectID: refused.id, offset: refused.offset),
                sha256: Array(refused.sha256), bytes: refused.bytes)
        case .candidate(let candidate):
            if let original = candidate.original {
                try session.keep(original, in: log.collection.number)
                report.note(original)
            }
            switch try markings.judge(candidate.object, default: defaultMarking, in: session) {
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

    /// Places an object whatever its version line says, because an operator decided so; its marking still holds.
    ///
    /// - Throws: `undecidable` where the marking is not known, or stricter than the collection allows; nothing has happened then.
    mutating func place(_ candidate: Candidate, byDecision acceptance: Acceptance, reason: String) throws {
        let effective: TLP
        switch try markings.judge(candidate.object, default: defaultMarking, in: session) {
        case .unseen(let marking):
            throw LedgerError(.undecidable, "its marking \(marking) is not known here; import the marking first")
        case .known(_, let strictest) where strictest > log.collection.ceiling:
            throw LedgerError(
                .undecidable,
                "it is \(strictest.label), and \(log.collection.alias) goes no higher than \(log.collection.ceiling.label)"
            )
        case .known(let marking, _): effective = marking
        }
        if try stands(candidate) { return }
        let blob = try handedOut(by: candidate)
        var acceptance = acceptance
        // Whatever held it: what speaks under another's identifier is not let in, and its owner's word takes the line over.
        switch try objection(to: candidate.object) {
        case (.takenLine, _)?: acceptance = .takeOver
        case (_, let sentence)?: throw LedgerError(.undecidable, sentence)
        case nil: break
        }
        switch acceptance {
        case .place: break
        case .replace:
            try withdraw(try candidate.version.map { try placements(of: candidate, version: $0) } ?? [], reason: reason)
        case .takeOver: try withdraw(placements(of: candidate), reason: reason)
        }
        let (number, isNew) = try objects.find(candidate.object.id)
        let line = isNew ? nil : try line(of: number)
        try stand(candidate, number, line, marking: effective, handingOut: blob, mayBeHere: line != nil)
    }

    /// The file that it names, where saying so hands it out; asked before anything is withdrawn for it.
    private mutating func handedOut(by candidate: Candidate) throws -> BlobHash? {
        // Asked of the lines, which must be there.
        guard let blob = candidate.blob, try session.holds(blob, in: log.collection.number) else { return nil }
        try projections.write()
        guard
            try session.mayName(
                blob, by: sayer, number: source, object: Array(candidate.object.sha256), in: log.collection.number)
        else { return nil }
        return blob
    }

    /// Whether somebody else alone speaks under the identifier (law 4).
    private mutating func objection(to object: STIXObject) throws -> (Quarantine.Code, String)? {
        guard object.type == "identity" else { return nil }
        let line = try objects.existing(object.id).flatMap { try self.line(of: $0) }
        return try reservations.objection(to: object, from: sayer, line: line, in: session)
    }

    /// Whether the very same bytes stand already: they came by another way since.
    private func stands(_ candidate: Candidate) throws -> Bool {
        let sha256 = Array(candidate.object.sha256)
        return try session.value(
            """
            SELECT 1 FROM object o CROSS JOIN entry e WHERE \(SQL.isObject(candidate.object.id))
            AND o.collection = e.collection AND e.object = o.number AND e.collection = \(log.collection.number) AND e.sha256 = \(sha256) AND e.ended IS NULL
            """, as: Int.self) != nil
    }

    private func placements(of candidate: Candidate, version: Timestamp? = nil) throws -> [PlacedEntry] {
        try session.placements(of: candidate.object.id, version: version, in: log.collection.number)
            .filter { $0.ended == nil }
    }

    private mutating func withdraw(_ standing: [PlacedEntry], reason: String) throws {
        for placement in standing {
            contents.forget(placement.object)
            let position = try log.append(.withdraw(position: placement.position, reason: reason))
            try session.end(placement, by: position, &projections)
        }
    }

    mutating func finish() throws -> ((AdmissionReport, [STIXObject]), [GrownLog]) {
        try projections.finish()
        let grown = try log.finish()
        report.logSize = grown.head.size
        try imports?.note(report, placed: grown.before.size..<grown.head.size)
        return ((report, waits), grown.head.size == grown.before.size ? [] : [grown])
    }

    private mutating func place(_ candidate: Candidate, marking: TLP) throws {
        let object = candidate.object
        let sha256 = Array(object.sha256)
        if let (code, sentence) = try objection(to: object) {
            return try quarantineUnlessKnown(candidate, code, sentence)
        }
        if let version = candidate.version, version.microseconds > now.microseconds + Line.tolerance {
            return try quarantineUnlessKnown(
                candidate, .fromTheFuture,
                "its version \(version) lies more than five minutes ahead of this gateway's clock")
        }
        let (number, isNew) = try objects.find(object.id)
        let line = isNew ? nil : try line(of: number)
        let blob = try handedOut(by: candidate)
        if let line {
            switch try judge(candidate, number, line, sha256) {
            case .place: break
            case .replace: return try replace(candidate, number, marking: marking, handingOut: blob)
            case .known(let content): return try know(candidate, as: content, number)
            case .quarantine(let code, let sentence):
                return try quarantine(candidate, code, sentence)
            }
        }
        // Under its version nothing is equal; without one, what its source took back is, and was kept.
        let mayBeHere = line != nil && candidate.version == nil
        try stand(candidate, number, line, marking: marking, handingOut: blob, mayBeHere: mayBeHere)
    }

    /// It stands instead of what its source had sent under this version.
    private mutating func replace(
        _ candidate: Candidate, _ number: Int, marking: TLP, handingOut blob: BlobHash?
    ) throws {
        try withdraw(placements(of: candidate, version: candidate.version), reason: Corrections.reason)
        try stand(candidate, number, line(of: number), marking: marking, handingOut: blob)
        report.replaced += 1
    }

    /// From now on it stands.
    private mutating func stand(
        _ candidate: Candidate, _ number: Int, _ line: Line?, marking: TLP, handingOut blob: BlobHash?,
        mayBeHere: Bool = false
    ) throws {
        let object = candidate.object
        let sha256 = Array(object.sha256)
        let createdBy = try object.createdByRef.map { try objects.number($0) }
        let body = try bodies.keep(
            object.bytes, sha256: sha256, of: number, version: candidate.version, isNew: !mayBeHere,
            as: log.nextNumber)
        let placement = LogRecord.Placement(
            id: object.id, version: candidate.version ?? log.nextDate, marking: marking, sha256: sha256)
        let entry = try log.place(placement, object: number, body: body, source: source)
        if let blob { try session.grant(blob, at: entry.position, in: log.collection.number) }
        contents.add(
            Line.Content(sha256: sha256, source: source, body: body), of: number,
            version: placement.version.microseconds,
            begins: line == nil)
        try markings.learn(object, number: number, in: session)
        try projections.placed(
            candidate, object: number, createdBy: createdBy, line: line, entry: entry)
        report.placed += 1
        report.outcomes?.append(AdmissionOutcome(candidate, .placed))
        if !object.findings.isEmpty { report.withFindings += 1 }
    }

    private mutating func judge(_ candidate: Candidate, _ number: Int, _ line: Line, _ sha256: [UInt8]) throws
        -> PlacementVerdict
    {
        try line.judge(
            candidate, object: number, collection: log.collection.number, source: source, corrections: corrections,
            known: candidate.version.flatMap { contents.all(of: number, version: $0.microseconds) },
            sha256: sha256, forms: &forms, in: session)
    }

    /// What stands here is known, even if it could not be placed today.
    private mutating func quarantineUnlessKnown(_ candidate: Candidate, _ code: Quarantine.Code, _ sentence: String)
        throws
    {
        if let number = try objects.existing(candidate.object.id),
            let line = try line(of: number),
            case .known(let content) = try judge(candidate, number, line, Array(candidate.object.sha256))
        {
            return try know(candidate, as: content, number)
        }
        try quarantine(candidate, code, sentence)
    }

    private mutating func know(_ candidate: Candidate, as content: Line.Content, _ number: Int) throws {
        if content.source != source {
            try session.noteSent(content.sha256, by: source, of: number, in: log.collection.number, at: now)
        }
        if content.stands, let blob = try handedOut(by: candidate) {
            try session.grant(blob, byContent: content.sha256, of: number, in: log.collection.number)
        }
        report.known += 1
        report.outcomes?.append(AdmissionOutcome(candidate, .known))
    }

    private mutating func quarantine(_ candidate: Candidate, _ code: Quarantine.Code, _ sentence: String) throws {
        try quarantine(
            .init(code: code, sentence: sentence, objectID: candidate.object.id, offset: candidate.object.offset),
            version: candidate.version, sha256: Array(candidate.object.sha256), bytes: candidate.object.bytes,
            names: handedOut(by: candidate))
    }

    private mutating func quarantine(
        _ notice: Quarantine.Notice, version: Timestamp? = nil, sha256: [UInt8], bytes: [UInt8]?,
        names: BlobHash? = nil
    ) throws {
        report.outcomes?.append(
            AdmissionOutcome(
                id: notice.objectID, version: version, offset: notice.offset,
                verdict: .quarantined(notice.code, sentence: notice.sentence)))
        let isNew = try Quarantine.keep(
            notice, sha256: sha256, bytes: bytes, names: names, collection: log.collection.number, source: source,
            defaultMarking: sourceMarking, arrived: now, importing: report.number, id: uuid(), in: session)
        guard isNew else {
            report.quarantinedBefore += 1
            return
        }
        report.quarantined[notice.code, default: 0] += 1
        if report.examples.count < AdmissionReport.examplesKept { report.examples.append(notice) }
    }
}

extension AdmissionOutcome {
    fileprivate init(_ candidate: Candidate, _ verdict: Verdict) {
        self.init(
            id: candidate.object.id, version: candidate.version, offset: candidate.object.offset, verdict: verdict)
    }
}
