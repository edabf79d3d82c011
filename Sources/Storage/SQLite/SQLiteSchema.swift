import GRDB

extension SQLiteEngine {
    static func strangers(in path: String, migrations: [Migration]) throws -> [String] {
        do {
            var configuration = Configuration()
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
            return try DatabaseQueue(path: path, configuration: configuration).read { file in
                let file = Session(connection: .sqlite(file))
                guard try file.hasMigrationTable() else { return [Session.foreignMigrationTable] }
                let applied = Set(try file.appliedMigrations(among: migrations).keys)
                let expected = try DatabaseQueue().write { fresh in
                    let session = Session(connection: .sqlite(fresh))
                    _ = try session.pending(of: [])
                    try session.shape(migrations.filter { applied.contains($0.name) })
                    return try SchemaObject.all(in: session)
                }
                let found = try SchemaObject.all(in: file)
                return SchemaObject.differences(of: found, from: expected)
            }
        } catch let error as DatabaseError {
            throw StorageError(.damaged, "\(path) is no whole database: \(error.message ?? "no reason is given")")
        }
    }
}

extension SchemaObject {
    fileprivate static func all(in session: Session) throws -> Set<SchemaObject> {
        // What `ANALYZE` counted is SQLite's own, and has no say over data. What is no text in a file of somebody's making is told
        // as if it were.
        let objects = try session.rows(
            """
            SELECT CAST(coalesce(type, '') AS TEXT), CAST(coalesce(name, '') AS TEXT),
                CAST(coalesce(tbl_name, '') AS TEXT), CAST(coalesce(sql, '') AS TEXT) FROM sqlite_schema
            WHERE NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4'))
            """
        ) { SchemaObject(type: try $0.get(0), name: try $0.get(1), table: try $0.get(2), statement: try $0.get(3)) }
        return Set(objects)
    }
}
