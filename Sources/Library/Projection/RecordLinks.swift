import HTML
import Hall
import Kinds
package import Ledger
import STIX
package import Storage

/// Which links the objects of kinds name that stand, in which of their fields.
///
/// It looks at no kind, so that it is the same whichever comes first: every value that is an address may be a link, and which fields hold
/// links is asked when they are visited.
package struct RecordLinks: Projection {
    package static let tables = ["record_link"]
    /// Links of one object that count.
    private static let most = 400

    private let collection: Int
    private let links: Appender
    private let named: Statement
    private let delete: Statement
    private let forget: Statement
    /// Links that an object named that is hidden now.
    private var hidden: Set<String> = []

    package init(collection: Int, in session: Session) throws {
        self.collection = collection
        links = try session.appender(
            to: "record_link", "collection", "line", "part", "kind", "field", "hash", "link")
        named = try session.statement("SELECT hash FROM record_link WHERE line = ?2 AND collection = ?1")
        delete = try session.statement("DELETE FROM record_link WHERE line = ?2 AND collection = ?1")
        forget = try session.statement(
            """
            DELETE FROM checked_link WHERE hash = ?2 AND collection = ?1
            AND NOT EXISTS (SELECT 1 FROM record_link l WHERE l.hash = ?2 AND l.collection = ?1)
            """)
    }

    package static func wants(_ type: String) -> Bool { RecordProjection.wants(type) }

    package func show(_ shown: ShownObject, objects: ObjectNumbers) throws {
        guard !shown.stix.revoked, let object = try? JSON.parse(shown.stix.bytes) else { return }
        guard let said = RecordObject.values(of: object), STIXIdentifier.split(said.kind) != nil else { return }
        for (part, found) in Self.addresses(in: said.values).prefix(Self.most).enumerated() {
            try links.append([
                collection.sql, shown.line.sql, part.sql, said.kind.sql, found.field.sql, LinkHash.of(found.link).sql,
                found.link.sql,
            ])
        }
    }

    package mutating func hide(_ shown: ShownObject) throws {
        let of = [collection.sql, shown.line.sql]
        try named.each(of) {
            hidden.insert(try $0.get(0))
            return true
        }
        try delete.run(of)
    }

    /// What was found at a link is forgotten with the last that names it there: an erased object leaves no trace of its links.
    package mutating func finish() throws {
        for hash in hidden { try forget.run([collection.sql, hash.sql]) }
        hidden = []
    }

    /// Each value that is an address, with the field that holds it (`list.field` within a list); the same in one field once.
    private static func addresses(in values: JSON) -> [(field: String, link: String)] {
        var (found, seen) = ([(field: String, link: String)](), Set<String>())
        func add(_ field: String, _ value: JSON, isRow: Bool) {
            guard field.utf8.count <= 130 else { return }
            if let text = value.string {
                if Link(text) != nil, seen.insert("\(field) \(text)").inserted { found.append((field, text)) }
            } else if let elements = value.array {
                for element in elements { add(field, element, isRow: isRow) }
            } else if !isRow {
                for member in value.members ?? [] { add("\(field).\(member.name)", member.value, isRow: true) }
            }
        }
        for member in values.members ?? [] { add(member.name, member.value, isRow: false) }
        return found
    }
}
