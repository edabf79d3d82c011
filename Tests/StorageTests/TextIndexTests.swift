import Storage
import Testing

@Suite struct TextIndexTests {
    static let index = TextIndex(table: "words")

    static func filled() async throws -> (folder: TemporaryFolder, database: Database) {
        let folder = try TemporaryFolder()
        let database = try Database.open(folder)
        try await database.write { session in
            try index.writer(in: session).add(1, tokens: "red green 198.51.100.7 c:\\windows\\\"x\" or ")
            try index.writer(in: session).add(2, tokens: "green blue and near( not ")
            try index.writer(in: session).add(3, tokens: "greenhouse -green col:umn o'hara été ")
        }
        return (folder, database)
    }

    static func find(_ terms: [TextIndex.Term], in database: Database) throws -> [Int] {
        try database.readNow { session in
            try session.rows("SELECT rowid FROM words WHERE \(index.matches(terms)) ORDER BY rowid") { try $0.get(0) }
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let terms: [TextIndex.Term]
        let found: [Int]
        var testDescription: String { name }

        init(_ name: String, _ alternatives: [[String]]..., prefix: Bool = false, finds found: [Int]) {
            self.name = name
            self.terms = alternatives.map { TextIndex.Term(alternatives: $0, isPrefix: prefix) }
            self.found = found
        }
    }

    static let cases = [
        Case("one token", [["green"]], finds: [1, 2]),
        Case("two terms are both needed", [["green"]], [["blue"]], finds: [2]),
        Case("one alternative is enough", [["blue"], ["red"]], finds: [1, 2]),
        Case("all tokens of an alternative are needed", [["red", "blue"]], finds: []),
        Case("the beginning of a token", [["gree"]], prefix: true, finds: [1, 2, 3]),
        Case("a whole token is no beginning", [["gree"]], finds: []),
        Case("an address is one token", [["198.51.100.7"]], finds: [1]),
        Case("a part of an address is none", [["198.51.100"]], finds: []),
        Case("quotes are part of a token", [["c:\\windows\\\"x\""]], finds: [1]),
        Case("an apostrophe is part of a token", [["o'hara"]], finds: [3]),
        Case("a token with a space in it is in no document", [["red green"]], finds: []),
        Case("a token with a line end in it is in no document", [["red\ngreen"]], finds: []),
        Case("a token with NUL in it is in no document", [["red\u{0}"]], finds: []),
        Case("a quote does not end the question", [["\" OR words MATCH \"green"]], finds: []),
        Case("OR is a word like others", [["or"]], finds: [1]),
        Case("AND is a word like others", [["and"]], finds: [2]),
        Case("NEAR is a word like others", [["near("]], finds: [2]),
        Case("NOT is a word like others", [["not"]], finds: [2]),
        Case("a minus is part of a token", [["-green"]], finds: [3]),
        Case("a column is no column", [["tokens:green"]], finds: []),
        Case("a star inside a token is itself", [["gree*"]], finds: []),
        Case("letters beyond ASCII", [["été"]], finds: [3]),
        Case("a caret is itself", [["^red"]], finds: []),
        Case("nothing asked finds nothing", finds: []),
        Case("no alternative finds nothing", [], finds: []),
        Case("an empty alternative finds nothing", [[]], finds: []),
        Case("an empty token finds nothing", [[""]], finds: []),
        Case("a term that finds nothing makes the whole find nothing", [["green"]], [], finds: []),
    ]

    @Test(arguments: cases) func `terms are looked for as they are`(_ given: Case) async throws {
        let database = try await Self.filled().database
        #expect(try Self.find(given.terms, in: database) == given.found)
    }

    @Test func `thousands of tokens are a question like others`() async throws {
        let database = try await Self.filled().database
        let many = (0..<3_000).map { "t\($0)" }
        #expect(try Self.find([.init(alternatives: [many, ["red"]], isPrefix: false)], in: database) == [1])
    }

    @Test func `a removed document is found no more and leaves no token in the files`() async throws {
        let (folder, database) = try await Self.filled()
        try await database.write { session in
            try Self.index.writer(in: session).remove(1, tokens: "red green 198.51.100.7 c:\\windows\\\"x\" or ")
            try Self.index.purge(in: session)
        }
        try await database.settle()
        #expect(try Self.find([.init(alternatives: [["green"]], isPrefix: false)], in: database) == [2])
        // FTS5 shares the beginnings of neighbouring tokens, so the end of one is looked for too.
        #expect(try folder.files(holding: "51.100.7") == [])
        #expect(try folder.files(holding: "windows") == [])
        try await database.write { try $0.run("INSERT INTO words (words) VALUES ('integrity-check')") }
    }

    @Test func `an emptied index finds nothing and can be filled again`() async throws {
        let database = try await Self.filled().database
        try await database.write { session in
            try Self.index.removeAll(in: session)
            try Self.index.writer(in: session).add(9, tokens: "green ")
        }
        #expect(try Self.find([.init(alternatives: [["green"]], isPrefix: false)], in: database) == [9])
    }
}
