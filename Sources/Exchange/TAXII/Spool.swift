import Foundation
import Ledger
import STIX
import Storage
import Web

/// A body on disk: it is read whole before anything of it is placed, and no sender's pace or size fills the memory.
///
/// The file has no name, so nothing of it outlives the process.
struct Spool: ByteSource {
    private let file: FileHandle

    /// - Parameter path: beside which the file is made.
    /// - Throws: `Problem.tooLarge`.
    init(_ body: BodyStream, beside path: String) async throws {
        var template = Array((path + ".body-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            throw StorageError(.system, "couldn't make a file for a body: \(String(cString: strerror(errno)))")
        }
        unlink(template)
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        while let piece = try await body.next() { try file.write(contentsOf: piece) }
        try rewind()
    }

    /// Of more objects it would be too much to say what became of each.
    static let mostObjects = 100_000

    /// Reads the body to its end.
    ///
    /// - Throws: 422 where that can't be done, or it has no objects; 413 where it has too many.
    func check() throws {
        var (scanner, count) = (ObjectScanner(), 0)
        do {
            while let piece = try next() {
                try scanner.feed(piece) { _ in count += 1 }
                guard count <= Self.mostObjects else {
                    throw TAXIIError(.tooLarge, "An envelope has at most \(Self.mostObjects) objects.")
                }
            }
            try scanner.finish { _ in count += 1 }
        } catch let error as StreamError {
            throw TAXIIError(
                .unprocessable, error.description,
                details: [.text("code", error.code.rawValue), .count("offset", error.offset)])
        }
        guard count > 0 else { throw TAXIIError(.unprocessable, "The envelope has no objects.") }
        try rewind()
    }

    func next() throws -> [UInt8]? {
        guard let data = try file.read(upToCount: 1 << 20), !data.isEmpty else { return nil }
        return Array(data)
    }

    private func rewind() throws { try file.seek(toOffset: 0) }
}
