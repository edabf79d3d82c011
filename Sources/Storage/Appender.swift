/// Adds rows to one table, for whoever adds many in one transaction.
///
/// SQLite writes each at once. PostgreSQL gathers them and takes those of a table together, before anything else is asked of it: so
/// whoever asks sees them, and what is wrong with a row is said then, or before the commit.
package struct Appender {
    /// The columns in the order in which values come.
    struct Table: Hashable {
        let name: String
        let columns: [String]
        /// The column that holds the tokens of a text index, where there is one: PostgreSQL's alone.
        var tokens: String?

        var insertion: String {
            let marks = columns.enumerated().map { $1 == tokens ? "CAST(?\($0 + 1) AS TSVECTOR)" : "?\($0 + 1)" }
            return "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(marks.joined(separator: ", ")))"
        }
    }

    private enum Way {
        case sqlite(SQLiteStatement)
        case postgreSQL(PostgreSQLConnection, Table)
    }

    private let way: Way

    init(to table: Table, in session: Session) throws {
        switch session.connection {
        case .sqlite(let database): way = .sqlite(try SQLiteStatement(table.insertion, on: database))
        case .postgreSQL(let connection): way = .postgreSQL(connection, table)
        }
    }

    /// - Parameter values: one for each column.
    package func append(_ values: [Value]) throws {
        switch way {
        case .sqlite(let statement): try statement.each(values) { _ in true }
        case .postgreSQL(let connection, let table): try connection.append(values, to: table)
        }
    }
}

extension Session {
    /// What adds rows to a table of which nothing is asked when a row is there already: that is an error.
    package func appender(to table: String, _ columns: String...) throws -> Appender {
        let table = Appender.Table(name: table, columns: columns)
        #if DEBUG
            StatementJournal.shared?.note(table.insertion)
        #endif
        return try Appender(to: table, in: self)
    }
}
