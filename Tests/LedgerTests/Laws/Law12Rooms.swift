import STIX
import Storage
import TestSupport
import Testing

@testable import Ledger

/// What a room above keeps of the tools that stand.
private struct ToolNames: Projection {
    static let tables = ["tool_name"]
    static let migrations = [
        Migration(
            name: "test-0001-tools", why: "A room above knows the tools by name.",
            sql: ["CREATE TABLE tool_name (collection BIGINT NOT NULL, line BIGINT NOT NULL, name TEXT NOT NULL)"])
    ]
    private let collection: Int
    private let session: Session

    static func wants(_ type: String) -> Bool { type == "tool" }

    init(collection: Int, in session: Session) { (self.collection, self.session) = (collection, session) }

    func show(_ shown: ShownObject, objects: ObjectNumbers) throws {
        #expect(shown.stix.type == "tool")
        try session.run(
            """
            INSERT INTO tool_name (collection, line, name)
            VALUES (\(collection), \(shown.line), \(shown.stix.name ?? ""))
            """)
    }

    func hide(_ shown: ShownObject) throws {
        try session.run("DELETE FROM tool_name WHERE collection = \(collection) AND line = \(shown.line)")
    }
}

extension TestGateway {
    fileprivate static func withTools(seed: UInt64 = 1) async throws -> TestGateway {
        try await TestGateway(seed: seed, migrations: ToolNames.migrations, projections: [ToolNames.self])
    }

    /// The names that the room above knows, of all collections.
    fileprivate func tools() async throws -> [String] {
        try await ledger.database.read { session in
            try session.rows("SELECT name FROM tool_name ORDER BY name") { try $0.get(0) }
        }
    }
}

@Suite("Law 12: what a room above keeps of the objects follows them") struct Law12Rooms {
    @Test func `versions, withdrawals and erasures are followed`() async throws {
        let gateway = try await TestGateway.withTools()
        try await gateway.admit(Make.tool(1, name: "one"), Make.tool(2, name: "two"), Make.address("192.0.2.1"))
        #expect(try await gateway.tools() == ["one", "two"])
        try await gateway.admit(Make.tool(1, version: 2, name: "newer"), Make.tool(1, version: 1, name: "between"))
        #expect(try await gateway.tools() == ["newer", "two"])
        _ = try await gateway.ledger.withdraw(Make.id("tool", 1), version: Make.time(2), from: "public", reason: "r")
        #expect(try await gateway.tools() == ["between", "two"])
        _ = try await gateway.ledger.withdraw(Make.id("tool", 2), from: "public", reason: "r")
        #expect(try await gateway.tools() == ["between"])
        _ = try await gateway.ledger.erase(Make.id("tool", 1), reason: "r")
        #expect(try await gateway.tools() == [])
        #expect(try await gateway.ledger.rebuild() == [])
    }

    @Test func `a decision is followed, and an import that is undone`() async throws {
        let gateway = try await TestGateway.withTools()
        try await gateway.admit(Make.tool(1, name: "first"))
        let report = try await gateway.admit(Make.tool(1, name: "second"), Make.tool(2, name: "two"))
        let kept = try #require(
            try await gateway.ledger.quarantined(in: [gateway.collection()], limit: 100).first)
        try await gateway.ledger.decide(.accept, on: kept.number, reason: "the author confirmed it")
        #expect(try await gateway.tools() == ["second", "two"])
        _ = try await gateway.ledger.undoImport(try #require(report.number), reason: "r")
        #expect(try await !gateway.tools().contains("two"))
    }

    @Test func `a mirror is followed, and what its peer takes back`() async throws {
        let pair = try await MirrorPair(here: .withTools(seed: 2))
        try await pair.peer.admit(Make.tool(1, name: "one"), Make.tool(2, name: "two"))
        try await pair.follow()
        #expect(try await pair.here.tools() == ["one", "two"])
        _ = try await pair.peer.ledger.withdraw(Make.id("tool", 1), from: "public", reason: "r")
        _ = try await pair.peer.ledger.erase(Make.id("tool", 2), reason: "r")
        try await pair.follow()
        #expect(try await pair.here.tools() == [])
        #expect(try await pair.here.ledger.rebuild() == [])
    }

    @Test func `a rebuild makes it anew, and says what was something else`() async throws {
        let gateway = try await TestGateway.withTools()
        try await gateway.admit(Make.tool(1, name: "one"), Make.tool(2, name: "two"))
        try await gateway.tamper(
            "UPDATE tool_name SET name = 'another' WHERE name = 'one'", "DELETE FROM type_count")
        #expect(try await gateway.ledger.rebuild() == ["type_count", "tool_name"])
        #expect(try await gateway.tools() == ["one", "two"])
        #expect(try await gateway.ledger.rebuild() == [])
    }
}
