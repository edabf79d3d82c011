import Foundation
import MerkleLog
import STIX
import Synchronization
import Testing

@testable import Ledger

/// What a peer sends is held for one record at most before it is proven.
@Suite struct RecordReaderTests {
    private static func line(_ body: String, record: String = #"{"a":1}"#) -> [UInt8] {
        Array(#"{"body":\#(body),"record":\#(record),"salt":"AAAA"}"#.utf8) + [10]
    }

    private func read(_ bytes: [UInt8], by step: Int) throws -> [EntryRecord] {
        var reader = RecordReader()
        var records: [EntryRecord] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            reader.feed(Array(rest.prefix(step)))
            rest = rest.dropFirst(step)
            while let record = try reader.next() { records.append(record) }
        }
        try reader.finish()
        return records
    }

    @Test func `records are the same, however they arrive`() async throws {
        let log = try await SampleLog.shared.value
        let bytes = ExportFile(log.export)["tile/records/000"]
        let whole = try EntryRecord.parse(bytes)
        #expect(whole.count == 256)
        for step in [1, 7, 1_000, bytes.count] { #expect(try read(bytes, by: step) == whole) }
        #expect(throws: LedgerError.self) { try read(bytes.dropLast(), by: 100) }
    }

    @Test(arguments: [
        [UInt8](repeating: UInt8(ascii: "{"), count: 300_000), line("8388609"), line("9223372036854775807"), line("-1"),
        line("1e3"), line("null", record: "[" + String(repeating: "1,", count: 20_000) + "1]"),
        line("null", record: String(repeating: "[", count: 40) + String(repeating: "]", count: 40)),
    ])
    func `what no record needs is refused before anything more is read`(_ bytes: [UInt8]) {
        var reader = RecordReader()
        reader.feed(bytes)
        #expect(throws: LedgerError.self) { _ = try reader.next() }
    }

    /// A log whose records are counted as they are taken.
    private final class CountedLog: LogSource {
        let base: any LogSource
        let change: @Sendable (Int, EntryRecord) -> EntryRecord
        private let count = Mutex(0)
        var taken: Int { count.withLock { $0 } }

        init(_ base: any LogSource, change: @escaping @Sendable (Int, EntryRecord) -> EntryRecord = { $1 }) {
            (self.base, self.change) = (base, change)
        }

        func checkpoint() async throws -> String { try await base.checkpoint() }
        func hashes(of tile: Tile) async throws -> [TreeHash] { try await base.hashes(of: tile) }
        func leaves(of bundle: EntryBundle) async throws -> [[UInt8]] { try await base.leaves(of: bundle) }
        func records(of bundle: EntryBundle) async throws -> [EntryRecord] { try await base.records(of: bundle) }
        func records(of bundle: EntryBundle, take: (EntryRecord) async throws -> Void) async throws {
            for (number, record) in try await base.records(of: bundle).enumerated() {
                count.withLock { $0 += 1 }
                try await take(change(number, record))
            }
        }
    }

    @Test func `no record is taken before its entry is proven, and none after one that does not fit`() async throws {
        let pair = try await MirrorPair()
        try await pair.peer.admit((0..<40).map { Make.tool($0) })
        let forged = CountedLog(
            ForgedLog(base: try pair.log(), leaf: { _, leaves in [leaves[1], leaves[0]] + leaves.dropFirst(2) }))
        await #expect(throws: LedgerError.self) { try await pair.here.ledger.follow("copy", from: forged) }
        #expect(forged.taken == 0)

        let another = CountedLog(try pair.log()) { number, record in
            guard number == 5 else { return record }
            var changed = record
            changed.body?.append(32)
            return changed
        }
        await #expect(throws: LedgerError.self) { try await pair.here.ledger.follow("copy", from: another) }
        #expect(another.taken == 6)
        #expect(try await pair.mirror().collection.size == 0)
        #expect(try await pair.follow().proven == 41)
    }

    @Test func `large records are written before their bundle has come whole, and an interruption goes on there`()
        async throws
    {
        struct Broken: Error {}
        let pair = try await MirrorPair()
        let text = String(repeating: "x", count: 2_500_000)
        for number in 0..<5 { try await pair.peer.admit(Make.tool(number, name: text)) }
        let sizes = Mutex<[Int]>([])
        await #expect(throws: Broken.self) {
            try await pair.here.ledger.follow("copy", from: pair.log()) { size, _ in
                sizes.withLock { $0.append(size) }
                throw Broken()
            }
        }
        let first = try #require(sizes.withLock { $0.first })
        #expect(first > 1 && first < 6)
        #expect(try await pair.mirror().collection.size == first)
        #expect(try await pair.follow().proven == 6)
        #expect(try await pair.verify().problems.isEmpty)
    }
}
