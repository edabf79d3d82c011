import Foundation
import Ledger
import STIX
import Testing

@testable import Exchange

/// TAXII servers as they are, each odd in one way.
///
/// All comes, or it is said what does not; nothing is read to an end too early.
@Suite struct PeculiarServerTests {
    /// What a server is asked.
    struct Question {
        let number: Int
        let query: [String: String]

        init(_ number: Int, _ address: String) {
            self.number = number
            let items = URLComponents(string: address)?.queryItems ?? []
            query = Dictionary(items.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
        }

        /// Where the page begins that a mark stands for.
        var start: Int { Int(query["next"] ?? "0") ?? 0 }
        var after: String? { query["added_after"] }
    }

    struct Peculiarity: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// What the first visit brings, of five objects.
        var placed = 5
        /// What is told as the problem of a visit; nil where it goes well.
        var problem: String?
        /// What is told as the state of the source.
        var state: String?
        let answer: @Sendable (Question) -> FakeTAXII.Answer

        init(
            _ name: String, placed: Int = 5, problem: String? = nil, state: String? = nil,
            _ answer: @escaping @Sendable (Question) -> FakeTAXII.Answer
        ) {
            (testDescription, self.placed, self.problem, self.state) = (name, placed, problem, state)
            self.answer = answer
        }
    }

    /// The date of an object, with so many digits.
    private static func date(_ index: Int, digits: Int = 6) -> String {
        "2025-12-01T00:00:0\(index)." + "123400".prefix(digits) + "Z"
    }

    private static func page(
        _ range: Range<Int>, _ head: String? = nil, dates: (String, String)? = nil, type: String? = nil
    ) -> FakeTAXII.Answer {
        let list = range.clamped(to: 0..<5).map { FakeObjects.json($0) }.joined(separator: ",")
        var answer = FakeTAXII.Answer(type: type, "{" + (head.map { $0 + "," } ?? "") + #""objects":[\#(list)]}"#)
        if let dates {
            answer.headers += [("X-TAXII-Date-Added-First", dates.0), ("X-TAXII-Date-Added-Last", dates.1)]
        }
        return answer
    }

    /// Two objects a page, with what a server says of the next.
    private static func pages(
        _ question: Question, dates: Bool = false, _ head: (_ start: Int, _ hasMore: Bool) -> String?
    ) -> FakeTAXII.Answer {
        let start = question.start
        let end = min(start + 2, 5)
        return page(
            start..<end, head(end, end < 5), dates: dates ? (date(start), date(end - 1)) : nil)
    }

    /// All that was added since, and no more is said.
    private static func since(_ question: Question, digits: Int = 6) -> FakeTAXII.Answer {
        let first = (0..<5).first { index in question.after.map { date(index) > $0 } ?? true } ?? 5
        return page(first..<5, dates: first < 5 ? (date(first, digits: digits), date(4, digits: digits)) : nil)
    }

    private static func refusal(_ title: String, status: Int = 400) -> FakeTAXII.Answer {
        .init(status: status, #"{"title":"\#(title)"}"#)
    }

    private static var noContent: FakeTAXII.Answer {
        var answer = FakeTAXII.Answer(status: 204, type: "", "")
        answer.pieces = []
        return answer
    }

    static let honest = [
        Peculiarity("the media type of STIX") { _ in
            page(0..<5, type: "application/stix+json; charset=utf-8; version=2.1")
        },
        Peculiarity("the media type of JSON") { _ in page(0..<5, type: "application/json") },
        Peculiarity("a media type with a charset") { _ in
            page(0..<5, type: "application/taxii+json; charset=utf-8; version=2.1")
        },
        Peculiarity("a media type in capitals, quoted") { _ in
            page(0..<5, type: #"Application/TAXII+JSON ; Version="2.1""#)
        },
        Peculiarity("`more` as a word") { question in
            pages(question) { #""more":"\#($1)","next":"\#($0)""# }
        },
        Peculiarity("`more` as a word in capitals") { question in
            pages(question) { #""more":"\#($1 ? "True" : "False")","next":"\#($0)""# }
        },
        Peculiarity("`next` as a number") { question in
            pages(question) { $1 ? #""more":true,"next":\#($0)"# : #""more":false"# }
        },
        Peculiarity("`next` as a number, with dates") { question in
            pages(question, dates: true) { $1 ? #""more":true,"next":\#($0)"# : #""more":false"# }
        },
        Peculiarity("`next` without `more`") { question in
            pages(question) { $1 ? #""next":"\#($0)""# : nil }
        },
        Peculiarity("`next` beside an empty `more`") { question in
            pages(question) { $1 ? #""more":null,"next":"\#($0)""# : #""more":null,"next":null"# }
        },
        Peculiarity("`next` without `more`, on the last page too") { question in
            pages(question) { start, _ in #""next":"\#(start)""# }
        },
        Peculiarity("`next` beside a `more` that is false") { _ in page(0..<5, #""more":false,"next":"5""#) },
        Peculiarity("all of one moment, by marks") { question in
            var answer = pages(question) { $1 ? #""more":true,"next":"\#($0)""# : #""more":false"# }
            answer.headers += [("X-TAXII-Date-Added-First", date(0)), ("X-TAXII-Date-Added-Last", date(0))]
            return answer
        },
        Peculiarity("dates of another kind", state: "no dates that can be read") { _ in
            page(0..<5, dates: ("Thu Feb 20 2020 22:10:20 GMT+0000", "Thu Feb 20 2020 22:10:20 GMT+0000"))
        },
        Peculiarity("a date that nobody set", state: "no dates that can be read") { question in
            page(question.after == nil ? 0..<5 : 5..<5, dates: ("undefined", "undefined"))
        },
        Peculiarity("a date that has not come", state: "which has not come") { _ in
            page(0..<5, dates: (date(0), "2083-01-01T00:00:00.000000Z"))
        },
        Peculiarity("no content", placed: 0) { _ in noContent },
        Peculiarity("no body", placed: 0) { _ in .init("") },
        Peculiarity("an empty envelope", placed: 0) { _ in .init("{}") },
        Peculiarity("no list", placed: 0) { _ in .init(#"{"objects": null, "more": false}"#) },
        Peculiarity("an empty envelope at the end") { question in
            question.query["next"] == nil ? page(0..<5, #""more":true,"next":"5""#) : .init("{}")
        },
        Peculiarity("no content at the end") { question in
            question.query["next"] == nil
                ? page(0..<5, #""more":true,"next":"5""#) : noContent
        },
        Peculiarity("a byte order mark") { _ in
            var answer = page(0..<5)
            answer.pieces = [[0xEF], [0xBB], [0xBF] + answer.pieces[0]]
            return answer
        },
        Peculiarity("a bundle instead of an envelope") { _ in
            page(0..<5, #""type":"bundle","id":"bundle--0f0c0d52-93b8-4f0e-8a7c-2f1d6be45c01""#)
        },
        Peculiarity("no more than a hundred at once") { question in
            Int(question.query["limit"] ?? "0") ?? 0 > 100 ? refusal("limit too large") : since(question)
        },
        Peculiarity("the latest versions only, and no more than a hundred", state: "only the latest version") {
            question in
            Int(question.query["limit"] ?? "0") ?? 0 > 100 || question.query["match[version]"] != nil
                ? refusal("no") : since(question)
        },
        Peculiarity("dates of milliseconds only") { question in
            question.after.map { $0.utf8.count != 24 } ?? false
                ? refusal("bad added_after") : since(question, digits: 3)
        },
        Peculiarity("dates of microseconds only, that end in zeros") { question in
            question.after.map { $0.utf8.count != 27 } ?? false ? refusal("bad added_after") : since(question)
        },
        Peculiarity("after means from") { question in
            let first = (0..<5).first { index in question.after.map { date(index) >= $0 } ?? true } ?? 5
            return page(first..<5, dates: first < 5 ? (date(first), date(4)) : nil)
        },
    ]

    @Test(arguments: honest) func `all comes, and the next visits go well and bring nothing twice`(
        _ peculiarity: Peculiarity
    ) async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        let server = FakeTAXII(twist: { peculiarity.answer(Question($0, $1)) })
        let first = try await gateway.visit(server)
        #expect(first.problem == nil)
        #expect(try await gateway.ids() == FakeObjects.ids(peculiarity.placed))
        for _ in 0..<2 {
            let again = try await gateway.visit(server)
            #expect(again.problem == nil)
            #expect(again.count?.placed == 0)
        }
        let state = try await gateway.sources.named("ISAC").state ?? ""
        if let said = peculiarity.state { #expect(state.contains(said), "\(state)") }
        #expect(server.requests.count < 40)
        // TAXII 2.1 §2: microseconds, unless the server refuses them.
        let isRefusing = ["milliseconds", "hundred"].contains { peculiarity.testDescription.contains($0) }
        for after in server.addresses.compactMap({ Question(0, $0).after }) where !isRefusing {
            #expect(after.utf8.count == 27)
        }
    }

    static let broken = [
        Peculiarity("`more` as a number", placed: 2, problem: "neither true nor false") { question in
            pages(question) { $1 ? #""more":1,"next":"\#($0)""# : #""more":0"# }
        },
        Peculiarity("`more` as another word", placed: 2, problem: "neither true nor false") { question in
            pages(question) { #""more":"\#($1 ? "yes" : "no")","next":"\#($0)""# }
        },
        Peculiarity("`next` as an object", placed: 2, problem: "no text that could be sent back") { question in
            pages(question) { #""more":\#($1),"next":{"offset":\#($0)}"# }
        },
        Peculiarity("`next` as a truth value", placed: 2, problem: "no text that could be sent back") { question in
            pages(question) { start, hasMore in #""more":\#(hasMore),"next":true"# }
        },
        Peculiarity("`more` without a way there", placed: 2, problem: "no mark of the next page") { question in
            pages(question) { start, hasMore in #""more":\#(hasMore)"# }
        },
        Peculiarity("`more` for ever, of one moment", problem: "its people must give either") { question in
            page(0..<5, #""more":true"#, dates: (date(0), date(0)))
        },
        Peculiarity("led to an address without a slash", placed: 0, problem: "enter the address that it has now") { _ in
            var answer = FakeTAXII.Answer(status: 301, type: "", "")
            answer.headers.append(("Location", "/api/collections/c1/objects"))
            return answer
        },
        Peculiarity("UTF-16", placed: 0, problem: "no envelope") { _ in
            var answer = page(0..<5)
            answer.pieces = [[0xFF, 0xFE] + answer.pieces[0].flatMap { [$0, 0] }]
            return answer
        },
        Peculiarity("asked too often", placed: 0, problem: "again in 2 s") { _ in
            var answer = refusal("slow", status: 429)
            answer.headers.append(("Retry-After", "2"))
            return answer
        },
    ]

    @Test(arguments: broken) func `what can't be followed is said at each visit, and what came is kept`(
        _ peculiarity: Peculiarity
    ) async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        let server = FakeTAXII(twist: { peculiarity.answer(Question($0, $1)) })
        for _ in 0..<2 {
            let outcome = try await gateway.visit(server)
            let said = outcome.problem?.sentence ?? "nothing"
            #expect(said.contains(peculiarity.problem ?? "-"), "\(said)")
            #expect(try await gateway.ids() == FakeObjects.ids(peculiarity.placed))
        }
        #expect(server.requests.count < 60)
        // Its people mend it: nothing was passed over.
        #expect(try await gateway.visit(FakeTAXII(FakeObjects.items(5))).problem == nil)
        #expect(try await gateway.ids() == FakeObjects.ids(5))
    }

    @Test func `an object in another encoding is told and hides no other`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        let server = FakeTAXII(twist: { _, _ in
            var answer = Self.page(0..<5)
            // The name of one in Latin-1.
            let name = Array("Heron 2".utf8)
            let bytes = answer.pieces[0]
            let place = bytes.indices.first { bytes[$0...].starts(with: name) } ?? 0
            answer.pieces = [Array(bytes[..<place]) + [0x4D, 0x61, 0xEF, 0x73] + Array(bytes[(place + name.count)...])]
            return answer
        })
        let outcome = try await gateway.visit(server)
        #expect(outcome.count?.placed == 4)
        #expect(outcome.count?.quarantined == 1)
    }
}
