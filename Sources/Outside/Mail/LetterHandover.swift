package import Ledger
import Mail
import STIX
package import Work

/// Hands over the letters that wait, a few at a time; each once, as far as a mail server lets one know.
///
/// A letter is said to be sent in a transaction of its own, before its row of work ends: whoever does the row again finds that. Where the
/// process ends between the server's word and that transaction the letter goes twice, under one name, and programs show it once.
package struct LetterHandover: WorkHandler {
    private let table: MailHandoverTable
    private let way: MailWay

    /// - Parameter way: how they leave; a test puts a script in its place.
    package init(_ ledger: GatewayLedger, way: MailWay = .system) {
        table = MailHandoverTable(ledger: ledger)
        self.way = way
    }

    package static let kind = "mail"
    package var kind: String { Self.kind }
    package let atOnce = 4
    /// Longer than a connection may take in all.
    package let patience = Duration.seconds(300)

    /// A letter stands in no collection: whoever administers is told of letters in other figures.
    package func known(in collections: [LogCollection]) -> KnownRows { .only([]) }

    package func perform(_ row: WorkRow) async throws -> WorkOutcome {
        switch try await table.turn(of: row.key) {
        case .over: return .done()
        case .late(let problem):
            try await giveUp(row.key, problem)
            return .done()
        case .rest(let until, let problem):
            throw WorkFailure.passing(problem, next: until.map(later))
        case .hand(let envelope, let server, let isLast):
            if let reason = try await table.hold(of: row.key) {
                try await table.end(row.key, .held, outcome: "held back: \(reason)")
                return .done()
            }
            return try await hand(envelope, server, isLast: isLast)
        }
    }

    private func hand(
        _ envelope: MailEnvelope, _ server: MailServer, isLast: Bool
    ) async throws -> WorkOutcome {
        do {
            try await way.hand(envelope, server)
            try await table.end(envelope.id, .sent, outcome: "handed over")
            return .done()
        } catch let failure as MailFailure {
            switch failure.kind {
            case .address:
                try await table.refuse(envelope.id, envelope.recipient, failure)
                return .done()
            case .letter:
                try await table.end(envelope.id, .failed, status: failure.status, outcome: failure.sentence)
                return .done()
            case .later, .server, .settings:
                guard !isLast else {
                    try await giveUp(envelope.id, failure.sentence, status: failure.status)
                    return .done()
                }
                guard failure.kind != .later else { throw WorkFailure.passing(failure.sentence) }
                let trouble = try await rest(failure)
                throw WorkFailure.passing(failure.sentence, next: later(trouble.until))
            }
        }
    }

    private func giveUp(_ id: String, _ problem: String, status: MailStatus? = nil) async throws {
        try await table.end(id, .failed, status: status, outcome: "given up after five days: \(problem)")
    }

    /// What is not about one letter holds up all: they are not tried one after the other for the same answer, and a password that is
    /// not known is not tried so often that somebody locks the account.
    private func rest(_ failure: MailFailure) async throws -> MailTrouble {
        var trouble = try await table.trouble()
        let now = table.ledger.surroundings.now()
        // Others that were under way have failed for the same reason.
        guard trouble.until <= now else { return trouble }
        trouble.failures += 1
        trouble.problem = failure.sentence
        let counted = failure.kind == .settings ? trouble.failures + 5 : trouble.failures
        trouble.until = Backoff(table.ledger.surroundings).next(failures: counted)
        try await table.note(trouble)
        return trouble
    }

    /// A little later than allowed, each another moment.
    private func later(_ until: Timestamp) -> Timestamp {
        let share = table.ledger.surroundings.random(2).reduce(0) { $0 << 8 | Int64($1) }
        return Timestamp(clamping: until.microseconds + share * 200)
    }
}
