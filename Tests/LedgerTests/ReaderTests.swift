import MerkleLog
import STIX
import Storage
import Testing
import TestSupport

@testable import Ledger

/// The one rule out: who is not of the audience can't tell hidden from absent.
@Suite struct ReaderTests {
    /// Every answer that a reader can get, as text.
    static func answers(_ reader: Reader, asking about: [String], _ collections: [LogCollection]) async throws
        -> [String]
    {
        var answers: [String] = []
        func note(_ question: String, _ answer: Any) { answers.append("\(question): \(answer)") }
        func describe(_ listing: Listing) -> String {
            "\(listing.id) \(listing.type) \(listing.name ?? "-") \(listing.collection) \(listing.position) \(listing.version) \(listing.body?.count ?? -1)"
        }
        func describe(_ collection: LogCollection) -> String {
            "\(collection.alias) \(collection.size) \(collection.title)"
        }

        note("collections", try await reader.collections().map(describe))
        note("counts", try await reader.typeCounts())
        note("latest", try await reader.latest(100).map(describe))
        for type in ["tool", "relationship", "x-hidden", "ipv4-addr"] {
            note("list \(type)", try await reader.list(type: type, limit: 100).map(describe))
        }
        for collection in collections {
            note("counts in", try await reader.typeCounts(in: collection))
            note("list in", try await reader.list(type: "tool", in: collection, limit: 100).map(describe))
            note("changes", try await reader.changes(in: collection, limit: 100).map { "\($0.position) \($0.kind)" })
            note("head", try await reader.head(of: collection)?.checkpoint.size ?? -1)
            for position in 0..<3 {
                note(
                    "proof",
                    try await reader.proof(of: position, in: collection).map { "\($0.leaf.kind) \($0.checkpoint.size)" }
                        ?? "none")
            }
        }
        for name in ["public", "desk", "nowhere"] + collections.map(\.id) {
            note("collection", try await reader.collection(name).map(describe) ?? "none")
            note("log", try await reader.log(name).map { describe($0.collection) } ?? "none")
        }
        note("names", try await reader.names(of: about).sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
        for id in about {
            let standing = try await reader.standing(of: id)
            note(
                "standing",
                standing?.placements.map {
                    "\($0.collection.alias) \($0.position) \($0.version) \($0.marking) \($0.findings.count) \($0.withdrawal?.reason ?? "-")"
                } ?? ["none"])
            if let standing {
                let (relations, amount) = try await reader.relations(of: standing, limit: 50)
                note(
                    "relations",
                    "\(amount) \(relations.map { "\($0.direction) \($0.verb) \($0.otherID) \($0.other.map { "\($0)" } ?? "-") \($0.viaID)" })"
                )
            }
        }
        for text in about + ["shared", "hidden", "tool", "hid*", "sha*", "192.0.2.9", "192.0.2.1", "s* t*"] {
            var from: SearchCursor?
            repeat {
                let found = try await reader.search(text, from: from, limit: 2)
                note(
                    "search \(text)",
                    "\(found.amount) \(found.next.map { "\($0.tier) \($0.position)" } ?? "end") \(found.listings.map(describe))"
                )
                from = found.next
            } while from != nil
        }
        return answers
    }

    static let ids = [
        Make.id("tool", 1), Make.id("tool", 2), Make.id("tool", 3), Make.id("tool", 90), Make.id("relationship", 1),
        Make.id("relationship", 91), Make.id("x-hidden", 92), Make.addressID("192.0.2.1"), Make.addressID("192.0.2.9"),
        Make.id("identity", 7), Make.id("identity", 99),
    ]

    /// A gateway whose public content is always the same; the clock stands, so that nothing differs by time.
    static func gateway(hidden: Bool) async throws -> TestGateway {
        let gateway = try await TestGateway(clock: TestClock(step: 0))
        func hide(_ objects: String...) async throws {
            if hidden { try await gateway.admit(objects, into: "desk", source: "other") }
        }
        try await hide(
            Make.tool(90, name: "hidden tool"), Make.tool(1, version: 9, name: "hidden name", by: 99),
            Make.object("x-hidden", 92))
        try await gateway.admit(
            Make.tool(1, name: "shared one"), Make.tool(2, name: "shared two", by: 7),
            Make.relationship(1, Make.id("tool", 1), "uses", Make.id("tool", 90)))
        try await hide(
            Make.relationship(91, Make.id("tool", 1), "hides", Make.id("tool", 2)), Make.address("192.0.2.9"),
            Make.tool(2, version: 5, name: "hidden shared two", revoked: true), Make.address("192.0.2.1"))
        try await gateway.admit(
            Make.tool(3, version: -1, name: "shared three"), Make.address("192.0.2.1"),
            Make.tool(1, version: 2, name: "shared one newer"))
        if hidden {
            _ = try await gateway.ledger.withdraw(Make.id("tool", 90), from: "desk", reason: "hidden")
            _ = try await gateway.ledger.erase(Make.id("x-hidden", 92), reason: "hidden")
        }
        _ = try await gateway.ledger.withdraw(Make.id("tool", 3), from: "public", reason: "shown")
        try await hide(Make.tool(3, name: "hidden three"))
        return gateway
    }

    @Test func `everyone's answers are the same whatever the desk holds`() async throws {
        let with = try await Self.gateway(hidden: true)
        let without = try await Self.gateway(hidden: false)
        let answers = try await [with, without].asyncMap {
            try await Self.answers($0.everyone, asking: Self.ids, [$0.collection("public"), $0.collection("desk")])
        }
        for (one, other) in zip(answers[0], answers[1])
        where one != other.replacing(try without.collection("desk").id, with: try with.collection("desk").id) {
            Issue.record("\(one)\nis without the desk\n\(other)")
        }
        #expect(answers[0].count == answers[1].count)
        let said = answers[0].map { $0.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? "" }
        #expect(said.filter { $0.contains("hidden") } == [])
        // The desk sees it all, so there was something to hide.
        let desk = try await Self.answers(with.desk, asking: Self.ids, [with.collection("desk")])
        #expect(desk.filter { $0.contains("hidden") }.count > 10)
    }

    @Test func `a link has no readable other end where that is hidden or absent`() async throws {
        let gateway = try await Self.gateway(hidden: true)
        let id = Make.id("tool", 1)
        let mine = try await gateway.everyone.relations(of: #require(gateway.everyone.standing(of: id)), limit: 10)
        #expect(mine.relations.map(\.verb) == ["uses"])
        #expect(mine.relations.allSatisfy { $0.other == nil && $0.otherID == Make.id("tool", 90) })
        #expect(mine.amount == .exactly(1))
        let desks = try await gateway.desk.relations(of: #require(gateway.desk.standing(of: id)), limit: 10)
        #expect(Set(desks.relations.map(\.verb)) == ["uses", "hides"])
    }

    @Test func `pages of a search follow each other without gap or repetition`() async throws {
        let gateway = try await TestGateway()
        for part in 0..<5 {
            try await gateway.admit(
                (0..<10).map { Make.tool(part * 10 + $0, name: "same") }, into: part % 2 == 0 ? "public" : "desk")
        }
        for (reader, count) in [(gateway.everyone, 30), (gateway.desk, 50)] {
            var seen: [String] = []
            var from: SearchCursor?
            repeat {
                let page = try await reader.search("same", from: from, limit: 7)
                #expect(page.amount == .exactly(count))
                seen += page.listings.map(\.id)
                from = page.next
            } while from != nil
            #expect(seen.count == count)
            #expect(Set(seen).count == count)
        }
        #expect(try await gateway.desk.search("same", limit: 50).listings.first?.id == Make.id("tool", 49))
    }

    @Test(arguments: [
        ("bad\"quote", 1), ("o'brien", 1), ("hxxp://evil[.]example/a", 1), ("evil.example", 1), ("EVIL*", 1),
        ("été", 1), ("ETE", 1),
        ("\"", 0), ("*", 0), ("   ", 0), ("AND OR NOT", 0), ("a AND b)", 0), (String(repeating: "x-", count: 5_000), 0),
        (String(repeating: "y ", count: 5_000), 0), ("\u{0}", 0), ("{\"$gt\":1}", 0), ("%", 0),
    ])
    func `whatever is asked is looked for as it is`(_ question: String, _ count: Int) async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(
            Make.object(
                "url", 1, #""value":"http://evil.example/a","x_b":"c","#
            ).replacing(#""created""#, with: #""x_created""#).replacing(#""modified""#, with: #""x_modified""#),
            Make.tool(1, name: #"bad\"quote o'brien été"#))
        #expect(try await gateway.everyone.search(question, limit: 5).listings.count == count)
    }

    @Test func `lists page by date, and changes tell what became of entries`() async throws {
        let gateway = try await TestGateway(desk: false)
        for number in 0..<10 { try await gateway.admit(Make.tool(number, name: "n\(number)")) }
        let first = try await gateway.everyone.list(type: "tool", limit: 4)
        let second = try await gateway.everyone.list(type: "tool", before: first.last?.added, limit: 4)
        for (date, count) in [(TestClock.start - 1, 0), (TestClock.start, 0), (Int64.max, 10)] {
            let listed = try await gateway.everyone.list(type: "tool", before: Timestamp(clamping: date), limit: 20)
            #expect(listed.count == count)
        }
        #expect((first + second).map(\.name) == (2..<10).reversed().map { "n\($0)" })
        _ = try await gateway.ledger.withdraw(Make.id("tool", 1), from: "public", reason: "why")
        _ = try await gateway.ledger.erase(Make.id("tool", 2), reason: "why")
        let changes = try await gateway.everyone.changes(in: gateway.collection(), limit: 100).map(\.kind)
        guard case .erased = changes[0], case .withdrawn(let item, let reason) = changes[1] else {
            Issue.record("\(changes.prefix(2))")
            return
        }
        #expect((item.id, item.body == nil, reason) == (Make.id("tool", 1), true, "why"))
        if case .erased = changes[9] {} else { Issue.record("\(changes[9])") }
        #expect(changes.count == 13)
    }
}

extension Array where Element: Sendable {
    func asyncMap<Result>(_ transform: (Element) async throws -> Result) async throws -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
