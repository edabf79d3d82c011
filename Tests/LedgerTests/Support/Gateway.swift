import Foundation
import MerkleLog
import STIX
@testable import Storage
import Synchronization
import TestSupport

@testable import Ledger

/// A clock that moves by a step with every look at it.
final class TestClock: Sendable {
    /// 2026-01-01T00:00:00Z.
    static let start: Int64 = 1_767_225_600_000_000
    private let state: Mutex<(now: Int64, step: Int64)>

    init(step: Int64 = 1_000_000) { state = Mutex((Self.start, step)) }

    var now: Timestamp {
        state.withLock {
            $0.now += $0.step
            return Timestamp(clamping: $0.now)
        }
    }

    /// Moves by so many seconds, back or forth.
    func move(_ seconds: Int64) { state.withLock { $0.now += seconds * 1_000_000 } }
    func stand() { state.withLock { $0.step = 0 } }
}

extension Surroundings {
    static func test(_ clock: TestClock, seed: UInt64 = 1) -> Surroundings {
        let dice = Mutex(Dice(seed))
        return Surroundings(
            now: { clock.now },
            random: { count in
                dice.withLock { dice in (0..<count).map { _ in UInt8(truncatingIfNeeded: dice.next()) } }
            })
    }
}

/// Bytes in memory as an input, in chunks.
struct Input: ByteSource {
    private var rest: ArraySlice<UInt8>
    private let chunk: Int

    init(_ bytes: [UInt8], chunk: Int = 1 << 20) { (rest, self.chunk) = (bytes[...], chunk) }
    init(_ objects: [String]) { self.init(Array(objects.joined(separator: "\n").utf8)) }

    mutating func next() -> [UInt8]? {
        guard !rest.isEmpty else { return nil }
        defer { rest = rest.dropFirst(chunk) }
        return Array(rest.prefix(chunk))
    }
}

/// A gateway of its own for one test, with the collections `public` (everyone) and `desk`.
struct TestGateway: Sendable {
    let folder: TemporaryFolder
    let directory: DataDirectory
    let clock: TestClock
    let surroundings: Surroundings
    let ledger: GatewayLedger

    /// - Parameters:
    ///   - migrations, projections: of a room above.
    init(
        clock: TestClock = TestClock(), seed: UInt64 = 1, desk: Bool = true, migrations: [Migration] = [],
        projections: [any Projection.Type] = []
    ) async throws {
        folder = try TemporaryFolder()
        directory = DataDirectory.forTest(folder.path + "/data")
        self.clock = clock
        surroundings = .test(clock, seed: seed)
        ledger = try await GatewayLedger.create(
            directory, name: "Test", surroundings: surroundings, migrations: migrations, projections: projections)
        try await ledger.createCollection(alias: "public", title: "Public", audience: .everyone)
        if desk { try await ledger.createCollection(alias: "desk", title: "Desk", audience: ledger.gateway.desk) }
    }

    /// A second one who opens the same data directory.
    func opened() async throws -> GatewayLedger { try await GatewayLedger(directory, surroundings: surroundings) }

    @discardableResult
    func admit(_ objects: [String], into collection: String = "public", source: String = "file") async throws
        -> AdmissionReport
    {
        try await ledger.admit(Input(objects), into: collection, source: Source(told: source))
    }

    @discardableResult
    func admit(_ objects: String..., into collection: String = "public", source: String = "file") async throws
        -> AdmissionReport
    {
        try await admit(objects, into: collection, source: source)
    }

    func collection(_ name: String = "public") throws -> LogCollection {
        try ledger.database.readNow { try $0.collection(name) }
    }

    var everyone: Reader { .everyone(of: ledger) }

    /// The bodies of an object's placements, as everyone reads them.
    func bodies(of id: String) async throws -> [[UInt8]?] {
        var bodies: [[UInt8]?] = []
        for placement in try await everyone.standing(of: id)?.placements ?? [] {
            bodies.append(try await everyone.body(of: placement))
        }
        return bodies
    }
    var desk: Reader { .machine(of: ledger) }

    /// Changes the database behind the ledger's back.
    func tamper(_ statements: SQL...) async throws {
        try await ledger.database.write { session in
            for statement in statements { try session.run(statement) }
        }
    }

    func verify(_ name: String = "public", key: Bool = true, known: Checkpoint? = nil) async throws -> Verification {
        try await LogVerifier(key: key ? try self.key(name) : nil, known: known).verify(ledger.storedLog(name))
    }

    func key(_ name: String = "public") throws -> NoteVerifier {
        try NoteSigner(name: collection(name).origin, key: ledger.database.readNow { try $0.signingKey() }).verifier
    }

    /// The checkpoint signed last.
    func checkpoint(_ name: String = "public") throws -> Checkpoint {
        guard let last = try ledger.publication.last(collection(name)) else {
            throw LedgerError(.damagedLog, "nothing has been signed")
        }
        return last.checkpoint
    }

    /// The collection as an exported file.
    func export(_ name: String = "public") async throws -> [UInt8] {
        let pieces = Pieces()
        _ = try await ledger.exportLog(name) { pieces.add($0) }
        return pieces.bytes
    }
}

extension Source {
    /// As it stands in the tables: what the directory says of an organisation, and any other name as a person gives it.
    init(told text: String) throws {
        let organisation = text.split(separator: ":", maxSplits: 1)
        self = organisation.first == "organisation" ? .organisation(String(organisation[1])) : try Source(named: text)
    }
}

extension GatewayLedger {
    func count(_ sql: SQL) throws -> Int {
        try database.readNow { try $0.value(sql, as: Int.self) } ?? 0
    }

    /// (id, version) of everything that was placed and stands.
    func pairs(_ name: String = "public") throws -> [String] {
        try database.readNow { session in
            try session.rows(
                """
                SELECT o.id, e.version FROM entry e JOIN object o ON o.number = e.object
                WHERE e.collection = \(session.collection(name).number) AND e.ended IS NULL
                """
            ) { "\(try $0.get(0, as: String.self)) \(try $0.get(1, as: Int64.self))" }
        }.sorted()
    }

    var entryCount: Int { get throws { try count("SELECT count(*) FROM entry") } }
    var quarantineCount: Int { get throws { try count("SELECT count(*) FROM quarantine") } }
}
