import Storage

/// The numbers of object identifiers, kept at hand for the length of a transaction.
package struct ObjectNumbers {
    private let lookUp: Statement
    private let insert: Statement
    private var known: [String: Int] = [:]

    init(session: Session) throws {
        lookUp = try session.statement("SELECT number FROM object WHERE key = ?1 AND id = ?2")
        insert = try session.statement("INSERT INTO object (key, id) VALUES (?1, ?2) RETURNING number")
    }

    /// The number of an identifier that something refers to; it gets one if it is new.
    package mutating func number(_ id: String) throws -> Int {
        if let number = known[id] { return number }
        let number = try find(id).number
        known[id] = number
        return number
    }

    /// The number of an identifier that something refers to; nil where it is unheard of.
    mutating func existing(_ id: String) throws -> Int? {
        if let number = known[id] { return number }
        let number = try look(up: id, ObjectKey.of(id))
        if let number { known[id] = number }
        return number
    }

    /// The number of an object that arrives, and whether it was unheard of.
    func find(_ id: String) throws -> (number: Int, isNew: Bool) {
        let key = ObjectKey.of(id)
        if let number = try look(up: id, key) { return (number, false) }
        return (try insert.inserted([key.sql, id.sql]), true)
    }

    private func look(up id: String, _ key: Int64) throws -> Int? {
        try lookUp.first([key.sql, id.sql]) { try $0.get(0) }
    }
}
