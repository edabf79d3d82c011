import Foundation
import STIX
package import Storage

/// Who alone speaks under an identifier (law 4), as far as the readers of some collections may know.
///
/// An organisation here has its identifiers from its first day. A peer has the one of its gateway where a mirror of it is
/// among the collections: what is kept for a peer that somebody doesn't know of must not tell them of it (law 3).
struct Parties {
    private let session: Session
    /// UUID of the gateway that signs each mirror among the collections, by the number of the mirror.
    private let peers: [Int: String]
    private let readable: [Int]
    private var known: [String: Holder?] = [:]
    private var partyNames: Set<String>?

    /// The party whose word counts under an identifier.
    struct Holder: Equatable {
        /// UUID of the organisation, or of the peer's gateway.
        let party: String
        /// The number of its source here; nil where it has said nothing here yet.
        let source: Int?
    }

    /// - Parameter collections: the numbers of those that may be known of.
    init(among collections: [Int], in session: Session) throws {
        (self.session, readable) = (session, collections)
        peers = Dictionary(
            try session.rows(
                "SELECT collection, origin FROM mirror WHERE collection IN (\(list: collections))"
            ) { (try $0.get(0, as: Int.self), Self.gateway(in: try $0.get(1))) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The gateway's UUID in the name of a log.
    static func gateway(in origin: String) -> String {
        origin.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    }

    /// UUID of the gateway whose log a collection mirrors; nil for a collection that is signed here.
    func peer(of collection: Int) -> String? { peers[collection] }

    /// Nil for an identifier that is nobody's alone.
    mutating func holder(of stated: String) throws -> Holder? {
        // A UUID is the same in capitals (RFC 9562 §4).
        let id = stated.lowercased()
        guard id.hasPrefix("identity--") else { return nil }
        if let found = known[id] { return found }
        var party: String? = try session.value("SELECT party FROM reserved WHERE id = \(id)")
        if party == nil {
            let named = String(id.dropFirst("identity--".count))
            if peers.values.contains(named) { party = named }
        }
        let holder = try party.map {
            Holder(
                party: $0,
                source: try session.value("SELECT number FROM source WHERE name = \(Source.organisation($0))"))
        }
        known[id] = .some(holder)
        return holder
    }

    /// Whether what a source says under an identifier in a collection may pass for what stands under it.
    mutating func admits(_ id: String, from source: Int, in collection: Int) throws -> Bool {
        guard let holder = try holder(of: id) else { return true }
        return isWord(of: holder, from: source, in: collection)
    }

    /// Whether a party here, or the gateway itself, is called so; capitals, accents and spaces make no other name.
    mutating func isNameOfParty(_ name: String) throws -> Bool {
        if partyNames == nil {
            var names = try session.rows("SELECT name FROM gateway") { try $0.get(0, as: String.self) }
            let ids = try session.rows("SELECT id FROM reserved") { try $0.get(0, as: String.self) }
            for part in ids.parts(of: 500) {
                let lines = try session.rows(
                    """
                    SELECT o.id, l.name, l.said_by, l.collection FROM object o CROSS JOIN line l
                    WHERE l.collection = o.collection AND l.object = o.number AND \(SQL.isObject(among: part))
                    AND o.collection IN (\(list: readable)) AND l.name IS NOT NULL
                    """
                ) {
                    (
                        id: try $0.get(0, as: String.self), name: try $0.get(1, as: String.self),
                        source: try $0.get(2, as: Int?.self), collection: try $0.get(3, as: Int.self)
                    )
                }
                for line in lines {
                    guard let holder = try holder(of: line.id), let source = line.source,
                        isWord(of: holder, from: source, in: line.collection)
                    else { continue }
                    names.append(line.name)
                }
            }
            partyNames = Set(names.map(Self.folded))
        }
        return partyNames?.contains(Self.folded(name)) ?? false
    }

    private static func folded(_ name: String) -> String {
        name.precomposedStringWithCompatibilityMapping
            .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .filter { $0.isLetter || $0.isNumber }
    }

    /// Whether what a source says in a collection is this party's own word: it said so here, or in its own log.
    func isWord(of holder: Holder, from source: Int, in collection: Int) -> Bool {
        if let peer = peers[collection] { return peer == holder.party }
        return source == holder.source
    }
}

extension Session {
    /// From now on nobody but this party says anything under an identifier.
    package func reserve(_ id: String, for party: String) throws {
        try run("INSERT INTO reserved (id, party) VALUES (\(id), \(party)) ON CONFLICT (id) DO NOTHING")
    }

    /// Whether an organisation here says this under its own identifier.
    func isWord(of object: STIXObject, from source: Int) throws -> Bool {
        guard object.type == "identity" else { return false }
        return try value(
            """
            SELECT 1 FROM reserved r JOIN source s ON s.name = \(Source.organisation("")) || r.party
            WHERE r.id = \(object.id) AND s.number = \(source)
            """, as: Int.self) != nil
    }
}
