import Hall
import Ledger
import Testing
import TestSupport
import Web

@testable import Exchange

@Suite struct MetricsTests {
    private func person(
        _ role: Role, of gateway: FeedGateway, isDesk: Bool = true, as seen: Audience? = nil
    ) -> Person {
        let home = Person.Organisation(
            id: gateway.ledger.gateway.id, name: "CIRT Valdoria", identity: nil, isDesk: isDesk)
        return Person(
            account: "a", name: "Amina", role: role, organisation: home,
            viewer: Viewer(of: [.signedIn, isDesk ? gateway.ledger.gateway.desk : .everyone]), seeingAs: seen)
    }

    private func ask(_ gateway: FeedGateway, _ person: Person?) async throws -> Answer {
        let site = Gateway(
            name: "CIRT Valdoria", sentence: "", id: gateway.ledger.gateway.id, version: "1",
            address: "https://cirt.example")
        let door = Door(ledger: gateway.ledger, gateway: site, people: TestPeople(whoAsks: { _ in person }))
        let all = HallDomain(door, domains: [ExchangeDomain(door)])
        let endpoint = try #require(all.endpoints.first { $0.kind == .metrics })
        return await endpoint.answer(to: try WebRequest(path: "/metrics"), in: site) { Issue.record($0) }
    }

    @Test func `figures are the desk's`() async throws {
        let gateway = try await FeedGateway()
        #expect(try await ask(gateway, nil).status == 401)
        #expect(try await ask(gateway, person(.member, of: gateway, isDesk: false)).status == 404)
        #expect(try await ask(gateway, person(.reader, of: gateway, isDesk: false)).status == 404)
        #expect(try await ask(gateway, person(.administrator, of: gateway, as: .everyone)).status == 404)
        // A token that only reads stands for an analyst with the rights of a reader.
        #expect(try await ask(gateway, person(.reader, of: gateway)).status == 200)
    }

    @Test func `each source has its figures, and hidden collections have none`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.ledger.createCollection(
            alias: "hidden", title: "H", audience: .group("7c1f0a52-93b8-4f0e-8a7c-2f1d6be45c01"))
        try await gateway.add(#"Harbour "ISAC" \ co"#)
        try await gateway.add("Secret", into: "hidden")
        _ = try await gateway.visit(FakeTAXII(FakeObjects.items(3)), #"Harbour "ISAC" \ co"#)
        let answer = try await ask(gateway, person(.analyst, of: gateway))
        let text = String(decoding: answer.body, as: UTF8.self)
        let labels = #"{source="Harbour \"ISAC\" \\ co",kind="taxii",collection="desk"}"#
        for line in [
            "# TYPE concord_source_last_success_timestamp_seconds gauge",
            "concord_source_last_success_timestamp_seconds\(labels) 1767225600",
            "concord_source_failures_total\(labels) 0", "concord_source_entries_placed_total\(labels) 3",
            "concord_source_active\(labels) 1", #"concord_work_waiting{kind="source"} 1"#,
            #"concord_work_late{kind="source"} 0"#, #"concord_work_stopped{kind="source"} 0"#,
        ] { #expect(text.contains(line + "\n"), "\(line)") }
        #expect(!text.contains("hidden") && !text.contains("Secret"))
        #expect(answer.contentType == "text/plain; version=0.0.4; charset=utf-8")
        #expect(answer.keeping == .never)
    }
}
