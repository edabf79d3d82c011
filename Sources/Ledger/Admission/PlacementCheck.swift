package import STIX

/// Objects written here that want to stand together in one collection; all of them do, or none.
package struct PlannedPlacement: Sendable {
    package let collection: LogCollection
    /// The exact bytes of each object.
    package let objects: [[UInt8]]
    package let speaker: Speaker
    /// Files that come into the collection with them; one that none of them names waits for a day.
    package let files: [Deposit]
    /// Whether it was reviewed as the collection asks, or is going to be: whoever sets it answers for that.
    package var isReviewed = false

    /// The same, to be reviewed where the collection asks for that; remarks are not.
    package func reviewedWhereAsked() throws -> PlannedPlacement {
        guard collection.review != nil else { return self }
        var plan = self
        plan.isReviewed = act(try objects.map { try STIXObject(stored: $0)?.type ?? "" }) == .publish
        return plan
    }

    package init(
        _ objects: [[UInt8]], bringing files: [Deposit] = [], into collection: LogCollection, by speaker: Speaker
    ) {
        self.objects = objects
        self.collection = collection
        self.speaker = speaker
        self.files = files
    }

    package init(
        _ objects: [[UInt8]], bringing files: [Deposit] = [], into collection: LogCollection, by person: Person
    ) {
        self.init(objects, bringing: files, into: collection, by: .person(person))
    }

    /// Types by which somebody says something about what another wrote.
    private static let remarks: Set<String> = [
        "note", "opinion", "sighting", "identity", "concord-step", "extension-definition",
    ]

    /// What their author does with objects of these types, or with files.
    func act(_ types: some Sequence<String>) -> Act {
        files.isEmpty && types.allSatisfy(Self.remarks.contains) ? .discuss : .publish
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

extension PlacementConcern {
    /// The same as one English sentence, for commands and programs.
    package var sentence: String {
        switch self {
        case .mayNot: "whoever says it may not do so there"
        case .unclean(_, let finding): finding
        case .unmarked(let object): "\(object.id) carries no TLP marking"
        case .unknownMarking(_, let marking): "its marking \(marking) is not known to whoever reads the collection"
        case .aboveCeiling(_, let marking): "\(marking.label) is above the ceiling of the collection"
        case .partsAboveCeiling(_, let marking, _):
            "a part of it is \(marking.label), above the ceiling of the collection"
        case .emptyEnvelope(let object): "nothing that \(object.id) speaks of could be read there"
        case .held(_, _, let sentence): sentence
        case .hiddenFromAudience(_, let target): "it names \(target.id), which the audience can't read"
        }
    }
}

/// A placement that the laws do not allow; nothing was placed anywhere.
package struct PlacementRefused: Error, Sendable {
    package let checks: [PlacementCheck]

    package init(checks: [PlacementCheck]) { self.checks = checks }
}
