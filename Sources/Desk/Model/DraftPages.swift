package import Hall
package import Kinds
package import Ledger
package import STIX
package import Web

/// A form in which something is written.
package struct DraftFormModel: Sendable {
    /// UUID of the draft; nil before it is kept for the first time.
    package let draft: String?
    package let content: DraftContent
    package let mistakes: [DraftField: DraftMistake]
    /// Where it may go; empty for a correction, which goes where its predecessor stands.
    package let targets: [Target]
    /// UUID of the collection that is chosen.
    package let collection: String
    /// The object that it corrects.
    package let corrects: ObjectName?
    /// What the identifiers in it are called.
    package let about: [ObjectName]

    package struct Target: Sendable, Hashable {
        package let name: CollectionName
        package let ceiling: TLP
        package let readers: Readers
    }
}

/// What a draft will be when it is published, and what stands against it.
package struct PreviewModel: Sendable {
    package let draft: String
    /// Tells this state of the draft from a later one.
    package let stamp: String
    package let kind: DraftKind
    package let author: String
    package let objects: [Part]
    /// The object that people will be led to.
    package let main: JSON
    package let corrects: ObjectName?
    package let places: [Destination]
    package let withheld: [Withheld]
    package let names: [String: ObjectName]
    /// Whether somebody saved the draft between the last preview and the wish to publish it.
    package let hasChanged: Bool
    /// Values that are likely to be harmless, which are left out unless their author keeps them.
    package var spared: [SparedValue] = []
    /// Whether nothing is left without them.
    package var needsSpared = false
    /// Whether somebody wished to publish nothing.
    package var lacksKept = false
    /// What stands between it and those who will see it.
    package var review: Review?
    /// Of a guide and its like: how long it is and how hard to read, and what its author says of that.
    package var reading: (ease: ReadingEase, claimed: String?)?
    /// Of a record: which others it looks like.
    package var likeness: PagePart = { _ in nil }

    /// One of the objects that are placed together.
    package struct Part: Sendable, Hashable {
        package let type: String
        package let title: String
        package let marking: TLP
    }

    /// A collection where it will stand.
    package struct Destination: Sendable {
        package let name: CollectionName
        package let ceiling: TLP
        package let readers: Readers
        package let headcount: Seeing
        package let concerns: [Concern]
    }

    /// Where the correction does not go, and why.
    package struct Withheld: Sendable {
        package let name: CollectionName
        package let reason: Cause

        package enum Cause: Sendable { case whyNot(WhyNot), concern(Concern) }
    }

    /// Whether it may go: nothing stands against it that its author could not confirm.
    var canGo: Bool { !places.isEmpty && places.allSatisfy { $0.concerns.allSatisfy(\.isQuestion) } }
}

/// How many people will see something.
package enum Seeing: Sendable, Hashable {
    case everyone
    case people(Int, organisations: Int)
    /// Of a group that hides how many they are.
    case hidden
}

/// What stands against a placement, in terms of pages.
package enum Concern: Sendable, Hashable {
    case mayNot(WhyNot)
    case unclean(ObjectName, String)
    case unmarked(ObjectName)
    case unknownMarking(ObjectName, String)
    case aboveCeiling(ObjectName, TLP, ceiling: TLP)
    case partsAboveCeiling(ObjectName, TLP, ceiling: TLP, canBeRedacted: Bool)
    case emptyEnvelope(ObjectName)
    case held(ObjectName, String)
    /// It names what its author can read and its readers cannot.
    case namesHidden(ObjectName, hidden: ObjectName)

    /// Whether its author can say that it may go all the same.
    package var isQuestion: Bool {
        if case .namesHidden = self { true } else { false }
    }
}

/// Why somebody may not do something.
package enum WhyNot: Sendable, Hashable {
    /// Their role may not, in a collection that such readers read.
    case role
    case notOfAudience
    case mirror
    case otherSource
    /// Another version stands there than the one the correction began from.
    case otherVersion
    case seeingAs
    /// Nothing is published there before it is reviewed.
    case reviewed
    /// The time of the sharing group is over.
    case ended
    /// There is no form for objects of this type.
    case noForm
    /// Parts of it are marked one by one, which a form cannot keep.
    case markedParts
}

/// The drafts of an organisation, and what can be written.
package struct DraftListModel: Sendable {
    package let rows: [Row]
    /// What was done just now.
    package let done: Done?
    /// Whether anything is or was under review, and how much waits for the reader's word; nil where nothing ever was.
    package var reviews: Int?

    package struct Row: Sendable, Hashable {
        package let id: String
        package let kind: DraftKind
        package let title: String
        package let author: String
        package let changed: Moment
        package let isCorrection: Bool
    }

    package enum Done: Sendable, Hashable {
        case discarded
        /// With the number of backups that still hold it.
        case erased(backups: Int)
    }
}

/// The question before an object is taken out of collections, or destroyed.
package struct RemovalModel: Sendable {
    package enum Kind: Sendable, Hashable { case withdrawal, erasure }

    package let kind: Kind
    package let object: ObjectName
    package let reason: String
    package let lacksReason: Bool
    package let lacksPlace: Bool
    package let isUnconfirmed: Bool
    /// Where it stands, as far as the reader knows; with why it stays there, where it does.
    package let places: [Place]
    /// What was published with it and can go with it, and how much stays.
    package var companions: [ObjectName] = []
    package var staying = 0
    package var takesCompanions = true

    package struct Place: Sendable, Hashable {
        package let name: CollectionName
        package let readers: Readers
        package let whyNot: WhyNot?
        package let isChosen: Bool
    }
}

/// Placing an object in a further collection: what will be seen, and by whom.
package struct SharingModel: Sendable {
    package let object: ObjectName
    package let marking: TLP
    package let targets: [DraftFormModel.Target]
    /// The collection that was chosen, with what stands against it.
    package let chosen: PreviewModel.Destination?
    /// What would be left of it below the ceiling.
    package let redacted: JSON?
}
