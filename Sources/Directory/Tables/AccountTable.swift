import Ledger
import STIX
import Storage

extension Account {
    static let columns: SQL = """
        a.id, a.name, a.role, a.organisation, o.name, a.state, a.made,
        (SELECT max(s.seen) FROM session s WHERE s.account = a.id),
        (SELECT count(*) FROM sign_in_method m WHERE m.account = a.id),
        (SELECT i.expires FROM invitation i WHERE i.account = a.id)
        """
    static let tables: SQL = "account a JOIN organisation o ON o.id = a.organisation"

    init(_ row: Row) throws {
        id = try row.get(0)
        name = try row.get(1)
        role = try row.get(2)
        organisation = try row.get(3)
        organisationName = try row.get(4)
        state = try row.get(5)
        made = Timestamp(clamping: try row.get(6))
        seen = try row.get(7, as: Int64?.self).map { Timestamp(clamping: $0) }
        canSignIn = try row.get(8, as: Int.self) > 0
        invitedUntil = try row.get(9, as: Int64?.self).map { Timestamp(clamping: $0) }
    }
}

extension Session {
    func accounts() throws -> [Account] {
        try rows(
            "SELECT \(Account.columns) FROM \(Account.tables) ORDER BY o.folded, a.folded", Account.init)
    }

    /// The account with this id or name.
    ///
    /// - Throws: `unknownAccount`.
    func account(_ name: String) throws -> Account {
        guard let found = try accountIfKnown(name) else {
            throw DirectoryError(.unknownAccount, "there is no account \(name)")
        }
        return found
    }

    func accountIfKnown(_ name: String) throws -> Account? {
        try first(
            """
            SELECT \(Account.columns) FROM \(Account.tables)
            WHERE a.id = \(name) OR a.folded = \(FoldedName.fold(name))
            """, Account.init)
    }

    /// That an administrator remains who can come in.
    ///
    /// Asked at the end of the transaction that takes one away.
    ///
    /// - Throws: `lastAdministrator`.
    func keepAnAdministrator() throws {
        let left: Int? = try value(
            """
            SELECT count(*) FROM account a WHERE a.role = \(Role.administrator) AND a.state = \(Account.State.active)
            AND EXISTS (SELECT 1 FROM sign_in_method m WHERE m.account = a.id)
            """)
        guard let left, left > 0 else {
            throw DirectoryError(
                .lastAdministrator, "this is the last administrator: give somebody else that role first")
        }
    }
}
