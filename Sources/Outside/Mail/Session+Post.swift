package import Ledger
package import Mail
import STIX
package import Storage
import Work

/// What became of a letter when it was posted.
package enum Posting: Sendable, Equatable {
    /// It is handed over after the transaction.
    case waits(id: String, name: MessageID)
    /// Nothing is sent to this address, because what was sent did not arrive.
    case heldBack(reason: String)
    /// So much waits already that no more is taken.
    case full
    /// No operator has said by which way letters leave.
    case noServer
}

extension Session {
    /// The rows of work that letters are, by their ids.
    static var mail: String { "mail" }

    /// So many letters wait, and so many bytes of them, and no more.
    private static let mostLetters = 50_000
    private static let mostBytes = 256 << 20

    /// Posts a letter in the transaction that causes it: either both are there or neither, and it leaves after that.
    ///
    /// What is not posted is kept as a letter that was held back or failed, so that it is seen.
    ///
    /// - Throws: `MailError` where it says more than a letter may.
    package func post(_ draft: LetterDraft, _ surroundings: Surroundings) throws -> Posting {
        guard let server = try mailServer()?.server else { return .noServer }
        let now = surroundings.now()
        let id = surroundings.random(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let domain = server.sender.address.isInternational ? "concord.invalid" : server.sender.address.domain
        let name = try MessageID("\(id)@\(domain)")
        let letter = try Letter(
            from: server.sender, to: draft.to, subject: draft.subject, text: draft.text, html: draft.html, id: name,
            date: now.microseconds, thread: draft.thread, unsubscribing: draft.unsubscribing,
            isAutomatic: draft.isAutomatic)
        let address = draft.to.address
        if let reason = try value("SELECT reason FROM mail_hold WHERE address = \(address.key)", as: String.self) {
            try keep(id, address, nil, .held, outcome: "held back: \(reason)", now)
            return .heldBack(reason: reason)
        }
        let bytes = letter.bytes
        let waiting = try first(
            "SELECT count(*), coalesce(sum(size), 0) FROM letter WHERE state = \(LetterState.waiting)"
        ) { (try $0.get(0, as: Int.self), try $0.get(1, as: Int.self)) }
        if let waiting, waiting.0 >= Self.mostLetters || waiting.1 + bytes.count > Self.mostBytes {
            try keep(id, address, nil, .failed, outcome: "so much mail waits that no more is taken", now)
            return .full
        }
        try keep(id, address, bytes, .waiting, outcome: nil, now)
        try ask(Self.mail, for: id, at: now, now: now)
        return .waits(id: id, name: name)
    }

    private func keep(
        _ id: String, _ address: MailAddress, _ bytes: [UInt8]?, _ state: LetterState, outcome: String?,
        _ now: Timestamp
    ) throws {
        try run(
            """
            INSERT INTO letter (id, recipient, size, bytes, state, made, ended, outcome)
            VALUES (\(id), \("\(address)"), \(bytes?.count ?? 0), \(bytes.sql), \(state), \(now.microseconds),
                \((state == .waiting ? nil : now.microseconds).sql), \(outcome.sql))
            """)
    }

    /// What an operator has said of the way that letters take, and how it fares; nil where nobody has.
    func mailServer() throws -> (server: MailServer, trouble: MailTrouble)? {
        try first(
            """
            SELECT place, credentials, authority, inner_network, unencrypted, sender, sender_name, bounces, failures, problem,
                rests_until
            FROM mail_server WHERE id = 1
            """
        ) { row in
            let name = try row.get(6, as: String?.self).map { try HeaderText($0) }
            let server = try MailServer(
                try row.get(0), credentials: PeerCredentials(stored: try row.get(1)), authority: try row.get(2),
                reach: Reach(isInnerToo: try row.get(3)), isUnencrypted: try row.get(4),
                sender: Mailbox(try MailAddress(try row.get(5)), name: name),
                bounces: try row.get(7, as: String?.self).map { try MailAddress($0) })
            let trouble = MailTrouble(
                failures: try row.get(8), problem: try row.get(9), until: Timestamp(clamping: try row.get(10)))
            return (server, trouble)
        }
    }
}

/// What keeps all letters from being handed over, and until when nothing is tried.
struct MailTrouble: Sendable, Equatable {
    var failures = 0
    var problem: String?
    var until = Timestamp(clamping: 0)
}
