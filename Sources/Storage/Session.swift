import GRDB

/// A connection of one of the engines.
enum Connection {
    case sqlite(GRDB.Database)
    case postgreSQL(PostgreSQLConnection)

    /// Makes it fit for whoever reads next at the same moment, when a statement has failed.
    func recover() {
        if case .postgreSQL(let connection) = self { connection.recover() }
    }

    /// Breaks off the statement that it runs; called from another thread, while the connection is that of whoever waits.
    var interrupt: @Sendable () -> Void {
        switch self {
        case .sqlite(let database): SQLiteEngine.interrupt(of: database)
        case .postgreSQL(let connection): connection.interrupt
        }
    }
}

/// One connection inside one transaction; valid only inside the closure that received it.
package struct Session {
    let connection: Connection

    /// Runs a statement that answers nothing.
    package func run(_ sql: SQL) throws {
        try statement(sql).run(sql.values)
    }

    /// Every row of the answer, turned into a value.
    package func rows<Element>(_ sql: SQL, _ make: (Row) throws -> Element) throws -> [Element] {
        var found: [Element] = []
        try statement(sql).each(sql.values) {
            found.append(try make($0))
            return true
        }
        return found
    }

    /// Every row of the answer, one after the other.
    package func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        try statement(sql).each(sql.values) {
            try body($0)
            return true
        }
    }

    /// The first row of the answer, if there is one.
    package func first<Element>(_ sql: SQL, _ make: (Row) throws -> Element) throws -> Element? {
        try statement(sql).first(sql.values, make)
    }

    /// The single value of the first row, if there is one.
    package func value<Wanted: SQLValue>(_ sql: SQL, as _: Wanted.Type = Wanted.self) throws -> Wanted? {
        try first(sql) { try $0.get(0) }
    }

    /// Each row in turn of an answer that may be a whole table; `false` ends the reading.
    ///
    /// However long it is, no more than a piece of it is in memory, and `body` may ask something else in between.
    package func walk(_ sql: SQL, _ body: (Row) throws -> Bool) throws {
        switch connection {
        case .sqlite: try statement(sql).each(sql.values, body)
        case .postgreSQL(let connection): try connection.walk(sql, body)
        }
    }

    /// Writes one row and gives what its `RETURNING` names, such as the number that the engine gave it.
    package func inserted<Wanted: SQLValue>(_ sql: SQL, as _: Wanted.Type = Wanted.self) throws -> Wanted {
        try statement(sql).inserted(sql.values)
    }

    /// A statement prepared once and kept by its text, for loops.
    package func statement(_ text: String) throws -> Statement { try statement(SQL(text: text)) }

    private func statement(_ sql: SQL) throws -> Statement {
        #if DEBUG
            StatementJournal.shared?.note(sql.text)
        #endif
        return switch connection {
        case .sqlite(let database): .sqlite(try SQLiteStatement(sql.text, on: database))
        case .postgreSQL(let connection): .postgreSQL(connection.statement(sql))
        }
    }

    /// Runs a statement that makes or alters a table, or several in one text.
    func define(_ sql: SQL) throws {
        switch connection {
        case .sqlite: try run(sql)
        case .postgreSQL(let connection) where sql.values.isEmpty: try connection.execute(sql.definitionOnPostgreSQL)
        case .postgreSQL: try run(sql)
        }
    }

    /// What keeps the rows of a join in the order of the part that it begins with.
    ///
    /// SQLite reads that part first and keeps its order; PostgreSQL promises none but for what is asked.
    package func keepingOrder(of column: String) -> SQL {
        switch connection {
        case .sqlite: ""
        case .postgreSQL: SQL(text: "ORDER BY \(column)")
        }
    }

    /// Whether each question takes a journey to the engine and back, so that many are better asked together.
    package var isFar: Bool {
        if case .postgreSQL = connection { true } else { false }
    }

    /// Number of rows the last statement wrote.
    package var changes: Int {
        switch connection {
        case .sqlite(let database): database.changesCount
        case .postgreSQL(let connection): connection.changes
        }
    }
}

/// A prepared statement with numbered parameters.
package enum Statement {
    case sqlite(SQLiteStatement)
    case postgreSQL(PostgreSQLStatement)

    package func run(_ values: [Value]) throws {
        switch self {
        case .sqlite(let statement): try statement.each(values) { _ in true }
        case .postgreSQL(let statement): try statement.run(values)
        }
    }

    package func first<Element>(_ values: [Value], _ make: (Row) throws -> Element) throws -> Element? {
        var found: Element?
        try each(values) {
            found = try make($0)
            return false
        }
        return found
    }

    /// Writes one row and gives what its `RETURNING` names.
    package func inserted<Wanted: SQLValue>(_ values: [Value], as _: Wanted.Type = Wanted.self) throws -> Wanted {
        guard let made: Wanted = try first(values, { try $0.get(0) }) else {
            throw StorageError(.system, "the database did not say what it wrote")
        }
        return made
    }

    /// Each row in turn; `false` ends the reading.
    package func each(_ values: [Value], _ body: (Row) throws -> Bool) throws {
        switch self {
        case .sqlite(let statement): try statement.each(values, body)
        case .postgreSQL(let statement): try statement.each(values, body)
        }
    }
}
