import Foundation

/// Puts files in place so that after a crash each is the old one or the new one, and whole.
///
/// It waits for the disk: nothing that answers others calls it on a thread of theirs.
package enum Durable {
    /// Replaces what stands at `path`.
    package static func replace(_ path: String, with text: String) throws(FileError) {
        let draft = path + ".new"
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        try check(file, "create \(draft)")
        defer { close(file) }
        try put(Array(text.utf8), into: file, at: draft)
        try move(draft, to: path)
    }

    /// Makes a finished draft durable and gives it its name, over whatever stands there.
    package static func move(_ draft: String, to path: String) throws(FileError) {
        try flush(draft, O_RDONLY)
        try check(rename(draft, path), "rename over \(path)")
        try flush(URL(filePath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
    }

    /// An empty file of this name that was not there before, for its owner's eyes only.
    ///
    /// - Throws: `alreadyExists`.
    package static func make(_ path: String) throws(FileError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if file < 0, errno == EEXIST { throw FileError(.alreadyExists, "there is a file already: \(path)") }
        try check(file, "create \(path)")
        close(file)
    }

    /// Writes all of it.
    static func put(_ bytes: [UInt8], into file: Int32, at path: String) throws(FileError) {
        var bytes = bytes[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            try check(Int32(truncatingIfNeeded: written), "write \(path)")
            bytes = bytes.dropFirst(written)
        }
    }

    /// Makes the names in a folder durable.
    package static func flush(folder: String) throws(FileError) { try flush(folder, O_RDONLY | O_DIRECTORY) }

    /// Makes durable what was written to any file of this machine: for so many that one after the other would take long.
    package static func flushAll() { sync() }

    /// Makes durable what was written to an open file.
    static func flush(_ descriptor: Int32, at path: String) throws(FileError) {
        try check(fsync(descriptor), "flush \(path)")
    }

    private static func flush(_ path: String, _ flags: Int32) throws(FileError) {
        let descriptor = open(path, flags | O_CLOEXEC)
        try check(descriptor, "open \(path)")
        defer { close(descriptor) }
        try flush(descriptor, at: path)
    }

    private static func check(_ result: Int32, _ what: String) throws(FileError) {
        guard result < 0 else { return }
        throw FileError(.unwritable, "couldn't \(what): \(String(cString: strerror(errno)))")
    }
}
