/// Rows that wait to be added to tables, within the writer's transaction.
///
/// A `COPY` takes many rows of a table for the price of a few `INSERT`s, and one round trip; a few rows go on their way as `INSERT`s
/// without any.
struct PostgreSQLAppends {
    private var tables: [Appender.Table] = []
    private var rows: [Appender.Table: [[Value]]] = [:]
    private var weight = 0

    /// So much is held in memory at most.
    private static let mostBytes = 8 << 20
    /// More rows than these are worth a `COPY`.
    private static let few = 16

    var isEmpty: Bool { tables.isEmpty }
    var isFull: Bool { weight >= Self.mostBytes }

    mutating func add(_ values: [Value], to table: Appender.Table) {
        if rows[table] == nil { tables.append(table) }
        rows[table, default: []].append(values)
        weight += values.reduce(0) { $0 + $1.weight }
    }

    fileprivate mutating func take() -> [(table: Appender.Table, rows: [[Value]], isFew: Bool)] {
        let taken = tables.map { table in
            let rows = rows[table] ?? []
            return (table, rows, rows.count <= Self.few)
        }
        self = PostgreSQLAppends()
        return taken
    }
}

extension PostgreSQLConnection {
    /// Keeps a row until something else is asked, or many wait.
    func append(_ values: [Value], to table: Appender.Table) throws {
        if let failure = pipeline.failure { throw failure }
        guard pipeline.isOpen else {
            return try statement(SQL(text: table.insertion)).run(inserted(values, into: table))
        }
        appends.add(values, to: table)
        if appends.isFull { try addAppended() }
    }

    /// Sends all rows that wait.
    func addAppended() throws {
        guard !appends.isEmpty else { return }
        for (table, rows, isFew) in appends.take() {
            if isFew {
                let statement = statement(SQL(text: table.insertion))
                for row in rows { try statement.run(inserted(row, into: table)) }
            } else {
                try copy(into: table.name, table.columns, rows, tokens: table.tokens)
            }
        }
    }

    private func inserted(_ values: [Value], into table: Appender.Table) -> [Value] {
        guard let place = table.tokens.flatMap({ table.columns.firstIndex(of: $0) }),
            case .text(let tokens) = values[place]
        else { return values }
        var values = values
        values[place] = .text(TSVectorIndex.text(tokens))
        return values
    }
}
