/// A statement whose values travel apart from its text.
///
/// Written as a string literal; each interpolated value becomes a numbered parameter, so no value can become syntax.
/// The text keeps to what SQLite and PostgreSQL both read: numbered parameters, `ON CONFLICT`, times as `BIGINT`
/// microseconds, no `now()`, no JSON operators.
package struct SQL: Sendable, Equatable {
    package private(set) var text: String
    package private(set) var values: [Value]
    /// What PostgreSQL is told instead.
    private var own: String?

    package init(text: String, values: [Value] = []) {
        self.text = text
        self.values = values
    }

    /// What one of the engines says in its own way; within this room alone, and seldom.
    init(sqlite: String, postgreSQL: String) {
        (text, values, own) = (sqlite, [], postgreSQL)
    }

    /// A table that can be divided by `collection`: its rows have numbers that are unique everywhere, given by whoever writes them.
    ///
    /// SQLite finds a row by its number alone. On PostgreSQL the key holds the column by which the table is divided too, which every
    /// engine that divides one demands of its keys.
    package static func divided(table: String, _ columns: String) -> SQL {
        SQL(
            sqlite: "CREATE TABLE \(table) (collection BIGINT NOT NULL, number INTEGER PRIMARY KEY, \(columns))",
            postgreSQL: PostgreSQLDialect.definition(
                "CREATE TABLE \(table) (collection BIGINT NOT NULL, number BIGINT NOT NULL, \(columns), PRIMARY KEY (number, collection))"
            ))
    }

    var onPostgreSQL: String { own ?? PostgreSQLDialect.numbered(text) }
    /// The same of what makes a table.
    var definitionOnPostgreSQL: String { own ?? PostgreSQLDialect.definition(text) }
}

extension SQL: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) {
        self.init(text: text)
    }

    package init(stringInterpolation: StringInterpolation) {
        self.init(text: stringInterpolation.text, values: stringInterpolation.values)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var values: [Value] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 3)
            values.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        package mutating func appendInterpolation(_ value: some SQLValue) {
            values.append(value.sql)
            text += "?\(values.count)"
        }

        /// A value as the column holds it; what optional values are written with (`\(name.sql)`).
        package mutating func appendInterpolation(_ value: Value) {
            values.append(value)
            text += "?\(values.count)"
        }

        /// A list for `IN (…)`; an empty list matches nothing.
        package mutating func appendInterpolation(list: [some SQLValue]) {
            text += list.isEmpty ? "NULL" : ""
            for (index, value) in list.enumerated() {
                if index > 0 { text += ", " }
                appendInterpolation(value)
            }
        }

        /// A fragment; its parameters are numbered on from here.
        package mutating func appendInterpolation(_ fragment: SQL) {
            var rest = fragment.text[...]
            while let mark = rest.firstIndex(of: "?") {
                let digits = rest[rest.index(after: mark)...].prefix { $0.isASCII && $0.isNumber }
                text += rest[..<mark]
                // One without a number stands in a text of the fragment's own.
                text += "?" + (Int(digits).map { String(values.count + $0) } ?? "")
                rest = rest[digits.endIndex...]
            }
            text += rest
            values += fragment.values
        }
    }
}
