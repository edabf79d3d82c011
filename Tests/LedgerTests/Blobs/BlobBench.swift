import Foundation
import Storage
import Testing
import TestSupport

@testable import Ledger

/// What `script/bench-blobs` measures: very many small files in one process.
///
/// `CONCORD_BENCH_BLOBS` says how many, `CONCORD_BENCH_PLACE` where, so that it is a disk and not memory.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["CONCORD_BENCH_BLOBS"] != nil)) struct BlobBench {
    private static func measure(_ what: String, _ body: () async throws -> String) async throws {
        let start = ContinuousClock.now
        let how = try await body()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print("| \(what) | \(seconds.formatted(.number.precision(.significantDigits(3)))) s | \(how) |")
    }

    /// Files of 1 to 8 KB, all different.
    private static func content(_ number: Int) -> [UInt8] {
        var dice = Dice(UInt64(number))
        return (0..<Int.random(in: 128...1_024, using: &dice)).flatMap { _ in
            withUnsafeBytes(of: dice.next()) { Array($0) }
        }
    }

    @Test func `very many small files`() async throws {
        let environment = ProcessInfo.processInfo.environment
        let count = try #require(environment["CONCORD_BENCH_BLOBS"].flatMap { Int($0) })
        let place = try #require(environment["CONCORD_BENCH_PLACE"]) + "/concord-bench-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: place) }
        let ledger = try await GatewayLedger.create(DataDirectory.forTest(place + "/data"), name: "Bench")
        try await ledger.createCollection(alias: "public", title: "Public", audience: .everyone)
        try await ledger.setBlobQuota(1 << 40, of: "public")
        try await ledger.setBlobQuota(1 << 40, of: nil)
        let (atOnce, source) = (200, try Source(named: "bench"))
        try await Self.measure("bring \(count) files of 1 to 8 KB") {
            for start in stride(from: 0, to: count, by: atOnce) {
                var (deposits, objects): ([Deposit], [[UInt8]]) = ([], [])
                for number in start..<min(start + atOnce, count) {
                    let bytes = Self.content(number)
                    let draft = try await ledger.draftBlob(for: "public")
                    try await draft.write(bytes)
                    deposits.append(Deposit(try await draft.finish()))
                    objects.append(Array(MakeFile.naming(bytes, number).utf8))
                }
                try await ledger.deposit(deposits, into: "public", as: source)
                let report = try await ledger.admit(objects, into: "public", as: source)
                try #require(report.placed == deposits.count)
            }
            return
                "in one process, \(atOnce) in a transaction, then the objects that name them; every file durable by itself"
        }
        for (what, name) in [("first", "monday"), ("second", "tuesday")] {
            try await Self.measure("\(what) backup") {
                let transfer = try await ledger.backUp(to: "\(place)/\(name).db")
                return "\(transfer.copied) copied, \(transfer.linked) shared with the one before, on the same disk"
            }
        }
        try await Self.measure("doctor") {
            let found = try await ledger.examine().filter { !$0.isWell }
            return "every file read and hashed; \(found.count) problems"
        }
        try await Self.measure("tidying") {
            _ = try await ledger.tidyBlobs()
            return "what a row of work does once a day, where nothing is to be done"
        }
        try await Self.measure("erase one") {
            _ = try await ledger.erase(MakeFile.id(0), reason: "bench")
            return "until its bytes are overwritten and gone"
        }
        let many = min(environment["CONCORD_BENCH_ERASURES"].flatMap { Int($0) } ?? 500, count / 2)
        try await Self.measure("erase \(many)") {
            for number in 1...many { _ = try await ledger.erase(MakeFile.id(number), reason: "bench") }
            return "one after the other, each until its bytes are gone"
        }
        #expect(try await ledger.blobSpaces().total.blobs == count - many - 1)
    }
}
