import Foundation
import Synchronization

/// A file or stream that somebody named: opened once, looked at by its descriptor, and read from its first byte.
///
/// A name can stand for something else at the second look, for a folder, or for a pipe that nobody writes to. So nobody
/// looks twice, and what is no file is one only where that is meant.
package final class OpenedFile: Sendable {
    /// As it was given; `-` for standard input.
    package let path: String
    /// Bytes in all; nil for a stream.
    package let size: Int?
    private let descriptor: Int32
    private let isOurs: Bool
    /// What was looked at before it was read.
    private let ahead = Mutex<[UInt8]>([])

    package enum Kind: Sendable {
        /// Only a file, also at the end of a symbolic link.
        case file
        /// Pipes, sockets and terminals too, and `-` for standard input: whoever reads them waits for whoever writes.
        case fileOrStream
    }

    /// - Throws: `notFound`, `notAFile`, `unreadable`.
    package init(_ path: String, _ kind: Kind = .file) throws(FileError) {
        self.path = path
        isOurs = path != "-" || kind == .file
        if isOurs {
            // Where a stream is not meant, opening one must not wait for whoever writes to it.
            descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | (kind == .file ? O_NONBLOCK : 0))
        } else {
            descriptor = STDIN_FILENO
        }
        guard descriptor >= 0 else {
            throw FileError(
                errno == ENOENT || errno == ENOTDIR ? .notFound : .unreadable,
                "couldn't open \(path): \(String(cString: strerror(errno)))")
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let reason = String(cString: strerror(errno))
            if isOurs { close(descriptor) }
            throw FileError(.unreadable, "couldn't look at \(path): \(reason)")
        }
        switch (status.st_mode & S_IFMT, kind) {
        case (S_IFREG, _): size = isOurs ? Int(status.st_size) : nil
        case (S_IFIFO, .fileOrStream), (S_IFSOCK, .fileOrStream), (S_IFCHR, .fileOrStream): size = nil
        case (let type, _):
            if isOurs { close(descriptor) }
            throw FileError(.notAFile, "\(path) is \(type == S_IFDIR ? "a folder" : "a pipe or device"), and no file")
        }
    }

    deinit { if isOurs { close(descriptor) } }

    /// The next bytes; nil at the end.
    package func next(atMost count: Int = 1 << 20) throws(FileError) -> [UInt8]? {
        let seen = ahead.withLock { ahead in
            defer { ahead.removeFirst(min(count, ahead.count)) }
            return Array(ahead.prefix(count))
        }
        let bytes = seen.isEmpty ? try fill(count) : seen
        return bytes.isEmpty ? nil : bytes
    }

    /// The first bytes, which `next` gives again; fewer where it is shorter.
    package func peek(_ count: Int) throws(FileError) -> [UInt8] {
        var bytes = ahead.withLock(\.self)
        while bytes.count < count {
            let more = try fill(count - bytes.count)
            if more.isEmpty { break }
            bytes += more
        }
        ahead.withLock { $0 = bytes }
        return Array(bytes.prefix(count))
    }

    /// All of it, from where it has been read so far.
    ///
    /// - Throws: `tooLarge` where there is more than that.
    package func contents(atMost most: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= most, let more = try next(atMost: min(1 << 20, most + 1 - bytes.count)) { bytes += more }
        guard bytes.count <= most else {
            throw FileError(.tooLarge, "\(path) has more than \(most) bytes")
        }
        return bytes
    }

    /// Bytes of a file from a place of it, wherever it has been read to; fewer at its end.
    package func bytes(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let place = off_t(offset + bytes.count)
            let more = try fill(min(1 << 20, count - bytes.count), at: place)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    /// Whether it is being destroyed: what was read of it since it was opened may no longer be its own (``Durable/shred(_:)``).
    package var isGivenUp: Bool {
        var status = stat()
        return fstat(descriptor, &status) != 0 || status.st_mode & S_IRUSR == 0
    }

    /// Whether some of its size was never written: reading that gives zeros, and as many as somebody cared to claim.
    package var hasHole: Bool {
        guard let size else { return false }
        let hole = lseek(descriptor, 0, Self.seekHole)
        lseek(descriptor, 0, SEEK_SET)
        // Every file has one at its end; a file system that knows of none says the same.
        return hole >= 0 && hole < off_t(size)
    }

    /// `SEEK_HOLE` of lseek(2), which glibc keeps for those who define `_GNU_SOURCE`.
    #if os(Linux)
        private static let seekHole: Int32 = 4
    #else
        private static let seekHole = SEEK_HOLE
    #endif

    private func fill(_ count: Int, at offset: off_t? = nil) throws(FileError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            var got: Int
            repeat {
                got =
                    offset.map { pread(descriptor, buffer.baseAddress, count, $0) }
                    ?? read(descriptor, buffer.baseAddress, count)
            } while got < 0 && errno == EINTR
            if got < 0 { failure = errno }
            filled = max(0, got)
        }
        guard failure == 0 else {
            throw FileError(.unreadable, "couldn't read \(path): \(String(cString: strerror(failure)))")
        }
        return bytes
    }
}
