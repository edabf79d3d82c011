import Foundation
import STIX
import Storage

/// Objects whose marking nobody here has seen yet; they wait on disk until the end of the input (law 7).
///
/// The file has no name, so nothing of it outlives the process; what waits has not been acknowledged.
struct WaitingRoom: ByteSource {
    private let file: FileHandle
    private(set) var count = 0
    /// How many of them are markings, for which others may wait.
    private(set) var markingDefinitions = 0

    init(beside path: String) throws {
        var template = Array((path + ".waiting-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            throw StorageError(.system, "couldn't make a file for waiting objects: \(String(cString: strerror(errno)))")
        }
        unlink(template)
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Objects follow each other as one stream, which the scanner splits again.
    mutating func add(_ object: STIXObject) throws {
        try file.write(contentsOf: object.bytes + [UInt8(ascii: "\n")])
        count += 1
        if object.markingDefinition != nil { markingDefinitions += 1 }
    }

    mutating func rewind() throws {
        try file.seek(toOffset: 0)
    }

    mutating func next() throws -> [UInt8]? {
        guard let data = try file.read(upToCount: 1 << 20), !data.isEmpty else { return nil }
        return Array(data)
    }
}
