package import Hall
package import STIX
package import Web

/// What stands around an object: where else it is seen, what is said of it, what its reader may do.
package struct ObjectAround: Sendable {
    /// Every collection where it stands now, that whose version is shown first.
    package let standings: [StandingPlace]
    package let sightings: Sightings
    package let discussion: Discussion
    package let actions: [ObjectAction]
    /// What was done just now.
    package let done: Done?

    package enum Done: String, Sendable, Hashable {
        case published, withdrawn, shared
        /// A step was taken; it was not, because others took one meanwhile, or because it needs a reason.
        case step, stepChanged = "step-changed", stepWhy = "step-why", stepAnswers = "step-answers"
        /// A remark was answered.
        case answered
    }

    static let nothing = ObjectAround(
        standings: [], sightings: Sightings(rows: [], total: 0), discussion: Discussion(rows: [], total: 0, mayAdd: []),
        actions: [], done: nil)
}

/// A collection where an object stands, and why the reader sees it there.
package struct StandingPlace: Sendable, Hashable {
    package let collection: CollectionName
    package let readers: Readers
    package let marking: TLP
    /// The version that stands there.
    package let version: Moment
    package let isMirror: Bool
    /// Whether it is not the version that the page shows.
    package let differs: Bool
}

/// Who saw the object, how often and when.
package struct Sightings: Sendable, Hashable {
    /// Newest first.
    package let rows: [Row]
    package let total: Int

    package struct Row: Sendable, Hashable {
        package let id: String
        /// Who says that they saw it; nil where its name cannot be read.
        package let seenBy: ObjectName?
        package let count: Int?
        package let first: Moment?
        package let last: Moment?
        package let marking: TLP
    }
}

/// Notes and opinions on the object.
package struct Discussion: Sendable {
    /// Newest last.
    package let rows: [Row]
    package let total: Int
    /// Kinds of remarks that the reader may add.
    package let mayAdd: [DraftKind]

    package struct Row: Sendable, Hashable {
        package let id: String
        package let author: ObjectName?
        package let opinion: Agreement?
        package let title: String?
        package let text: String
        package let said: Moment
        package let marking: TLP
        /// Which words it speaks of, and which others it proposes.
        package var remark = TextRemark()
        /// What the object's author does about it.
        package var reply: Reply?
        /// Whether the reader, as the object's author, may answer it.
        package var mayAnswer = false
    }

    /// What an object's author does about a remark.
    package struct Reply: Sendable, Hashable {
        package let id: String
        package let disposition: Disposition
        package let reason: String
        package let said: Moment
    }

    /// How many organisations hold which opinion, from the least agreement to the most; each by its last word.
    package var opinions: [(agreement: Agreement, count: Int)] = []
}

/// Something that the reader may do with the object, or why not.
package enum ObjectAction: Sendable, Hashable {
    case correct, share, withdraw, erase
    case noCorrection(WhyNot)
    case text, mail
}
