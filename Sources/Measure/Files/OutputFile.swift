import Foundation

/// A file that is written to be given away.
package enum OutputFile {
    /// Writes a file that appears under its name only when it is whole, with the rights that the umask leaves.
    ///
    /// - Throws: `MeasureError` with the system's reason.
    package static func write(_ bytes: [UInt8], to path: String) throws(MeasureError) {
        let draft = "\(path).part-\(UUID().uuidString)"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(path, String(cString: strerror(errno))) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: bytes)
            try file.close()
        } catch {
            unlink(draft)
            throw failure(path, error.localizedDescription)
        }
        guard rename(draft, path) == 0 else {
            let cause = String(cString: strerror(errno))
            unlink(draft)
            throw failure(path, cause)
        }
    }

    private static func failure(_ path: String, _ cause: String) -> MeasureError {
        MeasureError("unwritable", "couldn't write \(path): \(cause)")
    }
}
