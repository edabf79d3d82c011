package import Ledger
package import Mail
import STIX
import Storage
import Work

/// The letters of a gateway, by which way they leave, and the addresses that are held back.
package struct MailTable: LedgerTable {
    package let ledger: GatewayLedger

    package init(_ ledger: GatewayLedger) { self.ledger = ledger }

    private var now: Timestamp { ledger.surroundings.now() }

    /// The way that letters take from now on; those that wait are tried again at once.
    package func set(_ server: MailServer) async throws {
        let now = now
        try await write { session in
            try session.run("DELETE FROM mail_server")
            try session.run(
                """
                INSERT INTO mail_server (id, place, credentials, authority, inner_network, unencrypted, sender, sender_name,
                    bounces, failures, rests_until)
                VALUES (1, \(server.place), \(server.credentials.stored), \(server.authority.sql),
                    \(server.reach == .anywhere), \(server.isUnencrypted), \("\(server.sender.address)"),
                    \((server.sender.name?.description).sql), \((server.bounces?.description).sql), 0, 0)
                """)
            try session.tryAgain(now)
        }
    }

    /// No letter leaves any more, and none is posted; those that wait go on waiting for another way.
    package func unset() async throws { try await write { try $0.run("DELETE FROM mail_server") } }

    /// The way that letters take; nil where nobody has said.
    package func server() async throws -> MailServer? { try await read { try $0.mailServer()?.server } }

    /// Posts a letter by itself.
    package func post(_ draft: LetterDraft) async throws -> Posting {
        try await write { [ledger] in try $0.post(draft, ledger.surroundings) }
    }

    /// Somebody has looked: whatever rested is tried at once.
    package func retry() async throws {
        let now = now
        try await write { session in
            try session.run("UPDATE mail_server SET failures = 0, rests_until = 0")
            try session.tryAgain(now)
        }
    }

    /// Letters, the newest first.
    package func letters(in state: LetterState? = nil, limit: Int) async throws -> [PostedLetter] {
        var condition: SQL = "1 = 1"
        if let state { condition = "state = \(state)" }
        return try await read { [condition] session in
            try session.rows(
                """
                SELECT id, recipient, state, made, ended, status, outcome FROM letter WHERE \(condition)
                ORDER BY made DESC, id LIMIT \(limit)
                """, PostedLetter.init)
        }
    }

    package func letter(_ id: String) async throws -> PostedLetter? {
        try await read { session in
            try session.first(
                "SELECT id, recipient, state, made, ended, status, outcome FROM letter WHERE id = \(id)",
                PostedLetter.init)
        }
    }

    /// How all of them fare.
    package func tally() async throws -> MailTally {
        try await read { session in
            var tally = MailTally()
            for (state, count) in try session.rows(
                "SELECT state, count(*) FROM letter GROUP BY state",
                {
                    (try $0.get(0, as: LetterState.self), try $0.get(1, as: Int.self))
                })
            { tally.counts[state] = count }
            tally.heldAddresses = try session.value("SELECT count(*) FROM mail_hold") ?? 0
            tally.problem = try session.value("SELECT problem FROM mail_server", as: String?.self) ?? nil
            return tally
        }
    }

    /// The addresses to which nothing is sent.
    package func held(limit: Int) async throws -> [HeldAddress] {
        try await read { session in
            try session.rows("SELECT address, reason, since FROM mail_hold ORDER BY address LIMIT \(limit)") {
                HeldAddress(
                    address: try $0.get(0), reason: try $0.get(1), since: Timestamp(clamping: try $0.get(2)))
            }
        }
    }

    /// Letters for an address leave again, but not those that were held back.
    ///
    /// - Returns: false where it was not held back.
    package func free(_ address: MailAddress) async throws -> Bool {
        try await write { session in
            try session.run("DELETE FROM mail_hold WHERE address = \(address.key)")
            return session.changes > 0
        }
    }
}

extension PostedLetter {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.get(0), recipient: try row.get(1), state: try row.get(2),
            made: Timestamp(clamping: try row.get(3)),
            ended: try row.get(4, as: Int64?.self).map { Timestamp(clamping: $0) }, status: try row.get(5),
            outcome: try row.get(6))
    }
}

extension Session {
    /// Every letter that waits is due.
    fileprivate func tryAgain(_ now: Timestamp) throws {
        let ids = try rows("SELECT id FROM letter WHERE state = \(LetterState.waiting)") {
            try $0.get(0, as: String.self)
        }
        for id in ids { try putOff(Self.mail, for: id, until: now, now: now) }
    }
}
