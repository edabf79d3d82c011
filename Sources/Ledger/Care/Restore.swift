import Files
import Foundation
import MerkleLog
import STIX
package import Storage

extension GatewayLedger {
    /// What became of one log in a restore.
    package struct RestoredLog: Sendable {
        package let collection: LogCollection
        /// Nobody can show that the backup holds all that was signed, so the log goes on under a new name.
        package let opensEpoch: Bool
    }

    /// What a restore brought.
    package struct Restored: Sendable {
        package let logs: [RestoredLog]
        package let blobs: BlobTransfer
    }

    /// Makes a data directory from a backup (law 11).
    ///
    /// The database is made beside, checked, brought up to date and signed for, and then gets its name. Whatever ends the
    /// process before leaves a directory without a database, in which the same can be asked again.
    ///
    /// - Throws: `StorageError.alreadyExists` where the directory holds a database, `damaged` where the file is not whole or
    ///   holds what no version of this program made, `busy` where another restore is at it.
    package static func restore(
        _ file: String, into directory: DataDirectory, surroundings: Surroundings = .system,
        migrations: [Migration] = []
    ) async throws -> Restored {
        let backup = try open(backup: file)
        guard try !Database.exists(at: directory.database) else {
            let problem =
                switch directory.database {
                case .file(let path): "\(directory.path) holds a database; move \(path) (with -wal and -shm) away first"
                case .postgreSQL:
                    "there is a gateway in this PostgreSQL database; name another, or another schema of it"
                }
            throw StorageError(.alreadyExists, problem)
        }
        try directory.prepare()
        guard let lock = try ProcessLock(directory.drafts + ".lock") else {
            throw StorageError(.busy, "another restore into \(directory.path) is going on")
        }
        defer { withExtendedLifetime(lock) {} }
        // What an interrupted one has left.
        try? FileManager.default.removeItem(atPath: directory.drafts)
        defer {
            for left in [directory.drafts, directory.drafts + ".lock"] {
                try? FileManager.default.removeItem(atPath: left)
            }
        }
        var draft = directory
        draft.draft = directory.drafts
        try FileManager.default.createDirectory(
            atPath: directory.drafts, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try copy(backup, to: draft.file)
        // The folder stands beside the file itself, also where a link names that.
        let named = URL(filePath: file).resolvingSymlinksInPath().path
        let (opened, blobs) = try await prepareRestored(draft, named, surroundings, migrations)
        switch directory.database {
        case .file(let path): try Durable.move(draft.file, to: path)
        case .postgreSQL: try await Database.copy(draft.database, to: directory.database, ledgerMigrations + migrations)
        }
        let ledger = try await GatewayLedger(directory, surroundings: surroundings, migrations: migrations)
        let logs = try await Reader.machine(of: ledger).collections().map {
            RestoredLog(collection: $0, opensEpoch: opened.contains($0.number))
        }
        return Restored(logs: logs, blobs: blobs)
    }

    private static func open(backup path: String) throws -> OpenedFile {
        do {
            let file = try OpenedFile(path)
            // A database in use has its newest entries there, and a copy without them would be an older one.
            if let log = try? OpenedFile(path + "-wal"), log.size ?? 0 > 0 {
                throw StorageError(
                    .damaged,
                    """
                    \(path) has a write-ahead log beside it, so it is a database in use and no backup; \
                    make one with `concord backup`
                    """)
            }
            try check(file)
            return file
        } catch let error as FileError where error.code == .notFound {
            throw StorageError(.notFound, "there is no file \(path)")
        }
    }

    /// Before anything is copied: whether its head says that it is a database, and of just this size (SQLite's file format,
    /// §1.3).
    private static func check(_ backup: OpenedFile) throws {
        let head = try backup.bytes(at: 0, count: 32)
        guard head.count == 32, head.starts(with: Array("SQLite format 3\u{0}".utf8)) else {
            throw StorageError(.damaged, "\(backup.path) is no database, and so no backup")
        }
        let stated = Int(head[16]) << 8 | Int(head[17])
        let size = (stated == 1 ? 65_536 : stated) * head[28..<32].reduce(0) { $0 << 8 | Int($1) }
        guard size == backup.size else {
            throw StorageError(
                .damaged, "\(backup.path) has \(backup.size ?? 0) bytes, and its head says \(size): it is not whole")
        }
    }

    private static func copy(_ backup: OpenedFile, to path: String) throws {
        try Durable.make(path)
        guard let target = FileHandle(forWritingAtPath: path) else {
            throw StorageError(.system, "couldn't write \(path)")
        }
        defer { try? target.close() }
        while let piece = try backup.next() { try target.write(contentsOf: piece) }
    }

    /// Checks the draft, upgrades it, brings its files, opens new epochs where it must, and signs them.
    ///
    /// - Parameter backup: the path of the file that the draft is a copy of.
    /// - Returns: the numbers of the collections whose log opens an epoch, and what became of the files.
    private static func prepareRestored(
        _ draft: DataDirectory, _ backup: String, _ surroundings: Surroundings, _ migrations: [Migration]
    ) async throws -> (opened: Set<Int>, blobs: BlobTransfer) {
        // Before anything runs in it: a trigger of somebody else's would run with the first statement.
        let strangers = try Database.strangers(at: draft.database, migrations: ledgerMigrations + migrations)
        guard strangers.isEmpty else {
            throw StorageError(
                .damaged, "the backup is not one of this program's: \(strangers.joined(separator: "; "))")
        }
        let ledger = try await GatewayLedger(unchecked: draft, surroundings: surroundings, migrations: migrations)
        let problems = try await ledger.database.integrityProblems()
        guard problems.isEmpty else {
            throw StorageError(.damaged, "the backup is damaged: \(problems.joined(separator: "; "))")
        }
        let blobs = try await ledger.restoreBlobs(of: backup)
        let opened = try await ledger.write { session in
            var opened: Set<Int> = []
            var grown: [GrownLog] = []
            for collection in try session.collections() where collection.kind == .own {
                try ledger.publication.setAside(collection)
                guard let log = try ledger.newEpoch(of: collection, in: session) else { continue }
                grown.append(log)
                opened.insert(collection.number)
            }
            return (opened, grown)
        }
        try await ledger.close()
        return (opened, blobs)
    }

    /// Opens a new epoch whose first entry names the checkpoint it follows; nil where the log continues what was signed.
    private func newEpoch(of collection: LogCollection, in session: Session) throws -> GrownLog? {
        let tiles = TileTable(collection: collection.number, session: session)
        let head = try TreeBuilder(size: collection.size, reading: tiles).head
        let signed = try publication.last(collection)?.checkpoint
        if let signed, signed.origin == collection.origin, signed.size <= head.size,
            try TreeHash.root(at: signed.size, reading: tiles) == signed.root
        {
            return nil
        }
        let old = try signed ?? Checkpoint(origin: collection.origin, head: head)
        // The same backup may have been restored before, elsewhere: the clock tells the epochs apart where nothing
        // here remembers.
        let now = Int(surroundings.now().microseconds / 1_000_000)
        let (next, isTooFar) = max(collection.epoch, LogCollection.epoch(of: old.origin)).addingReportingOverflow(1)
        guard !isTooFar else {
            throw LedgerError(.damagedLog, "the epoch of \(collection.alias), \(collection.origin), has none after it")
        }
        let epoch = max(next, now)
        try session.run("UPDATE collection SET epoch = \(epoch) WHERE number = \(collection.number)")
        var log = try LogAppender(
            session.collection(number: collection.number), in: session, surroundings: surroundings)
        try log.append(.config(try rules(of: log.collection, key: session.signingKey(), following: old)))
        return try log.finish()
    }
}
