import Foundation
import Testing
import TestSupport

@testable import Storage

/// What is read at one moment is of one moment, and keeps nobody else from anything.
@Suite(.timeLimit(.minutes(15))) struct SnapshotTests {
    private static func add(_ key: String, to database: Database) async throws {
        try await database.write { try $0.run("INSERT INTO pair (key) VALUES (\(key))") }
    }

    private static func count(_ database: Database) async throws -> Int? {
        try await database.read { try $0.value("SELECT count(*) FROM pair", as: Int.self) }
    }

    @Test func `what others write meanwhile is not seen until it ends`() async throws {
        let folder = try TemporaryFolder()
        let (database, other) = (try Database.open(folder), try Database.open(folder))
        try await database.atOneMoment {
            #expect(try await Self.count(database) == 0)
            try await Self.add("a", to: other)
            // Whoever reads, and in whatever task of this one.
            #expect(try await Self.count(database) == 0)
            async let beside = Self.count(database)
            #expect(try await beside == 0)
            #expect(try await Self.count(other) == 1)
        }
        #expect(try await Self.count(database) == 1)
    }

    @Test func `its moment is that of its first read`() async throws {
        let database = try Database.open(TemporaryFolder())
        try await database.atOneMoment {
            try await Task.detached { try await Self.add("a", to: database) }.value
            #expect(try await Self.count(database) == 1)
            try await Task.detached { try await Self.add("b", to: database) }.value
            #expect(try await Self.count(database) == 1)
        }
    }

    @Test func `whoever writes reads what they wrote`() async throws {
        let database = try Database.open(TemporaryFolder())
        try await database.atOneMoment {
            #expect(try await Self.count(database) == 0)
            try await Self.add("a", to: database)
            #expect(try await Self.count(database) == 1)
        }
    }

    @Test func `a task that goes on after its end reads all the same`() async throws {
        let database = try Database.open(TemporaryFolder())
        let (gate, opened) = AsyncStream.makeStream(of: Void.self)
        let later = try await database.atOneMoment { () async throws in
            #expect(try await Self.count(database) == 0)
            return Task {
                for await _ in gate { break }
                return try await Self.count(database)
            }
        }
        try await Self.add("a", to: database)
        opened.finish()
        #expect(try await later.value == 1)
    }

    @Test func `many at once are all answered, and the log of what was written can be emptied`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/test.db"
        let database = try Database(
            at: TestDatabase.place(path), creating: true, migrations: [.pairs], backups: folder.path,
            patience: Patience(reading: nil, writing: nil, holding: .seconds(60)))
        let seen = try await withThrowingTaskGroup { group in
            for number in 0..<60 {
                group.addTask {
                    try await database.atOneMoment {
                        let first = try await Self.count(database)
                        try await Task.sleep(for: .milliseconds(2))
                        let second = try await Self.count(database)
                        if number % 5 == 0 { try await Self.add("\(number)", to: database) }
                        return first == second
                    }
                }
            }
            for _ in 0..<3 { group.addTask { (try? await database.settle()) != nil } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(seen.count == 63 && seen.allSatisfy(\.self))
        #expect(try await Self.count(database) == 12)
    }

    @Test func `who reads nothing takes no connection`() async throws {
        let folder = try TemporaryFolder()
        let database = try Database(
            at: TestDatabase.place(folder.path + "/test.db"), creating: true, migrations: [.pairs],
            backups: folder.path,
            patience: Patience(reading: .seconds(2), writing: nil))
        let (gate, opened) = AsyncStream.makeStream(of: Void.self)
        let idle = Task {
            try await database.atOneMoment {
                try await database.atOneMoment {
                    try await database.atOneMoment {
                        try await database.atOneMoment {
                            try await database.atOneMoment {
                                for await _ in gate { break }
                                return try await Self.count(database)
                            }
                        }
                    }
                }
            }
        }
        #expect(try await Self.count(database) == 0)
        opened.finish()
        #expect(try await idle.value == 0)
    }

    @Test func `whoever reads nothing for long loses the connection, and reads on later`() async throws {
        let folder = try TemporaryFolder()
        let database = try Database(
            at: TestDatabase.place(folder.path + "/test.db"), creating: true, migrations: [.pairs],
            backups: folder.path,
            patience: Patience(reading: nil, writing: nil, holding: .milliseconds(20)))
        try await database.atOneMoment {
            #expect(try await Self.count(database) == 0)
            try await Task.detached { try await Self.add("a", to: database) }.value
            while try await Self.count(database) == 0 { try await Task.sleep(for: .milliseconds(40)) }
        }
    }

    @Test func `an error in one read ends no other`() async throws {
        struct Mine: Error {}
        let database = try Database.open(TemporaryFolder())
        try await database.atOneMoment { () async throws in
            await #expect(throws: Mine.self) { try await database.read { _ in throw Mine() } }
            await #expect(throws: (any Error).self) { try await database.read { try $0.run("SELECT nothing") } }
            #expect(try await Self.count(database) == 0)
        }
    }
}
