import STIX
import Storage

/// Makes the indexes of words and of values anew, from what the lines show.
///
/// For a database whose indexes were written by rules that have changed since; `doctor --rebuild` makes everything anew.
enum Reindexing {
    static func run(in session: Session) throws {
        try session.run("DELETE FROM observable")
        try session.run(SearchProjection.index.emptying)
        var indexes: [Int: Indexes] = [:]
        // In the order of arrival, so that the text index grows at its end alone.
        let lines = try session.statement(
            """
            SELECT l.number, l.collection, e.position, e.version, e.marking, e.added, e.source, b.bytes
            FROM line l JOIN entry e ON e.number = l.number JOIN body b ON b.number = e.body
            WHERE l.position IS NOT NULL ORDER BY l.number
            """)
        try lines.each([]) { row in
            let number: Int = try row.get(0)
            let collection: Int = try row.get(1)
            let entry = ShownEntry(
                number: number, position: try row.get(2), version: try row.get(3), marking: try row.get(4),
                added: try row.get(5), source: try row.get(6), sha256: [])
            guard let candidate = try Candidate(stored: try row.get(7, as: [UInt8].self)) else {
                throw LedgerError(
                    .damagedLog, "the body of entry \(entry.position) of collection \(collection) is damaged")
            }
            var index = try indexes[collection] ?? Indexes(collection, in: session)
            try index.show(candidate, as: entry, in: session)
            indexes[collection] = index
            return true
        }
        for number in indexes.keys.sorted() { try indexes[number]?.observables.write(in: session) }
    }

    private struct Indexes {
        var search: SearchProjection
        var observables: ObservableProjection

        init(_ collection: Int, in session: Session) throws {
            search = try SearchProjection(collection: collection, in: session)
            observables = ObservableProjection(collection: collection)
        }

        mutating func show(_ candidate: Candidate, as entry: ShownEntry, in session: Session) throws {
            try search.show(
                entry.number,
                candidate.tokens + SearchProjection.facets(of: entry, type: candidate.object.type))
            try observables.show(entry.number, candidate.keys, in: session)
        }
    }
}
