import MerkleLog
package import Storage

extension GatewayLedger {
    /// Writes a collection as a file that proves itself: checkpoint, hash tiles, entries, records and bodies.
    ///
    /// The file is a tar archive whose members have the paths under which the log is served, so unpacked it is a log again.
    /// It holds the log as far as it had been signed when it was begun, and further where something was withdrawn or erased before
    /// it was read: every gap is explained in it. What was withdrawn is in it as entry and record, without its body. Files that its
    /// objects name follow, as far as the collection holds them.
    ///
    /// - Parameters:
    ///   - write: receives the file piece by piece.
    ///   - progress: entries written, of how many.
    ///   - lost: is told of each file that is left out because it is not here, or is not what it was.
    /// - Returns: the number of entries.
    /// - Throws: `changing` where something that is written already was erased meanwhile and the rest can't do without telling so.
    package func exportLog(
        _ name: String, to write: ([UInt8]) async throws -> Void, progress: (Int, Int) -> Void = { _, _ in },
        lost: (BlobHash) -> Void = { _ in }
    ) async throws -> Int {
        let collection = try await database.read { try $0.collection(name) }
        var archive = try await LogArchive(StoredLog(ledger: self, collection: collection, includesWithdrawn: false))
        try await archive.writeEntries(to: write, progress: progress)
        try await archive.writeHead(to: write)
        let named = archive.named
        try await exportBlobs(of: collection, to: write, where: { named.contains($0) }, lost: lost)
        try await write(Tar.end)
        return archive.checkpoint.size
    }

    /// Writes what stands in a collection now as one STIX bundle, each object as the exact bytes that arrived.
    ///
    /// - Returns: the number of objects.
    package func exportBundle(
        _ name: String, to write: ([UInt8]) async throws -> Void, progress: (Int, Int) -> Void = { _, _ in }
    ) async throws -> Int {
        let collection = try await database.read { try $0.collection(name) }
        try await write(Array(#"{"type":"bundle","id":"bundle--\#(surroundings.uuid())","objects":["#.utf8))
        var count = 0
        var after = -1
        while true {
            let start = after
            let page = try await database.read { session in
                try session.rows(
                    """
                    SELECT e.position, b.bytes FROM entry e CROSS JOIN line l
                    JOIN body b ON b.collection = e.collection AND b.number = e.body
                    WHERE l.collection = e.collection AND l.number = e.number
                    AND \(SQL.isEntry(in: start + 1..<Int.max, of: collection.number)) AND l.position IS NOT NULL
                    ORDER BY e.number LIMIT 500
                    """
                ) { (try $0.get(0, as: Int.self), try $0.get(1, as: [UInt8].self)) }
            }
            guard let last = page.last else { break }
            for (_, body) in page {
                try await write(Array((count == 0 ? "\n" : ",\n").utf8) + body)
                count += 1
            }
            after = last.0
            progress(after + 1, collection.size)
        }
        try await write(Array("\n]}\n".utf8))
        return count
    }
}
