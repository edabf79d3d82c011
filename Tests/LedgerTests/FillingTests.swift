import STIX
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Ledger

/// Names of what stands, kept by a room that came later; in one of two forms, and interrupted where a test wants it.
private enum Room {
    static let migrations = [
        Migration(
            name: "test-0001-names", why: "A room that came later knows objects by name.",
            sql: [
                """
                CREATE TABLE kept_name (
                    collection BIGINT NOT NULL, line BIGINT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (collection, line))
                """
            ])
    ]

    /// How many objects may be shown until it breaks off; for the test that runs alone with it.
    static let patience = Mutex<Int?>(nil)

    static func keep(_ shown: ShownObject, _ name: String, _ collection: Int, _ session: Session) throws {
        try session.run(
            "INSERT INTO kept_name (collection, line, name) VALUES (\(collection), \(shown.line), \(name))")
    }

    static func forget(_ shown: ShownObject, _ collection: Int, _ session: Session) throws {
        try session.run("DELETE FROM kept_name WHERE collection = \(collection) AND line = \(shown.line)")
    }
}

private struct Names: Projection {
    static let tables = ["kept_name"]
    let collection: Int
    let session: Session

    static func wants(_ type: String) -> Bool { type == "tool" }
    init(collection: Int, in session: Session) { (self.collection, self.session) = (collection, session) }
    func show(_ shown: ShownObject, objects: ObjectNumbers) throws {
        try Room.keep(shown, shown.stix.name ?? "", collection, session)
    }
    func hide(_ shown: ShownObject) throws { try Room.forget(shown, collection, session) }
}

private struct LoudNames: Projection {
    static let tables = ["kept_name"]
    static let version = 2
    let collection: Int
    let session: Session

    static func wants(_ type: String) -> Bool { type == "tool" }
    init(collection: Int, in session: Session) { (self.collection, self.session) = (collection, session) }
    func show(_ shown: ShownObject, objects: ObjectNumbers) throws {
        try Room.keep(shown, (shown.stix.name ?? "").uppercased(), collection, session)
    }
    func hide(_ shown: ShownObject) throws { try Room.forget(shown, collection, session) }
}

private struct BreakingNames: Projection {
    struct Broken: Error {}
    static let tables = ["kept_name"]
    let collection: Int
    let session: Session

    static func wants(_ type: String) -> Bool { type == "tool" }
    init(collection: Int, in session: Session) { (self.collection, self.session) = (collection, session) }
    func show(_ shown: ShownObject, objects: ObjectNumbers) throws {
        try Room.patience.withLock { left in
            guard let more = left else { return }
            guard more > 0 else { throw Broken() }
            left = more - 1
        }
        try Room.keep(shown, shown.stix.name ?? "", collection, session)
    }
    func hide(_ shown: ShownObject) throws { try Room.forget(shown, collection, session) }
}

@Suite("Law 12: a projection that is new here is filled when the gateway is opened") struct FillingTests {
    private func open(
        _ gateway: TestGateway, with projections: [any Projection.Type],
        filling: @Sendable @escaping (FillingProgress) -> Void = { _ in }
    ) async throws -> GatewayLedger {
        try await GatewayLedger(
            gateway.ledger.directory, surroundings: gateway.ledger.surroundings, migrations: Room.migrations,
            projections: projections, filling: filling)
    }

    private func names(_ ledger: GatewayLedger) async throws -> [String] {
        try await ledger.database.read { session in
            try session.rows("SELECT collection || ' ' || name FROM kept_name ORDER BY collection, name") {
                try $0.get(0)
            }
        }
    }

    private func filled() async throws -> TestGateway {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1, name: "one"), Make.tool(2, name: "two"), Make.address("192.0.2.1"))
        try await gateway.admit(Make.tool(2, version: 2, name: "two again"), Make.tool(3, name: "gone"))
        try await gateway.admit(Make.tool(4, name: "four"), into: "desk")
        _ = try await gateway.ledger.withdraw(Make.id("tool", 3), from: "public", reason: "r")
        return gateway
    }

    @Test func `it holds what stood before its room came, once, and follows what comes after`() async throws {
        let gateway = try await filled()
        let told = Mutex<[String]>([])
        let ledger = try await open(gateway, with: [Names.self]) { progress in
            told.withLock { $0.append("\(progress.collection) \(progress.done)/\(progress.total)") }
        }
        #expect(try await names(ledger) == ["1 one", "1 two again", "2 four"])
        // All that stands is counted, also what does not matter to it.
        #expect(told.withLock(\.self) == ["public 3/3", "desk 1/1"])
        _ = try await ledger.withdraw(Make.id("tool", 1), from: "public", reason: "r")
        #expect(try await names(ledger) == ["1 two again", "2 four"])

        let again = try await open(gateway, with: [Names.self]) { _ in Issue.record("it is filled already") }
        #expect(try await names(again) == ["1 two again", "2 four"])
        #expect(try await again.rebuild() == [])
        _ = try await open(gateway, with: [Names.self]) { _ in Issue.record("a rebuild has filled it") }
    }

    @Test func `a collection that is made later needs no filling`() async throws {
        let gateway = try await filled()
        let ledger = try await open(gateway, with: [Names.self])
        try await ledger.createCollection(alias: "new", title: "New", audience: .everyone)
        _ = try await ledger.admit(Input([Make.tool(9, name: "nine")]), into: "new", source: Source(told: "file"))
        #expect(try await names(ledger).last == "3 nine")
        let again = try await open(gateway, with: [Names.self]) { _ in Issue.record("it is filled already") }
        #expect(try await names(again).last == "3 nine")
    }

    @Test func `another form of it is made anew, without what the old one held`() async throws {
        let gateway = try await filled()
        #expect(try await names(open(gateway, with: [Names.self])) == ["1 one", "1 two again", "2 four"])
        #expect(try await names(open(gateway, with: [LoudNames.self])) == ["1 ONE", "1 TWO AGAIN", "2 FOUR"])
        let ledger = try await open(gateway, with: [LoudNames.self]) { _ in Issue.record("it is filled already") }
        #expect(try await names(ledger) == ["1 ONE", "1 TWO AGAIN", "2 FOUR"])
    }

    @Test func `interrupted, the next opening goes on with the collection it was at`() async throws {
        let gateway = try await filled()
        for more in 0...2 {
            Room.patience.withLock { $0 = more }
            await #expect(throws: BreakingNames.Broken.self) { try await open(gateway, with: [BreakingNames.self]) }
            // Two stand in the first collection: one that is cut off half-way leaves nothing of it.
            let kept = try await names(gateway.ledger)
            #expect(kept == (more < 2 ? [] : ["1 one", "1 two again"]))
        }
        // Who writes meanwhile tells it nothing where it is not filled, and what it is filled with is all there is then.
        let other = try await GatewayLedger(
            unchecked: gateway.ledger.directory, surroundings: gateway.ledger.surroundings,
            migrations: Room.migrations, projections: [BreakingNames.self])
        Room.patience.withLock { $0 = 1 }
        _ = try await other.admit(Input([Make.tool(5, name: "five")]), into: "desk", source: Source(told: "file"))
        Room.patience.withLock { $0 = 2 }
        let told = Mutex<[String]>([])
        let ledger = try await open(gateway, with: [BreakingNames.self]) { progress in
            told.withLock { $0.append(progress.collection) }
        }
        #expect(told.withLock(\.self) == ["desk"])
        #expect(try await names(ledger) == ["1 one", "1 two again", "2 five", "2 four"])
        #expect(Room.patience.withLock(\.self) == 0)
    }

    @Test func `two that open at once fill it once`() async throws {
        let gateway = try await filled()
        async let first = open(gateway, with: [Names.self])
        async let second = open(gateway, with: [Names.self])
        let ledgers = try await [first, second]
        for ledger in ledgers { #expect(try await names(ledger) == ["1 one", "1 two again", "2 four"]) }
    }

    @Test func `the ledger's own are filled in a database from before that was noted`() async throws {
        let gateway = try await filled()
        let before = try await gateway.ledger.projections()
        _ = try await open(gateway, with: []) { _ in Issue.record("they are filled") }
        try await gateway.ledger.database.write { try $0.run("DELETE FROM projection_filling") }
        _ = try await open(gateway, with: [])
        #expect(try await gateway.ledger.projections() == before)
    }
}
