import Directory
import Ledger
import TestSupport
import Testing
import Work

@testable import concord

/// What the domains have people told of, by the rows of work that say so.
@Suite struct NoticeCauseTests {
    private func causes(_ world: World) async throws -> [String] {
        try await WorkTable(world.ledger).rows(of: "notice", limit: 99).map { row in
            row.key.split(separator: " ").prefix(2).joined(separator: " ")
        }.sorted()
    }

    @Test func `what waits in quarantine is told to who decides, once, and what is placed to nobody`() async throws {
        let world = try await World()
        let good = """
            {"type": "identity", "spec_version": "2.1", "id": "identity--00000000-0000-4000-8000-000000000001",
            "created": "2026-01-01T00:00:00.000Z", "modified": "2026-01-01T00:00:00.000Z", "name": "Harbour"}
            """
        _ = try await world.ledger.admit(MemorySource(Array(good.utf8)), into: "public", source: "feed")
        #expect(try await causes(world).isEmpty)
        for _ in 0..<2 {
            let bad = "{\"type\": \"identity\", \"id\": \"nobody\"}"
            let report = try await world.ledger.admit(MemorySource(Array(bad.utf8)), into: "public", source: "feed")
            #expect(report.quarantinedCount + report.quarantinedBefore == 1)
        }
        #expect(try await causes(world) == ["quarantine decide"])
    }

    @Test func `somebody is told of a token, a role and a new invitation of their account, and not of what failed`()
        async throws
    {
        let world = try await World()
        let directory = world.compose.directory
        _ = try await directory.invite("Root", role: .administrator, by: .machine)
        let amina = try await directory.invite("Amina", role: .reader, by: .machine).account
        #expect(try await causes(world).isEmpty)
        _ = try await directory.makeToken("feed", for: "Amina", scope: .read, by: .machine)
        try await directory.changeRole(of: "Amina", to: .analyst, by: .machine)
        try await directory.changeRole(of: "Amina", to: .analyst, by: .machine)
        _ = try await directory.inviteAgain("Amina", by: .machine)
        await #expect(throws: DirectoryError.self) {
            _ = try await directory.makeToken("", for: "Amina", scope: .read, by: .machine)
        }
        let expected = ["invited-again", "role-changed", "token-made"].map { "\($0) \(amina.id)" }
        #expect(try await causes(world) == expected)
    }
}
