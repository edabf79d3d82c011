import Crypto
import Foundation
import MerkleLog
package import STIX
package import Storage

/// The ledger of one gateway: its objects, its collections, and the log of each.
///
/// One way in (`admit`), one rule out (`Reader`). Each command and the server open the same data directory; writers take turns.
package struct GatewayLedger: Sendable {
    let database: Database
    package let gateway: Gateway
    let publication: Publication
    /// All that made the schema, of every room.
    let migrations: [Migration]
    /// What follows the objects that stand, of every room.
    let projectionKinds: [any Projection.Type]
    let listeners: [any GrowthListener.Type]
    package let surroundings: Surroundings
    package let directory: DataDirectory
    /// Files that are not objects.
    let blobs: BlobStore

    /// Who this gateway is.
    package struct Gateway: Sendable, Equatable {
        /// Made at `init`, for ever: a UUID.
        package let id: String
        package let name: String
        /// What it is for, in one sentence of its operator; may be empty.
        package let sentence: String
        package let created: Timestamp
        /// Whether everything here is invented: a demonstration, which one command removes.
        package let isDemo: Bool

        /// The people who run it.
        package var desk: Audience { .organisation(id) }
        /// The `identity` object under which it speaks.
        package var identity: String { "identity--\(id)" }
    }

    /// Makes a data directory with a gateway of this name and no collection.
    ///
    /// - Throws: `StorageError.alreadyExists` where there is one.
    package static func create(
        _ directory: DataDirectory, name: String, sentence: String = "", isDemo: Bool = false,
        surroundings: Surroundings = .system,
        migrations: [Migration] = [], projections: [any Projection.Type] = [],
        listeners: [any GrowthListener.Type] = []
    ) async throws -> GatewayLedger {
        if case .postgreSQL = directory.database, FileManager.default.fileExists(atPath: directory.file) {
            throw StorageError(
                .alreadyExists,
                "\(directory.path) is another gateway's, whose tables are in \(directory.file): name another directory")
        }
        try directory.prepare()
        let database = try Database(
            at: directory.database, creating: true, migrations: ledgerMigrations + migrations,
            backups: directory.backups)
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: surroundings.random(32))
        try await database.write { session in
            let id = surroundings.uuid()
            try session.reserve("identity--\(id)", for: id)
            try session.run(
                """
                INSERT INTO gateway (id, name, sentence, created, is_demo, signing_key)
                VALUES (\(id), \(name), \(sentence), \(surroundings.now().microseconds), \(isDemo ? 1 : 0),
                    \(Array(key.rawRepresentation)))
                """)
        }
        return try await GatewayLedger(
            directory, surroundings: surroundings, migrations: migrations, projections: projections,
            listeners: listeners)
    }

    /// Opens a data directory, signs what an interrupted writer left durable but unsigned, and fills projections that are new.
    ///
    /// - Parameter filling: hears how far that is, where there are such.
    /// - Throws: `behindSigned` or `forked` where the database is not the one this gateway last signed for.
    package init(
        _ directory: DataDirectory, surroundings: Surroundings = .system, migrations: [Migration] = [],
        projections: [any Projection.Type] = [], listeners: [any GrowthListener.Type] = [],
        cache: Database.Cache = .small, patience: Patience = .endless,
        filling: @Sendable @escaping (FillingProgress) -> Void = { _ in }
    ) async throws {
        try await self.init(
            unchecked: directory, surroundings: surroundings, migrations: migrations, projections: projections,
            listeners: listeners, cache: cache, patience: patience)
        try await publishAll()
        try await fillProjections(progress: filling)
    }

    /// Opens without looking at what was signed: for `backup`, `restore`, `doctor` and `log verify`, which are asked when
    /// something is wrong.
    package init(
        unchecked directory: DataDirectory, surroundings: Surroundings = .system, migrations: [Migration] = [],
        projections: [any Projection.Type] = [], listeners: [any GrowthListener.Type] = [],
        cache: Database.Cache = .small, patience: Patience = .endless
    ) async throws {
        self.directory = directory
        blobs = BlobStore(folder: directory.blobs)
        self.surroundings = surroundings
        self.migrations = ledgerMigrations + migrations
        self.projectionKinds = Self.ownProjections + projections
        self.listeners = listeners
        database = try Database(
            at: directory.database, migrations: self.migrations, backups: directory.backups,
            cache: cache, patience: patience)
        let found = try await database.read { session in
            try session.first("SELECT id, name, sentence, created, is_demo FROM gateway") {
                Gateway(
                    id: try $0.get(0), name: try $0.get(1), sentence: try $0.get(2),
                    created: try Timestamp(stored: $0.get(3)), isDemo: try $0.get(4, as: Int.self) != 0)
            }
        }
        guard let found else { throw LedgerError(.unknownGateway, "\(directory.path) holds no gateway") }
        guard Surroundings.isUUID(found.id) else {
            throw LedgerError(.damagedRecord, "the id of the gateway is no UUID: another program wrote it")
        }
        gateway = found
        publication = Publication(folder: directory.signed)
    }

    /// Ends all that goes on in the database.
    package func close() async throws { try await database.close() }

    /// Writes as the only writer, then signs the logs that grew.
    func write<Result: Sendable>(
        _ body: @Sendable @escaping (Session) throws -> (Result, [GrownLog])
    ) async throws -> Result {
        try await database.write { session in
            let outcome = try body(session)
            for log in outcome.1 { try tellGrowth(of: log.collection, to: log.head.size, in: session) }
            return outcome
        } committed: { outcome, session in
            for log in outcome.1 { try publish(log, in: session) }
        }.0
    }

    private func publish(_ log: GrownLog, in session: Session) throws {
        try publication.publish(log.collection, log.head, key: session.signingKey()) { size in
            if size == log.before.size { return log.before.root }
            return try TreeHash.root(
                at: size, reading: TileTable(collection: log.collection.number, session: session))
        }
    }

    /// Signs what is durable and unsigned; waits for other writers only where there is such.
    ///
    /// - Returns: the aliases of the logs that are signed for only now.
    @discardableResult
    func publishAll() async throws -> [String] {
        guard try await !database.read({ try unsigned(in: $0) }).isEmpty else { return [] }
        return try await write { session in
            let logs = try unsigned(in: session)
            return (logs.map(\.collection.alias), logs)
        }
    }

    /// The logs whose head is not the one that was signed last.
    ///
    /// - Throws: `behindSigned` where nobody knows what was signed.
    private func unsigned(in session: Session) throws -> [GrownLog] {
        try session.collections().filter { $0.kind == .own }.compactMap { collection in
            // A collection is signed for when it is made; without that file nobody knows what has been signed since.
            guard let signed = try publication.last(collection)?.checkpoint else {
                throw publication.lost(collection)
            }
            let tiles = TileTable(collection: collection.number, session: session)
            let head = try TreeBuilder(size: collection.size, reading: tiles).head
            if signed.origin == collection.origin, signed.head == head { return nil }
            return GrownLog(collection: collection, before: head, head: head)
        }
    }
}

/// Where a gateway keeps what it has.
package struct DataDirectory: Sendable {
    package let path: String
    /// Where the tables are, if not in a file here.
    private let elsewhere: Database.Place?

    /// - Parameter database: where the tables are; nil for a file of SQLite in the directory itself.
    package init(_ path: String, database: Database.Place? = nil) { (self.path, elsewhere) = (path, database) }

    /// Everything but what was signed, and files; in the backups.
    package var database: Database.Place { draft == nil ? elsewhere ?? .file(file) : .file(file) }
    /// The file of SQLite, where it is one; what is spooled stands beside it.
    package var file: String { (draft ?? path) + "/concord.db" }
    /// Where a restore makes its database until it is whole; nil for the one in use.
    var draft: String?
    /// The folder of that draft.
    var drafts: String { path + "/restoring" }
    /// The last signed checkpoint of each collection; in no backup (law 11).
    package var signed: String { path + "/signed" }
    /// Files that are not objects; nobody but their store knows what is in it.
    package var blobs: String { path + "/blobs" }
    /// Copies made before an upgrade.
    package var backups: String { path + "/backups" }

    /// Makes the folders, for their owner's eyes only.
    package func prepare() throws {
        for folder in [path, signed] {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
    }
}

extension Session {
    func collections() throws -> [LogCollection] {
        try rows("SELECT \(LogCollection.columns) FROM collection c ORDER BY c.number", LogCollection.init)
    }

    /// The collection with this id or alias.
    func collection(_ name: String) throws -> LogCollection {
        let found = try first(
            "SELECT \(LogCollection.columns) FROM collection c WHERE c.id = \(name) OR c.alias = \(name)",
            LogCollection.init)
        guard let found else {
            let known = try collections().map(\.alias).joined(separator: ", ")
            throw LedgerError(.unknownCollection, "there is no collection \(name); there are: \(known)")
        }
        return found
    }
}
