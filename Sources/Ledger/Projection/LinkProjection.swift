import STIX
import Storage

/// Who refers to whom, for the pages: relationships by their verb, other references by the property that holds them.
///
/// Author and marking of an object are not links; the object itself states them.
enum LinkProjection {
    static func show(
        _ line: Int, object: Int, _ stix: STIXObject, objects: inout ObjectNumbers, in session: Session
    ) throws {
        guard !stix.references.isEmpty else { return }
        let insert = try session.statement("INSERT INTO link (via, start, verb, target) VALUES (?1, ?2, ?3, ?4)")
        var ends: (source: String?, target: String?) = (nil, nil)
        for reference in stix.references {
            switch (stix.type, reference.property) {
            case ("relationship", "source_ref"): ends.source = reference.target
            case ("relationship", "target_ref"): ends.target = reference.target
            default:
                try insert.run([
                    line.sql, object.sql, reference.property.sql, try objects.number(reference.target).sql,
                ])
            }
        }
        if let source = ends.source, let target = ends.target {
            try insert.run([
                line.sql, try objects.number(source).sql, (stix.relationshipType ?? "related-to").sql,
                try objects.number(target).sql,
            ])
        }
    }

    static func hide(_ line: Int, in session: Session) throws {
        try session.run("DELETE FROM link WHERE via = \(line)")
    }
}
