import Storage

/// The numbers of the identifiers that are named in one collection, kept at hand for the length of a transaction.
///
/// - Invariant: whoever gives numbers in a collection is the one that does so in its transaction; a new identifier has the next number.
package final class ObjectNumbers {
    private let collection: Int
    private let lookUp: Statement
    private let insert: Appender
    private let session: Session
    private var known: [String: Int] = [:]
    /// Identifiers that were looked for and are not here.
    private var unheard: Set<String> = []
    private var last: Int?

    init(of collection: Int, in session: Session) throws {
        (self.collection, self.session) = (collection, session)
        lookUp = try session.statement("SELECT number FROM object WHERE key = ?1 AND collection = ?2 AND id = ?3")
        insert = try session.appender(to: "object", "collection", "number", "key", "id")
    }

    /// Looks up many identifiers together, in the order of the index.
    func learn(_ ids: Set<String>) throws {
        let wanted = ids.filter { known[$0] == nil }.map { (key: ObjectKey.of($0), id: $0) }.sorted { $0.key < $1.key }
        for keys in wanted.map(\.key).parts(of: 500) {
            try session.each(
                "SELECT id, number FROM object WHERE collection = \(collection) AND key IN (\(list: keys))"
            ) { row in
                let id: String = try row.get(0)
                // Keys may collide.
                if ids.contains(id) { known[id] = try row.get(1) }
            }
        }
        for (_, id) in wanted where known[id] == nil { unheard.insert(id) }
    }

    /// The number of an identifier as far as it is at hand.
    func known(_ id: String) -> Int? { known[id] }

    /// The number of an identifier that something refers to; it gets one if it is new.
    package func number(_ id: String) throws -> Int {
        if let number = known[id] { return number }
        let number = try find(id).number
        known[id] = number
        return number
    }

    /// The number of an identifier that something refers to; nil where it is unheard of.
    func existing(_ id: String) throws -> Int? {
        if let number = known[id] { return number }
        if unheard.contains(id) { return nil }
        let number = try look(up: id, ObjectKey.of(id))
        if let number { known[id] = number }
        return number
    }

    /// The number of an object that arrives, and whether it was unheard of.
    func find(_ id: String) throws -> (number: Int, isNew: Bool) {
        if let number = known[id] { return (number, false) }
        let key = ObjectKey.of(id)
        if unheard.remove(id) == nil, let number = try look(up: id, key) { return (number, false) }
        let number = try (last ?? highest()) + 1
        try insert.append([collection.sql, number.sql, key.sql, id.sql])
        last = number
        if session.isFar { known[id] = number }
        return (number, true)
    }

    private func look(up id: String, _ key: Int64) throws -> Int? {
        try lookUp.first([key.sql, collection.sql, id.sql]) { try $0.get(0) }
    }

    private func highest() throws -> Int {
        let all = Numbering.all(of: collection)
        return try session.value(
            """
            SELECT number FROM object WHERE collection = \(collection)
            AND number BETWEEN \(all.lowerBound) AND \(all.upperBound) ORDER BY number DESC LIMIT 1
            """) ?? all.lowerBound
    }
}
