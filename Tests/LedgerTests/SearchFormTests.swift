import STIX
import Storage
import Testing
import TestSupport

@testable import Ledger

/// Search finds what Check finds, and words where nothing sets them apart.
@Suite struct SearchFormTests {
    static func gateway() async throws -> TestGateway {
        let gateway = try await TestGateway()
        try await gateway.admit(
            KnownTests.indicator(1, "[ipv6-addr:value = '2001:0DB8:0000:0000:0000:0000:0000:0ABC']"),
            KnownTests.indicator(2, "[domain-name:value = 'b\u{FC}cher.example']"),
            KnownTests.indicator(3, "[domain-name:value = 'xn--bcher-kva.test']"),
            KnownTests.indicator(4, "[url:value = 'http://c2.example/a']"),
            KnownTests.indicator(5, "[email-addr:value = 'boss@mail.example']"),
            KnownTests.indicator(6, "[autonomous-system:number = 64500]"),
            KnownTests.indicator(7, "[ipv4-addr:value ISSUBSET '203.0.113.0/24']"),
            Make.tool(8, name: "港口攻击指标", #""description":"该样本是恶意软件样本,针对港口。","#),
            Make.tool(9, name: "フィッシングサイトkit", #""description":"가짜 항구 사이트에서 파일을 받는다","#),
            Make.tool(10, name: "ท่าเรือปลอม"))
        try await gateway.admit(
            KnownTests.indicator(20, "[autonomous-system:number = 64500]"), Make.tool(21, name: "港口"), into: "desk")
        return gateway
    }

    static func names(_ question: String, _ reader: Reader) async throws -> [String] {
        try await reader.search(question, limit: 9).listings.map { $0.name ?? "" }
    }

    @Test(arguments: [
        ("2001:db8::abc", ["i1"]), ("2001[:]db8::0abc", ["i1"]), ("xn--bcher-kva.example", ["i2"]),
        ("BÜCHER.example", ["i2"]),
        ("bücher.test", ["i3"]), ("hXXp://c2[.]example/a", ["i4"]), ("c2[dot]example", ["i4"]),
        ("c2(dot)example", ["i4"]),
        ("http://C2.example:80/%61#x", ["i4"]), ("boss(at)mail.example", ["i5"]), ("mail[.]example", ["i5"]),
        ("AS64500", ["i6"]),
        ("ASN64500", ["i6"]), ("203.0.113.77", ["i7"]), ("http://203.0.113.77/", ["i7"]), ("203.0.112.1", []),
        ("AS64501", []),
        ("i4 c2(dot)example", ["i4"]), ("i5 c2(dot)example", []),
    ])
    func `a question that is a value finds what names it`(_ question: String, _ expected: [String]) async throws {
        let gateway = try await Self.gateway()
        #expect(try await Self.names(question, gateway.everyone) == expected)
        let asked = SearchQuestion(question)
        #expect(try await gateway.everyone.newest(asked, limit: 9).map { $0.name ?? "" } == expected)
        #expect(try await gateway.everyone.search(asked, limit: 1).amount == .exactly(expected.count))
    }

    @Test func `values are narrowed and hidden like words`() async throws {
        let gateway = try await Self.gateway()
        #expect(try await Self.names("AS64500", gateway.desk) == ["i20", "i6"])
        #expect(try await gateway.desk.search(SearchQuestion("AS64500", type: "tool"), limit: 9).listings.isEmpty)
        let desk = try gateway.collection("desk").id
        #expect(
            try await gateway.desk.search(SearchQuestion("AS64500", collection: desk), limit: 9).listings.map(\.name)
                == ["i20"])
        // One page after the other.
        let first = try await gateway.desk.search("AS64500", limit: 1)
        #expect(try await gateway.desk.search("AS64500", from: first.next, limit: 9).listings.map(\.name) == ["i6"])
    }

    @Test(arguments: [
        ("港口", 8), ("攻击", 8), ("恶意软件", 8), ("意软", 8), ("港", 8), ("标", 8), ("样本 港口", 8), ("港口攻击指标", 8),
        ("港口攻*", 8), ("サイト", 9), ("シング", 9), ("kit", 9), ("サイトkit", 9), ("항구", 9), ("사이트", 9),
        ("ปลอม", 10), ("ﾌｨｯｼﾝｸﾞ", 9), ("ｼﾝｸﾞ", 9),
    ])
    func `words are found where nothing sets them apart`(_ question: String, _ number: Int) async throws {
        let gateway = try await Self.gateway()
        #expect(try await gateway.everyone.search(question, limit: 9).listings.map(\.id) == [Make.id("tool", number)])
    }

    @Test(arguments: ["口港", "攻港", "恶意港口", "本针", "軟件"])
    func `pairs that nobody wrote are not found`(_ question: String) async throws {
        #expect(try await Self.gateway().everyone.search(question, limit: 9).listings.isEmpty)
    }

    @Test func `a name that is the question comes first`() async throws {
        let found = try await Self.gateway().desk.search("港口", limit: 9).listings
        #expect(found.map(\.id) == [Make.id("tool", 21), Make.id("tool", 8)])
    }

    @Test(.onSQLite) func `a database from before has its words and values indexed anew when it is opened`()
        async throws
    {
        let gateway = try await Self.gateway()
        let before = try await gateway.ledger.projections()
        // As the first version left it: tokens without their collection, and no key of a URL's one form.
        try await gateway.tamper(
            "DELETE FROM migration WHERE name = 'ledger-0005-search-by-collection'", "DROP TABLE search_words",
            "INSERT INTO search (search) VALUES ('delete-all')",
            "INSERT INTO search (rowid, tokens) VALUES (1, 'c2 example §c1 ')",
            "UPDATE observable SET key = x'7400' WHERE line = 4")
        let opened = try await gateway.opened()
        #expect(try await Self.names("c2[.]example", .everyone(of: opened)) == ["i4"])
        #expect(try await Self.names("港口", .everyone(of: opened)).count == 1)
        #expect(try await opened.projections() == before)
        try await opened.database.write { try $0.run("INSERT INTO search (search) VALUES ('integrity-check')") }
    }
}
