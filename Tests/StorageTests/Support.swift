import Foundation
import Synchronization

@testable import Storage

/// A folder for one test, in memory where the machine has such a place; all are removed when the tests have run.
struct TemporaryFolder: Sendable {
    let path: String

    private static let parent: String = {
        let memory = "/dev/shm"
        let place = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
        atexit { try? FileManager.default.removeItem(atPath: TemporaryFolder.parent) }
        return "\(place)/concord-storage-tests-\(getpid())"
    }()

    init() throws {
        path = Self.parent + "/" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    var files: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }

    /// The files below the folder that hold these bytes.
    func files(holding needle: String) throws -> [String] {
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return try names.filter { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
            guard !isFolder.boolValue else { return false }
            return try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")).range(of: Data(needle.utf8)) != nil
        }
    }
}

/// What a column holds, whatever it is.
struct Cell: SQLValue, Equatable {
    var sql: Value
    init?(sql: Value) { self.sql = sql }
}

/// Notes what happened, in order, from any task.
final class Diary: Sendable {
    private let entries = Mutex<[String]>([])
    func note(_ entry: String) { entries.withLock { $0.append(entry) } }
    var lines: [String] { entries.withLock(\.self) }
}

extension Migration {
    /// A table of pairs, for tests of everything but migrations.
    static let pairs = Migration(
        name: "test-0001-pairs", why: "Tests need a table.",
        sql: [
            "CREATE TABLE pair (key TEXT PRIMARY KEY, content BYTEA)", TextIndex(table: "words").creation,
            TextIndex(table: "words").vocabulary,
        ])
}

extension Database {
    /// A new database in the folder, or the one that is there.
    static func open(
        _ folder: TemporaryFolder, migrations: [Migration] = [.pairs], name: String = "test.db"
    ) throws -> Database {
        let path = "\(folder.path)/\(name)"
        return try Database(
            path: path, creating: !FileManager.default.fileExists(atPath: path), migrations: migrations,
            backups: folder.path + "/backups")
    }
}
