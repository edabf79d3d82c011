package import Storage

/// Who says something in a collection: version lines belong to a source (law 4).
///
/// What an organisation here says stands under a form of its own, which no name that a person gives can take: only the
/// directory, which knows whose account speaks, makes one.
package struct Source: Sendable, Hashable, CustomStringConvertible {
    /// As it stands in the tables.
    package let description: String

    private init(stored: String) { description = stored }

    private static let prefix = "organisation:"

    /// An organisation with people here, by its UUID.
    package static func organisation(_ id: String) -> Source { Source(stored: prefix + id) }
    /// This program itself: what it ships with, the same on every gateway.
    package static let program = Source(stored: "concord")
    /// A peer's log that is copied here, by the alias of its collection; nothing else of it is looked at there.
    static func mirror(_ collection: LogCollection) -> Source { Source(stored: collection.alias) }

    /// A file, a feed or another server, by the name that somebody gave it.
    ///
    /// - Throws: `badSource` where it is no name, or one under which this gateway's own people or its program speak.
    package init(named name: String) throws {
        guard (1...200).contains(name.utf8.count), name.first != " ", name.last != " ",
            name.unicodeScalars.allSatisfy({ $0.value >= 32 && !(127...159).contains($0.value) })
        else { throw LedgerError(.badSource, "a source has a name of up to 200 bytes, without control characters") }
        // Compared without what can't be seen, so that nothing passes for the form by looking like it.
        let seen = String(
            String.UnicodeScalarView(name.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint })
        ).lowercased()
        guard !seen.hasPrefix(Self.prefix), seen != Self.program.description else {
            throw LedgerError(.badSource, "\(name) is a name under which this gateway itself speaks")
        }
        description = name
    }

    /// The source that a list names so: to look for it, and to say nothing under it.
    package init(listed name: String) { description = name }

    /// UUID of the organisation that says so; nil for anything else.
    package var organisation: String? {
        description.hasPrefix(Self.prefix) ? String(description.dropFirst(Self.prefix.count)) : nil
    }
}

extension Source: SQLValue {
    package var sql: Value { .text(description) }

    package init?(sql: Value) {
        guard let text = String(sql: sql) else { return nil }
        self.init(stored: text)
    }
}

extension Session {
    /// The number of a source, which is made where there is none.
    func number(of source: Source) throws -> Int {
        try run("INSERT INTO source (name) VALUES (\(source)) ON CONFLICT (name) DO NOTHING")
        return try value("SELECT number FROM source WHERE name = \(source)") ?? 0
    }
}
