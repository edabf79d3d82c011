import Ledger
import Mail
import STIX
import Synchronization
import TestSupport
import Testing
import Work

@testable import Outside

/// A gateway with a mail server that does what a test says, and a clock that a test moves.
struct MailGateway: Sendable {
    let ledger: GatewayLedger
    let clock = StandingClock()
    let taken = Taken()
    private let folder: TemporaryFolder

    /// What the server was given, and what it says to the next.
    final class Taken: Sendable {
        private let state = Mutex<(envelopes: [MailEnvelope], says: MailFailure?, tries: Int)>(([], nil, 0))

        var envelopes: [MailEnvelope] { state.withLock(\.envelopes) }
        var tries: Int { state.withLock(\.tries) }
        func say(_ failure: MailFailure?) { state.withLock { $0.says = failure } }

        func take(_ envelope: MailEnvelope) throws {
            try state.withLock { state in
                state.tries += 1
                if let failure = state.says { throw failure }
                state.envelopes.append(envelope)
            }
        }
    }

    init(_ settings: MailServer? = nil, isSet: Bool = true) async throws {
        folder = try TemporaryFolder()
        ledger = try await GatewayLedger.create(
            DataDirectory.forTest(folder.path + "/data"), name: "CIRT Valdoria", surroundings: clock.surroundings,
            migrations: workMigrations + outsideMigrations)
        if isSet { try await table.set(settings ?? SMTPSubmissionTests.server()) }
    }

    var table: MailTable { MailTable(ledger) }
    var work: WorkTable { WorkTable(ledger) }

    func draft(_ to: String = "amina@cirt.example", _ text: String = "Hello\n") throws -> LetterDraft {
        LetterDraft(to: Mailbox(try MailAddress(to)), subject: try HeaderText("A letter"), text: text)
    }

    /// Posts a letter that is to wait.
    @discardableResult
    func post(_ to: String = "amina@cirt.example", _ text: String = "Hello\n") async throws -> String {
        let posting = try await table.post(draft(to, text))
        guard case .waits(let id, _) = posting else {
            Issue.record("\(posting)")
            return ""
        }
        return id
    }

    /// Does what is due.
    func round() async throws {
        let taken = taken
        let handler = LetterHandover(ledger, way: MailWay { envelope, _ in try taken.take(envelope) })
        let worker = try Worker(ledger, handlers: [handler], pause: .milliseconds(5))
        await worker.run(until: .idle) { Issue.record("\($0)") }
    }

    func state(_ id: String) async throws -> LetterState? { try await table.letter(id)?.state }
}
