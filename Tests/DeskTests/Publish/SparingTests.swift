import Foundation
import Ledger
import STIX
import Testing
import Web

@testable import Desk

/// Nothing harmless is published by accident, and what was published together goes together.
@Suite struct SparingTests {
    private static let constituencies: [(organisation: String, constituency: Constituency)] = [
        (DeskGateway.bank, Constituency(networks: ["203.0.113.64/26"], domains: ["bank.valdoria.example"]))
    ]
    /// What a mail holds of which somebody ticked everything.
    private static let mail = """
        login.bank-valdoria.example
        www.bank.valdoria.example
        8.8.8.8
        10.0.0.4
        198.51.100.7
        https://bank.valdoria.example/logo.png
        [ipv4-addr:value = '203.0.113.70']
        https://www.google.com/maps?q=1
        d41d8cd98f00b204e9800998ecf8427e
        """

    private func draft(_ gateway: DeskGateway, _ person: String, _ kind: String, into alias: String, _ values: String)
        async throws -> String
    {
        try await gateway.follow(
            person, "/drafts/new",
            [
                ("kind", kind), ("collection", gateway.collection(alias).id), ("title", "Phishing"), ("text", "x"),
                ("values", values),
            ])
    }

    private func patterns(_ gateway: DeskGateway, _ address: String, as person: String?) async throws -> [String] {
        var patterns: [String] = []
        for id in try await gateway.object(address, as: person).texts("object_refs") where id.hasPrefix("indicator--") {
            patterns.append(try await gateway.object("/objects/\(id)", as: person).text("pattern") ?? "")
        }
        return patterns
    }

    @Test func `ticking everything in a mail publishes what is bad, and asks about the rest`() async throws {
        let gateway = try await DeskGateway(constituencies: Self.constituencies)
        let draft = try await draft(gateway, "analyst", "advisory", into: "public", Self.mail)
        let page = try await gateway.ask("analyst", draft).text
        #expect(page.contains("7 of these are yours or known good: leave them out?"))
        #expect(page.contains("for which <bdi>Bank of Valdoria</bdi> answers"))
        #expect(page.contains("On a known-good list: <bdi>Public resolvers</bdi>"))
        #expect(page.contains("a private network"))
        #expect(!page.contains(" checked>"))
        let address = try await gateway.publish("analyst", draft: draft)
        #expect(
            try await patterns(gateway, address, as: nil) == [
                "[domain-name:value = 'login.bank-valdoria.example']", "[ipv4-addr:value = '198.51.100.7']",
            ])
    }

    @Test func `its author may keep one, with intent`() async throws {
        let gateway = try await DeskGateway(constituencies: Self.constituencies)
        let draft = try await draft(gateway, "analyst", "advisory", into: "public", Self.mail)
        let address = try await gateway.publish("analyst", draft: draft, keeping: ["8.8.8.8", "no value of it"])
        #expect(
            try await patterns(gateway, address, as: nil) == [
                "[domain-name:value = 'login.bank-valdoria.example']", "[ipv4-addr:value = '8.8.8.8']",
                "[ipv4-addr:value = '198.51.100.7']",
            ])
    }

    @Test func `where nothing else is left, nothing is published until one is kept`() async throws {
        let gateway = try await DeskGateway(constituencies: Self.constituencies)
        let draft = try await draft(gateway, "analyst", "indicators", into: "public", "8.8.8.8\n1.1.1.1")
        let page = try await gateway.ask("analyst", draft)
        #expect(page.status == 200 && page.text.contains("There is nothing else in this draft"))
        let stamp = try #require(page.text.firstMatch(of: /name="stamp" value="([0-9]+)"/)?.output.1)
        let none = try await gateway.ask("analyst", draft + "/publish", post: [("stamp", String(stamp))])
        #expect(none.status == 422 && none.text.contains("Nothing was published"))
        let address = try await gateway.publish("analyst", draft: draft, keeping: ["1.1.1.1"])
        #expect(try await gateway.object(address, as: nil).text("pattern") == "[ipv4-addr:value = '1.1.1.1']")
    }

    @Test func `members see what is theirs, and of others that it is somebody's`() async throws {
        let gateway = try await DeskGateway(
            constituencies: Self.constituencies + [
                (DeskGateway.stranger, Constituency(networks: ["198.51.100.0/24"], domains: []))
            ])
        let draft = try await draft(
            gateway, "member", "indicators", into: "group", "203.0.113.70\n198.51.100.7\na.example")
        let page = try await gateway.ask("member", draft).text
        #expect(page.contains("2 of these are yours or known good: leave them out?"))
        #expect(page.contains("yours: in <code dir=\"ltr\">203.0.113.64/26</code>"))
        #expect(
            page.contains("of an organisation here") && !page.contains("198.51.100.0/24") && !page.contains("Stranger"))
    }

    @Test func `a correction is of what is published already, and is not asked`() async throws {
        let gateway = try await DeskGateway(constituencies: Self.constituencies)
        let first = try await draft(gateway, "analyst", "indicators", into: "public", "8.8.8.8")
        let address = try await gateway.publish("analyst", draft: first, keeping: ["8.8.8.8"])
        let correction = try await gateway.follow("analyst", address + "/correct", [])
        let draft = "/drafts/" + correction.split(separator: "/")[1]
        #expect(try await gateway.ask("analyst", draft).text.contains("id=\"spared\"") == false)
    }

    @Test func `withdrawing an advisory offers to withdraw what was published with it`() async throws {
        let gateway = try await DeskGateway()
        let address = try await gateway.publish(
            "analyst", "advisory", into: "public",
            [("title", "T"), ("text", "See CVE-2026-1234."), ("values", "a.example\nb.example")])
        let named = try await gateway.object(address, as: nil).texts("object_refs")
        let others = try await gateway.publish(
            "analyst", "advisory", into: "public", [("title", "Later"), ("text", "y"), ("about", named[1])])
        let page = try await gateway.ask("analyst", address + "/withdraw").text
        #expect(page.contains("Withdraw the 2 objects that were published with it, too"))
        #expect(page.contains("name=\"with\" value=\"all\" checked"))
        #expect(page.contains("1 more stays: another report names it"))
        let form = [("collection", try await gateway.collection("public").id), ("reason", "It was a drill.")]
        _ = try await gateway.follow("analyst", address + "/withdraw", form + [("with", "all")])
        for id in named {
            let isThere = try await gateway.ask(nil, "/objects/\(id).json").status == 200
            #expect(isThere == (id == named[1]), "\(id)")
        }
        #expect(try await gateway.ask(nil, address + ".json").status == 404)
        #expect(try await gateway.ask(nil, others + ".json").status == 200)
    }

    @Test func `without the wish only the advisory goes`() async throws {
        let gateway = try await DeskGateway()
        let address = try await gateway.publish(
            "analyst", "advisory", into: "public", [("title", "T"), ("text", "x"), ("values", "a.example")])
        let indicator = try #require(try await gateway.object(address, as: nil).texts("object_refs").first)
        let form = [("collection", try await gateway.collection("public").id), ("reason", "It was a drill.")]
        _ = try await gateway.follow("analyst", address + "/withdraw", form)
        #expect(try await gateway.ask(nil, "/objects/\(indicator).json").status == 200)
    }

    @Test func `what others wrote, or wrote at another time, is never offered`() async throws {
        let gateway = try await DeskGateway()
        let id = "indicator--00000000-0000-4000-8000-000000000001"
        try await gateway.admit(
            #"{"type":"indicator","spec_version":"2.1","id":"\#(id)","created":"2025-01-01T00:00:00.000Z","modified":"2025-01-01T00:00:00.000Z","pattern":"[domain-name:value = 'c.example']","pattern_type":"stix","valid_from":"2025-01-01T00:00:00Z"}"#,
            into: "public")
        let mine = try await gateway.publish("analyst", "indicators", into: "public", [("values", "d.example")])
        let about = "\(id)\n\(mine.dropFirst("/objects/".count))"
        let address = try await gateway.publish(
            "analyst", "advisory", into: "public", [("title", "T"), ("text", "x"), ("about", about)])
        #expect(try await gateway.ask("analyst", address + "/withdraw").text.contains("name=\"with\"") == false)
    }
}
