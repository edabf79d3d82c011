import Foundation

/// A folder for one test, in memory where the machine has such a place; all are removed when the tests have run.
package struct ScratchFolder: Sendable {
    package let path: String

    private static let parent: String = {
        let memory = "/dev/shm"
        let place = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
        atexit { try? FileManager.default.removeItem(atPath: ScratchFolder.parent) }
        return "\(place)/concord-tests-\(getpid())"
    }()

    package init() throws {
        path = Self.parent + "/" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
}
