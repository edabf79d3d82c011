import STIX
import Storage

/// Who wrote an object: what it says of itself, how far that is so, and who really sent it (law 4).
package struct Authorship: Sendable, Hashable {
    /// `created_by_ref`, which is a claim; nil where the object names no author.
    package let claimed: String?
    /// The author's name, as the author itself wrote it.
    ///
    /// Nil where it wrote none that the reader can read, and where what is shown here is not its word.
    package let name: String?
    /// Whether nothing here is said under the identifier of a party that did not say it.
    package let isTrue: Bool
    /// Whether it is the word of a party that is known here, under its own identifier or with its name as author.
    package var isConfirmed = false
    /// Who sent it; for the eyes of those who may know.
    package let source: Source
}

extension Reader {
    /// Who wrote what stands at a position of a collection; nil where the reader reads no such entry.
    package func authorship(of placement: Standing.Placement) async throws -> Authorship? {
        try await read { session, readable in
            guard readable.contains(placement.collection.number) else { return nil }
            var authors = try Authors(among: readable, in: session)
            return try authors.authorship(at: placement.position, of: placement.collection.number)
        }
    }

    /// Those of these identifiers under which only one party speaks.
    package func partyIdentifiers(among ids: [String]) async throws -> Set<String> {
        try await read { session, readable in
            var parties = try Parties(among: readable, in: session)
            return Set(try ids.filter { try parties.holder(of: $0) != nil })
        }
    }
}

/// Finds out who wrote what, for one reader in one snapshot.
struct Authors {
    private let session: Session
    private let readable: [Int]
    private var parties: Parties

    init(among readable: [Int], in session: Session) throws {
        (self.session, self.readable) = (session, readable)
        parties = try Parties(among: readable, in: session)
    }

    /// Who wrote what an entry placed; nil where it placed nothing that is here.
    mutating func authorship(at position: Int, of collection: Int) throws -> Authorship? {
        let found = try session.first(
            """
            SELECT e.source, e.sha256, s.name, b.bytes FROM entry e
            JOIN source s ON s.number = e.source JOIN body b ON b.collection = e.collection AND b.number = e.body
            WHERE \(SQL.isEntry(at: position, of: collection))
            """
        ) {
            (
                source: try $0.get(0, as: Int.self), sha256: try $0.get(1, as: [UInt8].self),
                name: try $0.get(2, as: Source.self), bytes: try $0.get(3, as: [UInt8].self)
            )
        }
        guard let found, let object = try STIXObject(stored: found.bytes) else { return nil }
        // What a party says under its own identifier is its word, whether that names an author or not.
        let own = try parties.holder(of: object.id)
        if let own, !parties.isWord(of: own, from: found.source, in: collection) {
            return Authorship(claimed: object.createdByRef, name: nil, isTrue: false, source: found.name)
        }
        guard let author = object.createdByRef else {
            return Authorship(
                claimed: nil, name: nil, isTrue: true, isConfirmed: own != nil, source: found.name)
        }
        // The very same bytes may have come from their author elsewhere: whoever passes them on takes nothing from that.
        let said = try session.rows(
            """
            SELECT e.collection, e.source FROM object o CROSS JOIN entry e
            WHERE \(SQL.isObject(object.id)) AND o.collection IN (\(list: readable))
            AND e.collection = o.collection AND e.object = o.number AND e.sha256 = \(found.sha256)
            UNION SELECT collection, source FROM also_sent WHERE sha256 = \(found.sha256)
            AND collection IN (\(list: readable))
            """
        ) { (collection: try $0.get(0, as: Int.self), source: try $0.get(1, as: Int.self)) }
        let names = try session.rows(
            """
            SELECT l.collection, l.said_by, l.name, l.sha256 FROM object o CROSS JOIN line l
            WHERE l.collection = o.collection AND l.object = o.number AND \(SQL.isObject(author)) AND o.collection IN (\(list: readable))
            AND l.position IS NOT NULL
            ORDER BY l.version DESC, l.number
            """
        ) {
            (
                collection: try $0.get(0, as: Int.self), source: try $0.get(1, as: Int.self),
                name: try $0.get(2, as: String?.self), sha256: try $0.get(3, as: [UInt8].self)
            )
        }
        if let holder = try parties.holder(of: author) {
            let isTrue = said.contains { parties.isWord(of: holder, from: $0.source, in: $0.collection) }
            let own = names.first { parties.isWord(of: holder, from: $0.source, in: $0.collection) }
            return Authorship(
                claimed: author, name: isTrue ? own?.name : nil, isTrue: isTrue, isConfirmed: isTrue,
                source: found.name)
        }
        // An identifier that is nobody's here: the name that whoever said these words gave to their author.
        let given = try names.first { line in
            let givers = try [line.source] + session.alsoSent(line.sha256, in: line.collection)
            return said.contains {
                givers.contains($0.source) && parties.peer(of: $0.collection) == parties.peer(of: line.collection)
            }
        }
        // Whoever is called like a party here, and is not that party, is not called so here.
        let name = try given?.name.flatMap { try parties.isNameOfParty($0) ? nil : $0 }
        return Authorship(claimed: author, name: name, isTrue: true, source: found.name)
    }
}
