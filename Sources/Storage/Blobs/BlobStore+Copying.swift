import Crypto
import Files
import Foundation

/// How one file went from one folder of blobs to another.
package enum BlobCopy: Sendable {
    case copied, linked
    /// It is not there, or not what it is called after.
    case missing
}

extension BlobStore {
    /// Copies bytes of this store into another one, whose folder nobody else writes: into a backup, or out of one.
    ///
    /// What is copied is durable after `Durable.flushAll()`. Each is checked on the way. Bytes in use are never linked: erasing them overwrites them.
    ///
    /// - Parameter earlier: a copy made before, whose files are never written: they become files of the other one too.
    package func copy(
        _ hash: BlobHash, size: Int, to other: BlobStore, linking earlier: BlobStore? = nil
    ) async throws -> BlobCopy {
        try await off {
            let target = other.path(hash)
            let shelf = URL(filePath: target).deletingLastPathComponent().path
            // A copy that went bad would be handed on from backup to backup, and called good in each.
            if let earlier, try Self.isWhole(earlier.path(hash), hash: hash, size: size) {
                try Self.make(shelf)
                if link(earlier.path(hash), target) == 0 { return .linked }
            }
            guard let source = try? OpenedFile(path(hash)), source.size == size else { return .missing }
            try Self.make(shelf)
            let draft = target + Self.copying
            defer { unlink(draft) }
            unlink(draft)
            try Durable.make(draft)
            guard let file = FileHandle(forWritingAtPath: draft) else {
                throw StorageError(.system, "couldn't write \(draft)")
            }
            defer { try? file.close() }
            var digest = SHA256()
            while let piece = try source.next() {
                digest.update(data: piece)
                try file.write(contentsOf: piece)
            }
            guard !source.isGivenUp, BlobHash(digest.finalize()) == hash else { return .missing }
            guard rename(draft, target) == 0 else {
                throw StorageError(.system, "couldn't write \(target): \(String(cString: strerror(errno)))")
            }
            return .copied
        }
    }

    /// Whether a file is what it is called after; a file that isn't there or can't be read is not.
    private static func isWhole(_ path: String, hash: BlobHash, size: Int) throws -> Bool {
        guard let file = try? OpenedFile(path), file.size == size else { return false }
        var digest = SHA256()
        while let piece = try? file.next() { digest.update(data: piece) }
        return BlobHash(digest.finalize()) == hash
    }

    /// Removes a folder of copies that nobody writes any more.
    ///
    /// - Throws: `alreadyExists` where anything in it is no copy of a file; nothing has been removed then.
    package func removeCopies() async throws {
        try await off {
            for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
                let parts = path.split(separator: "/")
                let name = parts.last.map { $0.hasSuffix(Self.copying) ? $0.dropLast(Self.copying.count) : $0 } ?? ""
                let isShelf = parts.count == 1 && name.count == 2 && name.allSatisfy(\.isHexDigit)
                guard isShelf || parts.count == 2 && name.hasPrefix(parts[0]) && BlobHash(hex: name) != nil else {
                    throw StorageError(
                        .alreadyExists, "there is a folder already, and not only of a backup: \(folder); move it away")
                }
            }
            try FileManager.default.removeItem(atPath: folder)
        }
    }

    /// Behind the name of a copy that is being made.
    private static let copying = ".part"

    /// Makes all that was copied durable.
    package func flush() async throws { try await off { Durable.flushAll() } }
}
