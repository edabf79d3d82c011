import Dispatch
import Foundation
import Testing
import TestSupport

@testable import Storage

/// Whoever waits for the database holds no thread of others, and does not wait for ever.
@Suite(.timeLimit(.minutes(15))) struct WaitingTests {
    private static func open(_ folder: TemporaryFolder, _ patience: Patience) throws -> Database {
        try Database(
            at: TestDatabase.place(folder.path + "/test.db"), creating: true, migrations: [.pairs],
            backups: folder.path, patience: patience)
    }

    /// A latch that work on a connection can wait for: it blocks that connection, and nothing else.
    private final class Latch: Sendable {
        private let gate = DispatchSemaphore(value: 0)
        func wait() {
            gate.wait()
            gate.signal()
        }
        func open() { gate.signal() }
    }

    @Test func `a hundred readers and writers at once are all answered, however few connections there are`()
        async throws
    {
        let database = try Self.open(TemporaryFolder(), .serving)
        let answers = try await withThrowingTaskGroup { group in
            for number in 0..<200 {
                group.addTask {
                    if number % 10 == 0 {
                        try await database.write { try $0.run("INSERT INTO pair (key) VALUES (\("\(number)"))") }
                    }
                    return try await database.read { session in
                        usleep(1_000)
                        return try session.value("SELECT count(*) FROM pair", as: Int.self) ?? -1
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 200 && answers.allSatisfy { (0...20).contains($0) })
    }

    @Test func `where every connection is taken for too long, others are told so, and those who read go on`()
        async throws
    {
        let database = try Self.open(TemporaryFolder(), Patience(reading: .seconds(2), writing: nil))
        let (latch, begun) = (Latch(), DispatchSemaphore(value: 0))
        let holders = (0..<4).map { _ in
            Task {
                try await database.read { session in
                    begun.signal()
                    latch.wait()
                    return try session.value("SELECT 7", as: Int.self)
                }
            }
        }
        await Task.detached { for _ in 0..<4 { begun.wait() } }.value
        let error = await #expect(throws: StorageError.self) { try await database.read { _ in } }
        #expect(error?.code == .busy)
        latch.open()
        for holder in holders { #expect(try await holder.value == 7) }
        // What nobody waited for any more took no connection with it.
        for _ in 0..<8 { #expect(try await database.read { try $0.value("SELECT 1", as: Int.self) } == 1) }
    }

    @Test func `a write that waited too long is not made afterwards`() async throws {
        let folder = try TemporaryFolder()
        let database = try Self.open(folder, Patience(reading: nil, writing: .milliseconds(200)))
        let other = try Database.open(folder)
        let (latch, begun) = (Latch(), Latch())
        let holder = Task {
            try await other.write { session in
                begun.open()
                latch.wait()
                try session.run("INSERT INTO pair (key) VALUES ('first')")
            }
        }
        await Task.detached { begun.wait() }.value
        let error = await #expect(throws: StorageError.self) {
            try await database.write { try $0.run("INSERT INTO pair (key) VALUES ('late')") }
        }
        #expect(error?.code == .busy)
        latch.open()
        try await holder.value
        try await database.write { try $0.run("INSERT INTO pair (key) VALUES ('after')") }
        let keys = try await database.read {
            try $0.rows("SELECT key FROM pair ORDER BY key") { try $0.get(0, as: String.self) }
        }
        #expect(keys == ["after", "first"])
    }

    @Test func `a long read ends with the task that asked for it`() async throws {
        let database = try Self.open(TemporaryFolder(), .endless)
        let reader = Task {
            try await database.read { session in
                try session.value(
                    """
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000000000)
                    SELECT count(*) FROM n
                    """, as: Int.self)
            }
        }
        try await Task.sleep(for: .milliseconds(200))
        reader.cancel()
        await #expect(throws: CancellationError.self) { try await reader.value }
        #expect(try await database.read { try $0.value("SELECT 1", as: Int.self) } == 1)
    }

    @Test func `what was asked to be written is written, though the task has been cancelled`() async throws {
        let database = try Self.open(TemporaryFolder(), .serving)
        let writer = Task {
            while !Task.isCancelled { await Task.yield() }
            try await database.write { try $0.run("INSERT INTO pair (key) VALUES ('kept')") }
        }
        writer.cancel()
        try await writer.value
        #expect(try await database.read { try $0.value("SELECT count(*) FROM pair", as: Int.self) } == 1)
    }

    @Test func `what follows a commit sees what was committed`() async throws {
        let database = try Self.open(TemporaryFolder(), .endless)
        let diary = Diary()
        try await database.write {
            try $0.run("INSERT INTO pair (key) VALUES ('new')")
        } committed: { _, session in
            diary.note("\(try session.value("SELECT count(*) FROM pair", as: Int.self) ?? -1)")
        }
        #expect(diary.lines == ["1"])
    }
}
