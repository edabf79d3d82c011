package import Ledger
import STIX
import Storage

extension DirectoryDomain {
    package func accounts() async throws -> [Account] {
        try await tables.read { try $0.accounts() }
    }

    /// The account with this id or name.
    ///
    /// - Throws: `unknownAccount`.
    package func account(_ name: String) async throws -> Account {
        try await tables.read { try $0.account(name) }
    }

    /// Closes an account: sessions end now, and neither key nor token nor invitation works.
    ///
    /// - Throws: `notAllowed`, `aboveRole`, `unknownAccount`, `lastAdministrator`.
    package func disable(_ name: String, by principal: Principal) async throws {
        try await change(name, by: principal) { session, account, now in
            guard account.state == .active else { return }
            try session.run("UPDATE account SET state = \(Account.State.disabled) WHERE id = \(account.id)")
            try session.run("DELETE FROM session WHERE account = \(account.id)")
            try session.run("DELETE FROM invitation WHERE account = \(account.id)")
            try session.audit(principal, .disabled, account.name, at: now)
        }
    }

    /// Opens an account that was closed; its keys and tokens work again.
    ///
    /// - Throws: `notAllowed`, `aboveRole`, `unknownAccount`.
    package func enable(_ name: String, by principal: Principal) async throws {
        try await change(name, by: principal) { session, account, now in
            guard account.state == .disabled else { return }
            try session.run("UPDATE account SET state = \(Account.State.active) WHERE id = \(account.id)")
            try session.audit(principal, .enabled, account.name, at: now)
        }
    }

    /// Gives somebody another role, from their next request on.
    ///
    /// - Throws: `notAllowed`, `aboveRole`, `unknownAccount`, `deskOnly`, `lastAdministrator`.
    package func changeRole(of name: String, to role: Role, by principal: Principal) async throws {
        try principal.mayAdminister(role)
        let desk = desk
        try await change(name, by: principal) { session, account, now in
            guard account.role != role else { return }
            try Role.check(role, isDesk: account.organisation == desk)
            try session.run("UPDATE account SET role = \(role) WHERE id = \(account.id)")
            try session.audit(
                principal, .roleChanged, account.name, "\(account.role.rawValue) → \(role.rawValue)", at: now)
            try session.tell(account.id, .roleChanged, account.id, about: role.rawValue, at: now)
        }
    }

    private func change(
        _ name: String, by principal: Principal,
        _ body: @Sendable @escaping (Session, Account, Timestamp) throws -> Void
    ) async throws {
        let now = surroundings.now()
        try await tables.write { session in
            let account = try session.account(name)
            try principal.mayAdminister(account.role)
            try body(session, account, now)
            if account.role == .administrator { try session.keepAnAdministrator() }
        }
    }
}
