import Ledger
import NIOHTTP1
import STIX
import Testing
import TestSupport

@testable import Exchange
@testable import Outside

/// Honest servers of every manner: all comes, once, and the next visit asks for what is new.
@Suite struct TAXIIFeedTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var count = 25
        var step: Int64 = 1_000_000
        let manner: FakeTAXII.Manner

        init(_ name: String, count: Int = 25, step: Int64 = 1_000_000, _ change: (inout FakeTAXII.Manner) -> Void) {
            testDescription = name
            (self.count, self.step) = (count, step)
            var manner = FakeTAXII.Manner()
            change(&manner)
            self.manner = manner
        }
    }

    static let cases = [
        Case("one page") { _ in },
        Case("nothing", count: 0) { _ in },
        Case("one object a page, by marks", count: 7) { ($0.most, $0.marks) = (1, .fresh) },
        Case("pages of three, by marks") { ($0.most, $0.marks) = (3, .fresh) },
        Case("one mark for all pages") { ($0.most, $0.marks) = (4, .same) },
        Case("by marks without dates") { ($0.most, $0.marks, $0.dates) = (4, .fresh, false) },
        Case("one mark for all pages without dates") { ($0.most, $0.marks, $0.dates) = (4, .same, false) },
        Case("by dates") { $0.most = 4 },
        Case("two objects a page, by dates", count: 7) { $0.most = 2 },
        Case("by dates, the same moment on both sides of a border", step: 0) { $0.most = 1_000 },
        Case("by dates a microsecond apart", step: 1) { $0.most = 4 },
        Case("by dates, after means from") { ($0.most, $0.isInclusive) = (4, true) },
        Case("by dates a microsecond apart, after means from", step: 1) { ($0.most, $0.isInclusive) = (4, true) },
        Case("by dates that are cut to milliseconds", step: 700) { ($0.most, $0.cutsDates) = (4, true) },
        Case("limit ignored", count: 3_000) { $0.ignoresLimit = true },
        Case("more than a page of ours, by dates", count: 2_500, step: 10) { _ in },
        Case("only the latest version can be asked for") { $0.refusesVersions = true },
    ]

    @Test(arguments: cases) func `all comes, once`(_ example: Case) async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        let server = FakeTAXII(FakeObjects.items(example.count, step: example.step), example.manner)
        let first = try await gateway.visit(server)
        #expect(first.problem == nil)
        #expect(first.count?.placed == example.count)
        #expect(try await gateway.ids() == FakeObjects.ids(example.count))
        let entries = try await gateway.entries()

        // A second and a third visit add nothing; a fourth brings what is new.
        for _ in 0..<2 { #expect(try await gateway.visit(server).count?.placed == 0) }
        #expect(try await gateway.entries() == entries)
        server.add(.init(json: FakeObjects.json(example.count), added: FakeObjects.start + 86_400_000_000))
        #expect(try await gateway.visit(server).count?.placed == 1)
        #expect(try await gateway.ids() == FakeObjects.ids(example.count + 1))
    }

    @Test func `pairs of one moment across every border`() async throws {
        for most in 3...6 {
            let gateway = try await FeedGateway()
            try await gateway.add()
            let items = (0..<20).map {
                FakeTAXII.Item(json: FakeObjects.json($0), added: FakeObjects.start + Int64($0 / 2) * 5_000)
            }
            var manner = FakeTAXII.Manner()
            manner.most = most
            #expect(try await gateway.visit(FakeTAXII(items, manner)).problem == nil)
            #expect(try await gateway.ids() == FakeObjects.ids(20))
        }
    }

    @Test func `what became visible late is found, and then no more is asked for twice`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        let server = FakeTAXII(FakeObjects.items(3))
        _ = try await gateway.visit(server)
        // Dated before the last one, committed after our visit.
        server.add(.init(json: FakeObjects.json(3), added: FakeObjects.start + 1_500_000))
        #expect(try await gateway.visit(server).count?.placed == 1)
        #expect(try await gateway.visit(server).count == PollCount(read: 4, known: 4))
        #expect(try await gateway.visit(server).count == PollCount())
    }

    @Test func `it asks for every version, in the words of the standard`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        let server = FakeTAXII(FakeObjects.items(2))
        _ = try await gateway.visit(server)
        #expect(server.addresses == [FakeTAXII.address + "objects/?limit=1000&match%5Bversion%5D=all"])
        #expect(server.requests[0].headers.first(name: "Accept") == "application/taxii+json;version=2.1")
        #expect(try await gateway.sources.named("ISAC").state == "read up to 2025-12-01T00:00:01.000Z")
        server.forgetRequests()
        _ = try await gateway.visit(server)
        #expect(
            server.addresses == [
                FakeTAXII.address
                    + "objects/?limit=1000&added_after=2025-11-30T23%3A59%3A56.000000Z&match%5Bversion%5D=all"
            ])
    }

    @Test func `a server that gives only the latest version is said to`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        var manner = FakeTAXII.Manner()
        manner.refusesVersions = true
        let server = FakeTAXII(FakeObjects.items(2), manner)
        _ = try await gateway.visit(server)
        #expect(
            try await gateway.sources.named("ISAC").state?.hasSuffix("only the latest version of each object") == true)
        server.forgetRequests()
        _ = try await gateway.visit(server)
        #expect(server.requests.count == 1)
    }

    @Test func `a marking may come on a later page than what bears it`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        let marking = "marking-definition--11111111-0000-4000-8000-000000000001"
        let definition =
            #"{"type":"marking-definition","spec_version":"2.1","id":"\#(marking)","created":"2025-01-01T00:00:00.000Z","definition_type":"statement","definition":{"statement":"Thanks"}}"#
        var items = [FakeTAXII.Item(json: FakeObjects.json(0, marking: marking), added: FakeObjects.start)]
        items += FakeObjects.items(5, from: 1)
        items.append(.init(json: definition, added: FakeObjects.start + 9_000_000))
        var manner = FakeTAXII.Manner()
        (manner.most, manner.marks) = (2, .fresh)
        let outcome = try await gateway.visit(FakeTAXII(items, manner))
        #expect(outcome.count == PollCount(read: 7, placed: 7))
    }

    @Test func `a date that has not come hides nothing`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        let server = FakeTAXII([.init(json: FakeObjects.json(0), added: 4_102_444_800_000_000)])
        _ = try await gateway.visit(server)
        server.add(.init(json: FakeObjects.json(1), added: FakeObjects.start + 40 * 86_400_000_000))
        gateway.clock.move(86_400)
        #expect(try await gateway.visit(server).count?.placed == 1)
    }

    @Test func `an empty visit leaves no import behind`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        _ = try await gateway.visit(FakeTAXII())
        let desk = try #require(await Reader.machine(of: gateway.ledger).collection("desk"))
        #expect(try await gateway.ledger.imports(into: [desk], limit: 10).isEmpty)
    }

    @Test func `what has no TLP counts as the source says, also when somebody decides on it later`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.add(marking: .green)
        try await gateway.add("Strict")
        let desk = try #require(await Reader.machine(of: gateway.ledger).collection("desk"))
        _ = try await gateway.visit(FakeTAXII(FakeObjects.items(1)))
        _ = try await gateway.visit(FakeTAXII(FakeObjects.items(1, from: 1)), "Strict")
        #expect(try await gateway.ledger.outgoing(of: desk, from: 0, most: 9).map(\.marking) == [.green, .amberStrict])

        // Another source's line: it waits, and counts as what it counted as when it came.
        let newer = FakeObjects.json(1).replacing(#""modified":"2025-01-01"#, with: #""modified":"2025-02-01"#)
        #expect(newer != FakeObjects.json(1))
        let outcome = try await gateway.visit(FakeTAXII([.init(json: newer, added: FakeObjects.start + 1)]))
        #expect(outcome.count?.quarantined == 1)
        let kept = try #require(await gateway.ledger.quarantined(in: [desk], limit: 9).first)
        try await gateway.ledger.decide(.accept, on: kept.number, reason: "known to be theirs")
        #expect(try await gateway.ledger.outgoing(of: desk, from: 3, most: 9).map(\.marking) == [.green])
    }
}

extension PollCount {
    init(read: Int, placed: Int = 0, known: Int = 0) {
        self.init()
        (self.read, self.placed, self.known) = (read, placed, known)
    }
}
