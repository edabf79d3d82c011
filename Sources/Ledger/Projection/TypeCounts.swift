import STIX
import Storage

/// How many objects of each type readers see, for lists.
struct TypeCounts: Projection {
    static let tables = ["type_count"]

    private let collection: Int
    private let session: Session
    private var counts: [String: Int] = [:]

    init(collection: Int, in session: Session) { (self.collection, self.session) = (collection, session) }

    mutating func show(_ shown: ShownObject, objects: ObjectNumbers) { counts[shown.stix.type, default: 0] += 1 }

    mutating func hide(_ shown: ShownObject) { counts[shown.stix.type, default: 0] -= 1 }

    mutating func finish() throws {
        for (type, change) in counts.sorted(by: { $0.key < $1.key }) where change != 0 {
            try session.run(
                """
                INSERT INTO type_count (collection, type, lines) VALUES (\(collection), \(type), \(change))
                ON CONFLICT (collection, type) DO UPDATE SET lines = type_count.lines + excluded.lines
                """)
        }
        // A type of which nothing stands any more leaves no name behind.
        if !counts.isEmpty { try session.run("DELETE FROM type_count WHERE collection = \(collection) AND lines = 0") }
        counts = [:]
    }
}
