import Storage

/// How far a projection that is new here has been filled.
package struct FillingProgress: Sendable {
    /// The alias of the collection that is read.
    package let collection: String
    /// Objects of that collection, of how many that stand there.
    package let done: Int
    package let total: Int
}

extension GatewayLedger {
    /// Fills what a room, or a new form of a projection, has brought along since this database was opened last.
    ///
    /// A transaction for each collection, which is noted in it as filled: an interruption loses no more than the collection it
    /// was at, and the next opening goes on there. Two processes that open at once do it one after the other, each collection once.
    func fillProjections(progress: @Sendable @escaping (FillingProgress) -> Void) async throws {
        let kinds = projectionKinds
        let lacking = try await database.read { session in
            try session.collections().filter { try !session.unfilled(kinds, in: $0.number).isEmpty }
        }
        guard !lacking.isEmpty else { return }
        try await database.write { session in
            let missing = try lacking.flatMap { try session.unfilled(kinds, in: $0.number) }
            let forms = Set(missing.map { Filling($0) })
            try session.makeRoom(for: kinds.filter { forms.contains(Filling($0)) })
        }
        // What was emptied may have been filled elsewhere in another form.
        for collection in try await database.read({ try $0.collections() }) {
            try await database.write { session in
                let missing = try session.unfilled(kinds, in: collection.number)
                guard !missing.isEmpty else { return }
                let total: Int? = try session.value(
                    "SELECT count(*) FROM line WHERE collection = \(collection.number) AND position IS NOT NULL")
                try Reindexing.show(missing, of: collection.number, in: session) { done in
                    progress(FillingProgress(collection: collection.alias, done: done, total: total ?? 0))
                }
                try session.noteFilled(missing, in: collection.number)
            }
        }
    }
}
