import Ledger
import STIX
import Storage

extension Organisation {
    static let columns: SQL = """
        o.id, o.name, o.made, o.identity,
        (SELECT count(*) FROM account a WHERE a.organisation = o.id AND a.state = 'active')
        """

    init(_ row: Row) throws {
        id = try row.get(0)
        name = try row.get(1)
        made = Timestamp(clamping: try row.get(2))
        identity = try row.get(3)
        people = try row.get(4)
    }
}

extension Session {
    func organisations() throws -> [Organisation] {
        try rows("SELECT \(Organisation.columns) FROM organisation o ORDER BY o.folded", Organisation.init)
    }

    /// The organisation with this id or name.
    ///
    /// - Throws: `unknownOrganisation`.
    func organisation(_ name: String) throws -> Organisation {
        let found = try first(
            """
            SELECT \(Organisation.columns) FROM organisation o
            WHERE o.id = \(name) OR o.folded = \(FoldedName.fold(name))
            """, Organisation.init)
        guard let found else { throw DirectoryError(.unknownOrganisation, "there is no organisation \(name)") }
        return found
    }

    func add(_ name: FoldedName, organisation id: String, at now: Timestamp) throws {
        let taken: Int? = try value("SELECT 1 FROM organisation WHERE folded = \(name.folded)")
        guard taken == nil else { throw DirectoryError(.nameTaken, "there is an organisation \(name.text) already") }
        try run(
            """
            INSERT INTO organisation (id, name, folded, made)
            VALUES (\(id), \(name.text), \(name.folded), \(now.microseconds))
            """)
        try reserve("identity--\(id)", for: id)
    }
}
