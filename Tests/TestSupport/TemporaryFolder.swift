import Foundation

/// A folder for one test, in memory where the machine has such a place; all are removed when the tests have run.
package struct TemporaryFolder: Sendable {
    package let path: String

    private static let parent: String = {
        let memory = "/dev/shm"
        let place = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
        atexit { try? FileManager.default.removeItem(atPath: TemporaryFolder.parent) }
        return "\(place)/concord-tests-\(getpid())"
    }()

    package init() throws {
        path = Self.parent + "/" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    package var files: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }

    /// The files below the folder that hold these bytes.
    package func files(holding needle: some Collection<UInt8>) throws -> [String] {
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return try names.filter { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
            guard !isFolder.boolValue else { return false }
            return try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")).range(of: Data(needle)) != nil
        }
    }

    package func files(holding needle: String) throws -> [String] { try files(holding: needle.utf8) }
}
