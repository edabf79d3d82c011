import Foundation

extension Durable {
    /// Overwrites a file and removes it; nothing happens where there is none.
    ///
    /// The right to read it goes first: whoever has it open can tell by that that the bytes are no longer its own
    /// (``OpenedFile/isGivenUp``).
    package static func shred(_ path: String) throws(FileError) {
        // Nothing but a file: a link leads to what is somebody else's, and whoever opens a pipe waits for its other end.
        var found = stat()
        if lstat(path, &found) == 0, found.st_mode & S_IFMT != S_IFREG {
            throw FileError(.unwritable, "\(path) is no file of this program's making; move it away")
        }
        guard chmod(path, 0o200) == 0 else {
            if errno == ENOENT { return }
            throw FileError(.unwritable, "couldn't take the rights of \(path): \(String(cString: strerror(errno)))")
        }
        let file = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else {
            if errno == ENOENT { return }
            throw FileError(.unwritable, "couldn't open \(path): \(String(cString: strerror(errno)))")
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else {
            throw FileError(.unwritable, "couldn't look at \(path): \(String(cString: strerror(errno)))")
        }
        var left = Int(status.st_size)
        let zeros = [UInt8](repeating: 0, count: min(1 << 20, max(left, 1)))
        while left > 0 {
            try put(left < zeros.count ? Array(zeros.prefix(left)) : zeros, into: file, at: path)
            left -= min(left, zeros.count)
        }
        try flush(file, at: path)
        // What is still open elsewhere is empty, and not only without a name.
        guard ftruncate(file, 0) == 0, unlink(path) == 0 || errno == ENOENT else {
            throw FileError(.unwritable, "couldn't remove \(path): \(String(cString: strerror(errno)))")
        }
    }
}
