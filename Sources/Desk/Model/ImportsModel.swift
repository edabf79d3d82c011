package import Web

/// What was read in.
package struct ImportsModel: Sendable, Hashable {
    package let rows: [ImportRow]
    /// How many versions the undoing withdrew from which the reader comes.
    package let undone: String?

    package init(rows: [ImportRow], undone: String? = nil) {
        self.rows = rows
        self.undone = undone.flatMap { Int($0) }.map(String.init)
    }
}

/// One input.
package struct ImportRow: Sendable, Hashable {
    package enum State: Sendable, Hashable {
        case done
        /// It goes on, or was cut off.
        case unfinished
        case broken(String)
        case undone(Moment, by: String?)
    }

    /// UUID.
    package let id: String
    package let source: String
    package let collection: CollectionName
    package let started: Moment
    package let objects: Int
    package let placed: Int
    package let quarantined: Int
    package let state: State
    /// By whose hand it came; nil for a command or a program.
    package let sender: String?

    package init(
        id: String, source: String, collection: CollectionName, started: Moment, objects: Int, placed: Int,
        quarantined: Int, state: State, sender: String? = nil
    ) {
        self.id = id
        self.source = source
        self.collection = collection
        self.started = started
        self.objects = objects
        self.placed = placed
        self.quarantined = quarantined
        self.state = state
        self.sender = sender
    }
}

/// What undoing an import would do.
package struct ImportUndoModel: Sendable, Hashable {
    package let row: ImportRow
    package let lacksReason: Bool

    package init(row: ImportRow, lacksReason: Bool) {
        self.row = row
        self.lacksReason = lacksReason
    }
}
