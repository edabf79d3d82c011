import Hall
import Ledger
import STIX
import Storage

/// A session of somebody, as its owner sees it.
struct OpenSession: Sendable, Hashable {
    /// UUID.
    let id: String
    let made: Timestamp
    /// To within some minutes.
    let seen: Timestamp
    /// The address it was opened from.
    let remote: String
    /// Whether it is the one that asks.
    let isThis: Bool
}

extension DirectoryDomain {
    /// - Parameter secret: the value of the cookie that asks.
    func sessions(of person: Person, asking secret: Secret) async throws -> [OpenSession] {
        let (now, digest) = (surroundings.now().microseconds, secret.digest)
        return try await tables.read { session in
            try session.rows(
                """
                SELECT id, made, seen, remote, digest FROM session WHERE account = \(person.account)
                AND made > \(now - Lifetimes.session * 1_000_000) AND seen > \(now - Lifetimes.sessionIdle * 1_000_000)
                AND made <= \(now + Lifetimes.ahead * 1_000_000)
                ORDER BY seen DESC, id
                """
            ) {
                OpenSession(
                    id: try $0.get(0), made: Timestamp(clamping: try $0.get(1)),
                    seen: Timestamp(clamping: try $0.get(2)), remote: try $0.get(3),
                    isThis: try $0.get(4, as: SecretDigest.self) == digest)
            }
        }
    }

    /// Ends one of somebody's own sessions; one that is not theirs, or has ended, is let be.
    func endSession(_ id: String, of person: Person) async throws {
        let now = surroundings.now()
        try await tables.write { session in
            try session.run("DELETE FROM session WHERE id = \(id) AND account = \(person.account)")
            guard session.changes > 0 else { return }
            try session.audit(.person(person), .signedOut, person.name, at: now)
        }
    }
}
