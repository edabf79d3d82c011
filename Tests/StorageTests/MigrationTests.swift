import Foundation
@testable import Storage
import Testing
import TestSupport

@Suite struct MigrationTests {
    static func step(_ number: Int, _ statement: SQL? = nil) -> Migration {
        Migration(
            name: "test-000\(number)", why: "Step \(number).",
            sql: [statement ?? SQL(text: "CREATE TABLE t\(number) (a TEXT)")])
    }

    static func open(_ folder: TemporaryFolder, _ steps: [Migration]) throws -> Database {
        try Database.open(folder, migrations: steps)
    }

    @Test func `steps run in their order, each once`() throws {
        let folder = try TemporaryFolder()
        let steps = [
            Self.step(1), Self.step(2, "INSERT INTO t1 (a) VALUES ('two')"),
            Self.step(3, "INSERT INTO t1 SELECT a || 'three' FROM t1"),
        ]
        for _ in 0..<2 {
            let database = try Self.open(folder, steps)
            #expect(
                try database.readNow { try $0.rows("SELECT a FROM t1") { try $0.get(0, as: String.self) } } == [
                    "two", "twothree",
                ])
        }
        #expect(!folder.files.contains("backups"))
    }

    @Test func `a database of an older form is looked at, copied and upgraded, whatever is made afterwards`()
        async throws
    {
        let folder = try TemporaryFolder()
        let old = [Self.step(1), Self.step(2)]
        let before = try Self.open(folder, old)
        try await before.write { try $0.run("INSERT INTO t1 (a) VALUES ('kept')") }
        try await before.close()
        // What the second step makes afterwards is written for the newest schema, by the program that has it.
        let filling = Migration(name: "test-0002", why: "Step 2.", sql: ["CREATE TABLE t2 (a TEXT)"]) { session in
            try session.run("INSERT INTO t3 (a) SELECT a FROM t1")
        }
        let steps = [Self.step(1), filling, Self.step(3)]
        let place = TestDatabase.place(folder.path + "/test.db")
        #expect(try Database.strangers(at: place, migrations: steps) == [])
        let after = try Self.open(folder, steps)
        #expect(
            try await after.read { try $0.rows("SELECT a FROM t1") { try $0.get(0, as: String.self) } } == ["kept"])
        #expect(try Database.strangers(at: place, migrations: steps) == [])
    }

    @Test func `what only the program can make anew is made when all steps are there, or none is`() throws {
        let folder = try TemporaryFolder()
        let filling = Migration(name: "test-0002-filled", why: "Filled.", sql: []) { session in
            try session.run("INSERT INTO t3 (a) VALUES ('made')")
        }
        _ = try Self.open(folder, [Self.step(1)])
        let broken = Migration(name: "test-0002-filled", why: "Filled.", sql: []) { session in
            try session.run("INSERT INTO t3 (a) VALUES ('made')")
            throw StorageError(.notFound, "no")
        }
        #expect(throws: StorageError.self) { try Self.open(folder, [Self.step(1), broken, Self.step(3)]) }
        for _ in 0..<2 {
            let database = try Self.open(folder, [Self.step(1), filling, Self.step(3)])
            #expect(
                try database.readNow { try $0.rows("SELECT a FROM t3") { try $0.get(0, as: String.self) } } == ["made"])
        }
    }

    @Test func `a name that comes twice is refused and leaves no table`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: (any Error).self) {
            try Self.open(
                folder,
                [Self.step(1), Migration(name: "test-0001", why: "Again.", sql: ["CREATE TABLE other (a TEXT)"])])
        }
        let database = try Self.open(folder, [Self.step(1)])
        #expect(throws: (any Error).self) { try database.readNow { try $0.run("SELECT count(*) FROM other") } }
    }

    @Test func `an upgrade keeps a copy of what was there before`() async throws {
        let folder = try TemporaryFolder()
        try await Self.open(folder, [Self.step(1)]).write { try $0.run("INSERT INTO t1 (a) VALUES ('old')") }
        _ = try Self.open(folder, [Self.step(1), Self.step(2), Self.step(3)])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path + "/backups") == ["before-test-0002.db"])
        let copy = try Database(
            at: .file(folder.path + "/backups/before-test-0002.db"), migrations: [Self.step(1)], backups: folder.path)
        #expect(try copy.readNow { try $0.value("SELECT a FROM t1", as: String.self) } == "old")
    }

    @Test func `an upgrade that failed changes nothing and can be tried again`() async throws {
        let folder = try TemporaryFolder()
        try await Self.open(folder, [Self.step(1)]).write { try $0.run("INSERT INTO t1 (a) VALUES ('old')") }
        let broken = [Self.step(1), Self.step(2), Self.step(3, "INSERT INTO nowhere VALUES (1)")]
        for _ in 0..<2 { #expect(throws: (any Error).self) { try Self.open(folder, broken) } }
        let database = try Self.open(folder, [Self.step(1), Self.step(2), Self.step(3)])
        #expect(try database.readNow { try $0.value("SELECT a FROM t1", as: String.self) } == "old")
        // No copy of an earlier try is lost or mistaken for this one.
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/backups").count == 3)
    }

    @Test func `a copy that was cut off does not stop the next upgrade`() throws {
        let folder = try TemporaryFolder()
        _ = try Self.open(folder, [Self.step(1)])
        try FileManager.default.createDirectory(atPath: folder.path + "/backups", withIntermediateDirectories: true)
        try Data("cut off".utf8).write(to: URL(fileURLWithPath: folder.path + "/backups/before-test-0002.db"))
        _ = try Self.open(folder, [Self.step(1), Self.step(2)])
    }

    @Test func `what an interrupted upgrade has left of its copy is cleared away by the next`() throws {
        let folder = try TemporaryFolder()
        _ = try Self.open(folder, [Self.step(1)])
        let backups = folder.path + "/backups"
        try FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: true)
        try Data("cut off".utf8).write(to: URL(filePath: Database.draft(of: backups + "/before-test-0002.db")))
        _ = try Self.open(folder, [Self.step(1), Self.step(2)])
        #expect(try FileManager.default.contentsOfDirectory(atPath: backups) == ["before-test-0002.db"])
    }

    @Test(.onSQLite) func `what no step made is named, and so is what is missing`() async throws {
        let folder = try TemporaryFolder()
        let steps = [Self.step(1), Self.step(2)]
        let database = try Self.open(folder, steps)
        #expect(try Database.strangers(at: database.place, migrations: steps + [Self.step(3)]) == [])
        try await database.write { session in
            try session.run("CREATE TRIGGER stranger AFTER INSERT ON t1 BEGIN DELETE FROM t2; END")
            try session.run("ALTER TABLE t2 ADD COLUMN b TEXT")
        }
        #expect(
            try Database.strangers(at: database.place, migrations: steps) == [
                "table t2 is not of this program's making", "trigger stranger is not of this program's making",
                "table t2 is missing or was changed",
            ])
    }

    @Test(
        .onSQLite,
        arguments: [
            """
            CREATE VIEW migration AS WITH RECURSIVE n(a) AS (SELECT 1 UNION ALL SELECT 1 FROM n)
            SELECT a AS name, a AS digest FROM n
            """,
            "CREATE TABLE migration (name TEXT, digest BYTEA)", "CREATE VIEW Migration AS SELECT 1",
        ])
    func `what is called migration is believed only where it is our table, and is not read before`(_ statement: String)
        async throws
    {
        let folder = try TemporaryFolder()
        let database = try Self.open(folder, [Self.step(1)])
        try await database.write { session in
            try session.run("DROP TABLE migration")
            try session.run(SQL(text: statement))
        }
        #expect(
            try Database.strangers(at: database.place, migrations: [Self.step(1)])
                == ["the table migration is missing, or is not of this program's making"])
        let error = #expect(throws: StorageError.self) { try Self.open(folder, [Self.step(1)]) }
        #expect(error?.code == .damaged)
    }

    @Test func `a step that nobody knows is said before anything else is believed`() throws {
        let folder = try TemporaryFolder()
        let place = try Self.open(folder, [Self.step(1), Self.step(2)]).place
        let error = #expect(throws: StorageError.self) { try Database.strangers(at: place, migrations: [Self.step(1)]) }
        #expect(error?.code == .newerSchema)
    }

    @Test(
        .onSQLite,
        arguments: [
            "INSERT INTO migration VALUES (NULL, x'00')", "UPDATE migration SET digest = 'text'",
            "UPDATE sqlite_schema SET tbl_name = NULL WHERE name = 't1'",
            "UPDATE sqlite_schema SET type = x'FF' WHERE name = 't1'",
        ])
    func `a schema of somebody's making is told, and stops nothing`(_ statement: String) async throws {
        let folder = try TemporaryFolder()
        let database = try Self.open(folder, [Self.step(1)])
        try await database.write { session in
            try session.run("PRAGMA writable_schema = ON")
            try session.run(SQL(text: statement))
        }
        let said = Result { try Database.strangers(at: database.place, migrations: [Self.step(1)]) }
        switch said {
        case .success(let strangers): #expect(!strangers.isEmpty)
        case .failure(let error): #expect(error is StorageError)
        }
    }

    @Test func `a released step that was edited is refused`() throws {
        let folder = try TemporaryFolder()
        _ = try Self.open(folder, [Self.step(1)])
        let error = #expect(throws: StorageError.self) {
            try Self.open(folder, [Self.step(1, "CREATE TABLE t1 (a TEXT, b TEXT)"), Self.step(2)])
        }
        #expect(error?.code == .changedMigration)
        let database = try Self.open(folder, [Self.step(1)])
        #expect(throws: (any Error).self) { try database.readNow { try $0.run("SELECT count(*) FROM t2") } }
    }

    @Test func `a database of a newer version is refused and left alone`() throws {
        let folder = try TemporaryFolder()
        _ = try Self.open(folder, [Self.step(1), Self.step(2)])
        let error = #expect(throws: StorageError.self) { try Self.open(folder, [Self.step(1)]) }
        #expect(error?.code == .newerSchema)
        #expect(error?.sentence.contains("test-0002") == true)
    }
}
