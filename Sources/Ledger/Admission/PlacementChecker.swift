import STIX
import Storage

/// Looks at one plan in one snapshot.
struct PlacementChecker {
    private let plan: PlannedPlacement
    private let now: Timestamp
    private let session: Session
    private let collection: LogCollection
    /// Numbers of the collections that the author reads.
    private let readable: [Int]
    /// Of those, the ones that every reader of the collection is certain to read too.
    private let shared: Set<Int>

    init(_ plan: PlannedPlacement, now: Timestamp, in session: Session) throws {
        (self.plan, self.now, self.session) = (plan, now, session)
        collection = try session.collection(plan.collection.id)
        let all = try session.collections().filter { plan.speaker.viewer.reads($0) }
        let wider = Set(collection.audience.wider)
        readable = all.map(\.number)
        shared = Set(all.filter { wider.contains($0.audience) }.map(\.number))
    }

    func check() throws -> PlacementCheck {
        let objects = try plan.objects.map { try STIXObject(stored: $0) }
        let decision = plan.speaker.may(
            plan.act(objects.map { $0?.type ?? "" }), in: collection, reviewed: plan.isReviewed)
        guard decision.isAllowed else {
            return PlacementCheck(
                collection: collection, decision: decision, concerns: [.mayNot(decision.reason)])
        }
        var markings = try Markings(collection, in: session)
        let numbers = try ObjectNumbers(of: collection.number, in: session)
        var forms = CanonicalForms()
        var reservations = try Reservations(collection, in: session)
        var concerns: [PlacementConcern] = []
        // What goes in together is readable together, unless it is held back itself.
        var together: Set<String> = []
        for object in objects {
            guard let object else {
                concerns.append(.unclean(.init(id: "", type: "", name: nil), "these bytes are no STIX object"))
                continue
            }
            var own = try Self.form(object)
            own += try marking(object, &markings)
            own += try line(object, numbers, &forms, &reservations)
            if own.isEmpty { together.insert(object.id) }
            concerns += own
        }
        for case let object? in objects { concerns += try references(object, together) }
        var seen: Set<PlacementConcern> = []
        return PlacementCheck(
            collection: collection, decision: decision, concerns: concerns.filter { seen.insert($0).inserted })
    }

    /// Law 5: what is written here is clean, and marked.
    private static func form(_ object: STIXObject) throws -> [PlacementConcern] {
        var concerns: [PlacementConcern] = []
        if let finding = object.findings.first {
            let place = finding.pointer.isEmpty ? "" : "\(finding.pointer): "
            concerns.append(.unclean(object.subject, place + finding.sentence))
        }
        if !object.markingRefs.contains(where: { TLP(markingID: $0) != nil }) {
            concerns.append(.unmarked(object.subject))
        }
        return concerns
    }

    /// Laws 6 to 8: the ceiling.
    private func marking(_ object: STIXObject, _ markings: inout Markings) throws -> [PlacementConcern] {
        switch try markings.judge(object, default: collection.defaultMarking, in: session) {
        case .unseen(let marking): return [.unknownMarking(object.subject, marking: marking)]
        case .known(let effective, _) where effective > collection.ceiling:
            return [.aboveCeiling(object.subject, effective)]
        case .known(_, let strictest) where strictest > collection.ceiling:
            let rest = try Redaction(
                of: object, into: collection, atLeast: .clear, id: object.id, author: nil, now: now, &markings,
                in: session)
            return [.partsAboveCeiling(object.subject, strictest, canBeRedacted: rest != nil)]
        case .known: return []
        }
    }

    /// Laws 3 and 4: the version line, as admission will judge it.
    private func line(
        _ object: STIXObject, _ numbers: ObjectNumbers, _ forms: inout CanonicalForms,
        _ reservations: inout Reservations
    ) throws -> [PlacementConcern] {
        let candidate = Candidate(object)
        if let version = candidate.version, version.microseconds > now.microseconds + Line.tolerance {
            return [.held(object.subject, .fromTheFuture, "its version lies ahead of this gateway's clock")]
        }
        let number = try numbers.existing(object.id)
        let line = try number.flatMap { try Line(object: $0, collection: collection.number, in: session) }
        if let (code, sentence) = try reservations.objection(
            to: object, from: plan.speaker.source, line: line, in: session)
        {
            return [.held(object.subject, code, sentence)]
        }
        guard let number, let line else { return [] }
        let source: Int? = try session.value("SELECT number FROM source WHERE name = \(plan.speaker.source)")
        let verdict = try line.judge(
            candidate, object: number, collection: collection.number, source: source ?? -1,
            sha256: Array(object.sha256),
            forms: &forms, in: session)
        guard case .quarantine(let code, let sentence) = verdict else { return [] }
        return [.held(object.subject, code, sentence)]
    }

    /// Law 9: whatever it names can be read by whoever reads it, or the author says that the name may stand.
    private func references(_ object: STIXObject, _ together: Set<String>) throws -> [PlacementConcern] {
        var concerns: [PlacementConcern] = []
        var parts = (named: 0, read: 0)
        let named = object.references.map { ($0.property, $0.target) } + (object.createdByRef.map { [("", $0)] } ?? [])
        for (property, target) in named {
            var isRead = together.contains(target)
            if !isRead, let found = try stands(target) {
                isRead = found.isShared
                if !isRead { concerns.append(.hiddenFromAudience(object.subject, target: found.subject)) }
            }
            if property == "object_refs" {
                parts.named += 1
                if isRead { parts.read += 1 }
            }
        }
        // Whether the parts are hidden from the author too makes no difference: that would tell of them.
        return parts.named > 0 && parts.read == 0 ? [.emptyEnvelope(object.subject)] : concerns
    }

    /// What stands under an identifier for the author, and whether the audience reads it too.
    private func stands(_ id: String) throws -> (subject: PlacementConcern.Subject, isShared: Bool)? {
        let rows = try session.rows(
            """
            SELECT l.type, l.name, l.collection FROM object o CROSS JOIN line l
            WHERE l.collection = o.collection AND l.object = o.number AND \(SQL.isObject(id))
            AND o.collection IN (\(list: readable)) AND l.position IS NOT NULL ORDER BY l.added, l.number
            """
        ) { (try $0.get(0, as: String.self), try $0.get(1, as: String?.self), try $0.get(2, as: Int.self)) }
        guard let first = rows.first else { return nil }
        return (.init(id: id, type: first.0, name: first.1), rows.contains { shared.contains($0.2) })
    }
}

extension STIXObject {
    fileprivate var subject: PlacementConcern.Subject { .init(id: id, type: type, name: name) }
}
