import Crypto
import Files

/// Bytes that stand here, opened: they can be read to their end, or until they are erased.
package struct StoredBlob: Sendable {
    package let hash: BlobHash
    package let size: Int
    let file: OpenedFile
    let store: BlobStore

    /// So much is read at once.
    private static let piece = 256 << 10

    /// - Throws: `notFound` where they are being erased, `damaged` where they end too early.
    package func bytes(at offset: Int, count: Int) async throws -> [UInt8] {
        try await store.off { [file, hash] in
            let bytes = try file.bytes(at: offset, count: count)
            // Looked at afterwards: what was overwritten before has lost that right before.
            guard !file.isGivenUp else { throw StorageError(.notFound, "the file \(hash) has been erased") }
            guard bytes.count == count else { throw StorageError(.damaged, "the file \(hash) ends too early") }
            return bytes
        }
    }

    /// Reads a part of it piece by piece.
    ///
    /// Of the whole, the last piece is handed over only where the bytes are those that they are called after.
    ///
    /// - Throws: what `bytes` throws, and `damaged`.
    package func read(_ range: Range<Int>, to send: ([UInt8]) async throws -> Void) async throws {
        var hash = SHA256()
        let isWhole = range == 0..<size
        var offset = range.lowerBound
        repeat {
            let piece = try await bytes(at: offset, count: min(Self.piece, range.upperBound - offset))
            offset += piece.count
            if isWhole {
                hash.update(data: piece)
                guard offset < size || BlobHash(hash.finalize()) == self.hash else {
                    throw StorageError(.damaged, "the file \(self.hash) was altered since it came")
                }
            }
            if !piece.isEmpty { try await send(piece) }
        } while offset < range.upperBound
    }

    /// Whether its bytes are those that it is called after.
    package func isSound() async throws -> Bool {
        do {
            try await read(0..<size) { _ in }
            return true
        } catch let error as StorageError where error.code == .damaged {
            return false
        }
    }
}
