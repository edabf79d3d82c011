import Foundation
@testable import Ledger
import STIX
import Storage
import Testing
import TestSupport

@testable import Work

/// How many rows go through a handler that does nothing; a figure for `docs/benchmarks.md`, not a test.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["CONCORD_BENCH"] == "1")) struct RateBench {
    @Test func `rows through an idle handler`() async throws {
        let bureau = try await Bureau()
        let (now, many) = (bureau.clock.now, 20_000)
        try await bureau.ledger.database.write { session in
            for number in 0..<many { try session.ask("quick", for: "\(number)", at: now, now: now) }
            // A million that wait cost nothing.
            let later = Timestamp(clamping: now.microseconds + 1_000_000_000)
            for number in 0..<1_000_000 { try session.ask("quick", for: "later \(number)", at: later, now: now) }
        }
        let start = ContinuousClock.now
        try await bureau.work(Does("quick", atOnce: 8, batch: 256) { _ in .done() })
        let took = (ContinuousClock.now - start) / .seconds(1)
        let turn = Turn(holder: "x/y", surroundings: bureau.ledger.surroundings)
        let idle = ContinuousClock.now
        for _ in 0..<1_000 {
            _ = try await bureau.ledger.database.read { session in
                _ = try turn.due("quick", atMost: 256, in: session)
                return try turn.next(of: ["quick"], in: session)
            }
        }
        print(
            "\(Int(Double(many) / took)) rows/s; a look at what is due, beside a million: \((ContinuousClock.now - idle) / 1_000)"
        )
        #expect(try await bureau.table.tallies([Does("quick") { _ in .done() }], in: []).map(\.waiting) == [1_000_000])
    }
}
