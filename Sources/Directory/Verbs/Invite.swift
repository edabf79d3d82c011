package import Hall
package import Ledger
package import STIX
import Storage

/// A one-time link for somebody who has an account and nothing to sign in with yet.
package struct Invitation: Sendable {
    package let account: Account
    package let secret: Secret
    package let expires: Timestamp
    /// What they will read.
    package let reach: Reach
}

/// How much somebody will read: existing log entries, in how many collections.
package struct Reach: Sendable, Hashable {
    package let collections: [String]
    package let entries: Int
}

extension DirectoryDomain {
    /// Makes an account and an invitation for it.
    ///
    /// - Parameter organisation: id or name; the gateway's own unless stated.
    /// - Throws: `notAllowed`, `aboveRole`, `badName`, `nameTaken`, `unknownOrganisation`, or `deskOnly` where the role is for
    ///   the gateway's own people.
    package func invite(_ name: String, role: Role, organisation: String? = nil, by principal: Principal) async throws
        -> Invitation
    {
        try principal.mayAdminister(role)
        let name = try FoldedName(name)
        let (id, desk, now) = (surroundings.uuid(), desk, surroundings.now())
        return try await invitation(at: now) { session in
            let organisation = try session.organisation(organisation ?? desk)
            try Role.check(role, isDesk: organisation.id == desk)
            guard try session.accountIfKnown(name.text) == nil else {
                throw DirectoryError(
                    .nameTaken, "there is an account \(name.text) already; for a lost device invite them again")
            }
            try session.run(
                """
                INSERT INTO account (id, name, folded, organisation, role, state, made)
                VALUES (\(id), \(name.text), \(name.folded), \(organisation.id), \(role), \(Account.State.active),
                    \(now.microseconds))
                """)
            try session.audit(principal, .invited, name.text, "\(role.rawValue), \(organisation.name)", at: now)
            return id
        }
    }

    /// Makes a new invitation for somebody who lost their device: their sessions and keys end now.
    ///
    /// - Throws: `notAllowed`, `aboveRole`, `unknownAccount`, `isDisabled`, or `ownAccount` where somebody would shut
    ///   themselves out.
    package func inviteAgain(_ name: String, by principal: Principal) async throws -> Invitation {
        let now = surroundings.now()
        return try await invitation(at: now) { session in
            let account = try session.account(name)
            try principal.mayAdminister(account.role)
            guard account.id != principal.account else {
                throw DirectoryError(.ownAccount, "make yourself a new sign-in key on the page of your account")
            }
            guard account.state == .active else {
                throw DirectoryError(.isDisabled, "\(account.name) is disabled; enable the account first")
            }
            try session.run("DELETE FROM session WHERE account = \(account.id)")
            try session.run("DELETE FROM sign_in_method WHERE account = \(account.id)")
            try session.audit(principal, .invitedAgain, account.name, at: now)
            try session.endNoticeWays(of: account.id)
            try session.tell(account.id, .invitedAgain, account.id, at: now)
            return account.id
        }
    }

    private func invitation(
        at now: Timestamp, _ prepare: @Sendable @escaping (Session) throws -> String
    ) async throws -> Invitation {
        let secret = Secret.make(surroundings)
        let expires = Timestamp(clamping: now.microseconds + Lifetimes.invitation * 1_000_000)
        let (account, audiences) = try await tables.write { session in
            let id = try prepare(session)
            try session.run("DELETE FROM invitation WHERE account = \(id)")
            try session.run(
                """
                INSERT INTO invitation (digest, account, made, expires)
                VALUES (\(secret.digest), \(id), \(now.microseconds), \(expires.microseconds))
                """)
            let account = try session.account(id)
            return (account, try session.audiences(account: id, organisation: account.organisation))
        }
        return Invitation(account: account, secret: secret, expires: expires, reach: try await reach(of: audiences))
    }

    /// What somebody of these audiences reads.
    func reach(of audiences: Set<Audience>) async throws -> Reach {
        let collections = try await Reader(ledger, for: Viewer(of: audiences)).collections()
        return Reach(collections: collections.map(\.title), entries: collections.reduce(0) { $0 + $1.size })
    }
}

extension Role {
    /// That people of an organisation may have this role.
    ///
    /// - Throws: `deskOnly`.
    static func check(_ role: Role, isDesk: Bool) throws {
        guard isDesk || !role.isDesk else {
            throw DirectoryError(
                .deskOnly, "\(role.rawValue) is a role for people of the organisation that runs this gateway")
        }
    }
}
