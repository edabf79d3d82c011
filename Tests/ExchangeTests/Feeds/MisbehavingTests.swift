import NIOHTTP1
import STIX
import Testing

@testable import Exchange
@testable import Outside

/// Servers that misbehave: nothing is lost, nothing goes on for ever, and the reason is told.
@Suite struct MisbehavingTests {
    private static let type = "application/taxii+json;version=2.1"

    private static func envelope(_ numbers: Range<Int>, _ head: String = #""more":false"#) -> String {
        #"{\#(head),"objects":[\#(numbers.map { FakeObjects.json($0) }.joined(separator: ","))]}"#
    }

    private func visit(
        _ server: FakeTAXII, _ gateway: FeedGateway? = nil
    ) async throws -> (outcome: PollRun.Outcome, gateway: FeedGateway) {
        var there = gateway
        if there == nil {
            let new = try await FeedGateway()
            try await new.add()
            there = new
        }
        let gateway = try #require(there)
        return (try await gateway.visit(server), gateway)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let answer: FakeTAXII.Answer
        let code: ExchangeError.Code
        let says: String
    }

    static let refusals = [
        Refusal(
            testDescription: "a page for people", answer: .init(type: "text/html; charset=utf-8", "<html></html>"),
            code: .malformed, says: "a page for people"),
        Refusal(
            testDescription: "no media type", answer: .init(type: "", "{}"), code: .malformed, says: "no media type"),
        Refusal(
            testDescription: "plain text", answer: .init(type: "text/plain", envelope(0..<1)), code: .malformed,
            says: "text/plain"),
        Refusal(
            testDescription: "TAXII 2.0", answer: .init(type: "application/vnd.oasis.taxii+json; version=2.0", "{}"),
            code: .malformed, says: "TAXII 2.0"),
        Refusal(testDescription: "no JSON", answer: .init("Sorry"), code: .malformed, says: "no envelope"),
        Refusal(testDescription: "a list", answer: .init("[]"), code: .malformed, says: "no envelope"),
        Refusal(
            testDescription: "a MISP event", answer: .init(#"{"Event":{"info":"a"}}"#), code: .malformed,
            says: "this is a MISP event. "),
        Refusal(
            testDescription: "an advisory", answer: .init(#"{"document":{"csaf_version":"2.0"}}"#), code: .malformed,
            says: "this is CSAF. "),
        Refusal(
            testDescription: "the collection itself", answer: .init(#"{"id":"x","title":"T","can_read":true}"#),
            code: .malformed, says: "collection"),
        Refusal(
            testDescription: "something behind the envelope", answer: .init(#"{"more":false} {}"#), code: .malformed,
            says: "follows"),
        Refusal(
            testDescription: "a huge head", answer: .init(#"{"title":"\#(String(repeating: "x", count: 70_000))"}"#),
            code: .malformed, says: "no envelope"),
        Refusal(
            testDescription: "a lot of nothing",
            answer: .init(#"{"objects":[\#(String(repeating: " ", count: 140_000))]}"#), code: .malformed,
            says: "a lot of nothing"),
        Refusal(
            testDescription: "objects under an escaped name", answer: .init(##"{"\u006fbjects":[{"type":"x"}]}"##),
            code: .malformed, says: "no envelope"),
        Refusal(
            testDescription: "a list of pages for a mark",
            answer: .init(#"{"more":true,"next":"\#(String(repeating: "n", count: 3_000))","objects":[]}"#),
            code: .malformed, says: "longer than any honest"),
        Refusal(
            testDescription: "unknown user", answer: .init(status: 401, #"{"title":"who are you?"}"#), code: .denied,
            says: "who are you?"),
        Refusal(testDescription: "not allowed", answer: .init(status: 403, ""), code: .denied, says: "ask its people"),
        Refusal(testDescription: "not there", answer: .init(status: 404, ""), code: .refused, says: "not there"),
        Refusal(testDescription: "another version", answer: .init(status: 406, ""), code: .refused, says: "TAXII 2.1"),
        Refusal(testDescription: "broken server", answer: .init(status: 500, ""), code: .refused, says: "answered 500"),
        Refusal(testDescription: "moved", answer: .init(status: 301, ""), code: .refused, says: "enter the address"),
        Refusal(testDescription: "busy", answer: .init(status: 429, ""), code: .busy, says: "less often"),
        Refusal(
            testDescription: "line breaks in its words", answer: .init(status: 404, #"{"title":"a\u001b[31m\nb"}"#),
            code: .refused, says: "a[31mb"),
    ]

    @Test(arguments: refusals) func `a refusal is told in words`(_ refusal: Refusal) async throws {
        let (outcome, gateway) = try await visit(FakeTAXII(twist: { _, _ in refusal.answer }))
        #expect(outcome.problem?.code == refusal.code)
        #expect(outcome.problem?.sentence.contains(refusal.says) == true, "\(outcome.problem?.sentence ?? "none")")
        #expect(try await gateway.entries() == 1)
        #expect(try await gateway.sources.named("ISAC").cursor == nil)
    }

    @Test(arguments: [
        ("120", 120), ("Thu, 01 Jan 2026 00:10:00 GMT", 600), ("99999999999", 86_400), ("soon", nil), ("-5", nil),
    ])
    func `Retry-After is understood, within a day`(_ text: String, _ seconds: Int?) throws {
        let now = try #require(Timestamp("2026-01-01T00:00:00.000Z"))
        #expect(TAXIIMedia.seconds(retryAfter: text, now: now) == seconds)
    }

    @Test func `a byte order mark is passed over`() async throws {
        let (outcome, _) = try await visit(FakeTAXII(twist: { _, _ in .init("\u{FEFF}" + Self.envelope(0..<3)) }))
        #expect(outcome.count?.placed == 3)
    }

    @Test func `objects of STIX 2.0 are converted, and the source says so`() async throws {
        let old = Self.envelope(0..<3).replacing(#""spec_version":"2.1","#, with: "")
        let (outcome, gateway) = try await visit(FakeTAXII(twist: { _, _ in .init(old) }))
        #expect(outcome.count?.placed == 3)
        #expect(try await gateway.sources.named("ISAC").state?.contains("3 objects were STIX 2.0") == true)
    }

    @Test func `empty pages come before objects`() async throws {
        let server = FakeTAXII(twist: { number, _ in
            number < 10 ? .init(#"{"more":true,"next":"\#(number)","objects":[]}"#) : .init(Self.envelope(0..<3))
        })
        let (outcome, _) = try await visit(server)
        #expect(outcome.count?.placed == 3)
    }

    @Test func `empty pages without end are left`() async throws {
        let server = FakeTAXII(twist: { number, _ in .init(#"{"more":true,"next":"\#(number)"}"#) })
        let (outcome, _) = try await visit(server)
        #expect(outcome.problem?.sentence.contains("brought nothing new") == true)
        #expect(server.requests.count == TAXIIPaging.mostIdle)
    }

    @Test func `one page again and again, under new marks, is left`() async throws {
        let server = FakeTAXII(twist: { number, _ in .init(Self.envelope(0..<2, #""more":true,"next":"\#(number)""#)) })
        let (outcome, gateway) = try await visit(server)
        #expect(outcome.problem?.code == .malformed)
        #expect(server.requests.count == TAXIIPaging.mostIdle + 1)
        #expect(try await gateway.ids() == FakeObjects.ids(2))
    }

    @Test func `a circle of marks is left, by dates where there are any`() async throws {
        let circle: @Sendable (Int, String) -> FakeTAXII.Answer? = { number, address in
            guard address.contains("next") || number == 0 else { return nil }
            return .init(Self.envelope(0..<2, #""more":true,"next":"\#(number % 2)""#))
        }
        let (outcome, _) = try await visit(FakeTAXII(twist: circle))
        #expect(outcome.problem?.sentence.contains("circle") == true)

        let dated = FakeTAXII(FakeObjects.items(6), twist: circle) { _, answer in
            if answer.headers.count == 1 {
                answer.headers.append(
                    ("X-TAXII-Date-Added-Last", Timestamp(clamping: FakeObjects.start + 1_000_000).description))
            }
        }
        let (second, gateway) = try await visit(dated)
        #expect(second.problem == nil)
        #expect(try await gateway.ids() == FakeObjects.ids(6))
    }

    @Test func `more without a way there is told, and what came is kept`() async throws {
        let (outcome, gateway) = try await visit(
            FakeTAXII(twist: { _, _ in .init(Self.envelope(0..<2, #""more":true"#)) }))
        #expect(outcome.problem?.sentence.contains("no mark of the next page, and no date") == true)
        #expect(try await gateway.ids() == FakeObjects.ids(2))
    }

    @Test func `more of one moment than a page holds is told, and not passed over`() async throws {
        var manner = FakeTAXII.Manner()
        manner.most = 4
        let server = FakeTAXII(
            FakeObjects.items(9, step: 0) + [.init(json: FakeObjects.json(9), added: FakeObjects.start + 9)], manner)
        let (outcome, gateway) = try await visit(server)
        #expect(outcome.problem?.sentence.contains("its people must give either") == true)
        #expect(server.requests.count < 8)
        // Its people repair it: nothing is missing.
        let (again, _) = try await visit(FakeTAXII(FakeObjects.items(9, step: 0)), gateway)
        #expect(again.problem == nil)
        #expect(try await gateway.ids() == FakeObjects.ids(9))
    }

    @Test func `a page that breaks off costs what is behind the break, until the next visit`() async throws {
        let whole = Self.envelope(0..<4)
        for length in [10, 300, 500, whole.utf8.count - 1] {
            let cut = String(decoding: Array(whole.utf8).prefix(length), as: UTF8.self)
            struct Broken: Error {}
            for error in [nil, Broken() as any Error] {
                let (outcome, gateway) = try await visit(FakeTAXII(twist: { _, _ in .init(cut, error: error) }))
                #expect(outcome.problem?.code == (error == nil ? .malformed : .unreachable))
                #expect(try await gateway.sources.named("ISAC").cursor == nil)
                let (again, _) = try await visit(FakeTAXII(FakeObjects.items(4)), gateway)
                #expect(again.problem == nil)
                #expect(try await gateway.ids() == FakeObjects.ids(4))
            }
        }
    }

    @Test func `broken JSON among the objects stops there, and the cursor before it`() async throws {
        var manner = FakeTAXII.Manner()
        (manner.most, manner.marks) = (2, .fresh)
        let server = FakeTAXII(
            FakeObjects.items(8), manner,
            change: { number, answer in
                if number == 2 {
                    answer.pieces = [Array(#"{"more":true,"next":"x","objects":[\#(FakeObjects.json(4)) ; 7]}"#.utf8)]
                }
            })
        let (outcome, gateway) = try await visit(server)
        #expect(outcome.problem?.code == .malformed, "\(outcome.problem?.sentence ?? "none")")
        #expect(Set(try await gateway.ids()).isSuperset(of: FakeObjects.ids(4)))
        let (again, _) = try await visit(FakeTAXII(FakeObjects.items(8), manner), gateway)
        #expect(again.problem == nil)
        #expect(try await gateway.ids() == FakeObjects.ids(8))
    }

    /// Whatever the moment of a failure: the visits after it bring the rest, and add nothing twice.
    @Test(arguments: [FakeTAXII.Manner.Marks.none, .fresh, .same]) func `visits that fail anywhere lose nothing`(
        _ marks: FakeTAXII.Manner.Marks
    ) async throws {
        struct Broken: Error {}
        var manner = FakeTAXII.Manner()
        (manner.most, manner.marks) = (3, marks)
        for failing in 0..<9 {
            let gateway = try await FeedGateway()
            try await gateway.add()
            let server = FakeTAXII(
                FakeObjects.items(20), manner,
                change: { number, answer in
                    guard number == failing else { return }
                    answer.pieces = answer.pieces.map { Array($0.prefix($0.count / 2)) }
                    answer.error = Broken()
                })
            let first = try await gateway.visit(server)
            #expect((first.problem == nil) == (failing >= server.requests.count))
            _ = try await gateway.visit(server)
            #expect(try await gateway.ids() == FakeObjects.ids(20))
            #expect(try await gateway.entries() == 21)
        }
    }

    /// The process dies between a page and the cursor behind it.
    @Test func `a cursor that was not kept costs a second reading`() async throws {
        struct Died: Error {}
        let gateway = try await FeedGateway()
        let source = try await gateway.add()
        let server = FakeTAXII(FakeObjects.items(5))
        let client = try PeerClient(server.transport)
        let poll = Poll(
            settings: source.settings, client: client, ledger: gateway.ledger, cursor: nil,
            keep: { _ in throw Died() }, say: { _ in })
        await #expect(throws: Died.self) { try await TAXIIFeed().poll(poll) }
        #expect(try await gateway.ids() == FakeObjects.ids(5))
        #expect(try await gateway.visit(server).count == PollCount(read: 5, known: 5))
        #expect(try await gateway.entries() == 6)
    }

    @Test func `a visit that is called off ends`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        let server = FakeTAXII(twist: { number, _ in
            .init(Self.envelope(number * 3..<number * 3 + 3, #""more":true,"next":"\#(number)""#))
        })
        let visit = Task { try await gateway.visit(server) }
        while server.requests.count < 3 { try await Task.sleep(for: .milliseconds(1)) }
        visit.cancel()
        await #expect(throws: CancellationError.self) { _ = try await visit.value }
        // Its lock is gone with it.
        #expect(try await gateway.visit(FakeTAXII()).problem == nil)
    }
}
