import Crypto

/// One step of the schema's history: never changed once released, only followed.
package struct Migration: Sendable {
    /// Unique; `room-0001-what`.
    package let name: String
    /// Why the schema changed.
    package let why: String
    package let sql: [SQL]
    /// What only the program can make anew, such as a projection whose form has changed.
    ///
    /// It runs in the same transaction, when the schema is the newest one: so it needs to know no other.
    package let afterwards: (@Sendable (Session) throws -> Void)?

    package init(
        name: String, why: String, sql: [SQL], afterwards: (@Sendable (Session) throws -> Void)? = nil
    ) {
        self.name = name
        self.why = why
        self.sql = sql
        self.afterwards = afterwards
    }

    /// SHA-256 of the statements, so that a released migration which was edited is noticed.
    package var digest: [UInt8] {
        var hash = SHA256()
        for statement in sql { hash.update(data: Array((statement.text + "\u{0}").utf8)) }
        return Array(hash.finalize())
    }
}

extension Session {
    private static let migrationTable = "migration (name TEXT PRIMARY KEY, digest BYTEA NOT NULL)"
    static let foreignMigrationTable = "the table migration is missing, or is not of this program's making"

    /// Whether what is called `migration` is our table: a view of somebody's making would run when it is read.
    func hasMigrationTable() throws -> Bool {
        switch connection {
        case .sqlite:
            let statements = try rows("SELECT sql FROM sqlite_schema WHERE lower(name) = 'migration'") {
                try $0.get(0, as: String?.self)
            }
            return statements == ["CREATE TABLE \(Self.migrationTable)"]
        case .postgreSQL: return try hasTable("migration")
        }
    }

    /// The migrations that this database has had, with their digests.
    ///
    /// - Throws: `newerSchema` where one of them is not known: an older program must not write here.
    func appliedMigrations(among known: [Migration]) throws -> [String: [UInt8]] {
        let applied = Dictionary(
            try rows("SELECT name, digest FROM migration") {
                (try $0.get(0, as: String.self), try $0.get(1, as: [UInt8].self))
            }, uniquingKeysWith: { first, _ in first })
        let names = Set(known.map(\.name))
        if let unknown = applied.keys.filter({ !names.contains($0) }).min() {
            throw StorageError(
                .newerSchema,
                "this database was written by a newer version (it knows \(unknown)); use that version, or restore a backup "
                    + "made before the upgrade")
        }
        return applied
    }

    /// The migrations among `known` that this database has not had.
    ///
    /// - Throws: `newerSchema`, `changedMigration`, or `damaged` where somebody else's table stands for ours.
    func pending(of known: [Migration]) throws -> [Migration] {
        try define(SQL(text: "CREATE TABLE IF NOT EXISTS \(Self.migrationTable)"))
        guard try hasMigrationTable() else { throw StorageError(.damaged, Self.foreignMigrationTable) }
        let applied = try appliedMigrations(among: known)
        for migration in known {
            if let digest = applied[migration.name], digest != migration.digest {
                throw StorageError(
                    .changedMigration, "migration \(migration.name) is not the one this database has had")
            }
        }
        return known.filter { applied[$0.name] == nil }
    }

    /// - Parameter migrations: the last of them is the newest there is.
    func apply(_ migrations: [Migration]) throws {
        try shape(migrations)
        for migration in migrations { try migration.afterwards?(self) }
    }

    /// The same without what the program makes afterwards, which knows the newest schema alone: for tables that are looked at, or
    /// filled from elsewhere, and may be of an older one.
    func shape(_ migrations: [Migration]) throws {
        for migration in migrations {
            for statement in migration.sql { try define(statement) }
            try run("INSERT INTO migration (name, digest) VALUES (\(migration.name), \(migration.digest))")
        }
    }
}
