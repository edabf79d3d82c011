import Dispatch
import Files
import Foundation

/// Bytes that are no rows, each file under the SHA-256 of what is in it: the one door to them.
///
/// Nobody else knows where they lie. What stands here is decided by rows of the database: whoever gives bytes a place, or takes
/// it from them, does so in the transaction that says so, and so as the only writer. What reads or writes bytes waits for the disk on
/// a queue of its own.
package struct BlobStore: Sendable {
    let folder: String
    let queue = DispatchQueue(label: "concord.blobs", attributes: .concurrent)
    let pieces: KnownPieces

    package init(folder: String) { self.init(folder: folder, pieces: KnownPieces()) }

    init(folder: String, pieces: KnownPieces) { (self.folder, self.pieces) = (folder, pieces) }

    /// Where bytes are while they come in.
    private var incoming: String { folder + "/incoming" }
    /// Where bytes are that nobody may read any more, until they are overwritten.
    private var leaving: String { folder + "/leaving" }

    func path(_ hash: BlobHash) -> String { "\(shelf(of: hash))/\(hash)" }

    private func shelf(of hash: BlobHash) -> String { "\(folder)/\(hash.description.prefix(2))" }

    /// Every folder that bytes may stand in, by its number.
    package static let shelves = 0..<256

    /// Runs what waits for the disk where nobody else waits.
    func off<Result: Sendable>(
        on queue: DispatchQueue? = nil, _ work: @Sendable @escaping () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            (queue ?? self.queue).async { continuation.resume(with: Swift.Result(catching: work)) }
        }
    }

    // MARK: In

    /// Room for bytes that come in.
    ///
    /// - Parameter name: that nobody else has.
    package func draft(named name: String, atMost most: Int) async throws -> BlobDraft {
        let file = try await off {
            try Self.make(incoming)
            return try DraftFile("\(incoming)/\(name)")
        }
        return BlobDraft(file: file, atMost: most, in: self)
    }

    /// Gives bytes their places, durably; for the writer, before it says that they are here.
    ///
    /// What is here already is replaced by the same: nobody can tell by the time which of them was, and what a disk has altered is
    /// mended.
    package func keep(_ received: [ReceivedBlob]) throws {
        var shelves: Set<String> = []
        for blob in received {
            let shelf = shelf(of: blob.hash)
            if shelves.insert(shelf).inserted { try Self.make(shelf) }
            try blob.file.place(at: path(blob.hash))
        }
        for shelf in shelves.sorted() { try Durable.flush(folder: shelf) }
        if !shelves.isEmpty { try Durable.flush(folder: folder) }
    }

    static func make(_ folder: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    // MARK: Out

    /// The bytes of this name; nil where they are not here.
    ///
    /// - Parameter size: what their row says.
    /// - Throws: `damaged` where they have another size.
    package func open(_ hash: BlobHash, size: Int) async throws -> StoredBlob? {
        try await off {
            do {
                let file = try OpenedFile(path(hash))
                guard !file.isGivenUp else { return nil }
                guard file.size == size else {
                    throw StorageError(.damaged, "the file \(hash) has \(file.size ?? 0) bytes, and had \(size)")
                }
                return StoredBlob(hash: hash, size: size, file: file, store: self)
            } catch let error as FileError where error.code == .notFound {
                return nil
            }
        }
    }

    /// Whether the bytes of this name are here, and are those that they are called after.
    package func isSound(_ hash: BlobHash, size: Int) async throws -> Bool {
        do {
            return try await open(hash, size: size)?.isSound() ?? false
        } catch let error as StorageError where error.code == .damaged {
            return false
        }
    }

    /// Whether there is a file of this name, whatever is in it.
    package func isThere(_ hash: BlobHash) async throws -> Bool {
        try await off { FileManager.default.fileExists(atPath: path(hash)) }
    }

    // MARK: Away

    /// Takes bytes out of everybody's reach; for the writer, in the transaction in which nothing names them any more.
    ///
    /// They are destroyed by `shred()`, at once or by whoever comes next.
    ///
    /// - Parameter name: one that nobody else has, for each.
    package func setAside(_ hashes: [BlobHash], name: () -> String) throws {
        var shelves: Set<String> = []
        for hash in hashes where FileManager.default.fileExists(atPath: path(hash)) {
            try Self.make(leaving)
            guard rename(path(hash), "\(leaving)/\(name())") == 0 else {
                throw FileError(.unwritable, "couldn't take \(hash) away: \(String(cString: strerror(errno)))")
            }
            shelves.insert(shelf(of: hash))
        }
        guard !shelves.isEmpty else { return }
        // In this order: a crash in between leaves a file with two names, and never one with none.
        try Durable.flush(folder: leaving)
        for shelf in shelves.sorted() { try Durable.flush(folder: shelf) }
    }

    /// Destroys what was set aside, also by those who were interrupted.
    package func shred() async throws {
        try await off {
            // One that can't be destroyed holds up no other.
            var failure: (any Error)?
            for name in Self.names(in: leaving) {
                do { try Durable.shred("\(leaving)/\(name)") } catch { failure = failure ?? error }
            }
            if let failure { throw failure }
        }
    }

    /// Whether something that was set aside is still to be destroyed.
    package func hasLeaving() async throws -> Bool { try await off { !Self.names(in: leaving).isEmpty } }

    // MARK: Looking through

    /// Removes what was coming in when its process ended.
    package func removeLeft() async throws { try await off { DraftFile.removeLeft(in: incoming) } }

    /// What stands in one of the folders, and what has no business there.
    package func contents(ofShelf number: Int) async throws -> (blobs: [BlobHash], strangers: [String]) {
        try await off {
            let shelf = String(number + 0x100, radix: 16).suffix(2)
            var (blobs, strangers): ([BlobHash], [String]) = ([], [])
            for name in Self.names(in: "\(folder)/\(shelf)") {
                if let hash = BlobHash(hex: name), hash.description == name, name.hasPrefix(shelf) {
                    blobs.append(hash)
                } else {
                    strangers.append("\(folder)/\(shelf)/\(name)")
                }
            }
            return (blobs, strangers)
        }
    }

    private static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
