package import STIX
package import Storage

/// Objects written here that want to stand together in one collection; all of them do, or none.
package struct PlannedPlacement: Sendable {
    package let collection: LogCollection
    /// The exact bytes of each object.
    package let objects: [[UInt8]]

    package init(_ objects: [[UInt8]], into collection: LogCollection) {
        self.objects = objects
        self.collection = collection
    }

    /// Types by which somebody says something about what another wrote.
    private static let remarks: Set<String> = ["note", "opinion", "sighting", "identity"]

    /// What their author does with objects of these types.
    static func act(_ types: some Sequence<String>) -> Act {
        types.allSatisfy(remarks.contains) ? .discuss : .publish
    }
}

/// What the laws say of a planned placement; for the eyes of its author only.
package struct PlacementCheck: Sendable, Equatable {
    package let collection: LogCollection
    /// Whether the author may do it there.
    package let decision: Decision
    /// What stands against it, each once.
    package let concerns: [PlacementConcern]

    /// Concerns that nobody can overrule.
    package var refusals: [PlacementConcern] { concerns.filter { $0.confirmedBy == nil } }

    /// Whether it may go ahead, given the identifiers of hidden objects that the author wants named all the same.
    package func allows(confirmed: Set<String>) -> Bool {
        decision.isAllowed && concerns.allSatisfy { $0.confirmedBy.map(confirmed.contains) ?? false }
    }
}

/// One thing that stands against a placement.
package enum PlacementConcern: Sendable, Hashable {
    /// An object as its author knows it.
    package struct Subject: Sendable, Hashable {
        package let id: String
        package let type: String
        package let name: String?

        package init(id: String, type: String, name: String?) {
            self.id = id
            self.type = type
            self.name = name
        }
    }

    case mayNot(Reason)
    /// What is written here has no findings (law 5); the first of them, with where it is.
    case unclean(Subject, String)
    /// What is written here always carries a TLP marking (law 5).
    case unmarked(Subject)
    /// A marking that is not known to every reader of the collection (law 7).
    case unknownMarking(Subject, marking: String)
    /// Its marking is above the ceiling (law 6).
    case aboveCeiling(Subject, TLP)
    /// A part of it is marked above the ceiling (law 8).
    ///
    /// `canBeRedacted`: without those parts, something is left that can be placed as a new object.
    case partsAboveCeiling(Subject, TLP, canBeRedacted: Bool)
    /// Nothing that it speaks of could be read there: an envelope without a letter.
    case emptyEnvelope(Subject)
    /// The version line would not take it (laws 3 and 4).
    case held(Subject, Quarantine.Code, String)
    /// It names what its author can read and the audience cannot (law 9).
    case hiddenFromAudience(Subject, target: Subject)

    /// The identifier that the author confirms; nil where nobody can.
    package var confirmedBy: String? {
        if case .hiddenFromAudience(_, let target) = self { target.id } else { nil }
    }
}

/// A placement that the laws do not allow; nothing was placed anywhere.
package struct PlacementRefused: Error, Sendable {
    package let checks: [PlacementCheck]
}

extension GatewayLedger {
    /// What the laws say of these plans, each for itself, at this moment.
    package func check(_ plans: [PlannedPlacement], by person: Person) async throws -> [PlacementCheck] {
        let now = surroundings.now()
        return try await database.read { session in
            try plans.map { try PlacementChecker($0, by: person, now: now, in: session).check() }
        }
    }

    /// Places objects written here, in one transaction: every object of every plan, or nothing.
    ///
    /// - Parameters:
    ///   - confirmed: identifiers that the author wants named although the audience cannot read them (law 9).
    ///   - also: what else belongs to the same transaction.
    /// - Throws: `PlacementRefused` where the laws forbid any of it.
    @discardableResult
    package func place(
        _ plans: [PlannedPlacement], by person: Person, confirmed: Set<String> = [],
        also: @Sendable @escaping (Session) throws -> Void = { _ in }
    ) async throws -> [AdmissionReport] {
        try await write { session in
            // Looked at again, because since the preview somebody else may have written.
            let checks = try plans.map {
                try PlacementChecker($0, by: person, now: surroundings.now(), in: session).check()
            }
            guard checks.allSatisfy({ $0.allows(confirmed: confirmed) }) else { throw PlacementRefused(checks: checks) }
            var reports: [AdmissionReport] = []
            var grown: [GrownLog] = []
            for plan in plans {
                var report = AdmissionReport()
                report.read = plan.objects.count
                var placer = try Placer(
                    plan.collection.id, source: person.source, by: person.account, report: report, in: session,
                    ledger: self)
                for bytes in plan.objects {
                    guard let object = try STIXObject(stored: bytes) else {
                        throw LedgerError(.notPlaced, "an object that was checked can't be read")
                    }
                    try placer.take(.candidate(Candidate(object)), unseen: .isQuarantined)
                }
                let ((done, _), logs) = try placer.finish()
                guard done.placed + done.known == plan.objects.count else {
                    throw LedgerError(.notPlaced, "\(plan.collection.alias) held back what had been checked")
                }
                reports.append(done)
                grown += logs
            }
            try also(session)
            return (reports, grown)
        }
    }
}
