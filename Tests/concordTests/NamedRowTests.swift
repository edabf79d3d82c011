import ArgumentParser
import Ledger
import STIX
import Storage
import TestSupport
import Testing
import Work

@testable import concord

/// Rows of work that are named on the command line: by their key, or by a name that only one of them bears.
struct NamedRowTests {
    private struct Letters: WorkHandler {
        let kind = "letter"
        func known(in collections: [LogCollection]) -> KnownRows { .all }
        func names(of keys: Set<String>) -> [String: String] {
            Dictionary(uniqueKeysWithValues: keys.map { ($0, $0 == "c" ? "to the mill" : "to the harbour") })
        }
        func perform(_ row: WorkRow) -> WorkOutcome { .done() }
    }

    private struct Letterbox: LedgerTable { let ledger: GatewayLedger }

    private let ledger: GatewayLedger

    init() async throws {
        ledger = try await Compose.create(
            DataDirectory.forTest(TemporaryFolder().path + "/data"), name: "CSIRT Valdoria", sentence: "")
        let now = ledger.surroundings.now()
        try await Letterbox(ledger: ledger).write { session in
            for key in ["a", "b", "c"] {
                try session.ask("letter", for: key, at: now, now: now)
                try session.stop("letter", for: key, because: "no such street", now: now)
            }
        }
    }

    private func retry(_ name: String) async throws {
        let named = try WorkCommand.Named.parse(["letter", name])
        let table = WorkTable(ledger)
        try await named.change(ledger, named: [Letters()]) { try await table.retry("letter", for: $0) }
    }

    private func stopped() async throws -> [String] {
        try await WorkTable(ledger).rows(of: "letter", limit: 9).filter(\.isStopped).map(\.key).sorted()
    }

    @Test func `where two rows bear one name, neither is taken, and each is by its key`() async throws {
        await #expect(throws: ExitCode(69)) { try await retry("to the harbour") }
        #expect(try await stopped() == ["a", "b", "c"])
        try await retry("b")
        #expect(try await stopped() == ["a", "c"])
    }

    @Test func `a name that one row bears is enough, and one that none bears is nothing`() async throws {
        try await retry("to the mill")
        #expect(try await stopped() == ["a", "b"])
        await #expect(throws: ExitCode(69)) { try await retry("to the moon") }
        #expect(try await stopped() == ["a", "b"])
    }
}
