import STIX
import Storage

/// Makes some projections anew, from what the lines show.
///
/// For a database whose indexes were written by rules that have changed since; `doctor --rebuild` makes everything anew.
enum Reindexing {
    static func run(_ kinds: [any Projection.Type], in session: Session) throws {
        for kind in kinds { try kind.empty(in: session) }
        try show(kinds, in: session)
    }

    /// Shows some projections all that stands, in one collection or in all; they hold nothing of it yet.
    ///
    /// - Parameter progress: how many objects are done, now and then and at the end.
    static func show(
        _ kinds: [any Projection.Type], of collection: Int? = nil, in session: Session,
        progress: (Int) -> Void = { _ in }
    ) throws {
        var projections: [Int: (kinds: [any Projection], objects: ObjectNumbers)] = [:]
        // In the order of their numbers, so that the text index grows at its end alone.
        let lines: SQL = """
            SELECT l.number, l.collection, e.position, e.version, e.marking, e.added, e.source, e.object, b.bytes, l.type
            FROM line l JOIN entry e ON e.collection = l.collection AND e.number = l.number
            JOIN body b ON b.collection = e.collection AND b.number = e.body
            WHERE l.position IS NOT NULL AND (CAST(\(collection.sql) AS BIGINT) IS NULL OR l.collection = \(collection.sql))
            ORDER BY l.number
            """
        var done = 0
        try session.walk(lines) { row in
            done += 1
            if done % 1_000 == 0 { progress(done) }
            let type: String = try row.get(9)
            guard kinds.contains(where: { $0.wants(type) }) else { return true }
            let collection: Int = try row.get(1)
            let entry = ShownEntry(
                number: try row.get(0), position: try row.get(2), version: try row.get(3), marking: try row.get(4),
                added: try row.get(5), source: try row.get(6), sha256: [])
            guard let candidate = try Candidate(stored: try row.get(8, as: [UInt8].self)) else {
                throw LedgerError(
                    .damagedLog, "the body of entry \(entry.position) of collection \(collection) is damaged")
            }
            let shown = ShownObject(object: try row.get(7), candidate: candidate, entry: entry)
            // Taken out while they change: what two hold is copied, and they gather much.
            var those =
                try projections.removeValue(forKey: collection)
                ?? (
                    kinds.map { try $0.init(collection: collection, in: session) },
                    ObjectNumbers(of: collection, in: session)
                )
            for (index, kind) in kinds.enumerated() where kind.wants(candidate.object.type) {
                try those.kinds[index].show(shown, objects: those.objects)
            }
            projections[collection] = those
            return true
        }
        for number in projections.keys.sorted() {
            for index in kinds.indices { try projections[number]?.kinds[index].finish() }
        }
        progress(done)
    }
}
