import GRDB

extension Database {
    /// What is in the schema of a database file and no migration made, or the other way round; one sentence for each.
    ///
    /// A trigger in a file that somebody else had in hands would run with the first statement that is written.
    package static func strangers(in path: String, migrations: [Migration]) throws -> [String] {
        do {
            return try DatabaseQueue(path: path).read { file in
                let applied = try Set(String.fetchAll(file, sql: "SELECT name FROM migration"))
                let known = Set(migrations.map(\.name))
                if applied.contains(where: { !known.contains($0) }) {
                    // A newer version made it, and opening says so.
                    return []
                }
                let expected = try DatabaseQueue().write { fresh in
                    let session = Session(database: fresh)
                    _ = try session.pending(of: [])
                    try session.apply(migrations.filter { applied.contains($0.name) })
                    return try SchemaObject.all(in: fresh)
                }
                let found = try SchemaObject.all(in: file)
                return found.subtracting(expected).map { "\($0.type) \($0.name) is not of this program's making" }
                    .sorted()
                    + expected.subtracting(found).map { "\($0.type) \($0.name) is missing or was changed" }.sorted()
            }
        } catch let error as DatabaseError {
            throw StorageError(.damaged, "\(path) is no whole database: \(error.message ?? "no reason is given")")
        }
    }
}

/// A table, index, trigger or view with the statement that made it.
private struct SchemaObject: Hashable {
    let type: String
    let name: String
    let table: String
    let statement: String

    static func all(in database: GRDB.Database) throws -> Set<SchemaObject> {
        // What `ANALYZE` counted is SQLite's own, and has no say over data.
        let rows = try GRDB.Row.fetchAll(
            database,
            sql: """
                SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema
                WHERE NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4'))
                """)
        return Set(rows.map { .init(type: $0[0], name: $0[1], table: $0[2], statement: $0[3]) })
    }
}
