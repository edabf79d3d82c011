import Hall
import Ledger
import STIX
import Storage

extension DirectoryDomain {
    /// Opens a session for whoever knows a name and one of its sign-in keys; nil where they don't.
    ///
    /// An unknown name, a wrong key and a disabled account are one answer, after the same work.
    func signIn(name: String, key: Secret, remote: String, replacing old: String?) async throws -> Secret? {
        let (now, digest) = (surroundings.now(), key.digest)
        let methods = try await tables.read { session in
            try session.rows(
                """
                SELECT m.id, m.proof, a.id FROM account a JOIN sign_in_method m ON m.account = a.id
                WHERE a.folded = \(FoldedName.fold(name)) AND a.state = \(Account.State.active)
                AND m.kind = \(SignInMethod.Kind.key)
                """
            ) {
                (
                    id: try $0.get(0, as: String.self), proof: try $0.get(1, as: SecretDigest.self),
                    account: try $0.get(2, as: String.self)
                )
            }
        }
        // Every key is looked at, also after one fits.
        let fitting = methods.filter { $0.proof == digest }
        guard let method = fitting.first else { return nil }
        let secret = Secret.make(surroundings)
        let id = surroundings.uuid()
        let signedIn = try await tables.write { session -> Bool in
            // What was true while reading may have been revoked since.
            try session.run("UPDATE sign_in_method SET used = \(now.microseconds) WHERE id = \(method.id)")
            guard session.changes == 1, let account = try session.accountIfKnown(method.account),
                account.state == .active
            else { return false }
            try session.open(secret, id: id, account: account.id, remote: remote, replacing: old, at: now)
            try session.audit(.owner(of: account), .signedIn, account.name, at: now)
            return true
        }
        return signedIn ? secret : nil
    }

    /// Who an invitation is for; nil where it was used, withdrawn or has ended.
    func invited(by secret: Secret) async throws -> Account? {
        let now = surroundings.now()
        return try await tables.read { try $0.invited(by: secret.digest, at: now) }
    }

    /// What somebody has who came in by an invitation.
    struct Welcome: Sendable {
        let account: Account
        /// Shown once.
        let key: Secret
        let session: Secret
    }

    /// Uses up an invitation: a sign-in key for the next device, and a session for this one; nil where it is used up.
    func accept(_ invitation: Secret, remote: String, replacing old: String?) async throws -> Welcome? {
        let now = surroundings.now()
        let (key, secret) = (Secret.make(surroundings), Secret.make(surroundings))
        let (method, id) = (surroundings.uuid(), surroundings.uuid())
        return try await tables.write { session in
            guard let account = try session.invited(by: invitation.digest, at: now) else { return nil }
            try session.run("DELETE FROM invitation WHERE account = \(account.id)")
            try session.add(key, method: method, account: account.id, at: now)
            try session.open(secret, id: id, account: account.id, remote: remote, replacing: old, at: now)
            try session.audit(.owner(of: account), .accepted, account.name, at: now)
            return Welcome(account: account, key: key, session: secret)
        }
    }
}

extension Principal {
    /// Somebody who is about to be signed in, and does no more than that.
    static func owner(of account: Account) -> Principal {
        .person(
            Person(
                account: account.id, name: account.name, role: account.role,
                organisation: .init(
                    id: account.organisation, name: account.organisationName, identity: nil, isDesk: false),
                viewer: .everyone))
    }
}

extension Session {
    fileprivate func invited(by digest: SecretDigest, at now: Timestamp) throws -> Account? {
        let found = try first(
            """
            SELECT digest, account FROM invitation WHERE digest = \(digest) AND expires > \(now.microseconds)
            AND made <= \(now.microseconds + Lifetimes.ahead * 1_000_000)
            """
        ) {
            (digest: try $0.get(0, as: SecretDigest.self), account: try $0.get(1, as: String.self))
        }
        guard let found, found.digest == digest, let account = try accountIfKnown(found.account),
            account.state == .active
        else { return nil }
        return account
    }

    func add(_ key: Secret, method id: String, account: String, at now: Timestamp) throws {
        try run(
            """
            INSERT INTO sign_in_method (id, account, kind, proof, made)
            VALUES (\(id), \(account), \(SignInMethod.Kind.key), \(key.digest), \(now.microseconds))
            """)
    }

    /// Opens a session, and clears away those that have ended.
    fileprivate func open(
        _ secret: Secret, id: String, account: String, remote: String, replacing old: String?, at now: Timestamp
    ) throws {
        if let old { try run("DELETE FROM session WHERE digest = \(Secret(text: old).digest)") }
        try run(
            """
            DELETE FROM session WHERE made <= \(now.microseconds - Lifetimes.session * 1_000_000)
            OR seen <= \(now.microseconds - Lifetimes.sessionIdle * 1_000_000)
            """)
        try run("DELETE FROM invitation WHERE expires <= \(now.microseconds)")
        try run(
            """
            INSERT INTO session (id, digest, account, made, seen, remote)
            VALUES (\(id), \(secret.digest), \(account), \(now.microseconds), \(now.microseconds), \(remote))
            """)
        // Nobody has so many devices: those go that were made while a clock was ahead, then the oldest.
        try run(
            """
            DELETE FROM session WHERE account = \(account) AND id NOT IN
                (SELECT id FROM session WHERE account = \(account)
                ORDER BY CASE WHEN made > \(now.microseconds + Lifetimes.ahead * 1_000_000) THEN 1 ELSE 0 END, seen DESC
                LIMIT 20)
            """)
    }
}
