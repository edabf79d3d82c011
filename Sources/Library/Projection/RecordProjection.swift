import Hall
import Kinds
package import Ledger
import STIX
package import Storage

/// What lists ask of the objects of kinds that stand: which kind each is of, and its short values.
///
/// It looks at no kind, so that it is the same whichever comes first: what a value means is asked when a list is made.
package struct RecordProjection: Projection {
    package static let tables = ["record", "record_value"]
    /// Longer values are text that nobody narrows a list by.
    private static let longest = 200
    /// Values of one object that count.
    private static let most = 400

    private let collection: Int
    private let (records, values): (Appender, Appender)
    private let deletes: [Statement]

    package init(collection: Int, in session: Session) throws {
        self.collection = collection
        records = try session.appender(to: "record", "collection", "line", "kind", "id", "added")
        values = try session.appender(to: "record_value", "collection", "line", "part", "kind", "field", "value")
        deletes = try Self.tables.map {
            try session.statement("DELETE FROM \($0) WHERE line = ?2 AND collection = ?1")
        }
    }

    package static func wants(_ type: String) -> Bool {
        Kind.Noun.allCases.contains { $0.type == type }
    }

    package func show(_ shown: ShownObject, objects: ObjectNumbers) throws {
        guard !shown.stix.revoked, let object = try? JSON.parse(shown.stix.bytes) else { return }
        guard let said = RecordObject.values(of: object), STIXIdentifier.split(said.kind) != nil else { return }
        try records.append([
            collection.sql, shown.line.sql, said.kind.sql, shown.stix.id.sql, shown.added.microseconds.sql,
        ])
        var part = 0
        for member in said.values.members ?? [] where member.name.utf8.count <= 60 {
            for text in Self.texts(member.value) where part < Self.most {
                try values.append([
                    collection.sql, shown.line.sql, part.sql, said.kind.sql, member.name.sql, text.sql,
                ])
                part += 1
            }
        }
    }

    package func hide(_ shown: ShownObject) throws {
        for delete in deletes { try delete.run([collection.sql, shown.line.sql]) }
    }

    /// The short texts of a value that count, each once.
    static func texts(_ value: JSON) -> [String] {
        let texts = value.array?.prefix(60).compactMap(\.string) ?? [value.string].compactMap(\.self)
        var seen: Set<String> = []
        return texts.filter {
            !$0.isEmpty && $0.utf8.count <= longest && !$0.contains(where: \.isNewline) && seen.insert($0).inserted
        }
    }
}
