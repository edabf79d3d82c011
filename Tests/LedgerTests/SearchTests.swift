import STIX
@testable import Storage
import Testing
import TestSupport

@testable import Ledger

/// A search is compared with a look at every object that the reader may see.
@Suite struct SearchTests {
    /// Everything of a gateway that a reader may see, newest arrivals first.
    struct Everything {
        struct Document {
            let listing: Listing
            let names: [String]
            /// Values and external identifiers.
            let values: [String]
            let words: Set<String>
            let source: String
        }

        var documents: [Document] = []

        init(_ reader: Reader) async throws {
            for collection in try await reader.collections() {
                for (type, _) in try await reader.typeCounts(in: collection) {
                    for listing in try await reader.list(type: type, in: collection, limit: 10_000) {
                        documents.append(try await Document(listing, collection, reader.ledger))
                    }
                }
            }
            documents.sort { $0.listing.added > $1.listing.added }
        }

        /// The identifiers in the order in which a search has to deliver them.
        func answer(_ question: SearchQuestion) -> [Document] {
            let text = SearchTokens.whole(SearchTerms.refanged(question.text))
            let parts = question.text.split(separator: " ").map { SearchTerms.refanged(String($0)) }
            let narrowed = documents.filter { document in
                let listing = document.listing
                let month = CalendarMonth(listing.added)
                let isInPeriod =
                    switch question.period {
                    case .year(let year): month.year == year
                    case .month(let wanted): month == wanted
                    case nil: true
                    }
                return isInPeriod && (question.type ?? listing.type) == listing.type
                    && (question.marking ?? listing.marking) == listing.marking
                    && (question.source ?? document.source) == document.source
            }
            if text.isEmpty { return narrowed }
            var tiers: [[Document]] = [[], [], []]
            for document in narrowed {
                if (document.names + document.values).contains(where: { SearchTokens.whole($0) == text }) {
                    tiers[0].append(document)
                } else if parts.allSatisfy({ part in
                    SearchTokens.words(part).allSatisfy(document.names.flatMap(SearchTokens.words).contains)
                }) {
                    tiers[1].append(document)
                } else if parts.allSatisfy({ part in
                    document.values.contains { SearchTokens.whole($0) == SearchTokens.whole(part) }
                        || SearchTokens.words(part).allSatisfy(document.words.contains)
                }) {
                    tiers[2].append(document)
                }
            }
            return tiers.flatMap(\.self)
        }
    }

    static func pages(_ reader: Reader, _ question: SearchQuestion, limit: Int) async throws -> [Reader.Findings] {
        var pages: [Reader.Findings] = []
        var from: SearchCursor?
        repeat {
            let page = try await reader.search(question, from: from, limit: limit)
            pages.append(page)
            from = try page.next.map { try #require(SearchCursor($0.description)) }
        } while from != nil
        return pages
    }

    static let questions: [SearchQuestion] = [
        SearchQuestion("red"), SearchQuestion("red fox"), SearchQuestion("Red Fox"), SearchQuestion("redfox"),
        SearchQuestion("198.51.100.3"), SearchQuestion("198[.]51[.]100[.]3"), SearchQuestion("X-1"),
        SearchQuestion("x1"),
        SearchQuestion("nothing"), SearchQuestion("red", type: "tool"), SearchQuestion("red", type: "malware"),
        SearchQuestion("red", marking: .amber), SearchQuestion("red", source: "b"),
        SearchQuestion("red", source: "nobody"),
        SearchQuestion("", type: "malware"), SearchQuestion("", source: "b", marking: .amber), SearchQuestion(""),
        SearchQuestion("red", period: .year(2026)),
        SearchQuestion("red", period: .month(CalendarMonth(year: 2026, month: 2))),
        SearchQuestion("", period: .month(CalendarMonth(year: 2026, month: 1))),
        SearchQuestion("red", period: .year(2025)),
    ]

    /// Names, descriptions and values of a few words, some of them in several versions; months go by.
    static func gateway(_ seed: UInt64, hidden: Bool = true) async throws -> TestGateway {
        let clock = TestClock()
        let gateway = try await TestGateway(clock: clock, seed: seed)
        try await gateway.ledger.createCollection(
            alias: "members", title: "Members", audience: .signedIn)
        var dice = Dice(seed)
        func pick<Element>(_ list: [Element]) -> Element { list[Int.random(in: 0..<list.count, using: &dice)] }
        func words() -> String {
            (0..<Int.random(in: 1...3, using: &dice)).map { _ in pick(["red", "fox", "Red", "blue"]) }
                .joined(separator: " ")
        }
        func object() -> String {
            let number = Int.random(in: 0..<40, using: &dice)
            let text = #""description":"\#(words())","#
            let version = Int.random(in: 0..<3, using: &dice)
            switch Int.random(in: 0..<6, using: &dice) {
            case 0: return Make.address("198.51.100.\(number % 5)")
            case 1:
                let identifier = pick(["X-1", "x1", "red"])
                return Make.object(
                    "malware", number, version: version,
                    #""is_family":true,"external_references":[{"source_name":"x","external_id":"\#(identifier)"}],"#
                        + text)
            default:
                return Make.tool(number, version: version, name: words(), text)
            }
        }
        for round in 0..<12 {
            let (into, source) = (pick(["public", "desk", "members"]), pick(["a", "b"]))
            let objects = (0..<20).map { _ in object() }
            let removed = Make.id("tool", Int.random(in: 0..<40, using: &dice))
            if hidden || into != "desk" {
                try await gateway.admit(objects, into: into, source: source)
                if round % 3 == 0 { _ = try? await gateway.ledger.withdraw(removed, from: into, reason: "r") }
            }
            clock.move(10 * 86_400)
        }
        return gateway
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `members, order, counts and facets are those of a look at every object`(_ seed: UInt64) async throws {
        let gateway = try await Self.gateway(seed)
        let member = Reader(gateway.ledger, for: Viewer(of: [.signedIn]))
        for reader in [gateway.everyone, member, gateway.desk] {
            let everything = try await Everything(reader)
            for question in Self.questions where !question.isEmpty {
                let expected = everything.answer(question)
                let pages = try await Self.pages(reader, question, limit: 7)
                let found = pages.flatMap(\.listings)
                #expect(found.map(\.key) == expected.map(\.listing.key), "\(question)")
                #expect(pages.allSatisfy { $0.amount == .exactly(expected.count) })
                let facets = try #require(pages.first).facets
                func shares<Value>(_ value: (Everything.Document) -> Value) -> [Value: Int] {
                    Dictionary(expected.map { (value($0), 1) }, uniquingKeysWith: +)
                }
                #expect(facets.types.counts == shares(\.listing.type))
                #expect(facets.sources.counts == shares(\.source))
                #expect(facets.markings.counts == shares(\.listing.marking))
                #expect(facets.months.counts == shares { CalendarMonth($0.listing.added) })
                #expect(
                    Dictionary(uniqueKeysWithValues: facets.collections.map { ($0.value.alias, $0.count) })
                        == shares(\.listing.collection))
                #expect(
                    try await reader.newest(question, limit: 5).map(\.key)
                        == expected.map(\.listing).sorted { $0.added > $1.added }.prefix(5).map(\.key))
                for share in facets.collections {
                    var narrower = question
                    narrower.collection = share.value.id
                    #expect(try await reader.search(narrower, limit: 1).amount == .exactly(share.count))
                }
            }
        }
    }

    @Test(arguments: [5, 6] as [UInt64]) func `a reader's answers are the same whatever stands where they may not look`(
        _ seed: UInt64
    ) async throws {
        let (with, without) = (try await Self.gateway(seed), try await Self.gateway(seed, hidden: false))
        for audiences in [[], [.signedIn]] as [Set<Audience>] {
            for question in Self.questions {
                let answers = try await [with, without].asyncMap { gateway in
                    let reader = Reader(gateway.ledger, for: Viewer(of: audiences))
                    return try await Self.pages(reader, question, limit: 5).map { page in
                        "\(page.listings.map(\.key)) \(page.amount) \(page.facets.types) \(page.facets.sources)"
                            + " \(page.facets.markings) \(page.facets.months)"
                            + " \(page.facets.collections.map { "\($0.value.alias) \($0.count)" })"
                            + " \(page.next.map { "\($0.tier) \($0.position)" } ?? "")"
                    }
                }
                #expect(answers[0] == answers[1], "\(question)")
            }
        }
    }

    @Test func `pages follow each other although objects arrive between them`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit((0..<20).map { Make.tool($0, name: "same") })
        let first = try await gateway.everyone.search("same", limit: 8)
        try await gateway.admit((20..<30).map { Make.tool($0, name: "same") })
        try await gateway.admit(Make.tool(5, version: 1, name: "same"))
        let second = try await gateway.everyone.search("same", from: first.next, limit: 50)
        #expect(
            (first.listings + second.listings).map(\.id)
                == (0..<20).reversed().filter { $0 != 5 }.map { Make.id("tool", $0) })
    }

    @Test func `a cursor of a collection that the reader can't see leads nowhere`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit((0..<9).map { Make.tool($0, name: "same") }, into: "desk")
        try await gateway.admit((10..<19).map { Make.tool($0, name: "same") })
        let cursor = try await gateway.desk.search(
            SearchQuestion("same", collection: gateway.collection("desk").id), limit: 2
        ).next
        #expect(cursor != nil)
        #expect(try await gateway.everyone.search("same", from: cursor, limit: 2).listings.isEmpty)
    }

    @Test func `more than ten thousand are not counted, and not paged to`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit((0..<10_050).map { Make.tool($0, name: "same") })
        let found = try await gateway.everyone.search("same", limit: 3)
        #expect(found.amount == .moreThan(10_000))
        #expect(found.facets.types.counts == ["tool": 10_000])
        #expect(found.listings.map(\.id) == [10_049, 10_048, 10_047].map { Make.id("tool", $0) })
        let last = try await gateway.everyone.search(
            "same", from: SearchCursor(tier: 0, collection: gateway.collection().id, position: 54), limit: 10)
        #expect(last.listings.map(\.id) == [52, 51, 50].map { Make.id("tool", $0) })
        #expect(last.next == nil)
    }

    @Test func `nobody can ask for what only the index knows`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1, name: "one two", #""description":"§c1 three","#))
        for question in ["§c1", "§ttool", "§none", "§=onetwo", "§n*", "§=one*", "c1"] {
            let found = try await gateway.everyone.search(question, limit: 5)
            #expect(found.amount == .exactly(["§c1", "§=one*", "c1"].contains(question) ? 1 : 0), "\(question)")
        }
    }

    @Test func `an organisation is named as a source to its own people and to the desk alone`() async throws {
        let gateway = try await TestGateway()
        let member = "organisation:7b4ad0a3-6f4e-4bb8-9a51-5ee25d3ed11a"
        try await gateway.admit(Make.tool(1, name: "said"), source: member)
        try await gateway.admit(Make.tool(2, name: "said"), source: gateway.ledger.gateway.desk.description)
        let theirs = Viewer(of: [.signedIn, try #require(Audience(member))])
        let desk = Viewer(of: [gateway.ledger.gateway.desk])
        for (viewer, count) in [(.everyone, 1), (theirs, 2), (desk, 2)] as [(Viewer, Int)] {
            let reader = Reader(gateway.ledger, for: viewer)
            #expect(try await reader.search("said", limit: 1).facets.sources.count == count)
            #expect(
                try await reader.search(SearchQuestion("said", source: member), limit: 5).listings.count == count - 1)
        }
    }

    @Test(arguments: [
        ("2026", true), ("2026-02", true), ("0000", false), ("2026-13", false), ("2026-1", false), ("26", false),
        ("2026-01-01", false), ("", false), ("9999", true), ("9999-12", true), ("+026", false),
    ]) func `a period is a year or a month`(_ text: String, _ isPeriod: Bool) {
        let period = SearchQuestion.Period(text)
        #expect((period != nil) == isPeriod)
        #expect(period.map(\.description) ?? text == text)
        #expect((period?.moments != nil) == isPeriod)
    }
}

extension SearchTests.Everything.Document {
    init(_ listing: Listing, _ collection: LogCollection, _ ledger: GatewayLedger) async throws {
        let body = try #require(listing.body)
        let object = try #require(try STIXObject(stored: body))
        self.listing = listing
        names = object.searchable.filter { $0.kind == .name }.map(\.text)
        values = object.searchable.filter { [.value, .local, .externalID].contains($0.kind) }.map(\.text)
        // Of prose and names the words; of values they are what the tokens say.
        words = Set(SearchTokens.of(object).split(separator: " ").map(String.init))
        source = try #require(
            try ledger.database.readNow { session in
                try session.value(
                    """
                    SELECT s.name FROM entry e JOIN source s ON s.number = e.source
                    WHERE e.collection = \(collection.number) AND e.position = \(listing.position)
                    """, as: String.self)
            })
    }
}

extension Listing {
    /// The object and where it stands.
    fileprivate var key: String { "\(id) \(collection) \(position)" }
}

extension [SearchFacets.Share<String>] {
    fileprivate var counts: [String: Int] { Dictionary(uniqueKeysWithValues: map { ($0.value, $0.count) }) }
}

extension [SearchFacets.Share<Source>] {
    fileprivate var counts: [String: Int] {
        Dictionary(uniqueKeysWithValues: map { ($0.value.description, $0.count) })
    }
}

extension [SearchFacets.Share<TLP>] {
    fileprivate var counts: [TLP: Int] { Dictionary(uniqueKeysWithValues: map { ($0.value, $0.count) }) }
}

extension [SearchFacets.Share<CalendarMonth>] {
    fileprivate var counts: [CalendarMonth: Int] { Dictionary(uniqueKeysWithValues: map { ($0.value, $0.count) }) }
}
