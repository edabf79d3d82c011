import Foundation
import Ledger
import STIX
import Testing
import Web

@testable import Desk

/// Who is said to have written what, on pages, in text and in mail.
@Suite struct AuthorshipTests {
    private static let time = "2025-01-01T00:00:00.000Z"

    private static func report(_ number: Int, _ name: String, by author: String? = nil) -> String {
        let said = author.map { #""created_by_ref":"\#($0)","# } ?? ""
        return #"""
            {"type":"report","spec_version":"2.1","id":"report--7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c0\#(number)",\#(said)
            "created":"\#(time)","modified":"\#(time)","name":"\#(name)","description":"Switch it off.",
            "published":"\#(time)","object_refs":["ipv4-addr--ff26c055-6336-5bc5-b98d-13d6226742dd"],
            "object_marking_refs":["\#(TLP.amber.markingID)"]}
            """#
    }

    private static func address(_ number: Int) -> String {
        "/objects/report--7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c0\(number)"
    }

    private func say(_ objects: [String], to gateway: DeskGateway, as source: Source) async throws -> AdmissionReport {
        try await gateway.ledger.admit(
            MemorySource(Array(objects.joined(separator: "\n").utf8)), into: "group", source: source)
    }

    @Test func `a member's words under the gateway's identifier are nowhere the gateway's`() async throws {
        let gateway = try await DeskGateway()
        let us = gateway.ledger.gateway.identity
        let bank = Source.organisation(DeskGateway.bank)
        let identity = """
            {"type":"identity","spec_version":"2.1","id":"\(us)","created":"\(Self.time)","modified":"\(Self.time)",
            "name":"CIRT Valdoria, new number","identity_class":"organization",
            "object_marking_refs":["\(TLP.amber.markingID)"]}
            """
        #expect(try await say([identity], to: gateway, as: bank).quarantined == [.reserved: 1])
        #expect(
            try await say([Self.report(1, "Forged", by: us), Self.report(2, "Silent")], to: gateway, as: bank).placed
                == 2)
        // The gateway has said who it is; its word is not what makes the forged one true.
        let own = try await gateway.publish("analyst", "advisory", into: "group", [("title", "Ours"), ("text", "x")])

        for person in ["member", "analyst"] {
            let forged = try await gateway.ask(person, Self.address(1)).text
            #expect(forged.contains("This speaks under the identifier of an organisation that did not say it."))
            #expect(!forged.contains("new number"))
            let text = try await gateway.ask(person, Self.address(1) + ".txt").text
            #expect(text.contains("By: author not confirmed") && !text.contains("CIRT Valdoria"))
            let mail = try await gateway.ask(person, Self.address(1) + ".eml").text
            #expect(mail.contains("From: \"author not confirmed\" <"))
            let silent = try await gateway.ask(person, Self.address(2) + ".eml").text
            #expect(silent.contains("From: \"no author stated\" <"))
            #expect(try await gateway.ask(person, Self.address(2)).text.contains("It names no author."))
            #expect(try await gateway.ask(person, own + ".eml").text.contains("From: \"CIRT Valdoria\" <"))
            #expect(try await gateway.ask(person, own + ".txt").text.contains("By: CIRT Valdoria"))
            #expect(try await !gateway.ask(person, own).text.contains("speaks under the identifier"))
        }
        // In every language.
        for (language, words) in [("fr", "auteur non confirmé"), ("ar", "الكاتب غير مؤكَّد")] {
            #expect(try await gateway.ask("member", Self.address(1) + ".txt", language: language).text.contains(words))
        }
    }

    @Test
    func `who sent it is told to the desk and to the sender's own people, and to no group that hides its members`()
        async throws
    {
        let gateway = try await DeskGateway()
        _ = try await say([Self.report(1, "A")], to: gateway, as: .organisation(DeskGateway.bank))
        _ = try await say([Self.report(2, "B")], to: gateway, as: .organisation(DeskGateway.stranger))
        _ = try await say([Self.report(3, "C")], to: gateway, as: Source(named: "Harbour feed"))
        func sent(_ number: Int, _ person: String) async throws -> Bool {
            try await gateway.ask(person, Self.address(number)).text.contains("Sent by")
        }
        for number in 1...3 { #expect(try await sent(number, "analyst")) }
        #expect(try await sent(1, "member"))
        #expect(try await !sent(2, "member"))
        #expect(try await !sent(3, "member"))
        #expect(try await gateway.ask("analyst", Self.address(3)).text.contains("Harbour feed"))
    }

    @Test func `a note or sighting under another's identifier is somebody's`() async throws {
        let gateway = try await DeskGateway()
        let us = gateway.ledger.gateway.identity
        let own = try await gateway.publish("analyst", "advisory", into: "group", [("title", "Ours"), ("text", "x")])
        let id = String(own.dropFirst("/objects/".count))
        func remark(_ type: String, _ number: Int, _ more: String) -> String {
            """
            {"type":"\(type)","spec_version":"2.1","id":"\(type)--7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c1\(number)",
            "created":"\(Self.time)","modified":"\(Self.time)",\(more),"object_marking_refs":["\(TLP.amber.markingID)"]}
            """
        }
        let seen = #""sighting_of_ref":"\#(id)","where_sighted_refs":["\#(us)"],"count":9"#
        _ = try await say(
            [
                remark("note", 1, #""created_by_ref":"\#(us)","content":"All clear","object_refs":["\#(id)"]"#),
                remark("sighting", 2, seen), remark("sighting", 3, #""created_by_ref":"\#(us)","# + seen),
            ], to: gateway, as: .organisation(DeskGateway.bank))
        let page = try await gateway.ask("member", own).text
        #expect(page.contains("All clear"))
        #expect(page.components(separatedBy: "Somebody").count == 4)
        #expect(!page.contains("CIRT Valdoria</a> saw it"))
    }

    @Test func `a redaction is its redactor's organisation's, which says who it is beside it`() async throws {
        let gateway = try await DeskGateway()
        let secret = """
            {"type":"indicator","spec_version":"2.1","id":"indicator--7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c20",
            "created":"\(Self.time)","modified":"\(Self.time)","name":"Shared","description":"secret",
            "pattern":"[ipv4-addr:value = '198.51.100.1']","pattern_type":"stix","valid_from":"\(Self.time)",
            "indicator_types":["malicious-activity"],"object_marking_refs":["\(TLP.green.markingID)"],
            "granular_markings":[{"marking_ref":"\(TLP.amberStrict.markingID)","selectors":["description"]}]}
            """
        let bank = try await gateway.ledger.createCollection(
            alias: "own", title: "Own", audience: .organisation(DeskGateway.bank))
        _ = try await gateway.ledger.admit(
            MemorySource(Array(secret.utf8)), into: bank.id, source: .organisation(DeskGateway.bank))
        let there = try await gateway.follow(
            "member", "/objects/indicator--7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c20/share",
            [("into", try await gateway.collection("group").id), ("form", "redacted")])
        let new = try await gateway.object(String(there.prefix { $0 != "?" }), as: "member")
        #expect(new.text("created_by_ref") == "identity--\(DeskGateway.bank)")
        #expect(new["description"] == nil)
        let author = try await gateway.object("/objects/identity--\(DeskGateway.bank)", as: "analyst")
        #expect(author.text("name") == "Bank of Valdoria")
        // Nothing is said in the gateway's name.
        #expect(try await gateway.ask("analyst", "/objects/\(gateway.ledger.gateway.identity)").status == 404)
    }

    @Test func `what a party did not say is passed on by nobody, and no newer version elsewhere takes a page over`()
        async throws
    {
        let gateway = try await DeskGateway()
        let us = gateway.ledger.gateway.identity
        _ = try await say([Self.report(1, "Forged", by: us)], to: gateway, as: .organisation(DeskGateway.bank))
        #expect(try await gateway.ask("analyst", Self.address(1) + "/share").status == 403)
        #expect(try await gateway.ask("analyst", Self.address(1) + "/share", post: [("into", "public")]).status == 403)
        #expect(try await !gateway.ask("analyst", Self.address(1)).text.contains(Self.address(1) + "/share"))

        // Ours in public; a member's newer one, which revokes it, among those who share.
        let ours = try await gateway.publish(
            "analyst", "advisory", into: "public", [("title", "Patch now"), ("text", "x")])
        let id = String(ours.dropFirst("/objects/".count))
        let forged = Self.report(1, "All is well", by: us)
            .replacing("report--7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c01", with: id)
            .replacing(#""modified":"\#(Self.time)""#, with: #""revoked":true,"modified":"2026-01-01T00:04:00.000Z""#)
        #expect(try await say([forged], to: gateway, as: .organisation(DeskGateway.bank)).placed == 1)
        for address in [ours, ours + ".txt", ours + ".eml", ours + ".json"] {
            let shown = try await gateway.ask("member", address).text
            #expect(shown.contains("Patch now") && !shown.contains("All is well"), "\(address)")
        }
        #expect(try await !gateway.ask("member", ours).text.contains("Its author has revoked"))
    }
}
