import Web

/// What of the quarantine a page is about, as its address says it.
package struct QuarantineFilter: Sendable, Hashable {
    /// The law that held it, as a code.
    package var code: String?
    /// The name of a source, as it stands in tables.
    package var source: String?
    /// UUID of an import.
    package var importing: String?

    package init(code: String? = nil, source: String? = nil, importing: String? = nil) {
        (self.code, self.source, self.importing) = (code, source, importing)
    }

    var isEmpty: Bool { code == nil && source == nil && importing == nil }

    /// As it stands in links and forms.
    var pairs: [(name: String, value: String)] {
        [("code", code), ("source", source), ("import", importing)].compactMap { name, value in
            value.map { (name: name, value: $0) }
        }
    }
}

/// How many wait for one reason, from one source, for one collection, and what accepting them does.
package struct QuarantineShareRow: Sendable, Hashable {
    package let collection: CollectionName
    package let code: String
    /// In words.
    package let source: String
    package let count: Int
    /// Nil where nobody can let them in.
    package let acceptance: QuarantineCaseModel.Acceptance?
    /// What leads to these alone.
    package let filter: QuarantineFilter

    package init(
        collection: CollectionName, code: String, source: String, count: Int,
        acceptance: QuarantineCaseModel.Acceptance?, filter: QuarantineFilter
    ) {
        self.collection = collection
        self.code = code
        self.source = source
        self.count = count
        self.acceptance = acceptance
        self.filter = filter
    }
}

/// One decision on many objects in quarantine.
package struct DecisionsModel: Sendable, Hashable {
    package let shares: [QuarantineShareRow]
    package let filter: QuarantineFilter
    /// UUID of the newest of them: what arrives later nobody has seen.
    package let last: String
    /// What was decided just now, and how many could not be let in.
    package let done: Done?
    package let reason: String
    package let lacksReason: Bool

    package struct Done: Sendable, Hashable {
        package let decided: Int
        package let left: Int

        package init(decided: Int, left: Int) { (self.decided, self.left) = (decided, left) }
    }

    package init(
        shares: [QuarantineShareRow], filter: QuarantineFilter, last: String, done: Done? = nil, reason: String = "",
        lacksReason: Bool = false
    ) {
        self.shares = shares
        self.filter = filter
        self.last = last
        self.done = done
        self.reason = reason
        self.lacksReason = lacksReason
    }
}
