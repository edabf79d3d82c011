import Foundation
@testable import Storage
import Testing
import TestSupport

@testable import Ledger

/// Whatever happens: exactly the files are read that objects which are shown hand out, and exactly those are here that anything does.
@Suite struct BlobHistoryTests {
    /// An organisation reads what it writes into; a feed reads nothing.
    private static let sources = ["test", "a", "organisation:00000000-0000-4000-8000-00000000000a"]

    @Test(arguments: 1...10 as ClosedRange<UInt64>) func `histories of all that can happen`(_ seed: UInt64) async throws
    {
        var dice = Dice(seed)
        let gateway = try await TestGateway(seed: seed)
        var fingers = Fingers(gateway: gateway)
        for _ in 0..<30 {
            let collection = Int.random(in: 0..<3, using: &dice) > 0 ? "public" : "desk"
            let (file, number) = (Int.random(in: 0..<3, using: &dice), Int.random(in: 0..<6, using: &dice))
            let mark =
                Int.random(in: 0..<5, using: &dice) == 0
                ? #""object_marking_refs":["\#(Make.markingID(9))"],"# : ""
            let object = MakeFile.naming(Fingers.files[file], number, mark)
            let source = sources(&dice)
            let place = [try gateway.collection(collection)]
            switch Int.random(in: 0..<10, using: &dice) {
            case 0...1:
                try await fingers.brings(file, object, into: collection, source)
            case 2:
                try await fingers.brings(file, nil, into: collection, source)
            case 3...5: try await fingers.says(file, object, in: collection, source)
            case 6: _ = try? await gateway.ledger.withdraw(MakeFile.id(number), from: collection, reason: "r")
            case 7: _ = try? await gateway.ledger.erase(MakeFile.id(number), reason: "r")
            case 8:
                if let first = try await gateway.ledger.quarantined(in: place, limit: 1).first {
                    try await fingers.decides(Bool.random(using: &dice) ? .accept : .dismiss, on: first.number)
                }
            default:
                if let last = try await gateway.ledger.imports(into: place, limit: 1).first {
                    _ = try? await gateway.ledger.undoImport(last.number, reason: "r")
                }
            }
            if Int.random(in: 0..<6, using: &dice) == 0 {
                gateway.clock.move(100_000)
                _ = try await gateway.ledger.tidyBlobs()
            }
            try fingers.forgets()
            try await fingers.expectReadable()
        }
        gateway.clock.move(100_000)
        _ = try await gateway.ledger.tidyBlobs()
        try fingers.forgets()
        try fingers.expectKept()
        try await Law12Projections.expectSameAfterRebuild(gateway)
        try await fingers.expectReadable()
        #expect(try await gateway.fileProblems == [])
    }

    private func sources(_ dice: inout Dice) -> String { Self.sources[Int.random(in: 0..<3, using: &dice)] }
}

/// Who brought what, and which entry hands out which file, as whoever counts on fingers knows it from what happened.
private struct Fingers {
    static let files = (0..<3).map { Array("content of file \($0), which is nobody else's".utf8) }

    let gateway: TestGateway
    private var brought: Set<Brought> = []
    /// The files that entries hand out.
    private var granted: [Place: Int] = [:]
    /// What waits in quarantine and holds its file.
    private var waiting: Set<Held> = []

    private struct Brought: Hashable {
        let collection: String
        let file: Int
        let source: String
    }

    private struct Place: Hashable {
        let collection: String
        let position: Int
    }

    private struct Held: Hashable {
        let collection: String
        let object: String
    }

    private struct Entry {
        let place: Place
        let sources: Set<String>
        let body: String
        let stands: Bool
        let isShown: Bool
    }

    init(gateway: TestGateway) { self.gateway = gateway }

    // MARK: What happens

    mutating func brings(_ file: Int, _ object: String?, into collection: String, _ source: String) async throws {
        let received = try await gateway.receive(Self.files[file], for: collection)
        try await gateway.ledger.deposit([Deposit(received)], into: collection, as: Source(told: source))
        brought.insert(Brought(collection: collection, file: file, source: source))
        for entry in try entries(in: collection)
        where entry.stands && entry.sources.contains(source) && entry.body.contains(Self.hash(file)) {
            granted[entry.place] = file
        }
        if let object { try await says(file, object, in: collection, source) }
    }

    mutating func says(_ file: Int, _ object: String, in collection: String, _ source: String) async throws {
        let isTheirs = brought.contains(Brought(collection: collection, file: file, source: source))
        let may = try isTheirs || (source.hasPrefix("organisation:") && isOpen(file, in: collection))
        try await gateway.admit([object], into: collection, source: source)
        if may { try note(file, object, in: collection) }
    }

    mutating func decides(_ decision: QuarantineDecision, on number: Int) async throws {
        let held = try #require(await gateway.ledger.quarantineCase(number))
        let object = String(decoding: held.bytes ?? [], as: UTF8.self)
        let file = try #require(Self.files.indices.first { object.contains(Self.hash($0)) })
        let (collection, source) = (held.collection.alias, held.kept.source.description)
        let may =
            try waiting.contains(Held(collection: collection, object: object))
            || brought.contains(Brought(collection: collection, file: file, source: source))
            || (source.hasPrefix("organisation:") && isOpen(file, in: collection))
        do {
            try await gateway.ledger.decide(decision, on: number, reason: "r")
        } catch {
            return
        }
        if may, decision == .accept { try note(file, object, in: collection) }
    }

    /// Whoever may name the file says this object: what stands or waits of it hands out the file.
    private mutating func note(_ file: Int, _ object: String, in collection: String) throws {
        for entry in try entries(in: collection) where entry.stands && entry.body == object {
            granted[entry.place] = file
        }
        if try isWaiting(object, in: collection) { waiting.insert(Held(collection: collection, object: object)) }
    }

    /// What was erased, decided upon or has waited too long is counted no longer.
    mutating func forgets() throws {
        waiting = try waiting.filter { try isWaiting($0.object, in: $0.collection) }
        let here = try Set(["public", "desk"].flatMap { try entries(in: $0).map(\.place) })
        granted = granted.filter { here.contains($0.key) }
        brought = try brought.filter { try holds($0.file, in: $0.collection) }
    }

    // MARK: What must be so

    func expectReadable() async throws {
        for file in Self.files.indices {
            for (collection, reader) in [("public", gateway.everyone), ("desk", gateway.desk)] {
                let found = try await gateway.bytes(Self.files[file], by: reader, in: collection)
                let isOpen = try isOpen(file, in: collection)
                #expect(found == (isOpen ? Self.files[file] : nil), "file \(file) in \(collection)")
            }
            #expect(try await gateway.bytes(Self.files[file], by: gateway.everyone, in: "desk") == nil)
        }
    }

    /// A file is here as long as an entry, or something in quarantine, hands it out where it was brought, and no longer.
    func expectKept() throws {
        for file in Self.files.indices {
            let keepers = ["public", "desk"].filter { collection in
                granted.contains { $0.key.collection == collection && $0.value == file }
                    || waiting.contains { $0.collection == collection && $0.object.contains(Self.hash(file)) }
            }
            for collection in ["public", "desk"] {
                #expect(
                    try holds(file, in: collection) == keepers.contains(collection), "file \(file) in \(collection)")
            }
            #expect(try gateway.isOnDisk(Self.files[file]) == !keepers.isEmpty)
        }
    }

    private func isOpen(_ file: Int, in collection: String) throws -> Bool {
        try entries(in: collection).contains { $0.isShown && granted[$0.place] == file }
    }

    // MARK: What is here

    private static func hash(_ file: Int) -> String { "\(BlobHash(of: files[file]))" }

    private func holds(_ file: Int, in collection: String) throws -> Bool {
        try gateway.ledger.count(
            """
            SELECT count(*) FROM blob WHERE collection = \(try gateway.collection(collection).number)
            AND sha256 = \(BlobHash(of: Self.files[file]))
            """) == 1
    }

    private func isWaiting(_ object: String, in collection: String) throws -> Bool {
        try gateway.ledger.count(
            """
            SELECT count(*) FROM quarantine WHERE collection = \(try gateway.collection(collection).number)
            AND decided IS NULL AND bytes = \(Array(object.utf8))
            """) == 1
    }

    private func entries(in collection: String) throws -> [Entry] {
        let number = try gateway.collection(collection).number
        return try gateway.ledger.database.readNow { session in
            try session.rows(
                """
                SELECT e.position, s.name, b.bytes, e.ended, e.sha256,
                    CASE WHEN EXISTS (SELECT 1 FROM line l WHERE l.collection = e.collection AND l.position = e.position)
                    THEN 1 ELSE 0 END
                FROM entry e JOIN body b ON b.number = e.body JOIN source s ON s.number = e.source
                WHERE e.collection = \(number)
                """
            ) { row in
                let sha256: [UInt8] = try row.get(4)
                let others = try session.alsoSent(sha256, in: number).map { source in
                    try session.value("SELECT name FROM source WHERE number = \(source)", as: String.self) ?? ""
                }
                return Entry(
                    place: Place(collection: collection, position: try row.get(0)),
                    sources: Set(others + [try row.get(1)]),
                    body: String(decoding: try row.get(2, as: [UInt8].self), as: UTF8.self),
                    stands: try row.get(3, as: Int?.self) == nil, isShown: try row.get(5, as: Int.self) == 1)
            }
        }
    }
}
