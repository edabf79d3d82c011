import Ledger
package import Mail
import STIX
import Storage

/// What the handing over of letters reads and writes.
struct MailHandoverTable: LedgerTable {
    let ledger: GatewayLedger

    /// RFC 5321 §4.5.4.1: four to five days, then whoever waits for an answer should know.
    static let patience: Int64 = 5 * 86_400 * 1_000_000
    /// How long it is known what became of a letter.
    private static let memory: Int64 = 30 * 86_400 * 1_000_000

    private var now: Timestamp { ledger.surroundings.now() }

    /// What is to be done with a letter now.
    enum Turn: Sendable {
        /// It has ended already: handed over by somebody who could not say so any more, or erased.
        case over
        /// Nothing is tried before; nil for a wait that grows.
        case rest(until: Timestamp?, because: String)
        /// It has waited too long for what it waits for.
        case late(because: String)
        /// Where it is the last time, it has waited so long that it is not tried again.
        case hand(MailEnvelope, MailServer, isLast: Bool)
    }

    func turn(of id: String) async throws -> Turn {
        let now = now
        return try await read { session in
            let row = try session.first(
                "SELECT recipient, bytes, made FROM letter WHERE id = \(id) AND state = \(LetterState.waiting)"
            ) { (try $0.get(0, as: String.self), try $0.get(1, as: [UInt8]?.self), try $0.get(2, as: Int64.self)) }
            guard let (recipient, bytes, made) = row, let bytes else { return .over }
            let isLate = now.microseconds - made >= Self.patience
            guard let (server, trouble) = try session.mailServer() else {
                let problem = "nobody has said by which way letters leave: concord mail server"
                return isLate ? .late(because: problem) : .rest(until: nil, because: problem)
            }
            if trouble.until > now {
                let problem = trouble.problem ?? ""
                return isLate ? .late(because: problem) : .rest(until: trouble.until, because: problem)
            }
            let sender = server.bounces?.tagged(id) ?? server.sender.address
            let envelope = MailEnvelope(id: id, sender: sender, recipient: try MailAddress(recipient), bytes: bytes)
            return .hand(envelope, server, isLast: isLate)
        }
    }

    /// Why nothing is sent to whom a letter is for; nil where something is.
    func hold(of id: String) async throws -> String? {
        try await read { session in
            let recipient = try session.value("SELECT recipient FROM letter WHERE id = \(id)", as: String.self)
            guard let address = recipient.flatMap({ try? MailAddress($0) }) else { return nil }
            return try session.value("SELECT reason FROM mail_hold WHERE address = \(address.key)")
        }
    }

    /// A letter has ended: what it says is erased, and what became of it is kept for a while.
    func end(_ id: String, _ state: LetterState, status: MailStatus? = nil, outcome: String) async throws {
        let now = now
        try await write { session in
            try session.end(id, state, status: status?.description, outcome: outcome, now)
            try session.run("DELETE FROM letter WHERE ended < \(now.microseconds - Self.memory)")
            if state == .sent {
                try session.run(
                    "UPDATE mail_server SET failures = 0, problem = NULL, rests_until = 0 WHERE problem IS NOT NULL")
            }
        }
    }

    /// Nothing is ever taken for an address: its letter has failed, and it is held back.
    func refuse(_ id: String, _ address: MailAddress, _ failure: MailFailure) async throws {
        let now = now
        try await write { session in
            try session.end(id, .failed, status: failure.status?.description, outcome: failure.sentence, now)
            try session.holdBack(address, because: failure.sentence, letter: id, now)
        }
    }

    /// Nothing can be handed over for now.
    func note(_ trouble: MailTrouble) async throws {
        try await write { session in
            try session.run(
                """
                UPDATE mail_server SET failures = \(trouble.failures), problem = \(trouble.problem.sql),
                    rests_until = \(trouble.until.microseconds)
                """)
        }
    }

    func trouble() async throws -> MailTrouble { try await read { try $0.mailServer()?.trouble ?? MailTrouble() } }
}

extension Session {
    fileprivate func end(_ id: String, _ state: LetterState, status: String?, outcome: String, _ now: Timestamp) throws
    {
        try run(
            """
            UPDATE letter SET state = \(state), bytes = NULL, ended = \(now.microseconds), status = \(status.sql),
                outcome = \(outcome)
            WHERE id = \(id) AND state = \(LetterState.waiting)
            """)
    }

    fileprivate func holdBack(_ address: MailAddress, because reason: String, letter: String, _ now: Timestamp) throws {
        try run(
            """
            INSERT INTO mail_hold (address, reason, since, letter)
            VALUES (\(address.key), \(reason), \(now.microseconds), \(letter)) ON CONFLICT (address) DO NOTHING
            """)
    }

    /// What a report says of a letter of ours; nil where it bears the secret of none that was sent to this address.
    fileprivate func note(
        _ recipient: DeliveryReport.Recipient, of words: [String], isAlone: Bool, _ now: Timestamp
    ) throws -> BounceNote.Letter? {
        for word in words.prefix(50) where word.utf8.count == 32 {
            let found = try first("SELECT recipient, state FROM letter WHERE id = \(word)") {
                (try $0.get(0, as: String.self), try $0.get(1, as: LetterState.self))
            }
            guard let (sent, state) = found, let address = try? MailAddress(sent),
                // Who forwards names another address; where the report speaks of one alone, it is ours.
                isAlone || recipient.address.lowercased() == address.key
            else { continue }
            let said = [recipient.status.description, recipient.diagnostic].compactMap(\.self).joined(separator: " ")
            guard recipient.action == .failed else {
                return BounceNote.Letter(
                    id: word, recipient: sent, action: recipient.action, isHeldBack: false, said: said)
            }
            if state == .sent || state == .bounced {
                try run(
                    """
                    UPDATE letter SET state = \(LetterState.bounced), status = \(recipient.status.description),
                        outcome = \("it came back: \(said)") WHERE id = \(word)
                    """)
            }
            let isHeldBack = recipient.status.isOfTheAddress
            if isHeldBack { try holdBack(address, because: "a letter came back: \(said)", letter: word, now) }
            return BounceNote.Letter(id: word, recipient: sent, action: .failed, isHeldBack: isHeldBack, said: said)
        }
        return nil
    }
}

/// What a report of a mail server was about.
package struct BounceNote: Sendable {
    package struct Letter: Sendable {
        package let id: String
        package let recipient: String
        package let action: DeliveryReport.Recipient.Action
        /// Nothing is sent to the address from now on.
        package let isHeldBack: Bool
        package let said: String
    }

    /// Letters of ours; none where the report bears no secret of any.
    package let letters: [Letter]
}

extension MailTable {
    /// Takes note of what a mail server reports.
    package func note(_ report: DeliveryReport) async throws -> BounceNote {
        let now = ledger.surroundings.now()
        return try await write { session in
            let isAlone = report.recipients.count == 1
            return BounceNote(
                letters: try report.recipients.compactMap {
                    try session.note($0, of: report.words, isAlone: isAlone, now)
                })
        }
    }
}
