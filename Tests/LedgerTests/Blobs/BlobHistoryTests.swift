import Foundation
import Storage
import Testing
import TestSupport

@testable import Ledger

/// Whatever happens: exactly the files that standing objects name are read, and exactly those that anything names are here.
@Suite struct BlobHistoryTests {
    private static let files = (0..<5).map { Array("content of file \($0), which is nobody else's".utf8) }

    /// What happened so far, as whoever counts on fingers knows it.
    private struct Brought: Hashable {
        let collection: String
        let file: Int
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>) func `histories of all that can happen`(_ seed: UInt64) async throws
    {
        var dice = Dice(seed)
        let gateway = try await TestGateway(seed: seed)
        var brought: Set<Brought> = []
        for _ in 0..<30 {
            let collection = Bool.random(using: &dice) ? "public" : "desk"
            let (file, number) = (Int.random(in: 0..<5, using: &dice), Int.random(in: 0..<6, using: &dice))
            let content = Self.files[file]
            let mark =
                Int.random(in: 0..<5, using: &dice) == 0
                ? #""object_marking_refs":["\#(Make.markingID(9))"],"# : ""
            let object = MakeFile.naming(content, number, mark)
            switch Int.random(in: 0..<9, using: &dice) {
            case 0...2:
                try await gateway.deposit(content, naming: object, into: collection)
                brought.insert(Brought(collection: collection, file: file))
            case 3:
                try await gateway.deposit(content, into: collection)
                brought.insert(Brought(collection: collection, file: file))
            case 4:
                try await gateway.admit(
                    [object], into: collection, source: ["a", "b"].randomElement(using: &dice) ?? "a")
            case 5: _ = try? await gateway.ledger.withdraw(MakeFile.id(number), from: collection, reason: "r")
            case 6: _ = try? await gateway.ledger.erase(MakeFile.id(number), reason: "r")
            case 7:
                let place = [try gateway.collection(collection)]
                if let first = try await gateway.ledger.quarantined(in: place, limit: 1).first {
                    let decision: QuarantineDecision = Bool.random(using: &dice) ? .accept : .dismiss
                    _ = try? await gateway.ledger.decide(decision, on: first.number, reason: "r")
                }
            default:
                let place = [try gateway.collection(collection)]
                if let last = try await gateway.ledger.imports(into: place, limit: 1).first {
                    _ = try? await gateway.ledger.undoImport(last.number, reason: "r")
                }
            }
            if Int.random(in: 0..<6, using: &dice) == 0 {
                gateway.clock.move(100_000)
                _ = try await gateway.ledger.tidyBlobs()
            }
            // What went, went with its last object or its time; only then does it have to be brought again.
            brought = try brought.filter { pair in
                try gateway.ledger.count(
                    """
                    SELECT count(*) FROM blob WHERE collection = \(try gateway.collection(pair.collection).number)
                    AND sha256 = \(BlobHash(of: Self.files[pair.file]))
                    """) == 1
            }
            try await Self.expectReadable(brought, gateway)
        }
        gateway.clock.move(100_000)
        _ = try await gateway.ledger.tidyBlobs()
        try await Self.expectKept(gateway)
        try await Law12Projections.expectSameAfterRebuild(gateway)
        #expect(try await gateway.fileProblems == [])
    }

    /// Looks at every object that stands, body by body.
    private static func expectReadable(_ brought: Set<Brought>, _ gateway: TestGateway) async throws {
        var open: [String: Set<Int>] = [:]
        for collection in ["public", "desk"] {
            let place = try gateway.collection(collection)
            for listing in try await gateway.desk.list(type: "file", in: place, limit: 100) {
                let body = String(decoding: listing.body ?? [], as: UTF8.self)
                for file in files.indices where body.contains("\(BlobHash(of: files[file]))") {
                    open[collection, default: []].insert(file)
                }
            }
        }
        for file in files.indices {
            for (collection, reader) in [("public", gateway.everyone), ("desk", gateway.desk)] {
                let isOpen =
                    open[collection]?.contains(file) ?? false
                    && brought.contains(Brought(collection: collection, file: file))
                let found = try await gateway.bytes(files[file], by: reader, in: collection)
                #expect(found == (isOpen ? files[file] : nil), "file \(file) in \(collection)")
            }
            #expect(try await gateway.bytes(files[file], by: gateway.everyone, in: "desk") == nil)
        }
    }

    /// A file is on the disk as long as an entry or something in quarantine names it where it was brought, and no longer.
    private static func expectKept(_ gateway: TestGateway) async throws {
        for file in files {
            let held = try gateway.ledger.count("SELECT count(*) FROM blob WHERE sha256 = \(BlobHash(of: file))")
            #expect(try gateway.isOnDisk(file) == (held > 0))
            let named = try gateway.ledger.count(
                """
                SELECT count(*) FROM blob b WHERE b.sha256 = \(BlobHash(of: file)) AND (
                    EXISTS (SELECT 1 FROM entry e JOIN body d ON d.number = e.body WHERE e.collection = b.collection
                        AND instr(CAST(d.bytes AS TEXT), \("\(BlobHash(of: file))")) > 0)
                    OR EXISTS (SELECT 1 FROM quarantine q WHERE q.collection = b.collection AND q.decided IS NULL
                        AND instr(CAST(q.bytes AS TEXT), \("\(BlobHash(of: file))")) > 0))
                """)
            #expect(held == named)
        }
    }
}
