import Foundation

/// Where somebody wants a result: a file that appears under its name only when it is whole, or a stream.
///
/// What is there already and is no file (a pipe, a terminal, `/dev/stdout`) is written into and not replaced. Until it is
/// whole a file has a name that nothing else had; who may read it is left to the umask.
package final class OutputFile {
    private let path: String
    /// Nil for a stream.
    private let draft: String?
    private let descriptor: Int32
    private let isOurs: Bool
    private var isFinished = false
    package private(set) var written = 0

    /// - Parameter stated: `-` for standard output.
    /// - Throws: `notAFile` for folders and disks, `unwritable`.
    package init(_ stated: String) throws(FileError) {
        var status = stat()
        isOurs = stated != "-"
        let type = isOurs && stat(stated, &status) == 0 ? status.st_mode & S_IFMT : 0
        // A link is followed: what it names is replaced, and not the link.
        let place = type == S_IFREG ? Self.resolved(stated) : stated
        switch type {
        case S_IFDIR: throw FileError(.notAFile, "\(stated) is a folder, and no file")
        case S_IFBLK: throw FileError(.notAFile, "\(stated) is a disk, and no file")
        default: break
        }
        var draft: String?
        let opened: Int32
        if !isOurs {
            opened = STDOUT_FILENO
        } else if let place, type == 0 || type == S_IFREG {
            let name = "\(place).part-\(UUID().uuidString)"
            draft = name
            opened = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        } else {
            opened = open(stated, O_WRONLY | O_CLOEXEC | O_NOCTTY)
        }
        guard opened >= 0 else {
            throw FileError(.unwritable, "couldn't write \(stated): \(String(cString: strerror(errno)))")
        }
        (path, self.draft, descriptor) = (place ?? stated, draft, opened)
    }

    deinit {
        if isOurs { close(descriptor) }
        if let draft, !isFinished { unlink(draft) }
    }

    /// Whether it comes out where commands speak, also under another name.
    package var isStandardOutput: Bool {
        var (own, standard) = (stat(), stat())
        guard draft == nil, fstat(descriptor, &own) == 0, fstat(STDOUT_FILENO, &standard) == 0 else { return false }
        return own.st_dev == standard.st_dev && own.st_ino == standard.st_ino
    }

    package func write(_ bytes: [UInt8]) throws(FileError) {
        try Durable.put(bytes, into: descriptor, at: path)
        written += bytes.count
    }

    /// Gives the file its name.
    package func finish() throws(FileError) {
        guard let draft else { return }
        try Durable.move(draft, to: path)
        isFinished = true
    }

    /// All of it at once.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let file = try OutputFile(path)
        try file.write(bytes)
        try file.finish()
    }

    /// Nil for a file that has lost its name.
    private static func resolved(_ path: String) -> String? {
        guard let text = realpath(path, nil) else { return nil }
        defer { free(text) }
        return String(cString: text)
    }
}
