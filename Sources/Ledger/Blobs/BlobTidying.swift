package import STIX
import Storage

extension GatewayLedger {
    /// Destroys the bytes of files that no collection holds any more; nothing of them is left when this returns.
    ///
    /// The row that names them went before, with the last object that did: nobody could read them since. Here they lose their place, in
    /// one transaction with the note that they must, and are overwritten.
    func purgeBlobs() async throws {
        while try await takePlaces() {}
        if try await blobs.hasLeaving() { try await blobs.shred() }
    }

    /// False where there was nothing to take away.
    private func takePlaces() async throws -> Bool {
        guard try await database.read({ try $0.value("SELECT 1 FROM blob_gone LIMIT 1", as: Int.self) }) != nil else {
            return false
        }
        try await database.write { session in
            let gone: [BlobHash] = try session.rows("SELECT sha256 FROM blob_gone LIMIT \(Self.blobsAtOnce)") {
                try $0.get(0)
            }
            // Somebody may have brought the same again.
            try blobs.setAside(try gone.filter { try !session.holds($0) }, name: surroundings.uuid)
            for hash in gone { try session.run("DELETE FROM blob_gone WHERE sha256 = \(hash)") }
        }
        return true
    }

    /// How many one transaction takes, so that nobody waits long to write.
    private static let blobsAtOnce = 500

    /// Takes away what nobody hands out: files that have waited for an object too long, and what interrupted processes left.
    ///
    /// - Returns: when to look again; nil where no file is here.
    package func tidyBlobs() async throws -> Timestamp? {
        let now = surroundings.now()
        try await releaseUnnamed(before: now.microseconds - BlobLimits.patience)
        try await blobs.removeLeft()
        for shelf in BlobStore.shelves { try await takeOrphans(from: shelf) }
        try await purgeBlobs()
        let isEmpty = try await database.read { try $0.value("SELECT 1 FROM blob LIMIT 1", as: Int.self) } == nil
        return isEmpty ? nil : Timestamp(clamping: now.microseconds + BlobLimits.patience)
    }

    private func releaseUnnamed(before: Int64) async throws {
        while true {
            let unnamed = try await database.read { session in
                try session.rows(
                    """
                    SELECT b.collection, b.sha256 FROM blob b WHERE b.arrived < \(before)
                    AND NOT EXISTS (SELECT 1 FROM blob_grant g WHERE g.collection = b.collection AND g.sha256 = b.sha256)
                    AND NOT EXISTS (SELECT 1 FROM quarantine q
                        WHERE q.collection = b.collection AND q.names = b.sha256 AND q.decided IS NULL)
                    LIMIT \(Self.blobsAtOnce)
                    """
                ) { (try $0.get(0, as: Int.self), try $0.get(1, as: BlobHash.self)) }
            }
            guard !unnamed.isEmpty else { return }
            try await database.write { session in
                for (collection, hash) in unnamed {
                    // It may have been brought again.
                    let arrived: Int64? = try session.value(
                        "SELECT arrived FROM blob WHERE collection = \(collection) AND sha256 = \(hash)")
                    if let arrived, arrived < before { try session.release(hash, in: collection) }
                }
            }
        }
    }

    /// Bytes without a row: somebody's process ended between the two.
    private func takeOrphans(from shelf: Int) async throws {
        let found = try await blobs.contents(ofShelf: shelf).blobs
        let orphans = try await database.read { session in try found.filter { try !session.holds($0) } }
        guard !orphans.isEmpty else { return }
        // As the writer: whoever brings files gives them place and row within one transaction.
        try await database.write { session in
            try blobs.setAside(try orphans.filter { try !session.holds($0) }, name: surroundings.uuid)
        }
    }
}

extension Session {
    /// Whether any collection holds the file.
    func holds(_ hash: BlobHash) throws -> Bool {
        try statement("SELECT 1 FROM blob WHERE sha256 = ?1 LIMIT 1").first([hash.sql]) { _ in true } ?? false
    }
}
