package import Web

/// What waits for a decision.
package struct QuarantineModel: Sendable, Hashable {
    package let rows: [QuarantineRow]
    package let total: Tally
    /// What waits by collection, reason and source: many of them are decided upon at once.
    package let shares: [QuarantineShareRow]
    /// Which of it the list shows.
    package let filter: QuarantineFilter
    /// Whether the reader comes from a decision.
    package let isDecided: Bool
    package let pager: Pager

    package init(
        rows: [QuarantineRow], total: Tally, shares: [QuarantineShareRow] = [],
        filter: QuarantineFilter = QuarantineFilter(), isDecided: Bool, pager: Pager
    ) {
        self.rows = rows
        self.total = total
        self.shares = shares
        self.filter = filter
        self.isDecided = isDecided
        self.pager = pager
    }
}

/// One object in quarantine.
package struct QuarantineRow: Sendable, Hashable {
    /// UUID.
    package let id: String
    package let collection: CollectionName
    package let arrived: Moment
    package let source: String
    /// The law that held it, as a code.
    package let code: String
    package let sentence: String
    /// Nil for what has no readable identity.
    package let objectID: String?

    package init(
        id: String, collection: CollectionName, arrived: Moment, source: String, code: String, sentence: String,
        objectID: String?
    ) {
        self.id = id
        self.collection = collection
        self.arrived = arrived
        self.source = source
        self.code = code
        self.sentence = sentence
        self.objectID = objectID
    }
}

/// An object in quarantine beside what stands.
package struct QuarantineCaseModel: Sendable, Hashable {
    /// What accepting it does.
    package enum Acceptance: Sendable, Hashable { case places, replaces, takesOver }

    package let row: QuarantineRow
    /// The bytes that wait; nil where they were too large to keep.
    package let waiting: String?
    /// The bytes that stand; nil where nothing does.
    package let standing: String?
    package let properties: [SideBySide]
    /// Nil where no decision can let it in.
    package let acceptance: Acceptance?
    /// Whether a decision was sent without its reason.
    package let lacksReason: Bool
    /// Why the decision could not be carried out.
    package let refusal: String?

    package init(
        row: QuarantineRow, waiting: String?, standing: String?, properties: [SideBySide], acceptance: Acceptance?,
        lacksReason: Bool = false, refusal: String? = nil
    ) {
        self.row = row
        self.waiting = waiting
        self.standing = standing
        self.properties = properties
        self.acceptance = acceptance
        self.lacksReason = lacksReason
        self.refusal = refusal
    }
}
