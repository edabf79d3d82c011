package import Hall
package import Kinds
package import STIX
package import Web

/// What the page of an object of a kind shows instead of bare properties.
package struct RecordFace: Sendable {
    package let kind: Kind
    /// Whether people here are shown this very kind; one that an object declares may be called like it.
    package let isOffered: Bool
    package private(set) var values: JSON
    package let today: FullDate
    /// What the objects that it names are called.
    package let names: [String: String]
    package let taxonomies: [String: TagTaxonomy]
    /// Nil for a kind without steps.
    package let life: StandingLife?
    /// Since when nobody has looked at it, where that is too long.
    package let unmaintainedSince: Moment?
    /// What stands beside its links.
    package let marks: LinkMarks
    /// Which others it looks like.
    package let likeness: PagePart

    /// The same with other words.
    func saying(_ values: JSON?) -> RecordFace {
        var other = self
        if let values { other.values = values }
        return other
    }
}

/// Where an object of a kind is in its life, as far as its reader can know.
package struct StandingLife: Sendable {
    /// A step that somebody took.
    package struct Row: Sendable {
        package let id: String
        /// What it is called; nil where the kind has no such step.
        package let step: Life.Step?
        package let author: ObjectName?
        package let said: Moment
        package let reason: String
        /// Why it does not count; nil where it does.
        package let ignored: LifeState.Why?
    }

    /// A collection in which a step would stand, and who reads it there.
    package struct Place: Sendable {
        package let name: CollectionName
        package let readers: Readers
    }

    /// A clock that runs.
    package struct Running: Sendable {
        package let clock: LifeClock
        package let due: Moment
        package let isOver: Bool
    }

    package let life: Life
    package let state: LifeState
    /// Oldest first.
    package let rows: [Row]
    /// What the reader may do now.
    package let mayTake: [Life.Step]
    /// Where a step would stand.
    package let places: [Place]
    package let clocks: [Running]
    /// How many remarks wait for an answer, where a step that the reader may take needs all of them answered.
    package let unanswered: Int
}
