import Foundation
@testable import Storage
import Testing
import TestSupport

@Suite struct DatabaseTests {
    struct Stop: Error {}

    @Test func `what throws is rolled back, and the database goes on`() async throws {
        let database = try Database.open(TemporaryFolder())
        await #expect(throws: Stop.self) {
            try await database.write { session in
                try session.run("INSERT INTO pair (key) VALUES ('half')")
                throw Stop()
            }
        }
        try await database.write { try $0.run("INSERT INTO pair (key) VALUES ('whole')") }
        #expect(
            try database.readNow { try $0.rows("SELECT key FROM pair") { try $0.get(0, as: String.self) } } == ["whole"]
        )
    }

    @Test func `a failing statement throws and leaves nothing`() async throws {
        let database = try Database.open(TemporaryFolder())
        await #expect(throws: (any Error).self) {
            try await database.write { session in
                try session.run("INSERT INTO pair (key) VALUES ('twice')")
                try session.run("INSERT INTO pair (key) VALUES ('twice')")
            }
        }
        #expect(try database.readNow { try $0.value("SELECT count(*) FROM pair", as: Int.self) } == 0)
    }

    @Test(.onSQLite, arguments: [true, false]) func `the writer is durable and overwrites what it deletes`(
        _ reopened: Bool
    )
        async throws
    {
        let folder = try TemporaryFolder()
        var database = try Database.open(folder)
        if reopened { database = try Database.open(folder) }
        let settings = try await database.write { session in
            [
                try session.value("PRAGMA synchronous", as: Int.self),
                try session.value("PRAGMA secure_delete", as: Int.self),
            ]
        }
        #expect(settings == [2, 1])
        #expect(try database.readNow { try $0.value("PRAGMA journal_mode", as: String.self) } == "wal")
    }

    @Test(.onSQLite) func `only its owner may read the file`() throws {
        let folder = try TemporaryFolder()
        _ = try Database.open(folder)
        let mode =
            try FileManager.default.attributesOfItem(atPath: folder.path + "/test.db")[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
    }

    @Test(.onSQLite) func `what was deleted is in none of the files after settling`() async throws {
        let folder = try TemporaryFolder()
        let database = try Database.open(folder)
        let secret = "198.51.100.77-secret"
        try await database.write { session in
            for number in 0..<500 { try session.run("INSERT INTO pair (key) VALUES (\("key \(number * 7919 % 500)"))") }
            try session.run("INSERT INTO pair (key, content) VALUES (\(secret), \(Array(secret.utf8)))")
        }
        #expect(try !folder.files(holding: secret).isEmpty)
        try await database.write { try $0.run("DELETE FROM pair WHERE key = \(secret)") }
        try await database.settle()
        #expect(try folder.files(holding: secret) == [])
    }

    @Test func `two holders of one database write in turn, each with what follows its commit`() async throws {
        let folder = try TemporaryFolder()
        let first = try Database.open(folder)
        let second = try Database.open(folder)
        let diary = Diary()
        try await withThrowingTaskGroup { group in
            for number in 0..<20 {
                let database = number % 2 == 0 ? first : second
                group.addTask {
                    try await database.write { session in
                        diary.note("begin \(number)")
                        try session.run("INSERT INTO pair (key) VALUES (\("\(number)"))")
                        return number
                    } committed: { number, _ in
                        // Another connection sees the row, so it is durable by now.
                        let other = number % 2 == 0 ? second : first
                        let seen = try other.readNow {
                            try $0.value("SELECT 1 FROM pair WHERE key = \("\(number)")", as: Int.self)
                        }
                        usleep(2_000)
                        diary.note("\(seen == 1 ? "end" : "lost") \(number)")
                    }
                }
            }
            try await group.waitForAll()
        }
        let lines = diary.lines
        #expect(lines.count == 40)
        for pair in stride(from: 0, to: 40, by: 2) {
            #expect(lines[pair + 1] == lines[pair].replacing("begin", with: "end"))
        }
    }

    @Test func `a read sees one moment while others write`() async throws {
        let database = try Database.open(TemporaryFolder())
        let counts = try await database.read { session in
            let before = try session.value("SELECT count(*) FROM pair", as: Int.self)
            let written = DispatchSemaphore(value: 0)
            Task {
                try await database.write { try $0.run("INSERT INTO pair (key) VALUES ('new')") }
                written.signal()
            }
            written.wait()
            return [before, try session.value("SELECT count(*) FROM pair", as: Int.self)]
        }
        #expect(counts == [0, 0])
    }

    @Test func `a copy is whole, private and never written over`() async throws {
        let folder = try TemporaryFolder()
        let database = try Database.open(folder)
        try await database.write { try $0.run("INSERT INTO pair (key) VALUES ('kept')") }
        let target = folder.path + "/copy.db"
        try await database.copy(to: target)
        let copy = try Database(at: .file(target), migrations: [.pairs], backups: folder.path)
        #expect(try copy.readNow { try $0.value("SELECT key FROM pair", as: String.self) } == "kept")
        #expect(try await copy.integrityProblems() == [])
        let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
        let error = await #expect(throws: StorageError.self) { try await database.copy(to: target) }
        #expect(error?.code == .alreadyExists)
        // What stands where the copy would be written is somebody's.
        let other = folder.path + "/other.db"
        try Data("mine".utf8).write(to: URL(filePath: Database.draft(of: other)))
        let taken = await #expect(throws: StorageError.self) { try await database.copy(to: other) }
        #expect(taken?.sentence.contains("other.db.part; it is no copy of a database") == true)
        #expect(try String(contentsOfFile: Database.draft(of: other), encoding: .utf8) == "mine")
        #expect(folder.files.contains("other.db.part") && !folder.files.contains("other.db"))
    }

    @Test func `a copy that was interrupted is replaced, and one that is being made is not`() async throws {
        let folder = try TemporaryFolder()
        let database = try Database.open(folder)
        try await database.write { try $0.run("INSERT INTO pair (key) VALUES ('kept')") }
        let target = folder.path + "/copy.db"
        try await database.copy(to: target) { replacesLeft in
            #expect(!replacesLeft)
            // Another wants to write there too.
            let error = await #expect(throws: StorageError.self) { try await database.copy(to: target) }
            #expect(error?.sentence.contains("a copy is being made there") == true)
            #expect(folder.files.contains("copy.db.part"))
        }
        #expect(folder.files.filter { $0.hasPrefix("copy") } == ["copy.db"])
        // Its process was killed: the draft and the name of its lock are left, and nobody holds it.
        for left in [
            Data(), Data([UInt8](repeating: 0, count: 4_096)), try Data(contentsOf: URL(filePath: target)).prefix(999),
        ] {
            let next = folder.path + "/next.db"
            try left.write(to: URL(filePath: Database.draft(of: next)))
            try Data().write(to: URL(filePath: Database.draft(of: next) + ".lock"))
            try await database.copy(to: next) { #expect($0) }
            let copy = try Database(at: .file(next), migrations: [.pairs], backups: folder.path)
            #expect(try copy.readNow { try $0.value("SELECT key FROM pair", as: String.self) } == "kept")
            try await copy.close()
            #expect(
                folder.files.filter { $0.hasPrefix("next") && !$0.contains("-") }
                    == ["next.db", "next.db.lock"].filter(folder.files.contains))
            for name in folder.files where name.hasPrefix("next") {
                try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
            }
        }
    }

    @Test func `a link or a folder where the draft would be is somebody's`() async throws {
        let folder = try TemporaryFolder()
        let database = try Database.open(folder)
        let (target, mine) = (folder.path + "/copy.db", folder.path + "/mine")
        try Data("SQLite format 3\0 and mine".utf8).write(to: URL(filePath: mine))
        try FileManager.default.createSymbolicLink(atPath: Database.draft(of: target), withDestinationPath: mine)
        await #expect(throws: StorageError.self) { try await database.copy(to: target) }
        #expect(FileManager.default.fileExists(atPath: mine))
        try FileManager.default.removeItem(atPath: Database.draft(of: target))
        try FileManager.default.createDirectory(atPath: Database.draft(of: target), withIntermediateDirectories: false)
        await #expect(throws: StorageError.self) { try await database.copy(to: target) }
        #expect(!FileManager.default.fileExists(atPath: target))
    }

    @Test func `a database is neither made by accident nor made twice`() throws {
        let folder = try TemporaryFolder()
        let place = TestDatabase.place(folder.path + "/other.db")
        #expect(throws: StorageError.self) { try Database(at: place, migrations: [.pairs], backups: folder.path) }
        _ = try Database(at: place, creating: true, migrations: [.pairs], backups: folder.path)
        let error = #expect(throws: StorageError.self) {
            try Database(at: place, creating: true, migrations: [.pairs], backups: folder.path)
        }
        #expect(error?.code == .alreadyExists)
    }

    @Test(.timeLimit(.minutes(15))) func `whoever empties the write-ahead log lets others write while somebody reads`()
        async throws
    {
        let folder = try TemporaryFolder()
        let settling = try Database.open(folder)
        let others = try Database.open(folder)
        try await settling.write { try $0.run("INSERT INTO pair (key, content) VALUES ('a', NULL)") }
        let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
        let end = DispatchSemaphore(value: 0)
        async let reading: Void = others.read { session in
            _ = try session.value("SELECT count(*) FROM pair", as: Int.self)
            beginning.yield()
            end.wait()
        }
        for await _ in begun { break }
        // An older moment is being read now.
        try await others.write { try $0.run("INSERT INTO pair (key, content) VALUES ('b', NULL)") }
        async let settled: Void = settling.settle()
        for number in 0..<5 {
            try await others.write { try $0.run("INSERT INTO pair (key, content) VALUES (\("c\(number)"), NULL)") }
            try await Task.sleep(for: .milliseconds(200))
        }
        end.signal()
        try await reading
        try await settled
    }
}
