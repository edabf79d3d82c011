import Crypto
import Files

/// Bytes that stand here, opened: they can be read to their end, or until they are erased.
package struct StoredBlob: Sendable {
    package let hash: BlobHash
    package let size: Int
    let file: OpenedFile
    let store: BlobStore

    /// So much is read at once.
    private static let piece = KnownPieces.length

    /// As the disk has them now, whatever they are.
    ///
    /// - Throws: `notFound` where they are being erased, `damaged` where they end too early.
    func bytes(at offset: Int, count: Int) async throws -> [UInt8] {
        try await store.off { try read(at: offset, count: count) }
    }

    private func read(at offset: Int, count: Int) throws -> [UInt8] {
        let bytes = try file.bytes(at: offset, count: count)
        // Looked at afterwards: what was overwritten before has lost that right before.
        guard !file.isGivenUp else { throw StorageError(.notFound, "the file \(hash) has been erased") }
        guard bytes.count == count else { throw StorageError(.damaged, "the file \(hash) ends too early") }
        return bytes
    }

    /// Reads a part of it piece by piece.
    ///
    /// A part is read by whole pieces, and none is handed over that was altered. Of the whole, where it was never read before, that
    /// is known at its end: then the last piece is handed over only where the bytes are those that they are called after.
    ///
    /// - Throws: `notFound` where it is erased meanwhile, and `damaged`.
    package func read(_ range: Range<Int>, to send: ([UInt8]) async throws -> Void) async throws {
        guard range == 0..<size, store.pieces.digests(of: hash) == nil else {
            return try await readPart(range, to: send)
        }
        var whole = SHA256()
        var digests: [SHA256.Digest] = []
        var offset = 0
        repeat {
            let piece = try await bytes(at: offset, count: min(Self.piece, size - offset))
            offset += piece.count
            whole.update(data: piece)
            digests.append(SHA256.hash(data: piece))
            guard offset < size || BlobHash(whole.finalize()) == hash else { throw altered }
            if !piece.isEmpty { try await send(piece) }
        } while offset < size
        store.pieces.keep(digests, of: hash)
    }

    private func readPart(_ range: Range<Int>, to send: ([UInt8]) async throws -> Void) async throws {
        guard !range.isEmpty else { return }
        let digests = try await readThrough()
        for index in range.lowerBound / Self.piece...(range.upperBound - 1) / Self.piece {
            let start = index * Self.piece
            let piece = try await bytes(at: start, count: min(Self.piece, size - start))
            guard SHA256.hash(data: piece) == digests[index] else { throw altered }
            let wanted = range.clamped(to: start..<start + piece.count)
            try await send(Array(piece[wanted.lowerBound - start..<wanted.upperBound - start]))
        }
    }

    /// Makes sure that parts of it can be told from altered ones: all of it is read once, as long as it is remembered.
    ///
    /// - Throws: `damaged` where it is not what it is called after, `notFound` where it is erased meanwhile.
    package func verify() async throws { _ = try await readThrough() }

    private func readThrough() async throws -> [SHA256.Digest] {
        if let known = store.pieces.digests(of: hash) { return known }
        return try await store.off(on: store.pieces.queue) {
            // Somebody may have asked for the same and waited in front.
            if let known = store.pieces.digests(of: hash) { return known }
            var whole = SHA256()
            var digests: [SHA256.Digest] = []
            var offset = 0
            repeat {
                let piece = try read(at: offset, count: min(Self.piece, size - offset))
                offset += piece.count
                whole.update(data: piece)
                digests.append(SHA256.hash(data: piece))
            } while offset < size
            guard BlobHash(whole.finalize()) == hash else { throw altered }
            store.pieces.keep(digests, of: hash)
            return digests
        }
    }

    private var altered: StorageError {
        StorageError(
            .damaged,
            "the file \(hash) was altered on the disk since it came: copy it from the folder of a backup, or bring it again"
        )
    }

    /// Whether its bytes are, now, those that it is called after.
    package func isSound() async throws -> Bool {
        try await store.off {
            var whole = SHA256()
            var offset = 0
            do {
                while offset < size {
                    let piece = try read(at: offset, count: min(Self.piece, size - offset))
                    offset += piece.count
                    whole.update(data: piece)
                }
            } catch let error as StorageError where error.code == .damaged {
                return false
            }
            return BlobHash(whole.finalize()) == hash
        }
    }
}
