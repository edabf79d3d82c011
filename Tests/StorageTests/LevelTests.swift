import Foundation
import Testing
import TestSupport

@testable import Storage

/// The levels of SQLite's full-text index: each erasure adds some, and more than 2,000 can't be read.
@Suite(.onSQLite) struct LevelTests {
    private static let index = TextIndex(table: "words")

    /// Enough that the index has more than a page, as one of a gateway has.
    private static func tokens(_ document: Int) -> String {
        "word w\(document) " + (0..<12).map { "w\(document)x\($0)" }.joined(separator: " ")
    }

    private func database(in folder: TemporaryFolder? = nil) throws -> Database {
        let folder = try folder ?? TemporaryFolder()
        let path = folder.path + "/test.db"
        return try Database(
            at: .file(path), creating: !FileManager.default.fileExists(atPath: path),
            migrations: [
                Migration(
                    name: "test-0001-words", why: "A test.", sql: [Self.index.creation, Self.index.vocabulary])
            ], backups: folder.path + "/backups")
    }

    private func levels(_ database: Database) async throws -> [FTS5Index.Level] {
        try await database.read { session in
            let record: [UInt8] = try session.value("SELECT block FROM words_data WHERE id = 10") ?? []
            return FTS5Index.levels(record)?.levels ?? []
        }
    }

    private func add(_ documents: Range<Int>, to database: Database) async throws {
        try await database.write { session in
            let writer = try Self.index.writer(in: session)
            for document in documents { try writer.add(document, in: 1, tokens: Self.tokens(document)) }
        }
    }

    /// As an erasure does it.
    private func erase(_ document: Int, from database: Database) async throws {
        var more = try await database.write { session in
            try Self.index.writer(in: session).remove(document, in: 1, tokens: Self.tokens(document))
            return try Self.index.purge(pages: 1_000, begins: true, in: session)
                && Self.index.purge(pages: 1_000, begins: false, in: session)
        }
        while more {
            more = try await database.write { try Self.index.purge(pages: 1_000, begins: false, in: $0) }
        }
    }

    private func found(_ token: String, in database: Database) async throws -> [Int] {
        try await database.read { session in
            let condition = try Self.index.matches(.token(token), in: [1], of: session)
            return try session.rows("SELECT rowid FROM words WHERE \(condition) ORDER BY rowid") { try $0.get(0) }
        }
    }

    @Test func `what holds nothing is taken away, and all is found as before`() async throws {
        let database = try database()
        try await add(0..<1_500, to: database)
        for document in 0..<90 { try await erase(document, from: database) }
        let before = try await levels(database)
        try #require(before.count > FTS5Index.manyLevels)
        #expect(try await database.read { try Self.index.hasManyLevels(in: $0) })
        try await database.trim(Self.index)
        let after = try await levels(database)
        #expect(after.count <= 20)
        #expect(after.filter { $0.segments > 0 } == before.filter { $0.segments > 0 })
        // The connection that wrote before goes on with what stands now.
        try await add(1_500..<1_600, to: database)
        for document in 90..<150 { try await erase(document, from: database) }
        #expect(try await found("word", in: database) == Array(150..<1_600))
        #expect(try await found("w77", in: database) == [])
        #expect(try await found("w1599", in: database) == [1_599])
        #expect(try await database.write { try Self.index.problem(in: $0) } == nil)
    }

    @Test func `few levels are left as they are`() async throws {
        let database = try database()
        try await add(0..<10, to: database)
        try await erase(1, from: database)
        let before = try await levels(database)
        try await database.trim(Self.index)
        #expect(try await levels(database) == before)
    }

    @Test func `somebody writes by another connection while it is trimmed, and nothing is lost`() async throws {
        let folder = try TemporaryFolder()
        let database = try database(in: folder)
        try await add(0..<1_500, to: database)
        for document in 0..<90 { try await erase(document, from: database) }
        try #require(try await levels(database).count > FTS5Index.manyLevels)
        // As another process has it: with connections, and what they have in mind, of its own.
        let other = try self.database(in: folder)
        try await add(1_500..<1_510, to: other)
        async let trimmed: Void = database.trim(Self.index)
        for document in stride(from: 1_510, to: 1_600, by: 10) {
            try await add(document..<document + 10, to: other)
            try await erase(document - 1_420, from: other)
        }
        try await trimmed
        for document in 1_600..<1_605 {
            try await add(document..<document + 1, to: document % 2 == 0 ? database : other)
        }
        let erased = Set(stride(from: 90, to: 180, by: 10))
        for one in [database, other] {
            #expect(try await found("word", in: one) == (90..<1_605).filter { !erased.contains($0) })
            #expect(try await one.write { try Self.index.problem(in: $0) } == nil)
        }
        #expect(try await database.integrityProblems() == [])
    }

    @Test func `a record is cut where much in a row holds nothing, and nowhere else`() throws {
        let cookie: [UInt8] = [0, 0, 0, 7]
        let (empty, one, two) = (
            [0, 0] as [UInt8], [0, 1, 5, 1, 0x81, 0x00] as [UInt8], [2, 2, 1, 1, 9, 2, 1, 3] as [UInt8]
        )
        func record(_ levels: [[UInt8]], _ segments: UInt8) -> [UInt8] {
            cookie + [UInt8(levels.count), segments, 0x82, 0x03] + levels.flatMap(\.self)
        }
        let long = Array(repeating: empty, count: 30)
        let short = Array(repeating: empty, count: 8)
        #expect(
            FTS5Index.trimmed(record(long + [two, one] + long + [one], 4))
                == record(short + [two, one] + short + [one], 4))
        #expect(FTS5Index.trimmed(record([one, empty, two, one], 4)) == record([one, empty, two, one], 4))
        #expect(FTS5Index.levels(record([one, two], 3))?.writes == 259)
    }

    @Test(
        arguments: [
            [], [0, 0, 0, 1], [0, 0, 0, 1, 1, 1, 0],
            // A level that merges more than it has, one segment too few, something left over, a later form.
            [0, 0, 0, 1, 1, 1, 0, 2, 1, 1, 1, 1], [0, 0, 0, 1, 1, 2, 0, 0, 1, 1, 1, 1], [0, 0, 0, 1, 1, 0, 0, 0, 0, 9],
            [0, 0, 0, 1, 0xFF, 0, 0, 1, 1, 0, 0, 0, 0],
            [0, 0, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        ] as [[UInt8]])
    func `what is not understood is left alone`(_ record: [UInt8]) {
        #expect(FTS5Index.trimmed(record) == nil)
    }
}
