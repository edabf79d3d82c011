import Storage

/// One form of a projection, by which it is known in the database.
struct Filling: Hashable {
    private let projection: String
    private let version: Int

    init(_ kind: any Projection.Type) { (projection, version) = (kind.tables.joined(separator: " "), kind.version) }

    fileprivate init(_ row: Row) throws { (projection, version) = (try row.get(0), try row.get(1)) }

    /// - Invariant: a row is written in the transaction that makes it true, never before.
    fileprivate func note(in collection: Int, _ session: Session) throws {
        try session.run(
            """
            INSERT INTO projection_filling (collection, projection, version)
            VALUES (\(collection), \(projection), \(version))
            ON CONFLICT (collection, projection) DO UPDATE SET version = excluded.version
            """)
    }

    /// Whether some collection is filled in this form: then the tables hold no other.
    fileprivate func isBegun(in session: Session) throws -> Bool {
        try session.value(
            "SELECT 1 FROM projection_filling WHERE projection = \(projection) AND version = \(version) LIMIT 1",
            as: Int.self) != nil
    }

    fileprivate func forget(in session: Session) throws {
        try session.run("DELETE FROM projection_filling WHERE projection = \(projection)")
    }
}

/// Which projections hold all that stands in a collection.
///
/// One that does not, because its room or its form is new, hears of nothing until it is filled: what it would be told of twice
/// would stand in it twice.
extension Session {
    func filled(_ kinds: [any Projection.Type], in collection: Int) throws -> [any Projection.Type] {
        let noted = Set(
            try rows("SELECT projection, version FROM projection_filling WHERE collection = \(collection)") {
                try Filling($0)
            })
        return kinds.filter { noted.contains(Filling($0)) }
    }

    func unfilled(_ kinds: [any Projection.Type], in collection: Int) throws -> [any Projection.Type] {
        let filled = Set(try filled(kinds, in: collection).map { Filling($0) })
        return kinds.filter { !filled.contains(Filling($0)) }
    }

    /// All that stands in the collection is in these from now on.
    func noteFilled(_ kinds: [any Projection.Type], in collection: Int) throws {
        for kind in kinds { try Filling(kind).note(in: collection, self) }
    }

    /// Takes out of these what another form of them holds.
    func makeRoom(for kinds: [any Projection.Type]) throws {
        for kind in kinds where try !Filling(kind).isBegun(in: self) {
            try kind.empty(in: self)
            try Filling(kind).forget(in: self)
        }
    }
}
