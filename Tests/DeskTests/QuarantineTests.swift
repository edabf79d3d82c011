import Ledger
import Testing

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
            source: "\(Audience.organisation(gateway.ledger.gateway.id))")
        #expect(report.quarantinedCount == 1)
        for address in ["/quarantine", "/imports", "/"] {
            let page = try await gateway.ask("analyst", address).text
            #expect(page.contains("CIRT Valdoria"))
            #expect(!page.contains("organisation:"), "\(address)")
        }
    }
}
