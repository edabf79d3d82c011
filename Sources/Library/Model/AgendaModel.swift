import Kinds

/// What stands under each part of the Global Cybersecurity Agenda.
struct AgendaModel: Sendable {
    /// The fields that say it, in the order of the page.
    static let fields = ["work_areas", "agenda_goals"]

    struct Count: Sendable {
        let kind: Kind
        let count: Int
    }

    struct Row: Sendable {
        let value: String
        let label: Phrase
        /// Of the kinds that have any.
        let counts: [Count]
    }

    struct Part: Sendable {
        let field: String
        let rows: [Row]
    }

    let parts: [Part]
}

/// Who does what.
struct PartiesModel: Sendable {
    struct Row: Sendable {
        let id: String
        /// Nil where its identity is not known to the reader.
        let name: String?
        let deeds: [Deed]
    }

    /// As what a party is named, and how often.
    struct Deed: Sendable {
        let party: String
        /// The name of the kind.
        let kind: String
        let field: String
        let count: Int
    }

    let kinds: [Kind]
    let areas: [Choice]
    /// The work area that was chosen.
    let area: String?
    let rows: [Row]
}
