import Storage

extension GatewayLedger {
    /// Looks at every file: whether it is here, is what it is called after, and is held by some collection.
    ///
    /// - Returns: one finding of them all together, and one for each that is lost, as far as that many help anybody.
    func examineBlobs() async throws -> [Examination] {
        var (count, lost): (Int, [Examination]) = (0, [])
        // Of what interrupted processes left, the rest is looked at.
        do { _ = try await tidyBlobs() } catch {
            lost.append(.init(check: "files", isWell: false, sentence: "some can't be taken away: \(error)"))
        }
        try await eachBlob { hash, size in
            count += 1
            if let problem = try await problem(with: hash, size: size) {
                lost.append(.init(check: "file \(hash)", isWell: false, sentence: problem))
            }
        }
        for shelf in BlobStore.shelves {
            lost += try await blobs.contents(ofShelf: shelf).strangers.map {
                .init(check: "files", isWell: false, sentence: "\($0) is not of this program's making; move it away")
            }
        }
        for collection in try await miscounted() {
            lost.append(
                .init(
                    check: "files of \(collection)", isWell: false,
                    sentence: "they are counted wrongly; run `concord doctor --rebuild`"))
        }
        guard !lost.isEmpty else {
            return count == 0
                ? [] : [.init(check: "files", isWell: true, sentence: "\(count) are here and what they were")]
        }
        let most = 20
        let more = lost.count - most
        return lost.prefix(most)
            + (more > 0 ? [.init(check: "files", isWell: false, sentence: "\(more) more have problems too")] : [])
    }

    private func problem(with hash: BlobHash, size: Int) async throws -> String? {
        let remedy = "copy it from the folder of a backup, or bring the same file again"
        do {
            if let blob = try await blobs.open(hash, size: size), try await blob.isSound() { return nil }
        } catch let error as StorageError where error.code == .damaged || error.code == .notFound {
        }
        // It may have been erased while it was looked at.
        guard try await database.read({ try $0.holds(hash) }) else { return nil }
        let isThere = try await blobs.isThere(hash)
        return "it \(isThere ? "was altered on the disk" : "is missing"); \(remedy)"
    }

    /// The aliases of collections whose files are counted otherwise than they are.
    private func miscounted() async throws -> [String] {
        try await database.read { session in
            try session.collections().filter { collection in
                let counted = try session.first(
                    """
                    SELECT count(*), CAST(coalesce(sum(size), 0) AS BIGINT) FROM blob
                    WHERE collection = \(collection.number)
                    """
                ) { [try $0.get(0, as: Int.self), try $0.get(1, as: Int.self)] }
                let stated = try session.blobSpace(of: collection.number)
                return counted != [stated.blobs, stated.bytes]
            }.map(\.alias)
        }
    }
}

extension Session {
    /// Counts the files of every collection anew.
    func countBlobs() throws {
        try run("DELETE FROM blob_space")
        try run(
            """
            INSERT INTO blob_space (collection, blobs, bytes)
            SELECT collection, count(*), CAST(sum(size) AS BIGINT) FROM blob GROUP BY collection
            """)
    }
}
