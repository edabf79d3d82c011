import Crypto
import Files
import Synchronization

/// Bytes on their way in, of which nothing is in memory but their SHA-256; they are gone with whoever brings them, and at once where
/// they are refused.
package final class BlobDraft: Sendable {
    private let file: DraftFile
    private let store: BlobStore
    private let most: Int
    private let state = Mutex((hash: SHA256(), size: 0))

    init(file: DraftFile, atMost most: Int, in store: BlobStore) {
        (self.file, self.most, self.store) = (file, most, store)
    }

    /// - Throws: `FileError.tooLarge` as soon as there are more than may be.
    package func write(_ bytes: [UInt8]) async throws {
        try await orDiscard { [self] in
            try state.withLock { state in
                state.size += bytes.count
                guard state.size <= most else {
                    throw FileError(.tooLarge, "it has more than the \(most) bytes that there is room for")
                }
                state.hash.update(data: bytes)
                try file.write(bytes)
            }
        }
    }

    /// Takes all that a source gives.
    package func take(_ next: () async throws -> [UInt8]?) async throws -> ReceivedBlob {
        do {
            while let piece = try await next() { try await write(piece) }
            return try await finish()
        } catch {
            file.discard()
            throw error
        }
    }

    private func orDiscard<Result: Sendable>(_ work: @Sendable @escaping () throws -> Result) async throws -> Result {
        do { return try await store.off(work) } catch {
            file.discard()
            throw error
        }
    }

    /// All of it is here, and durable.
    package func finish() async throws -> ReceivedBlob {
        try await orDiscard { [self] in
            try file.flush()
            return state.withLock { ReceivedBlob(hash: BlobHash($0.hash.finalize()), size: $0.size, file: file) }
        }
    }
}

/// Bytes that are here whole and durable, and have no place yet: without one they go with whoever holds this.
package struct ReceivedBlob: Sendable {
    package let hash: BlobHash
    package let size: Int
    let file: DraftFile

    /// Gives them up, unless they have a place by now.
    package func discard() { file.discard() }
}
