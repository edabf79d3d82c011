package import Storage

/// Somebody who reads, with exactly the collections they may read: the one rule out (law 9).
///
/// Every page, list, count and search goes through a reader, and a reader knows nothing of other collections: hidden and
/// absent are the same answer.
package struct Reader: Sendable {
    let ledger: GatewayLedger
    package let viewer: Viewer

    package init(_ ledger: GatewayLedger, for viewer: Viewer) {
        self.ledger = ledger
        self.viewer = viewer
    }

    /// The gateway whose collections these are.
    package var gateway: GatewayLedger.Gateway { ledger.gateway }

    /// Whoever asks, without an account.
    package static func everyone(of ledger: GatewayLedger) -> Reader { Reader(ledger, for: .everyone) }

    /// Whoever runs commands on the data directory.
    package static func machine(of ledger: GatewayLedger) -> Reader { Reader(ledger, for: .operatorOfTheMachine) }

    /// The collections that the reader may read.
    package func collections() async throws -> [LogCollection] {
        try await read { session, _ in try self.readable(in: session) }
    }

    /// The collection with this id or alias; nil where it is hidden or absent.
    package func collection(_ name: String) async throws -> LogCollection? {
        try await ledger.database.read { try $0.collection(name, for: viewer) }
    }

    /// The signed log of a collection, without what was withdrawn from it; nil where it is hidden or absent.
    package func log(_ name: String) async throws -> StoredLog? {
        try await collection(name).map { StoredLog(ledger: ledger, collection: $0, includesWithdrawn: false) }
    }

    /// Writes the log of a collection as one file, as `GatewayLedger.exportLog` does; false where it is hidden or absent.
    package func export(_ name: String, to write: ([UInt8]) async throws -> Void) async throws -> Bool {
        guard let collection = try await collection(name) else { return false }
        _ = try await ledger.exportLog(collection.id, to: write)
        return true
    }

    private func readable(in session: Session) throws -> [LogCollection] {
        try session.collections().filter { viewer.reads($0) }
    }

    /// Reads in one snapshot, also what a room keeps of the objects that stand; `readable` are the numbers of the reader's
    /// collections, and a question to any table names them.
    package func read<Result: Sendable>(_ body: @Sendable @escaping (Session, _ readable: [Int]) throws -> Result)
        async throws
        -> Result
    {
        try await ledger.database.read { session in
            try body(session, try readable(in: session).map(\.number))
        }
    }
}

extension Session {
    /// The collection with this id or alias; nil where it is hidden or absent.
    func collection(_ name: String, for viewer: Viewer) throws -> LogCollection? {
        // Each by its own index; `SQL(text:)` because a column is no value.
        for column in ["c.id", "c.alias"] {
            let condition: SQL = "\(SQL(text: column)) = \(name)"
            let found = try first(
                "SELECT \(LogCollection.columns) FROM collection c WHERE \(condition)", LogCollection.init)
            if let found, viewer.reads(found) { return found }
        }
        return nil
    }
}
