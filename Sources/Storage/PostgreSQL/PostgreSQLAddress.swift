import CPostgreSQL

/// What says where a PostgreSQL is, looked at before libpq gets it: what libpq can't read it repeats, passwords included.
enum PostgreSQLAddress {
    static func check(_ address: String, _ library: Postgres) throws {
        let isURI = address.hasPrefix("postgres://") || address.hasPrefix("postgresql://")
        guard isURI || address.contains("=") else { throw unreadable }
        if isURI, let start = address.firstRange(of: "://")?.upperBound {
            // A password with a sign of the syntax in it would be taken for a name of a machine, and be told as one.
            let rest = address[start...]
            let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
            guard authority.count(where: { $0 == "@" }) <= 1,
                !rest.dropFirst(authority.count).prefix(while: { $0 != "?" }).contains("@")
            else { throw unreadable }
        }
        var problem: UnsafeMutablePointer<CChar>?
        let words = library.conninfoParse(address, &problem)
        if let problem { library.freemem(problem) }
        guard let words else { throw unreadable }
        library.conninfoFree(words)
    }

    private static let unreadable = StorageError(
        .system,
        "the address of the PostgreSQL database can't be read; write postgres://USER@HOST/NAME, with signs such as / and @ in a password as "
            + "%2F and %40, or keep the password in ~/.pgpass")
}
