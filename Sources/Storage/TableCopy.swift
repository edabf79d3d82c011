import GRDB

/// Copies all that the tables hold from one database into another, whichever engines they are on.
///
/// Both have had the same migrations. What the engines keep in their own way, the text index, is made anew from the same tokens.
struct TableCopy {
    /// A table with its columns.
    struct Table: Equatable {
        let name: String
        let columns: [String]
        /// The column whose numbers the engine gives.
        let numbered: String?
    }

    let tables: [Table]
    let indexes: [TextIndex]

    /// What migrations make.
    init(of migrations: [Migration]) throws {
        (tables, indexes) = try DatabaseQueue().write { database in
            let session = Session(connection: .sqlite(database))
            _ = try session.pending(of: [])
            try session.shape(migrations)
            let made = try session.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name") {
                (name: try $0.get(0, as: String.self), statement: try $0.get(1, as: String.self))
            }
            let own = made.filter { $0.statement.hasPrefix("CREATE VIRTUAL TABLE") }.map(\.name)
            let tables = try made.map(\.name).filter { name in
                // FTS5 keeps an index in tables of its own.
                !own.contains { name == $0 || name.hasPrefix($0 + "_") }
            }.map { name in
                let columns = try session.rows("SELECT name, type, pk FROM pragma_table_info(\(name)) ORDER BY cid") {
                    (
                        name: try $0.get(0, as: String.self), type: try $0.get(1, as: String.self),
                        key: try $0.get(2, as: Int.self)
                    )
                }
                return Table(
                    name: name, columns: columns.map(\.name),
                    numbered: columns.first { $0.type == "INTEGER" && $0.key == 1 }?.name)
            }
            let indexes = made.filter { $0.statement.contains("USING fts5(") }.map { TextIndex(table: $0.name) }
            return (tables, indexes)
        }
    }

    /// Replaces all that stands in one database by what stands in another.
    ///
    /// - Parameter progress: hears which table is done and how many rows it has.
    func run(from source: Session, to target: Session, progress: (_ table: String, _ rows: Int) -> Void = { _, _ in })
        throws
    {
        for table in tables where table.name != "migration" {
            try target.run(SQL(text: "DELETE FROM \(table.name)"))
            progress(table.name, try copy(table, from: source, to: target))
        }
        for index in indexes {
            try index.renew(in: target)
            progress(index.table, try index.copy(from: source, to: target))
        }
    }

    private func copy(_ table: Table, from source: Session, to target: Session) throws -> Int {
        let names = table.columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let all = SQL(text: "SELECT \(names) FROM \(table.name)")
        var rows = 0
        switch target.connection {
        case .sqlite:
            let marks = table.columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
            let insert = try target.statement("INSERT INTO \(table.name) (\(names)) VALUES (\(marks))")
            try source.walk(all) { row in
                try insert.run(row.values)
                rows += 1
                return true
            }
        case .postgreSQL(let connection):
            try source.walk(all, inPieces: 4 << 20) { piece in
                rows += piece.count
                try connection.copy(into: table.name, table.columns, piece)
            }
            if let numbered = table.numbered {
                try target.run(
                    SQL(
                        text: """
                            SELECT setval(pg_get_serial_sequence('\(table.name)', '\(numbered)'), coalesce(max(\(numbered)), 0) + 1, false)
                            FROM \(table.name)
                            """))
            }
        }
        return rows
    }
}

extension Session {
    /// The rows of a long answer, some at a time.
    ///
    /// - Parameter bytes: after so many of them a piece is full; a row is never cut.
    func walk(_ sql: SQL, inPieces bytes: Int, _ body: ([[Value]]) throws -> Void) throws {
        var piece: [[Value]] = []
        var weight = 0
        try walk(sql) { row in
            let values = try row.values
            piece.append(values)
            weight += values.reduce(0) { $0 + $1.weight }
            if weight >= bytes {
                try body(piece)
                piece.removeAll(keepingCapacity: true)
                weight = 0
            }
            return true
        }
        if !piece.isEmpty { try body(piece) }
    }
}

extension TextIndex {
    /// Adds the documents of another database's index, token by token.
    ///
    /// - Returns: how many documents there are.
    fileprivate func copy(from source: Session, to target: Session) throws -> Int {
        let writer = try writer(in: target)
        var documents = 0
        func add(_ document: Int, _ tokens: [String]) throws {
            // As they stand in the index: behind the number of their part.
            try writer.addMarked(document, tokens: tokens)
            documents += 1
        }
        switch source.connection {
        case .postgreSQL:
            try source.walk(
                SQL(
                    text:
                        "SELECT document, array_to_string(tsvector_to_array(words), ' ') FROM \(table) ORDER BY document"
                )
            ) { row in
                try add(try row.get(0), try row.get(1, as: String.self).split(separator: " ").map(String.init))
                return true
            }
        case .sqlite:
            // FTS5 can tell which documents a token has, and not the other way round.
            var (current, tokens) = (Int?.none, [String]())
            try source.walk(SQL(text: "SELECT DISTINCT doc, term FROM \(table)_words ORDER BY doc")) { row in
                let document: Int = try row.get(0)
                if let current, current != document {
                    try add(current, tokens)
                    tokens = []
                }
                current = document
                tokens.append(try row.get(1))
                return true
            }
            if let current { try add(current, tokens) }
        }
        return documents
    }
}

extension TableCopy {
    /// Compares what two databases hold, table by table.
    ///
    /// - Throws: `damaged`, with the table that differs.
    func compare(_ one: Session, _ other: Session) throws {
        for table in tables {
            let columns = table.columns.map { "\"\($0)\"" }.joined(separator: ", ")
            guard try one.digest(of: table.name, columns: columns) == other.digest(of: table.name, columns: columns)
            else {
                throw StorageError(.damaged, "the table \(table.name) is not the same in both databases")
            }
        }
    }
}
