import Ledger
import STIX
import Testing
import Web

@testable import Desk

/// What the desk is told of what did not get in.
@Suite struct QuarantineTests {
    @Test func `an organisation is called by its name, wherever it stands as a source`() async throws {
        let gateway = try await DeskGateway()
        let object = """
            {"type":"identity","spec_version":"2.1","id":"identity--7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c16",
            "created":"2025-01-01T00:00:00.000Z","modified":"2025-01-01T00:00:00.000Z","name":"x",
            "object_marking_refs":["marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1"]}
            """
        let report = try await gateway.ledger.admit(
            MemorySource(Array((object + "[").utf8)), into: "public",
            source: .organisation(gateway.ledger.gateway.id))
        #expect(report.quarantinedCount == 1)
        for address in ["/quarantine", "/imports", "/"] {
            let page = try await gateway.ask("analyst", address).text
            #expect(page.contains("CIRT Valdoria"))
            #expect(!page.contains("organisation:"), "\(address)")
        }
    }

    @Test func `many are decided upon at once by those who may, and are nobody else's business`() async throws {
        let gateway = try await DeskGateway()
        func tools(_ name: String) -> String {
            (0..<4).map { number in
                """
                {"type":"tool","spec_version":"2.1","id":"tool--7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c0\(number)",
                "created":"2025-01-01T00:00:00.000Z","modified":"2025-01-01T00:00:00.000Z","name":"\(name)"}
                """
            }.joined(separator: "\n")
        }
        for (name, count) in [("first", 0), ("second", 4)] {
            let report = try await gateway.ledger.admit(
                MemorySource(Array(tools(name).utf8)), into: "public", source: "feed")
            #expect(report.quarantinedCount == count)
        }
        #expect(try await gateway.ask("analyst", "/quarantine").text.contains("/decisions?code=conflicting-version"))
        let form = try await gateway.ask("analyst", "/decisions?code=conflicting-version").text
        #expect(form.contains("<p class=\"title\">4 · Another content stands under the same version</p>"))
        let last = try #require(form.firstMatch(of: /name="last" value="([0-9a-f-]+)"/)?.output.1)
        let fields = [("decision", "accept"), ("code", "conflicting-version"), ("last", String(last))]
        for person in ["member", "reader", "stranger", "looker"] {
            #expect(try await gateway.ask(person, "/decisions").status == 404)
            #expect(try await gateway.ask(person, "/decisions", post: fields + [("reason", "x")]).status == 404)
        }
        #expect(try await gateway.ask("analyst", "/decisions", post: fields).text.contains("id=\"lacks\""))
        let there = try await gateway.follow("analyst", "/decisions", fields + [("reason", "They corrected it.")])
        #expect(there == "/quarantine?decided=4&code=conflicting-version")
        #expect(try await gateway.ask("analyst", "/quarantine").text.contains("Nothing waits for a decision."))
        #expect(
            try await gateway.object("/objects/tool--7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c00", as: nil).text("name")
                == "second")
    }

    @Test func `whoever asks for less decides on less`() async throws {
        let gateway = try await DeskGateway()
        func tool(_ name: String) -> String {
            #"{"type":"tool","spec_version":"2.1","id":"tool--7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c00","#
                + #""created":"2025-01-01T00:00:00.000Z","modified":"2025-01-01T00:00:00.000Z","name":"\#(name)"}"#
        }
        for alias in ["public", "group"] {
            for name in ["first", "second"] {
                _ = try await gateway.ledger.admit(
                    MemorySource(Array(tool(name).utf8)), into: alias, source: "feed")
            }
        }
        let form = try await gateway.ask("narrowed", "/decisions").text
        let last = try #require(form.firstMatch(of: /name="last" value="([0-9a-f-]+)"/)?.output.1)
        let there = try await gateway.follow(
            "narrowed", "/decisions", [("decision", "dismiss"), ("last", String(last)), ("reason", "no")])
        #expect(there == "/quarantine?decided=1")
        #expect(try await gateway.ask("analyst", "/quarantine").text.contains("second") == false)
        let left = try await gateway.ledger.quarantined(
            in: Reader.machine(of: gateway.ledger).collections(), limit: 9)
        #expect(left.map(\.collection) == ["group"])
    }

    @Test func `everybody who sent what waits is named to whoever decides`() async throws {
        let gateway = try await DeskGateway()
        let tool =
            #"{"type":"tool","spec_version":"2.1","id":"tool--7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c00","#
            + #""created":"2025-01-01T00:00:00.000Z","modified":"2025-01-01T00:00:00.000Z","name":"x","#
            + #""object_marking_refs":["marking-definition--7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c01"]}"#
        for source in [try Source(named: "Harbour feed"), .organisation(DeskGateway.bank)] {
            _ = try await gateway.ledger.admit(MemorySource(Array(tool.utf8)), into: "group", source: source)
        }
        let kept = try #require(
            await gateway.ledger.quarantined(in: [gateway.collection("group")], limit: 9).first)
        let page = try await gateway.ask("analyst", "/quarantine/\(kept.id)").text
        #expect(page.contains("Harbour feed, Bank of Valdoria"))
    }
}
