package import Storage

/// What a room keeps in tables of its own beside the objects: the one way to the database from outside this room.
///
/// Whoever reads objects has a `Reader`. A route, a verb and a view hold neither a table of another room nor the database, so
/// that what a reader may not see is out of their reach; types that conform to this stand in the folder `Tables` of their room.
package protocol LedgerTable: Sendable {
    var ledger: GatewayLedger { get }
}

extension LedgerTable {
    /// Reads from one unchanging snapshot.
    ///
    /// - Throws: `StorageError.busy` where no connection was free in time; what `body` throws.
    package func read<Result: Sendable>(
        _ body: @Sendable @escaping (Session) throws -> Result
    ) async throws -> Result {
        try await ledger.database.read(body)
    }

    /// Writes in one transaction, as the only writer.
    ///
    /// - Throws: `StorageError.busy` where others wrote for too long; what `body` throws. Nothing has been written then.
    @discardableResult
    package func write<Result: Sendable>(
        _ body: @Sendable @escaping (Session) throws -> Result
    ) async throws -> Result {
        try await ledger.database.write(body)
    }
}

extension GatewayLedger {
    /// All that `body` reads is of one moment, however often it asks: a page never shows two.
    package func atOneMoment<Result: Sendable>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
    ) async throws -> Result {
        try await database.atOneMoment(body)
    }
}
