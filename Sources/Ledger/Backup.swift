import Foundation
import MerkleLog
import STIX
package import Storage

extension GatewayLedger {
    /// Copies everything but the signed checkpoints into one new file, and remembers where it went.
    package func backUp(to file: String) async throws {
        let path = URL(fileURLWithPath: file).standardizedFileURL.path
        guard !FileManager.default.fileExists(atPath: path) else {
            throw StorageError(.alreadyExists, "there is a file already: \(path)")
        }
        // Remembered before it is made: a copy that nobody knows of could not be named when something is erased.
        let made = surroundings.now()
        try await write { session in
            try session.run("INSERT INTO backup (made, path) VALUES (\(made.microseconds), \(path))")
            return ((), [])
        }
        try await database.copy(to: path)
    }

    /// What became of one log in a restore.
    package struct RestoredLog: Sendable {
        package let collection: LogCollection
        /// Nobody can show that the backup holds all that was signed, so the log goes on under a new name.
        package let opensEpoch: Bool
    }

    /// Makes a data directory from a backup (law 11).
    ///
    /// - Throws: `StorageError.alreadyExists` where the directory holds a database, `damaged` where the file is not whole.
    package static func restore(
        _ file: String, into directory: DataDirectory, surroundings: Surroundings = .system,
        migrations: [Migration] = []
    ) async throws -> [RestoredLog] {
        guard FileManager.default.fileExists(atPath: file) else {
            throw StorageError(.notFound, "there is no file \(file)")
        }
        // The write-ahead log of another database would be played into this one.
        let files = ["", "-wal", "-shm"].map { directory.database + $0 }
        guard !files.contains(where: FileManager.default.fileExists(atPath:)) else {
            throw StorageError(
                .alreadyExists,
                "\(directory.path) holds a database; move \(directory.database) (with -wal and -shm) away first")
        }
        try directory.prepare()
        let draft = directory.database + ".restoring"
        try? FileManager.default.removeItem(atPath: draft)
        try FileManager.default.copyItem(atPath: file, toPath: draft)
        try FileManager.default.moveItem(atPath: draft, toPath: directory.database)
        do {
            return try await openRestored(directory, surroundings, migrations)
        } catch {
            for file in files { try? FileManager.default.removeItem(atPath: file) }
            throw error
        }
    }

    private static func openRestored(
        _ directory: DataDirectory, _ surroundings: Surroundings, _ migrations: [Migration]
    ) async throws -> [RestoredLog] {
        let ledger = try GatewayLedger(unchecked: directory, surroundings: surroundings, migrations: migrations)
        let problems = try await ledger.database.integrityProblems()
        guard problems.isEmpty else {
            throw StorageError(.damaged, "the backup is damaged: \(problems.joined(separator: "; "))")
        }
        let opened = try await ledger.write { session in
            var opened: Set<Int> = []
            var grown: [GrownLog] = []
            for collection in try session.collections() where collection.kind == .own {
                let tiles = TileTable(collection: collection.number, session: session)
                let head = try TreeBuilder(size: collection.size, reading: tiles).head
                let signed = try ledger.publication.last(collection)?.checkpoint
                if let signed, signed.origin == collection.origin, signed.size <= head.size,
                    try TreeHash.root(at: signed.size, reading: tiles) == signed.root
                {
                    continue
                }
                let old = try signed ?? Checkpoint(origin: collection.origin, head: head)
                // The same backup may have been restored before, elsewhere: the clock tells the epochs apart where nothing
                // here remembers.
                let now = Int(surroundings.now().microseconds / 1_000_000)
                let epoch = max(max(collection.epoch, LogCollection.epoch(of: old.origin)) + 1, now)
                try session.run("UPDATE collection SET epoch = \(epoch) WHERE number = \(collection.number)")
                var log = try LogAppender(
                    session.collection(number: collection.number), in: session, surroundings: surroundings)
                try log.append(.config(try ledger.rules(of: log.collection, key: session.signingKey(), following: old)))
                grown.append(try log.finish())
                opened.insert(collection.number)
            }
            return (opened, grown)
        }
        return try await Reader.machine(of: ledger).collections().map {
            RestoredLog(collection: $0, opensEpoch: opened.contains($0.number))
        }
    }
}
