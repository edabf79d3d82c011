import GRDB

/// One connection inside one transaction; valid only inside the closure that received it.
package struct Session {
    let database: GRDB.Database

    /// Runs a statement that answers nothing.
    package func run(_ sql: SQL) throws {
        try statement(sql.text).run(sql.values)
    }

    /// Every row of the answer, turned into a value.
    package func rows<Element>(_ sql: SQL, _ make: (Row) throws -> Element) throws -> [Element] {
        try statement(sql.text).rows(sql.values, make)
    }

    /// Each row of the answer in turn, without holding the others; `false` ends the reading.
    package func each(_ sql: SQL, _ body: (Row) throws -> Bool) throws {
        try statement(sql.text).each(sql.values, body)
    }

    /// The first row of the answer, if there is one.
    package func first<Element>(_ sql: SQL, _ make: (Row) throws -> Element) throws -> Element? {
        try statement(sql.text).first(sql.values, make)
    }

    /// The single value of the first row, if there is one.
    package func value<Wanted: SQLValue>(_ sql: SQL, as _: Wanted.Type = Wanted.self) throws -> Wanted? {
        try first(sql) { try $0.get(0) }
    }

    /// A statement prepared once and kept by its text, for loops.
    package func statement(_ text: String) throws -> Statement {
        Statement(statement: try database.cachedStatement(sql: text))
    }

    /// Row id of the row last inserted on this connection.
    package var lastInserted: Int { Int(database.lastInsertedRowID) }

    /// Number of rows the last statement wrote.
    package var changes: Int { database.changesCount }
}

/// A prepared statement with numbered parameters.
package struct Statement {
    let statement: GRDB.Statement

    package func run(_ values: [Value]) throws {
        bind(values)
        try statement.execute()
    }

    package func first<Element>(_ values: [Value], _ make: (Row) throws -> Element) throws -> Element? {
        bind(values)
        let cursor = try GRDB.Row.fetchCursor(statement)
        // The row lies in the statement, which is reset when the cursor goes.
        return try withExtendedLifetime(cursor) { try cursor.next().map { try make(Row(row: $0)) } }
    }

    package func rows<Element>(_ values: [Value], _ make: (Row) throws -> Element) throws -> [Element] {
        bind(values)
        var found: [Element] = []
        let cursor = try GRDB.Row.fetchCursor(statement)
        while let row = try cursor.next() { found.append(try make(Row(row: row))) }
        return found
    }

    package func each(_ values: [Value], _ body: (Row) throws -> Bool) throws {
        bind(values)
        let cursor = try GRDB.Row.fetchCursor(statement)
        while let row = try cursor.next(), try body(Row(row: row)) {}
    }

    private func bind(_ values: [Value]) {
        statement.setUncheckedArguments(StatementArguments(values.map(\.databaseValue)))
    }
}
