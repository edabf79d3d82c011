import Foundation
@testable import Ledger
import STIX
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Work

@Suite struct WorkTests {
    @Test func `a row is done when it is due, once, and goes`() async throws {
        let bureau = try await Bureau()
        let told = Told()
        let does = Does("letter") { row in
            told.note("\(row.key) \(row.payload) \(row.attempts)")
            return .done()
        }
        try await bureau.ask("letter", "a", payload: "first")
        try await bureau.ask("letter", "b", in: 60)
        try await bureau.ask("stone", "c")
        #expect(try await bureau.work(does) == [])
        #expect(told.lines == ["a first 1"])
        bureau.clock.pass(.seconds(59))
        try await bureau.work(does)
        #expect(told.lines.count == 1)
        bureau.clock.pass(.seconds(1))
        try await bureau.work(does)
        #expect(told.lines == ["a first 1", "b  1"])
        // What nobody here does stays.
        #expect(try await bureau.rows().map(\.kind) == ["stone"])
    }

    @Test func `a handler that can't begin is told of, and holds up neither its own rows nor those of others`()
        async throws
    {
        struct Unready: WorkHandler {
            struct Broken: Error, CustomStringConvertible { let description = "its folder is gone" }
            let kind = "broken"
            let told: Told
            func begin() async throws { throw Broken() }
            func known(in collections: [LogCollection]) -> KnownRows { .all }
            func perform(_ row: WorkRow) async throws -> WorkOutcome {
                told.note(row.key)
                return .done()
            }
        }
        let bureau = try await Bureau()
        let told = Told()
        try await bureau.ask("broken", "a")
        try await bureau.ask("letter", "b")
        let lines = try await bureau.work(
            Unready(told: told),
            Does("letter") { row in
                told.note(row.key)
                return .done()
            })
        #expect(lines == ["couldn't begin with broken: its folder is gone"])
        #expect(told.lines.sorted() == ["a", "b"])
        #expect(try await bureau.rows().isEmpty)
    }

    @Test func `a row is written in the transaction that causes it, and what it causes in the one that ends it`()
        async throws
    {
        let bureau = try await Bureau()
        struct Broken: Error {}
        await #expect(throws: Broken.self) {
            try await bureau.ledger.database.write { session in
                try session.ask("letter", for: "a", at: bureau.clock.now, now: bureau.clock.now)
                throw Broken()
            }
        }
        #expect(try await bureau.rows().isEmpty)
        try await bureau.ask("letter", "a")
        let now = bureau.clock.now
        try await bureau.work(
            Does("letter") { _ in .done { try $0.ask("answer", for: "a", at: now, now: now) } })
        #expect(try await bureau.rows().map(\.kind) == ["answer"])
        // Where that can't be written, the row is still there.
        let told = try await withThrowingTaskGroup(of: [String].self) { group in
            group.addTask { try await Self.workOnce(bureau, Does("answer") { _ in .done { _ in throw Broken() } }) }
            return try await group.next() ?? []
        }
        #expect(told.first?.contains("Broken") == true)
        #expect(try await bureau.rows().map(\.kind) == ["answer"])
    }

    /// Works until it complains.
    private static func workOnce(_ bureau: Bureau, _ handler: any WorkHandler) async throws -> [String] {
        let told = Told()
        let worker = try bureau.worker(handler)
        let (said, saying) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            await worker.run {
                told.note($0)
                saying.yield()
            }
        }
        for await _ in said { break }
        task.cancel()
        await task.value
        return told.lines
    }

    @Test func `what failed is tried again after waits that grow, and what is no use stops until somebody looks`()
        async throws
    {
        let bureau = try await Bureau()
        let goesWell = Mutex(false)
        let does = Does("letter") { row in
            if row.key == "lost" { throw WorkFailure.lasting("there is no such house") }
            guard goesWell.withLock(\.self) else { throw WorkFailure.passing("nobody opens") }
            return .done()
        }
        try await bureau.ask("letter", "closed", "lost")
        try await bureau.work(does)
        let lost = try #require(await bureau.table.row("letter", for: "lost"))
        #expect(lost.isStopped && lost.problem == "there is no such house")
        var waits: [Int64] = []
        for attempt in 1...12 {
            let row = try #require(await bureau.table.row("letter", for: "closed"))
            #expect(row.attempts == attempt && row.problem == "nobody opens" && !row.isStopped && !row.isHeld)
            #expect(row.failingSince?.microseconds == StandingClock.start)
            waits.append(bureau.wait(row))
            bureau.clock.pass(.seconds(bureau.wait(row) + 1))
            try await bureau.work(does)
        }
        for (attempt, wait) in waits.enumerated() {
            let most = min(60 << attempt, 21_600)
            #expect((Int64(most / 2)...Int64(most)).contains(wait), "\(attempt): \(wait)")
        }
        goesWell.withLock { $0 = true }
        #expect(try await bureau.table.retry("letter", for: "closed"))
        #expect(try await bureau.table.retry("letter", for: "lost"))
        #expect(try await !bureau.table.retry("letter", for: "nobody"))
        try await bureau.work(does)
        #expect(try await bureau.rows().map(\.key) == ["lost"])
        #expect(try await bureau.table.drop("letter", for: "lost"))
        #expect(try await bureau.rows().isEmpty)
    }

    @Test func `a failure that says when is tried again then`() async throws {
        let bureau = try await Bureau()
        try await bureau.ask("letter", "a")
        let next = Timestamp(clamping: bureau.clock.now.microseconds + 5_000_000)
        try await bureau.work(Does("letter") { _ in throw WorkFailure.passing("not yet", next: next) })
        #expect(try await bureau.rows().map { bureau.wait($0) } == [5])
    }

    @Test func `a year of a daily task passes in no time, and never twice a day`() async throws {
        let bureau = try await Bureau()
        let days = Mutex<[Int64]>([])
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        let does = Does("daily") { row in
            let now = bureau.clock.now.microseconds
            days.withLock { $0.append((now - StandingClock.start) / 86_400_000_000) }
            if days.withLock(\.count) > 365 { end.yield() }
            return .again(Timestamp(clamping: row.due.microseconds + 86_400_000_000))
        }
        try await bureau.ask("daily", "backup")
        let worker = try bureau.worker(does)
        let task = Task { await worker.run { Issue.record("\($0)") } }
        for await _ in ends { break }
        task.cancel()
        await task.value
        #expect(days.withLock { Array($0.prefix(366)) } == Array(0...365))
    }

    @Test func `asked for again while it goes on, it is done again; asked for twice before, once`() async throws {
        let bureau = try await Bureau()
        let told = Told()
        try await bureau.ask("letter", "a", payload: "one", in: 30)
        try await bureau.ask("letter", "a", payload: "two", in: 10)
        try await bureau.ask("letter", "a", payload: "three", in: 20)
        #expect(try await bureau.rows().map { bureau.wait($0) } == [10])
        bureau.clock.pass(.seconds(10))
        try await bureau.work(
            Does("letter") { row in
                told.note(row.payload)
                bureau.clock.pass(.seconds(1))
                if row.payload == "three" { try await bureau.ask("letter", "a", payload: "four") }
                return .done()
            })
        #expect(told.lines == ["three", "four"])
        #expect(try await bureau.rows().isEmpty)
    }

    @Test func `a clock that was wrong puts nothing off for years`() async throws {
        let bureau = try await Bureau()
        bureau.clock.set(by: 10 * 365 * 86_400)
        try await bureau.ask("letter", "a", in: 60)
        bureau.clock.set(by: -10 * 365 * 86_400)
        let told = Told()
        try await bureau.work(
            Does("letter") {
                told.note($0.key)
                return .done()
            })
        #expect(told.lines == ["a"])
    }

    @Test func `tallies tell what waits, what is late, what fails and what stopped`() async throws {
        let bureau = try await Bureau()
        try await bureau.ask("letter", "fails", "stops")
        let does = Does("letter") { row in
            throw row.key == "stops" ? WorkFailure.lasting("no") : WorkFailure.passing("not now")
        }
        try await bureau.work(does)
        try await bureau.ask("letter", "late", "later")
        try await bureau.ask("letter", "future", in: 1_000_000)
        #expect(
            try await bureau.table.tallies([does], in: [])
                == [.init(kind: "letter", waiting: 4, late: 0, failing: 2, stopped: 1)])
        bureau.clock.pass(.seconds(3_600))
        #expect(
            try await bureau.table.tallies([does], in: [])
                == [.init(kind: "letter", waiting: 4, late: 2, failing: 2, stopped: 1)])
    }
}
