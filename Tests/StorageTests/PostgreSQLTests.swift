import Foundation
import Testing
import TestSupport

@testable import Storage

/// What PostgreSQL alone does, or can do wrong.
@Suite(.enabled(if: !TestDatabase.isSQLite, "of PostgreSQL alone"), .timeLimit(.minutes(15))) struct PostgreSQLTests {
    private static func session<Result>(
        _ folder: TemporaryFolder, _ body: (Session, PostgreSQLConnection) throws -> Result
    ) throws -> Result {
        guard case .postgreSQL(let address) = TestDatabase.place(folder.path + "/test.db") else {
            throw StorageError(.system, "no PostgreSQL")
        }
        let connection = try PostgreSQLConnection(to: address)
        return try body(Session(connection: .postgreSQL(connection)), connection)
    }

    @Test func `two schemas of one database are two gateways`() async throws {
        let (one, other) = (try TemporaryFolder(), try TemporaryFolder())
        let (first, second) = (try Database.open(one), try Database.open(other))
        try await first.write { try $0.run("INSERT INTO pair (key) VALUES ('mine')") }
        #expect(try await second.read { try $0.value("SELECT count(*) FROM pair", as: Int.self) } == 0)
    }

    @Test(arguments: [
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; "
            + "CREATE TRIGGER stranger BEFORE INSERT ON pair FOR EACH ROW EXECUTE FUNCTION f()",
        "CREATE RULE stranger AS ON INSERT TO pair DO INSTEAD NOTHING", "ALTER TABLE pair ADD COLUMN stranger TEXT",
        "CREATE VIEW stranger AS SELECT 1 AS a", "CREATE TABLE stranger (a TEXT)",
        "CREATE POLICY stranger ON pair USING (false)", "CREATE INDEX stranger ON pair (content)",
        "ALTER TABLE pair ADD CONSTRAINT stranger CHECK (key <> 'x')",
        "CREATE FUNCTION stranger(name) RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE TABLE stranger () INHERITS (pair)",
    ])
    func `what no step made is named`(_ statement: String) async throws {
        let folder = try TemporaryFolder()
        let database = try Database.open(folder)
        #expect(try Database.strangers(at: database.place, migrations: [.pairs]) == [])
        try Self.session(folder) { _, connection in try connection.execute(statement) }
        let strangers = try Database.strangers(at: database.place, migrations: [.pairs])
        #expect(strangers.contains { $0.contains("stranger is not of this program's making") }, "\(strangers)")
    }

    @Test(arguments: ["SET UNLOGGED", "ENABLE ROW LEVEL SECURITY", "FORCE ROW LEVEL SECURITY"])
    func `a table that is another kind of table is named`(_ change: String) async throws {
        let folder = try TemporaryFolder()
        let database = try Database.open(folder)
        try Self.session(folder) { _, connection in try connection.execute("ALTER TABLE pair \(change)") }
        let strangers = try Database.strangers(at: database.place, migrations: [.pairs])
        #expect(strangers.contains("table pair is missing or was changed"), "\(strangers)")
    }

    @Test func `a schema that comes later and lies on the way to ours is another's`() async throws {
        let folder = try TemporaryFolder()
        let database = try Database.open(folder)
        try await database.write { try $0.run("INSERT INTO pair (key) VALUES ('mine')") }
        let schema = try await database.read { try $0.value("SELECT current_schema()", as: String.self) }
        // As the default search_path names the role's own schema before all others.
        try Self.session(folder) { _, connection in
            try connection.execute(
                "ALTER ROLE CURRENT_USER SET search_path = elsewhere, public; ALTER ROLE CURRENT_USER RESET search_path"
            )
        }
        #expect(try await database.read { try $0.value("SHOW search_path", as: String.self) } == schema)
        #expect(try await database.write { try $0.value("SHOW search_path", as: String.self) } == schema)
    }

    @Test(arguments: [
        "postgres://u:sEcret@[::1/db", "postgres//u:sEcret@h/db", "postgres:/u:sEcret@h/db?sslmode=x",
        "postgres://u:sEc%zzret@h/db",
        "postgres://u:sEc/ret@h/db", "postgres://u:sEc@ret@h/db", "u:sEcret@h", "password=sEcret host",
        "postgres://u:sEc?ret@h:x/db",
    ])
    func `an address that can't be read is not repeated`(_ address: String) {
        let error = #expect(throws: StorageError.self) {
            try Database(at: .postgreSQL(address), migrations: [.pairs], backups: "")
        }
        #expect(
            error?.sentence.contains("sEc") == false && error?.sentence.contains("ret") == false,
            "\(error?.sentence ?? "")")
    }

    @Test func `a document of more words than an index takes is found by its beginning and its last words`()
        async throws
    {
        let database = try Database.open(TemporaryFolder())
        let index = TextIndex(table: "words")
        try await database.write { session in
            let words = (0..<90_000).map { "word\(1_000_000 + $0)" }.joined(separator: " ")
            try index.writer(in: session).add(1, in: 1, tokens: "first \(words) §ttool ")
        }
        for (token, found) in [("first", [1]), ("word1000000", [1]), ("§ttool", [1]), ("word1089900", [])] {
            #expect(try TextIndexTests.find(.token(token), in: database) == found, "\(token)")
        }
    }

    @Test func `what could not be copied whole leaves nothing in the way`() async throws {
        let folder = try TemporaryFolder()
        let file = try Database(
            at: .file(folder.path + "/a.db"), creating: true, migrations: [.pairs], backups: folder.path)
        // A text that is none in UTF-8, which SQLite keeps and PostgreSQL does not.
        try await file.write { try $0.run("INSERT INTO pair (key) VALUES (CAST(x'FF' AS BLOB))") }
        let place = TestDatabase.place(folder.path + "/b.db")
        for _ in 0..<2 {
            await #expect(throws: (any Error).self) { try await Database.copy(file.place, to: place, [.pairs]) }
            #expect(try !Database.exists(at: place))
        }
    }

    @Test func `a schema that nobody has made yet holds no gateway`() async throws {
        let folder = try TemporaryFolder()
        let place = TestDatabase.place(folder.path + "/test.db")
        #expect(try !Database.exists(at: place))
        _ = try Database.open(folder)
        #expect(try Database.exists(at: place))
    }

    @Test(arguments: [1, 16, 17, 2_000]) func `rows that were gathered are there for whoever asks next`(
        _ count: Int
    ) async throws {
        let database = try Database.open(TemporaryFolder())
        try await database.write { session in
            let appender = try session.appender(to: "pair", "key", "content")
            for number in 0..<count {
                try appender.append(["\(number)".sql, [UInt8](repeating: 1, count: 9_000).sql])
            }
            #expect(try session.value("SELECT count(*) FROM pair", as: Int.self) == count)
            try appender.append(["last".sql, Value.null])
            // What changes a row comes after it.
            try session.run("UPDATE pair SET content = \([UInt8(7)]) WHERE key = 'last'")
        }
        #expect(
            try await database.read { try $0.value("SELECT content FROM pair WHERE key = 'last'", as: [UInt8].self) }
                == [7]
        )
    }

    @Test(arguments: [1, 100]) func `of gathered rows none stays where one can't`(_ count: Int) async throws {
        let database = try Database.open(TemporaryFolder())
        await #expect(throws: (any Error).self) {
            try await database.write { session in
                let appender = try session.appender(to: "pair", "key", "content")
                for number in 0..<count { try appender.append(["\(number)".sql, Value.null]) }
                try appender.append(["0".sql, Value.null])
            }
        }
        #expect(try await database.read { try $0.value("SELECT count(*) FROM pair", as: Int.self) } == 0)
        try await database.write { try $0.run("INSERT INTO pair (key) VALUES ('after')") }
        #expect(try await database.read { try $0.value("SELECT count(*) FROM pair", as: Int.self) } == 1)
    }

    @Test func `words are the same whether they come one by one or together`() async throws {
        let database = try Database.open(TemporaryFolder())
        let tokens = "zeta alpha it's back\\slash alpha Ωmega café 🙂 a|b \(String(repeating: "x", count: 3_000))"
        try await database.write { session in
            let writer = try TextIndex(table: "words").writer(in: session)
            try writer.add(1, in: 1, tokens: tokens)
            _ = try session.value("SELECT 1", as: Int.self)
            for number in 2...40 { try writer.add(number, in: 1, tokens: tokens) }
        }
        let kinds = try await database.read {
            try $0.rows("SELECT DISTINCT CAST(words AS TEXT) FROM words") { try $0.get(0, as: String.self) }
        }
        #expect(kinds.count == 1, "\(kinds)")
        for token in tokens.split(separator: " ").map(String.init) {
            #expect(try TextIndexTests.find(.token(token), in: database).count == 40, "\(token)")
        }
    }

    @Test func `what a step made and is gone is named`() async throws {
        let folder = try TemporaryFolder()
        let database = try Database.open(folder)
        try Self.session(folder) { _, connection in try connection.execute("ALTER TABLE pair DROP COLUMN content") }
        let strangers = try Database.strangers(at: database.place, migrations: [.pairs])
        #expect(strangers == ["column content is missing or was changed"])
    }

    @Test(
        arguments: [
            (
                "SELECT sum(n) FROM (VALUES (CAST(9223372036854775807 AS BIGINT)), (-7)) AS t (n)",
                Value.integer(.max - 7)
            ),
            (
                "SELECT sum(n) FROM (VALUES (CAST(-40000 AS BIGINT)), (-10000000000)) AS t (n)",
                .integer(-10_000_040_000)
            ),
            ("SELECT sum(n) FROM (VALUES (CAST(0 AS BIGINT))) AS t (n)", .integer(0)),
            ("SELECT sum(n) FROM (VALUES (CAST(100000000 AS BIGINT))) AS t (n)", .integer(100_000_000)),
            ("SELECT 1 = 1", .integer(1)), ("SELECT CAST(7 AS SMALLINT)", .integer(7)),
            ("SELECT CAST(0.5 AS REAL)", .real(0.5)),
            ("SELECT CAST('a' AS VARCHAR(3))", .text("a")), ("SELECT 'a'", .text("a")), ("SELECT NULL", .null),
        ] as [(String, Value)])
    func `its types are read as ours`(_ statement: String, _ value: Value) async throws {
        let database = try Database.open(TemporaryFolder())
        #expect(
            try await database.read { try $0.first(SQL(text: statement)) { try $0.get(0, as: Cell.self).sql } } == value
        )
    }

    @Test(arguments: ["SELECT now()", "SELECT 0.5", "SELECT CAST(9223372036854775807 AS NUMERIC) * 2"])
    func `a type that none of ours is, is an error`(_ statement: String) async throws {
        let database = try Database.open(TemporaryFolder())
        let error = await #expect(throws: StorageError.self) {
            try await database.read { try $0.first(SQL(text: statement)) { try $0.get(0, as: Cell.self).sql } }
        }
        #expect(error?.code == .unexpectedValue)
    }

    @Test func `a server that was away for a moment is reached again, by readers and writers`() async throws {
        let folder = try TemporaryFolder()
        let database = try Database.open(folder)
        try await database.write { try $0.run("INSERT INTO pair (key) VALUES ('a')") }
        _ = try await database.read { try $0.value("SELECT count(*) FROM pair", as: Int.self) }
        let ours = try await database.read { try $0.value("SELECT pg_backend_pid()", as: Int.self) } ?? 0
        let writers = try await database.write { try $0.value("SELECT pg_backend_pid()", as: Int.self) } ?? 0
        try Self.session(folder) { session, _ in
            for each in [ours, writers] {
                _ = try session.value("SELECT pg_terminate_backend(CAST(\(each) AS INTEGER))", as: Bool.self)
            }
        }
        #expect(try await database.read { try $0.value("SELECT count(*) FROM pair", as: Int.self) } == 1)
        try await database.write { try $0.run("INSERT INTO pair (key) VALUES ('b')") }
    }

    @Test func `a writer whose connection was cut off has written nothing and holds up nobody`() async throws {
        let folder = try TemporaryFolder()
        let (database, other) = (try Database.open(folder), try Database.open(folder))
        await #expect(throws: (any Error).self) {
            try await database.write { session in
                try session.run("INSERT INTO pair (key) VALUES ('half')")
                let own: Int = try session.value("SELECT pg_backend_pid()") ?? 0
                try Self.session(folder) { session, _ in
                    _ = try session.value("SELECT pg_terminate_backend(CAST(\(own) AS INTEGER))", as: Bool.self)
                }
                try session.run("INSERT INTO pair (key) VALUES ('whole')")
            }
        }
        try await other.write { try $0.run("INSERT INTO pair (key) VALUES ('next')") }
        let keys = try await database.read { try $0.rows("SELECT key FROM pair") { try $0.get(0, as: String.self) } }
        #expect(keys == ["next"])
    }

    @Test func `a statement has as many forms as its values have types, and is forgotten when there are too many`()
        async throws
    {
        let database = try Database.open(TemporaryFolder())
        try await database.write { session in
            let insert = try session.statement("INSERT INTO pair (key, content) VALUES (?1, ?2)")
            for number in 0..<1_200 {
                try insert.run(["\(number)".sql, number % 2 == 0 ? .null : [UInt8(number % 256)].sql])
                let asked: Int? = try session.value(SQL(text: "SELECT \(number) + 0"))
                #expect(asked == number)
            }
        }
        #expect(
            try await database.read { try $0.value("SELECT count(*) FROM pair WHERE content IS NULL", as: Int.self) }
                == 600)
    }

    @Test func `what fails among many that are sent on keeps all from being written, whoever looks away`() async throws
    {
        let database = try Database.open(TemporaryFolder())
        for number in [0, 100, 255, 256, 299] {
            await #expect(throws: (any Error).self) {
                try await database.write { session in
                    let insert = try session.statement("INSERT INTO pair (key) VALUES (?1)")
                    for each in 0..<300 { try insert.run(["\(each == number ? 1_000 : each)".sql]) }
                    try insert.run(["1000".sql])
                }
            }
            await #expect(throws: (any Error).self) {
                try await database.write { session in
                    try session.run("INSERT INTO pair (key) VALUES ('a')")
                    try session.run("INSERT INTO pair (key) VALUES ('a')")
                    _ = try? session.value("SELECT count(*) FROM pair", as: Int.self)
                    try? session.run("INSERT INTO pair (key) VALUES ('b')")
                }
            }
        }
        #expect(try await database.read { try $0.value("SELECT count(*) FROM pair", as: Int.self) } == 0)
        try await database.write { session in
            let insert = try session.statement("INSERT INTO pair (key) VALUES (?1) ON CONFLICT (key) DO NOTHING")
            for each in 0..<300 { try insert.run(["\(each / 2)".sql]) }
            try insert.run(["149".sql])
            let again = session.changes
            try insert.run(["150".sql])
            let anew = session.changes
            #expect(again == 0 && anew == 1)
        }
        #expect(try await database.read { try $0.value("SELECT count(*) FROM pair", as: Int.self) } == 151)
    }

    @Test func `a long answer is walked through in pieces, and something else is asked in between`() async throws {
        let database = try Database.open(TemporaryFolder())
        try await database.write { session in
            for number in 0..<1_300 { try session.run("INSERT INTO pair (key) VALUES (\("\(10_000 + number)"))") }
        }
        let seen = try await database.read { session in
            var seen: [Int] = []
            try session.walk("SELECT key FROM pair WHERE key >= \("10005") ORDER BY key") { row in
                let key: String = try row.get(0)
                let again: String? = try session.value("SELECT key FROM pair WHERE key = \(key)")
                seen.append(Int(again ?? "") ?? 0)
                return seen.count < 1_100
            }
            return seen
        }
        #expect(seen == (10_005..<11_105).map(\.self))
    }

    @Test func `what is copied from an engine to the other and back is the same, words too`() async throws {
        let folder = try TemporaryFolder()
        let here = try Database.open(folder)
        let index = TextIndex(table: "words")
        try await here.write { session in
            for (key, content) in [("a\u{0}b", nil), ("é'\\", [0, 255]), ("", [])] as [(String, [UInt8]?)] {
                try session.run("INSERT INTO pair (key, content) VALUES (\(key), \(content.sql))")
            }
            let writer = try index.writer(in: session)
            try writer.add(1, in: 1, tokens: "red green 198.51.100.7 c:\\windows\\\"x\" ")
            try writer.add(2, in: 2, tokens: "green o'hara ")
        }
        let places = [
            here.place, .file(folder.path + "/there.db"), TestDatabase.place(folder.path + "/again.db"),
            .file(folder.path + "/last.db"),
        ]
        for (from, to) in zip(places, places.dropFirst()) {
            try await Database.copy(from, to: to, [.pairs])
            let error = await #expect(throws: StorageError.self) { try await Database.copy(from, to: to, [.pairs]) }
            #expect(error?.code == .alreadyExists)
            let copy = try Database(at: to, migrations: [.pairs], backups: folder.path)
            let rows = try await copy.read { session in
                try session.rows("SELECT key, content FROM pair ORDER BY key") { try $0.bytes }
            }
            #expect(
                try await here.read { try $0.rows("SELECT key, content FROM pair ORDER BY key") { try $0.bytes } }
                    == rows)
            for (question, parts, found) in [
                (.token("green"), [1, 2], [1, 2]), (.token("green"), [2], [2]), (.beginning("198.51"), [1], [1]),
                (.token("c:\\windows\\\"x\""), [1], [1]), (.token("o'hara"), [1], []), (.token("o'hara"), [2], [2]),
            ] as [(TextIndex.Question, [Int], [Int])] {
                #expect(try TextIndexTests.find(question, in: copy, parts: parts) == found, "\(to) \(question)")
            }
        }
    }

    @Test func `a number that the engine gives goes on behind those that were copied`() async throws {
        let folder = try TemporaryFolder()
        let numbered = Migration(
            name: "test-0001-numbers", why: "A test.",
            sql: ["CREATE TABLE numbered (number INTEGER PRIMARY KEY, name TEXT NOT NULL)"])
        let file = try Database(
            at: .file(folder.path + "/a.db"), creating: true, migrations: [numbered], backups: folder.path)
        try await file.write { for name in ["a", "b"] { try $0.run("INSERT INTO numbered (name) VALUES (\(name))") } }
        let place = TestDatabase.place(folder.path + "/b.db")
        try await Database.copy(file.place, to: place, [numbered])
        let copy = try Database(at: place, migrations: [numbered], backups: folder.path)
        #expect(
            try await copy.write {
                try $0.inserted("INSERT INTO numbered (name) VALUES ('c') RETURNING number", as: Int.self)
            } == 3)
    }

    @Test func `whoever can't be reached is told of without the password`() {
        let error = #expect(throws: (any Error).self) {
            try Database(
                at: .postgreSQL("postgres://somebody:unmistakable@127.0.0.1:9/none?connect_timeout=2"),
                migrations: [.pairs], backups: "")
        }
        #expect(error.map { "\($0)" }?.contains("unmistakable") == false)
    }
}
