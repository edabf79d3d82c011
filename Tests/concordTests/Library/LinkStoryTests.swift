import Desk
import Directory
import Foundation
import Hall
import Kinds
@testable import Ledger
import Outside
import STIX
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import Work

@testable import concord

/// Links in records: followed, marked, told of, and only where everybody reads.
struct LinkStoryTests {
    /// A server of this machine whose pages are there until they are taken away.
    private final class Site: Sendable {
        private final class Pages: Sendable {
            let gone = Mutex(false)
        }

        private let pages = Pages()
        private let server: LoopbackServer
        var address: String { server.address }
        var asked: [String] { server.received.map(LoopbackServer.path) }

        init() throws {
            server = try LoopbackServer(connections: 60) { [pages] _, send in
                _ = send(LoopbackServer.answer([], status: pages.gone.withLock(\.self) ? "404 Not Found" : "200 OK"))
            }
        }

        func isGone(_ isGone: Bool) { pages.gone.withLock { $0 = isGone } }
        /// Somebody who visits it, although it is of this machine.
        static var visitor: LinkVisitor { LinkVisitor(agent: "concord", reach: .anywhere, pause: .zero) }
    }

    /// Steps of the world in a day.
    private static let day = 8_640

    private func notices(_ records: Records, of name: String) async throws -> Int {
        try await NoticeTable(records.world.ledger).count(records.world.compose.directory.account(name).id)
    }

    @Test func `K5: a link that dies is found within seven days, marked, and told to its owner; mended, it is not`()
        async throws
    {
        let site = try Site()
        let records = try await Records(showing: ["initiative"], followingLinks: Site.visitor)
        let fields =
            RecordStoryTests.initiative + [
                ("links", site.address + "page"), ("deliverables.0.link", site.address + "report"),
            ]
        let id = try await records.say("initiative", fields)
        let pages = ["/objects/\(id)", "/learn/initiative", "/learn/initiative/booklet", "/links"]
        func marked() async throws -> [Bool] {
            var marked: [Bool] = []
            for page in pages { marked.append(try await records.page(page).contains("since <time")) }
            return marked
        }
        records.turn(1)
        try await records.work("link-check", "notice")
        #expect(Set(site.asked) == ["/page", "/report"])
        #expect(try await marked() == [false, false, false, false])
        #expect(try await records.page("/links").contains("No dead link"))
        // It dies at once after it was looked at.
        site.isGone(true)
        records.turn(5 * Self.day + 2)
        try await records.work("link-check", "notice")
        #expect(try await marked() == [false, false, false, false], "once is no proof")
        // A session of the first day would have ended by now.
        let colleague = await Step.account("Ana", .analyst, organisation: "CSIRT Valdoria").happen(in: records.world)
        records.turn(6 * Self.day + 3)
        try await records.work("link-check", "notice")
        #expect(try await marked() == [true, true, true, true])
        let page = try await records.page("/objects/\(id)")
        #expect(page.components(separatedBy: "dead since").count == 3, "beside each of the two links")
        #expect(page.contains("dead since <time datetime=\"2026-01-06"), "since it was first found dead")
        // Whose record it is, is told, once for both links; nobody else.
        #expect(try await notices(records, of: "Root") == 1)
        #expect(try await notices(records, of: "Ana") == 1)
        #expect(try await notices(records, of: "Al") == 0)
        let told = try await records.page("/notices", as: colleague)
        #expect(
            told.contains("Links lead nowhere any more in: Clean the northern network")
                && told.contains("href=\"/links\""))
        let list = try await records.page("/links", as: colleague)
        #expect(Self.plain(list).contains("In records of CSIRT Valdoria") && list.contains("/objects/\(id)"))
        // It stays as it is while nothing changes, and nobody is told again.
        records.turn(7 * Self.day + 4)
        try await records.work("link-check", "notice")
        #expect(try await notices(records, of: "Root") == 1)
        site.isGone(false)
        records.turn(8 * Self.day + 5)
        try await records.work("link-check", "notice")
        #expect(try await marked() == [false, false, false, false])
    }

    @Test func `a link that not everybody may read is never visited, and not marked by what others found`() async throws
    {
        let site = try Site()
        site.isGone(true)
        let records = try await Records(showing: ["initiative"], followingLinks: Site.visitor)
        let closed = try await records.say(
            "initiative", RecordStoryTests.initiative + [("links", site.address + "closed")], into: "g")
        for day in 0..<3 {
            records.turn(day * Self.day + 1)
            try await records.work("link-check", "notice")
        }
        #expect(site.asked.isEmpty)
        #expect(try await !records.page("/objects/\(closed)", as: records.member).contains("dead since"))
        #expect(try await records.world.ask("/links", session: nil).status == 200)
    }

    @Test func `the owner alone is told: the people of the organisation that said it`() async throws {
        let records = try await Records(showing: ["initiative"], followingLinks: LinkVisitor { _ in .missing })
        let alpha = try #require(
            try await records.world.compose.directory.person(
                account: records.world.compose.directory.account("Al").id)?.organisation.id)
        let placed = await Step.says(
            [try Self.record("https://a.example/x", named: "Of Alpha")], collection: "public",
            source: "organisation:\(alpha)"
        ).happen(in: records.world)
        #expect(placed.contains("1"), "\(placed)")
        for day in 0..<2 {
            records.turn(day * Self.day + 1)
            try await records.work("link-check", "notice")
        }
        #expect(try await notices(records, of: "Al") == 1)
        #expect(try await notices(records, of: "Root") == 0)
        let page = try await records.page("/links", as: records.member)
        #expect(Self.plain(page).contains("In records of Alpha") && !page.contains("In records of others"))
        #expect(try await records.page("/links", as: records.desk).contains("In records of others"))
    }

    @Test func `what no record names any more is forgotten, an erased one at once`() async throws {
        let records = try await Records(showing: ["initiative"], followingLinks: LinkVisitor { _ in .missing })
        func kept() async throws -> Int {
            try await records.world.ledger.database.read { try $0.value("SELECT count(*) FROM checked_link") ?? 0 }
        }
        let fields = RecordStoryTests.initiative + [("links", "https://a.example/\nhttps://b.example/")]
        let (one, other) = (
            try await records.say("initiative", fields),
            try await records.say("initiative", RecordStoryTests.initiative + [("links", "https://b.example/")])
        )
        records.turn(1)
        try await records.work("link-check")
        #expect(try await kept() == 2)
        try await records.world.ledger.withdraw(other, from: "public", reason: "gone")
        #expect(try await kept() == 2, "the other still names it")
        _ = try await records.world.compose.desk.erase(one, reason: "asked for", by: .machine)
        #expect(try await kept() == 0)
    }

    @Test func `a run ends after its time, and what is left is done soon`() async throws {
        let asked = Mutex<[String]>([])
        let clock = Mutex<World?>(nil)
        let records = try await Records(
            showing: ["initiative"],
            followingLinks: LinkVisitor { link in
                let number = asked.withLock { asked in
                    asked.append(link)
                    return asked.count
                }
                // Five minutes go by.
                clock.withLock { $0 }?.turn(to: 101 + number * 30, isHidden: false)
                return .answers
            })
        clock.withLock { $0 = records.world }
        let links = (0..<4).map { "https://a.example/\($0)" }
        try await records.say("initiative", RecordStoryTests.initiative + [("links", links.joined(separator: "\n"))])
        records.turn(1)
        try await records.work("link-check")
        #expect(asked.withLock(\.self) == Array(links.prefix(2)))
        records.turn(100 + 90)
        try await records.work("link-check")
        #expect(asked.withLock(\.self) == links)
    }

    @Test func `nobody follows links unless that was asked`() async throws {
        let records = try await Records(showing: ["initiative"])
        try await records.say("initiative", RecordStoryTests.initiative + [("links", "https://a.example/")])
        try await records.work("link-check")
        #expect(try await WorkTable(records.world.ledger).row("link-check", for: "all") == nil)
    }

    private static func plain(_ page: String) -> String { page.replacing(/<[^>]*>/, with: "") }

    /// A record as another program would send it.
    private static func record(_ link: String, named name: String) throws -> String {
        let kind = try #require(KindShelf.core.kinds.first { $0.name == "initiative" })
        let values = #"{"name":"\#(name)","objectives":"x","links":["\#(link)"]}"#
        return #"""
            {"type":"concord-record","spec_version":"2.1","id":"concord-record--00000000-0000-4000-8000-000000000777",\#
            "created":"2025-06-01T00:00:00.000Z","modified":"2025-06-01T00:00:00.000Z","name":"\#(name)",\#
            "extensions":{"\#(KnownExtension.record.definition.id)":{"extension_type":"new-sdo"},\#
            "\#(KnownExtension.kindValues.definition.id)":{"extension_type":"property-extension","kind_ref":"\#(kind.id)","values":\#(values)}}}
            """#
    }
}
