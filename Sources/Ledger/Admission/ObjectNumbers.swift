import Storage

/// The numbers of object identifiers, kept at hand for the length of a transaction.
struct ObjectNumbers {
    private let session: Session
    private var known: [String: Int] = [:]

    init(session: Session) {
        self.session = session
    }

    /// The number of an identifier that something refers to; it gets one if it is new.
    mutating func number(_ id: String) throws -> Int {
        if let number = known[id] { return number }
        let number = try find(id).number
        known[id] = number
        return number
    }

    /// The number of an identifier that something refers to; nil where it is unheard of.
    mutating func existing(_ id: String) throws -> Int? {
        if let number = known[id] { return number }
        let number = try session.statement("SELECT number FROM object WHERE id = ?1")
            .first([id.sql]) { try $0.get(0, as: Int.self) }
        if let number { known[id] = number }
        return number
    }

    /// The number of an object that arrives, and whether it was unheard of.
    func find(_ id: String) throws -> (number: Int, isNew: Bool) {
        let select = try session.statement("SELECT number FROM object WHERE id = ?1")
        if let number = try select.first([id.sql], { try $0.get(0, as: Int.self) }) { return (number, false) }
        try session.statement("INSERT INTO object (id) VALUES (?1)").run([id.sql])
        return (session.lastInserted, true)
    }
}
