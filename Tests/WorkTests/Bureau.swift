import Foundation
@testable import Ledger
import STIX
import Storage
import Synchronization
import TestSupport

@testable import Work

/// A gateway of its own for one test, whose time passes only while nobody has anything to do.
struct Bureau: Sendable {
    let clock = StandingClock()
    let ledger: GatewayLedger

    init(listeners: [any GrowthListener.Type] = []) async throws {
        ledger = try await GatewayLedger.create(
            DataDirectory.forTest(try TemporaryFolder().path + "/data"), name: "CIRT Valdoria",
            surroundings: clock.surroundings,
            migrations: workMigrations, listeners: listeners)
    }

    var table: WorkTable { WorkTable(ledger) }

    func ask(_ kind: String, _ keys: String..., payload: String = "", in seconds: Int64 = 0) async throws {
        let now = clock.now
        try await ledger.database.write { session in
            for key in keys {
                try session.ask(
                    kind, for: key, payload: payload,
                    at: Timestamp(clamping: now.microseconds + seconds * 1_000_000), now: now)
            }
        }
    }

    /// One who works here, whose waits take no time.
    func worker(_ handlers: any WorkHandler...) throws -> Worker {
        try Worker(ledger, handlers: handlers) { [clock] in
            try Task.checkCancellation()
            clock.pass($0)
        }
    }

    /// Works until nothing is due.
    @discardableResult
    func work(_ handlers: any WorkHandler...) async throws -> [String] {
        let told = Told()
        let worker = try Worker(ledger, handlers: handlers) { [clock] in clock.pass($0) }
        await worker.run(until: .idle) { told.note($0) }
        return told.lines
    }

    func rows() async throws -> [WorkRow] { try await table.rows(limit: 1_000) }

    /// Seconds from now until a row is due.
    func wait(_ row: WorkRow) -> Int64 { (row.due.microseconds - clock.now.microseconds) / 1_000_000 }
}

/// Notes what happened, in order, from any task.
final class Told: Sendable {
    private let entries = Mutex<[String]>([])
    func note(_ entry: String) { entries.withLock { $0.append(entry) } }
    var lines: [String] { entries.withLock(\.self) }
}

/// Does what a closure says.
struct Does: WorkHandler {
    let kind: String
    var atOnce = 2
    var batch = 2
    var patience = Duration.seconds(600)
    var mostEnds = 3
    var choice: (@Sendable ([WorkRow], [WorkRow]) -> [WorkRow])?
    let body: @Sendable (WorkRow) async throws -> WorkOutcome

    init(
        _ kind: String, atOnce: Int = 2, batch: Int = 2, patience: Duration = .seconds(600), mostEnds: Int = 3,
        choice: (@Sendable ([WorkRow], [WorkRow]) -> [WorkRow])? = nil,
        _ body: @escaping @Sendable (WorkRow) async throws -> WorkOutcome
    ) {
        self.kind = kind
        self.atOnce = atOnce
        self.batch = batch
        self.patience = patience
        self.mostEnds = mostEnds
        self.choice = choice
        self.body = body
    }

    func choose(_ waiting: [WorkRow], beside running: [WorkRow]) -> [WorkRow] { choice?(waiting, running) ?? waiting }
    func known(in collections: [LogCollection]) -> KnownRows { .all }
    func perform(_ row: WorkRow) async throws -> WorkOutcome { try await body(row) }
}
