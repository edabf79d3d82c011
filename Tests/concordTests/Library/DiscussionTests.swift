import Directory
import Foundation
import Hall
import Ledger
import STIX
import Testing
import Web

@testable import concord

/// The thread under an object.
struct DiscussionTests {
    @Test func `M7: a thread in order, quoting, with who sees it; leaving stops it at once`() async throws {
        let records = try await Records(showing: ["guide"])
        let id = try await records.say("guide", TranslationTests.guide, into: "g", marking: "green")
        _ = await Step.watches(account: "Al").happen(in: records.world)
        let said = ["First: who answers at night?", "Second: the duty officer.", "Third: write that down."]
        for (number, text) in said.enumerated() {
            records.turn(1 + number)
            _ = try await records.remark(
                "note", text, of: id,
                more: number == 1 ? [(name: "anchor", value: "text"), (name: "quote", value: "Stay calm.")] : [],
                as: number == 1 ? records.desk : records.member)
        }
        let page = try await records.page("/objects/\(id)", as: records.member)
        let places = try said.map { try #require(page.range(of: $0)?.lowerBound) }
        #expect(places == places.sorted(), "in the order in which it was said")
        // What is quoted stands before what is said of it, and each says who sees it.
        let quoted = try #require(page.range(of: "<blockquote", range: places[0]..<places[1]))
        #expect(quoted.lowerBound < places[1] && page.contains("TLP:GREEN"))
        // Whoever is of the audience is told of what is new; whoever is not reads nothing, and is told nothing.
        records.turn(30)
        for _ in 0..<2 { try await records.work("notice") }
        #expect(try await records.page("/notices", as: records.member).contains("Collection g"))
        _ = await Step.leaves(organisation: "Alpha", group: "G").happen(in: records.world)
        let told = try await NoticeTable(records.world.ledger).count(records.world.compose.directory.account("Al").id)
        #expect(try await records.world.ask("/objects/\(id)", session: records.member).status == 404)
        records.turn(60)
        _ = try await records.remark("note", "Fourth: among us.", of: id, as: records.desk)
        records.turn(90)
        for _ in 0..<2 { try await records.work("notice") }
        #expect(
            try await NoticeTable(records.world.ledger).count(records.world.compose.directory.account("Al").id) == told)
        #expect(try await !records.page("/search?q=Fourth", as: records.member).contains("among us"))
    }
}
