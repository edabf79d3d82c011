import STIX
import Storage

/// Who refers to whom, for the pages: relationships by their verb, other references by the property that holds them.
///
/// Author and marking of an object are not links; the object itself states them.
struct LinkProjection: Projection {
    static let tables = ["link"]
    /// What one line can say; beyond it, references are in the object alone.
    private static let most = 1 << 20

    private let collection: Int
    private let insert: Appender
    private let delete: Statement

    init(collection: Int, in session: Session) throws {
        self.collection = collection
        insert = try session.appender(to: "link", "collection", "line", "part", "start", "verb", "target")
        delete = try session.statement("DELETE FROM link WHERE line = ?2 AND collection = ?1")
    }

    func show(_ shown: ShownObject, objects: ObjectNumbers) throws {
        let (line, object, stix) = (shown.line, shown.object, shown.stix)
        guard !stix.references.isEmpty else { return }
        var part = 0
        func add(_ start: Int, _ verb: String, _ target: Int) throws {
            guard part < Self.most else { return }
            try insert.append([collection.sql, line.sql, part.sql, start.sql, verb.sql, target.sql])
            part += 1
        }
        var ends: (source: String?, target: String?) = (nil, nil)
        for reference in stix.references {
            switch (stix.type, reference.property) {
            case ("relationship", "source_ref"): ends.source = reference.target
            case ("relationship", "target_ref"): ends.target = reference.target
            default: try add(object, reference.property, try objects.number(reference.target))
            }
        }
        if let source = ends.source, let target = ends.target {
            try add(
                try objects.number(source), stix.relationshipType ?? "related-to", try objects.number(target))
        }
    }

    func hide(_ shown: ShownObject) throws {
        try delete.run([collection.sql, shown.line.sql])
    }
}
