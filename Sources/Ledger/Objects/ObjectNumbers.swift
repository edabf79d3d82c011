import Storage

/// The numbers of the identifiers that are named in one collection, kept at hand for the length of a transaction.
///
/// - Invariant: whoever gives numbers in a collection is the one that does so in its transaction; a new identifier has the next number.
package final class ObjectNumbers {
    private let collection: Int
    private let lookUp: Statement
    private let insert: Statement
    private let session: Session
    private var known: [String: Int] = [:]
    private var last: Int?

    init(of collection: Int, in session: Session) throws {
        (self.collection, self.session) = (collection, session)
        lookUp = try session.statement("SELECT number FROM object WHERE key = ?1 AND collection = ?2 AND id = ?3")
        insert = try session.statement("INSERT INTO object (collection, number, key, id) VALUES (?1, ?2, ?3, ?4)")
    }

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
        let number = try look(up: id, ObjectKey.of(id))
        if let number { known[id] = number }
        return number
    }

    /// The number of an object that arrives, and whether it was unheard of.
    func find(_ id: String) throws -> (number: Int, isNew: Bool) {
        let key = ObjectKey.of(id)
        if let number = try look(up: id, key) { return (number, false) }
        let number = try (last ?? highest()) + 1
        try insert.run([collection.sql, number.sql, key.sql, id.sql])
        last = number
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
