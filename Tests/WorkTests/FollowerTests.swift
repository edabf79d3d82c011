@testable import Ledger
import STIX
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Work

/// Notes which entries it was told of; fails where a test says so.
private struct Listens: Follower {
    static let kind = "test-follow"
    static func follows(_ collection: LogCollection) -> Bool { collection.alias != "unheard" }

    let told: Told
    var fails: @Sendable (FollowedEntries) throws -> Void = { _ in }

    func follow(_ entries: FollowedEntries) async throws -> (@Sendable (Session) throws -> Void)? {
        try fails(entries)
        let line = "\(entries.collection.alias) \(entries.positions)"
        return { _ in told.note(line) }
    }
}

/// What follows a commit: each entry once, in order, from where it was left off.
@Suite struct FollowerTests {
    private struct Office: Sendable {
        let bureau: Bureau
        let told = Told()

        init() async throws {
            bureau = try await Bureau(listeners: [Followed<Listens>.self])
            for alias in ["public", "unheard"] {
                try await bureau.ledger.createCollection(alias: alias, title: alias, audience: .everyone)
            }
        }

        var ledger: GatewayLedger { bureau.ledger }

        func admit(_ numbers: Range<Int>, into collection: String = "public", to ledger: GatewayLedger? = nil)
            async throws
        {
            let objects = numbers.map { number in
                let digits = String(number, radix: 16)
                let id = String(repeating: "0", count: 12 - digits.count) + digits
                return #"""
                    {"type":"tool","spec_version":"2.1","id":"tool--00000000-0000-4000-8000-\#(id)","name":"t\#(number)",\#
                    "created":"2025-01-01T00:00:00.000Z","modified":"2025-01-01T00:00:00.000Z"}
                    """#
            }
            let bytes = Array(objects.joined(separator: "\n").utf8)
            _ = try await (ledger ?? self.ledger).admit(MemorySource(bytes), into: collection, source: "feed")
        }

        func work(_ follower: Listens? = nil) async throws {
            try await bureau.work(FollowerWork(follower ?? Listens(told: told), of: ledger))
        }
    }

    @Test func `each entry is followed once, in order, and nothing of what is not followed`() async throws {
        let office = try await Office()
        try await office.work()
        // The rules of a collection are its first entry.
        #expect(office.told.lines == ["public 0..<1"])
        try await office.admit(0..<3)
        try await office.admit(3..<4)
        try await office.admit(0..<4, into: "unheard")
        #expect(try await office.bureau.rows().map(\.kind) == ["test-follow"])
        try await office.work()
        try await office.work()
        #expect(office.told.lines == ["public 0..<1", "public 1..<5"])
        #expect(try await office.bureau.rows().isEmpty)
        _ = try await office.ledger.withdraw("tool--00000000-0000-4000-8000-000000000001", from: "public", reason: "r")
        _ = try await office.ledger.erase("tool--00000000-0000-4000-8000-000000000002", reason: "r")
        try await office.work()
        #expect(office.told.lines.last == "public 5..<7")
    }

    @Test func `what a mirror copies is followed too, and its rows are asked for when it is copied`() async throws {
        let (office, peer) = (try await Office(), try await Office())
        try await office.work()
        let log = try #require(try await Reader.machine(of: peer.ledger).collection("public"))
        let key = try await peer.ledger.database.read { try peer.ledger.verifier(of: log, in: $0) }
        let copy = try await office.ledger.createMirror(alias: "copy", title: "Copy", audience: .everyone, key: key)
        try await peer.admit(0..<2)
        try await office.ledger.follow("copy", from: peer.ledger.storedLog("public"))
        #expect(try await office.bureau.rows().map(\.key) == [copy.id])
        try await office.work()
        #expect(office.told.lines == ["public 0..<1", "copy 0..<3"])
        // Nothing new, and nothing is asked for.
        try await office.ledger.follow("copy", from: peer.ledger.storedLog("public"))
        #expect(try await office.bureau.rows().isEmpty)
        _ = try await peer.ledger.withdraw("tool--00000000-0000-4000-8000-000000000001", from: "public", reason: "r")
        try await office.ledger.follow("copy", from: peer.ledger.storedLog("public"))
        try await office.work()
        #expect(office.told.lines.last == "copy 3..<4")
    }

    @Test func `much comes in pieces`() async throws {
        let office = try await Office()
        try await office.admit(0..<2_500)
        try await office.work()
        #expect(office.told.lines == ["public 0..<1000", "public 1000..<2000", "public 2000..<2501"])
    }

    @Test func `what fails is told again, and what was followed is not`() async throws {
        let office = try await Office()
        struct Broken: Error {}
        let isBroken = Mutex(true)
        try await office.admit(0..<1_500)
        var follower = Listens(told: office.told)
        follower.fails = { entries in
            if entries.positions.lowerBound > 0, isBroken.withLock(\.self) { throw Broken() }
        }
        try await office.work(follower)
        #expect(office.told.lines == ["public 0..<1000"])
        let row = try #require(await office.bureau.rows().first)
        let open = try await Reader.machine(of: office.ledger).collection("public")
        #expect(row.failingSince != nil && row.key == open?.id)
        isBroken.withLock { $0 = false }
        office.bureau.clock.pass(.seconds(3_600))
        try await office.work(follower)
        #expect(office.told.lines == ["public 0..<1000", "public 1000..<1501"])
    }

    @Test func `what does not come to pass in its transaction counts as not followed`() async throws {
        let office = try await Office()
        struct Broken: Error {}
        let directory = office.ledger.directory
        await #expect(throws: Broken.self) {
            _ = try await office.ledger.write { session -> (Void, [GrownLog]) in
                var log = try LogAppender(
                    session.collection("public"), in: session, surroundings: office.ledger.surroundings)
                try log.append(.withdraw(position: 0, reason: "r"))
                _ = try log.finish()
                throw Broken()
            }
        }
        try await office.work()
        #expect(office.told.lines == ["public 0..<1"])
        // Another process that opens the same directory asks for the same row.
        let other = try await GatewayLedger(
            directory, surroundings: office.bureau.clock.surroundings, migrations: workMigrations,
            listeners: [Followed<Listens>.self])
        try await office.admit(0..<2, to: other)
        try await office.work()
        #expect(office.told.lines == ["public 0..<1", "public 1..<3"])
    }

    @Test func `one that is new begins with the first entry, also where nothing is written any more`() async throws {
        let office = try await Office()
        // Written by a program that knew no follower.
        let before = try await GatewayLedger(
            office.ledger.directory, surroundings: office.bureau.clock.surroundings, migrations: workMigrations)
        try await office.work()
        try await office.admit(0..<5, to: before)
        #expect(try await office.bureau.rows().isEmpty)
        try await office.work()
        #expect(office.told.lines == ["public 0..<1", "public 1..<6"])
    }

    @Test func `people see the title of the log, and only of those that they read`() async throws {
        let office = try await Office()
        try await office.admit(0..<1)
        let work = FollowerWork(Listens(told: office.told), of: office.ledger)
        let rows = try await office.bureau.rows()
        #expect(try await [work].names(of: rows)["test-follow"]?.values.sorted() == ["public"])
        #expect(try await office.bureau.table.rows(of: [work], in: [], limit: 9).isEmpty)
        let read = try await Reader.everyone(of: office.ledger).collections()
        #expect(try await office.bureau.table.rows(of: [work], in: read, limit: 9).map(\.key) == rows.map(\.key))
    }
}
