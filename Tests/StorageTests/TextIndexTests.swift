@testable import Storage
import Testing
import TestSupport

@Suite struct TextIndexTests {
    static let index = TextIndex(table: "words")

    static func filled() async throws -> (folder: TemporaryFolder, database: Database) {
        let folder = try TemporaryFolder()
        let database = try Database.open(folder)
        try await database.write { session in
            try index.writer(in: session).add(1, in: 1, tokens: "red green 198.51.100.7 c:\\windows\\\"x\" or ")
            try index.writer(in: session).add(2, in: 1, tokens: "green blue and near( not ")
            try index.writer(in: session).add(3, in: 1, tokens: "greenhouse -green col:umn o'hara été ")
        }
        return (folder, database)
    }

    static func find(_ terms: [Term], in database: Database, parts: [Int] = [1]) throws -> [Int] {
        try find(.all(terms.map(\.question)), in: database, parts: parts)
    }

    static func find(_ question: TextIndex.Question, in database: Database, parts: [Int] = [1]) throws -> [Int] {
        try database.readNow { session in
            let matches = try index.matches(question, in: parts, of: session)
            let document = index.document(in: session)
            return try session.rows("SELECT \(document) FROM words WHERE \(matches) ORDER BY \(document)") {
                try $0.get(0)
            }
        }
    }

    /// Answered by any of its alternatives, and an alternative by all of its tokens.
    struct Term: Sendable {
        let alternatives: [[String]]
        /// Whether the last token of an alternative may be the beginning of one in the document.
        let isPrefix: Bool

        var question: TextIndex.Question {
            .any(
                alternatives.map { tokens in
                    .all(
                        tokens.enumerated().map { index, token in
                            isPrefix && index == tokens.count - 1 ? .beginning(token) : .token(token)
                        })
                })
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let terms: [Term]
        let found: [Int]
        var testDescription: String { name }

        init(_ name: String, _ alternatives: [[String]]..., prefix: Bool = false, finds found: [Int]) {
            self.name = name
            self.terms = alternatives.map { Term(alternatives: $0, isPrefix: prefix) }
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

    @Test func `a part answers for itself, and a question about several for each`() async throws {
        let database = try await Self.filled().database
        try await database.write { session in
            let writer = try Self.index.writer(in: session)
            try writer.add(4, in: 2, tokens: "green secret ")
            try writer.add(5, in: 11, tokens: "green 1|green ")
            try writer.add(6, in: 12, tokens: "greenish ")
        }
        for (question, parts, found) in [
            (.token("green"), [1], [1, 2]), (.token("green"), [2], [4]), (.token("green"), [1, 2, 11], [1, 2, 4, 5]),
            (.token("secret"), [1, 11, 12], []), (.beginning("gree"), [1], [1, 2, 3]), (.beginning("gree"), [12], [6]),
            (.beginning("gree"), [2, 12], [4, 6]), (.token("1|green"), [1], []), (.token("1|green"), [11], [5]),
            (.but(.token("green"), not: .token("secret")), [1, 2], [1, 2]), (.token("green"), [], []),
            (.token("green"), [3], []), (.beginning("|"), [1], []), (.beginning("1|g"), [1], []),
        ] as [(TextIndex.Question, [Int], [Int])] {
            #expect(try Self.find(question, in: database, parts: parts) == found, "\(question) \(parts)")
        }
    }

    @Test(arguments: [3, 64, 65, 400])
    func `a beginning finds the same however many words have it`(_ count: Int) async throws {
        let database = try await Self.filled().database
        try await database.write { session in
            let writer = try Self.index.writer(in: session)
            for number in 0..<count {
                try writer.add(100 + number, in: 1, tokens: "warm warm\(number) x\(number % 7) ")
            }
            try writer.add(1_000, in: 2, tokens: "warm warm0 x0 ")
            // A word of which no document is left.
            try writer.add(2_000, in: 1, tokens: "warming ")
        }
        try await database.write { try Self.index.writer(in: $0).remove(2_000, in: 1, tokens: "warming ") }
        #expect(try Self.find(.beginning("war"), in: database) == (0..<count).map { 100 + $0 })
        #expect(
            try Self.find(.all([.beginning("war"), .token("x3")]), in: database)
                == (0..<count).filter { $0 % 7 == 3 }.map { 100 + $0 })
        #expect(try Self.find(.but(.beginning("warm"), not: .beginning("x")), in: database) == [])
    }

    @Test func `thousands of tokens are a question like others`() async throws {
        let database = try await Self.filled().database
        let many = (0..<3_000).map { "t\($0)" }
        #expect(try Self.find([.init(alternatives: [many, ["red"]], isPrefix: false)], in: database) == [1])
    }

    @Test(.onSQLite) func `a removed document is found no more and leaves no token in the files`() async throws {
        let (folder, database) = try await Self.filled()
        try await database.write { session in
            try Self.index.writer(in: session).remove(1, in: 1, tokens: "red green 198.51.100.7 c:\\windows\\\"x\" or ")
        }
        try await Self.purge(database, pages: 1_000)
        try await database.settle()
        #expect(try Self.find([.init(alternatives: [["green"]], isPrefix: false)], in: database) == [2])
        // FTS5 shares the beginnings of neighbouring tokens, so the end of one is looked for too.
        #expect(try folder.files(holding: "51.100.7") == [])
        #expect(try folder.files(holding: "windows") == [])
        #expect(try await database.write { try Self.index.problem(in: $0) } == nil)
    }

    /// Rewrites in pieces, and between two of them does something else.
    @discardableResult
    static func purge(
        _ database: Database, pages: Int, between: @Sendable (Int) async throws -> Void = { _ in }
    ) async throws -> Int {
        var pieces = 0
        while try await database.write({ [pieces] session in
            try index.purge(pages: pages, begins: pieces == 0, in: session)
        }) {
            pieces += 1
            try #require(pieces < 5_000)
            try await between(pieces)
        }
        return pieces
    }

    @Test(.onSQLite) func `an index is rewritten in pieces while others add and remove`() async throws {
        let (folder, database) = try await Self.filled()
        let noise = { @Sendable (number: Int) in
            (0..<40).map { "w\(number * 37 % 5_000)x\($0)" }.joined(separator: " ") + " "
        }
        for batch in 0..<20 {
            try await database.write { session in
                let writer = try Self.index.writer(in: session)
                for number in batch * 50..<batch * 50 + 50 {
                    try writer.add(1_000 + number, in: 1, tokens: noise(number))
                }
            }
        }
        try await database.write { session in
            try Self.index.writer(in: session).add(5_000, in: 1, tokens: "ordinary unmistakable-secret ")
        }
        #expect(try folder.files(holding: "mistakable-secret") != [])
        try await database.write { session in
            try Self.index.writer(in: session).remove(5_000, in: 1, tokens: "ordinary unmistakable-secret ")
        }
        let pieces = try await Self.purge(database, pages: 8) { piece in
            try await database.write { session in
                let writer = try Self.index.writer(in: session)
                try writer.add(6_000 + piece, in: 1, tokens: noise(piece) + "late ")
                if piece <= 1_000 { try writer.remove(999 + piece, in: 1, tokens: noise(piece - 1)) }
            }
        }
        #expect(pieces > 3)
        try await database.settle()
        #expect(try folder.files(holding: "mistakable-secret") == [])
        #expect(try Self.find(.token("late"), in: database) == (1...pieces).map { 6_000 + $0 })
        #expect(try Self.find(.token("w\(999 * 37 % 5_000)x3"), in: database) == [1_999])
        #expect(try await database.write { try Self.index.problem(in: $0) } == nil)
    }

    @Test func `an emptied index finds nothing and can be filled again`() async throws {
        let database = try await Self.filled().database
        try await database.write { session in
            try Self.index.renew(in: session)
            try Self.index.writer(in: session).add(9, in: 1, tokens: "green ")
        }
        #expect(try Self.find([.init(alternatives: [["green"]], isPrefix: false)], in: database) == [9])
    }

    @Test(
        .onSQLite,
        arguments: [
            "UPDATE words_data SET block = zeroblob(length(block)) WHERE id > 10", "DELETE FROM words_data",
            "UPDATE words_data SET block = x'FFFFFFFFFFFFFFFFFFFF' WHERE id = 10", "DELETE FROM words_config",
        ])
    func `a damaged index is told, and can be made anew`(_ damage: String) async throws {
        let (folder, database) = try await Self.filled()
        #expect(try await database.write { try Self.index.problem(in: $0) } == nil)
        try await database.write { try $0.run(SQL(text: damage)) }
        // Another connection has read nothing of it before.
        let opened = try Database.open(folder)
        #expect(try await opened.write { try Self.index.problem(in: $0) } != nil)
        try await opened.write { session in
            try Self.index.renew(in: session)
            try Self.index.writer(in: session).add(9, in: 1, tokens: "green ")
        }
        #expect(try Self.find([.init(alternatives: [["green"]], isPrefix: false)], in: opened) == [9])
        #expect(try await opened.write { try Self.index.problem(in: $0) } == nil)
        #expect(try Database.strangers(at: opened.place, migrations: [.pairs]) == [])
    }
}
