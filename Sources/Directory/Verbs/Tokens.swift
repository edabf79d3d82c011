package import Hall
import Ledger
import STIX
import Storage

extension DirectoryDomain {
    /// The tokens that act for somebody, oldest first.
    ///
    /// - Parameter account: id or name.
    /// - Throws: `unknownAccount`.
    package func tokens(of account: String) async throws -> [Token] {
        try await tables.read { session in try session.tokens(of: session.account(account).id) }
    }

    /// Makes a token by which a program acts for somebody; what is answered is shown once.
    ///
    /// - Parameters:
    ///   - account: whose it is: id or name.
    ///   - collections: aliases or ids of the only collections it is for; nil for all that its owner reads.
    /// - Throws: `badName`, `unknownAccount`, `tooMany`, `notAllowed` where it would be somebody else's, or
    ///   `unknownCollection` where its owner reads no such collection.
    package func makeToken(
        _ name: String, for account: String, scope: Token.Scope, collections: [String]? = nil, by principal: Principal
    ) async throws -> (token: Token, secret: Secret) {
        let name = try FoldedName(name)
        let (id, now) = (surroundings.uuid(), surroundings.now())
        let secret = Secret.make(surroundings, prefix: "concord_")
        let owner = try await self.account(account)
        try principal.mayHold(owner)
        let ids = try await collections.mapAll { try await self.collections($0, of: owner) }
        let expires = now.microseconds + Lifetimes.token * 1_000_000
        return try await tables.write { session in
            let owner = try session.account(owner.id)
            guard try session.tokens(of: owner.id).count < 50 else {
                throw DirectoryError(.tooMany, "revoke a token that is no longer used before you make another")
            }
            try session.run(
                """
                INSERT INTO token (id, digest, account, name, scope, collections, made, expires)
                VALUES (\(id), \(secret.digest), \(owner.id), \(name.text), \(scope),
                    \((ids?.sorted().joined(separator: " ")).sql), \(now.microseconds), \(expires))
                """)
            try session.audit(principal, .tokenMade, owner.name, "\(name.text), \(scope.rawValue)", at: now)
            try session.tell(owner.id, .tokenMade, id, about: name.text, at: now)
            guard let token = try session.tokens(of: owner.id).first(where: { $0.id == id }) else {
                throw DirectoryError(.unknownMethod, "the token is gone already")
            }
            return (token, secret)
        }
    }

    /// Ends a token at once.
    ///
    /// - Throws: `unknownMethod` where there is none, or it is somebody else's.
    package func revokeToken(_ id: String, by principal: Principal) async throws {
        let now = surroundings.now()
        try await tables.write { session in
            let account: String? = try session.value("SELECT account FROM token WHERE id = \(id)")
            guard let account, principal.account == nil || principal.account == account else {
                throw DirectoryError(.unknownMethod, "there is no such token")
            }
            let name: String? = try session.value("SELECT name FROM token WHERE id = \(id)")
            try session.run("DELETE FROM token WHERE id = \(id)")
            try session.audit(
                principal, .tokenRevoked, try session.account(account).name, name ?? "", at: now)
        }
    }

    /// The ids of collections that an account's owner reads.
    private func collections(_ names: [String], of owner: Account) async throws -> Set<String> {
        let audiences = try await tables.read {
            try $0.audiences(account: owner.id, organisation: owner.organisation)
        }
        let readable = try await Reader(ledger, for: Viewer(of: audiences)).collections()
        return Set(
            try names.map { name in
                guard let found = readable.first(where: { $0.alias == name || $0.id == name }) else {
                    throw DirectoryError(.unknownCollection, "\(owner.name) reads no collection \(name)")
                }
                return found.id
            })
    }
}

extension Optional where Wrapped: Sendable {
    fileprivate func mapAll<Result>(_ body: (Wrapped) async throws -> Result) async throws -> Result? {
        guard let self else { return nil }
        return try await body(self)
    }
}

extension Principal {
    /// That it may hold something by which somebody is recognised: their own, or whoever has the machine.
    ///
    /// - Throws: `notAllowed`.
    fileprivate func mayHold(_ owner: Account) throws {
        guard account == nil || account == owner.id else {
            throw DirectoryError(.notAllowed, "a token is made by whom it acts for")
        }
    }
}

extension Session {
    fileprivate func tokens(of account: String) throws -> [Token] {
        try rows(
            """
            SELECT id, name, scope, collections, made, expires, used FROM token WHERE account = \(account)
            ORDER BY made, id
            """
        ) {
            Token(
                id: try $0.get(0), name: try $0.get(1), scope: try $0.get(2),
                collections: try $0.get(3, as: String?.self).map { Set($0.split(separator: " ").map(String.init)) },
                made: Timestamp(clamping: try $0.get(4)), expires: Timestamp(clamping: try $0.get(5)),
                used: try $0.get(6, as: Int64?.self).map { Timestamp(clamping: $0) })
        }
    }
}
