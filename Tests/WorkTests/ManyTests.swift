import Foundation
@testable import Ledger
import STIX
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Work

/// Many rows, many who work, and what becomes of rows whose process is gone.
@Suite struct ManyTests {
    @Test(.timeLimit(.minutes(15))) func `a slow kind and a million rows of another hold up nobody`() async throws {
        let bureau = try await Bureau()
        let now = bureau.clock.now
        try await bureau.ledger.database.write { session in
            for number in 0..<3_000 { try session.ask("quick", for: "\(number)", at: now, now: now) }
            for number in 0..<4 { try session.ask("slow", for: "\(number)", at: now, now: now) }
            try session.ask("rare", for: "one", at: Timestamp(clamping: now.microseconds + 1), now: now)
        }
        bureau.clock.pass(.microseconds(1))
        let (gate, opening) = AsyncStream.makeStream(of: Void.self)
        let done = Mutex<[String: Int]>([:])
        @Sendable func note(_ kind: String) -> Int {
            done.withLock {
                $0[kind, default: 0] += 1
                return $0.values.reduce(0, +)
            }
        }
        let rareAt = Mutex(0)
        let opened = Task { for await _ in gate {} }
        try await bureau.work(
            Does("slow", atOnce: 2) { _ in
                // Goes on until everything else is done.
                await opened.value
                _ = note("slow")
                return .done()
            },
            Does("quick", atOnce: 4, batch: 100) { _ in
                if note("quick") >= 3_001 { opening.finish() }
                return .done()
            },
            Does("rare") { _ in
                let count = note("rare")
                rareAt.withLock { $0 = count }
                if count >= 3_001 { opening.finish() }
                return .done()
            })
        #expect(done.withLock(\.self) == ["quick": 3_000, "slow": 4, "rare": 1])
        #expect(rareAt.withLock(\.self) < 300)
        #expect(try await bureau.rows().isEmpty)
    }

    @Test(.timeLimit(.minutes(15))) func `of many who work beside each other, one does each row`() async throws {
        let bureau = try await Bureau()
        let now = bureau.clock.now
        try await bureau.ledger.database.write { session in
            for number in 0..<500 { try session.ask("letter", for: "\(number)", at: now, now: now) }
        }
        let told = Told()
        let does = Does("letter", atOnce: 3, batch: 20) { row in
            told.note(row.key)
            return .done()
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { try await bureau.work(does) }
            }
            try await group.waitForAll()
        }
        #expect(told.lines.count == 500 && Set(told.lines).count == 500)
    }

    @Test func `whoever is told to end hands back what is in hand, as though never begun`() async throws {
        let bureau = try await Bureau()
        try await bureau.ask("letter", "a", "b", "c")
        let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
        let worker = try bureau.worker(
            Does("letter", atOnce: 1, batch: 3) { _ in
                beginning.yield()
                try await Task.sleep(for: .seconds(3_600))
                return .done()
            })
        let task = Task { await worker.run { Issue.record("\($0)") } }
        for await _ in begun { break }
        #expect(try await bureau.rows().filter(\.isHeld).count == 3)
        task.cancel()
        await task.value
        let rows = try await bureau.rows()
        #expect(rows.count == 3 && rows.allSatisfy { !$0.isHeld && $0.attempts == 0 && $0.problem == nil })
    }

    @Test(.timeLimit(.minutes(15))) func `a row whose own part can't be written fails alone, and holds up no other`()
        async throws
    {
        struct Broken: Error {}
        let bureau = try await Bureau()
        let now = bureau.clock.now
        try await bureau.ledger.database.write { session in
            for number in 0..<200 { try session.ask("letter", for: "\(number)", at: now, now: now) }
            try session.ask("stone", for: "a", at: now, now: now)
        }
        let told = try await bureau.work(
            Does("letter", atOnce: 4, batch: 100) { row in
                row.key == "7" ? .done { _ in throw Broken() } : .done()
            }, Does("stone") { _ in .done() })
        #expect(told.contains { $0.contains("Broken") })
        let rows = try await bureau.rows()
        #expect(rows.map(\.key) == ["7"])
        #expect(rows.first?.problem?.contains("Broken") == true && rows.first?.isHeld == false)
        #expect(rows.first.map { bureau.wait($0) > 0 } == true)
    }

    @Test func `what takes longer than it may has failed`() async throws {
        let bureau = try await Bureau()
        try await bureau.ask("letter", "a")
        try await bureau.work(
            Does("letter", patience: .milliseconds(20)) { _ in
                try await Task.sleep(for: .seconds(3_600))
                return .done()
            })
        let row = try #require(await bureau.rows().first)
        #expect(row.problem?.hasPrefix("it took longer") == true && row.attempts == 1)
    }

    /// Takes a row in the name of one who never says anything more.
    private func leave(_ bureau: Bureau, holder: String) async throws {
        let turn = Turn(holder: holder, surroundings: bureau.ledger.surroundings)
        _ = try await bureau.ledger.database.write { session in
            try turn.due("letter", atMost: 1, in: session).compactMap { try turn.take($0, in: session) }
        }
    }

    @Test func `a row in whose middle the process ended is done again, and stops where that happens too often`()
        async throws
    {
        let bureau = try await Bureau()
        let told = Told()
        let does = Does("letter", mostEnds: 2) { row in
            told.note(row.key)
            return .done()
        }
        try await bureau.ask("letter", "a")
        try await leave(bureau, holder: "\(Holder.machine)/\(bureau.ledger.surroundings.uuid())")
        #expect(try await bureau.work(does) == [])
        #expect(told.lines == ["a"])
        try await bureau.ask("letter", "b")
        for _ in 0..<2 {
            try await leave(bureau, holder: "\(Holder.machine)/\(bureau.ledger.surroundings.uuid())")
            let free = try await bureau.work(Does("letter", mostEnds: 2, choice: { _, _ in [] }) { _ in .done() })
            told.note(free.joined())
        }
        #expect(told.lines.count == 3 && told.lines[1] == "" && told.lines[2].hasPrefix("letter b: the gateway ended"))
        #expect(try await bureau.rows().map(\.isStopped) == [true])
        #expect(try await bureau.work(does) == [])
        #expect(try await bureau.table.retry("letter", for: "b"))
        try await bureau.work(does)
        #expect(told.lines.last == "b")
    }

    @Test func `a power cut is no row's fault, and whoever lives keeps what they hold`() async throws {
        let bureau = try await Bureau()
        let told = Told()
        let does = Does("letter", mostEnds: 1) { row in
            told.note(row.key)
            return .done()
        }
        try await bureau.ask("letter", "a")
        try await leave(bureau, holder: "another-start/\(bureau.ledger.surroundings.uuid())")
        try await bureau.work(does)
        #expect(told.lines == ["a"])
        let other = try Holder(in: bureau.ledger.directory, surroundings: bureau.ledger.surroundings)
        try await bureau.ask("letter", "b")
        try await leave(bureau, holder: other.name)
        try await bureau.work(does)
        #expect(told.lines == ["a"])
        // Who has said nothing for too long is believed gone.
        bureau.clock.pass(.seconds(61))
        #expect(try await bureau.work(does).count == 1)
        withExtendedLifetime(other) {}
    }
}
