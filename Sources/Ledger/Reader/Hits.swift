package import STIX
import Storage

/// Something that touches a constituency.
package struct Hit: Sendable {
    /// Why it does.
    package enum Touch: Sendable, Hashable {
        /// It names an address of this network of theirs, or a network around it.
        case network(String)
        /// It names this domain of theirs, or one below it.
        case domain(String)
        case system(Int)
        case sector(String)
        /// It names the party itself: as the place of a sighting, or as the target of a relationship.
        case party
        /// It refers to this object, which touches them, or the other way round.
        case through(String)
    }

    package let listing: Listing
    package let touch: Touch
}

extension Reader {
    /// The types that a hit can have.
    package static let hitTypes: Set<String> = ["indicator", "sighting", "observed-data", "vulnerability", "report"]

    /// What touches a constituency, newest first.
    package struct Hits: Sendable {
        package let hits: [Hit]
        /// How many there are, those beyond the limit too.
        package let count: Int
        /// Whether all there is was looked at: a constituency of half the Internet may have more than anybody reads.
        package let isComplete: Bool
    }

    /// Indicators, sightings, observations, vulnerabilities and reports that touch a constituency and that the reader may see.
    ///
    /// An object touches it by a value in its own properties, by the word of a sector, by naming the party, or by one reference
    /// to or from what does: a sighting of an indicator, a report on it, a vulnerability that it goes with.
    ///
    /// - Parameters:
    ///   - identity: the `identity` object that is the party's public face.
    ///   - since: only what came into a collection after it.
    package func hits(
        on constituency: Constituency, identity: String? = nil, since: Timestamp? = nil, limit: Int
    ) async throws -> Hits {
        try await read { session, readable in
            var search = try HitSearch(session, readable)
            try search.seed(constituency)
            if let identity { try search.seed(party: identity) }
            try search.spread()
            return try search.hits(since: since, limit: limit)
        }
    }
}

private struct HitSearch {
    private static let most = 20_000
    /// Objects that refer to one object, as far as they are followed.
    private static let mostReferring = 200

    private let session: Session
    private let readable: [Int]
    private let incoming: Statement
    private let outgoing: Statement
    private let place: Statement
    private var index: ObservableIndex
    private var isComplete = true
    /// By identifier: an object may stand in several collections.
    private var touches: [String: Hit.Touch] = [:]
    private var types: [String: String] = [:]
    private var queue: [String] = []

    init(_ session: Session, _ readable: [Int]) throws {
        self.session = session
        self.readable = readable
        index = try ObservableIndex(session, readable)
        let among = readable.isEmpty ? "NULL" : readable.indices.map { "?\($0 + 3)" }.joined(separator: ", ")
        // CROSS JOIN keeps the identifier as the way in, and the link's own index behind it.
        let links = { (mine: String, theirs: String) in
            """
            SELECT t.id, v.id, l.type FROM object o CROSS JOIN link k CROSS JOIN line l CROSS JOIN object t CROSS JOIN object v
            WHERE o.key = ?1 AND o.id = ?2 AND o.collection IN (\(among))
            AND k.collection = o.collection AND k.\(mine) = o.number
            AND l.collection = k.collection AND l.number = k.line AND l.position IS NOT NULL
            AND t.collection = k.collection AND t.number = k.\(theirs)
            AND v.collection = l.collection AND v.number = l.object LIMIT \(Self.mostReferring)
            """
        }
        incoming = try session.statement(links("target", "start"))
        outgoing = try session.statement(links("start", "target"))
        place = try session.statement(
            """
            SELECT l.number, l.type, l.added FROM object o CROSS JOIN line l
            WHERE o.key = ?1 AND o.id = ?2 AND o.collection IN (\(among))
            AND l.collection = o.collection AND l.object = o.number AND l.position IS NOT NULL
            ORDER BY l.added DESC, l.number LIMIT 1
            """)
    }

    mutating func seed(_ constituency: Constituency) throws {
        for network in constituency.networks {
            guard let prefix = IPPrefix(network) else { continue }
            for isHost in [false, true] {
                for length in try index.lengths(prefix.version, isHost: isHost) {
                    try seed(.touching(prefix, length: length, isHost: isHost), .network(network))
                }
            }
        }
        for domain in constituency.domains {
            guard let name = ObservableValue(domain)?.domain else { continue }
            for isHost in [false, true] { try seed(.below(name, isHost: isHost), .domain(domain)) }
        }
        for system in constituency.systems {
            guard let number = UInt32(exactly: system) else { continue }
            try seed(.only(ObservableKey(system: number)), .system(system))
        }
        for sector in constituency.sectors { try seed(.only(ObservableKey(sector: sector)), .sector(sector)) }
    }

    private mutating func seed(_ keys: ObservableKeyRange, _ touch: Hit.Touch) throws {
        let left = Self.most - touches.count
        let lines = try index.lines(keys, atMost: left + 1)
        if lines.count > left { isComplete = false }
        for line in lines.prefix(left) {
            let found = try session.statement(
                """
                SELECT o.id, l.type FROM line l JOIN object o ON o.collection = l.collection AND o.number = l.object
                WHERE l.collection = ?1 AND l.number = ?2
                """
            ).first([Numbering.collection(of: line).sql, line.sql]) {
                (try $0.get(0, as: String.self), try $0.get(1, as: String.self))
            }
            if let (object, type) = found { add(object, type, touch) }
        }
    }

    mutating func seed(party identity: String) throws {
        for (start, via, type) in try rows(incoming, identity) {
            if type == "relationship" {
                if let type = try self.type(of: start), Reader.hitTypes.contains(type) { add(start, type, .party) }
            } else if Reader.hitTypes.contains(type) {
                add(via, type, .party)
            }
        }
    }

    private mutating func add(_ object: String, _ type: String, _ touch: Hit.Touch) {
        guard touches[object] == nil else { return }
        guard touches.count < Self.most else {
            isComplete = false
            return
        }
        touches[object] = touch
        types[object] = type
        queue.append(object)
    }

    /// From what touches the constituency by itself to what refers to it, and from there once more: a sighting of an
    /// indicator on an address, an observation of it.
    mutating func spread() throws {
        for _ in 0..<2 {
            let from = queue
            queue = []
            for object in from { try spread(from: object) }
        }
    }

    private mutating func spread(from object: String) throws {
        let type = types[object] ?? ""
        // Everything refers to a report or a vulnerability; that makes it no more theirs.
        guard type != "report", type != "vulnerability" else { return }
        let isIndicator = type == "indicator"
        for (statement, isIncoming) in [(incoming, true), (outgoing, false)] {
            for (other, via, viaType) in try rows(statement, object) {
                if viaType == "relationship" {
                    guard let otherType = try self.type(of: other),
                        otherType == "vulnerability" || (otherType == "indicator" && !isIndicator)
                    else { continue }
                    add(other, otherType, .through(object))
                } else if isIncoming, Reader.hitTypes.contains(viaType) || Self.observables.contains(viaType) {
                    add(via, viaType, .through(object))
                }
            }
        }
    }

    private static let observables = Set(ObjectType.all.filter { $0.category == .observable }.map(\.name))

    private func rows(_ statement: Statement, _ object: String) throws -> [(String, String, String)] {
        guard !readable.isEmpty else { return [] }
        var rows: [(String, String, String)] = []
        try statement.each([ObjectKey.of(object).sql, object.sql] + readable.map(\.sql)) {
            rows.append((try $0.get(0), try $0.get(1), try $0.get(2)))
            return true
        }
        return rows
    }

    private func placed(_ object: String) throws -> (line: Int, type: String, added: Int64)? {
        try place.first([ObjectKey.of(object).sql, object.sql] + readable.map(\.sql)) {
            (try $0.get(0), try $0.get(1), try $0.get(2))
        }
    }

    private func type(of object: String) throws -> String? { try placed(object)?.type }

    func hits(since: Timestamp?, limit: Int) throws -> Reader.Hits {
        guard !readable.isEmpty else { return .init(hits: [], count: 0, isComplete: true) }
        var found: [(line: Int, added: Int64, touch: Hit.Touch)] = []
        for (object, touch) in touches where Reader.hitTypes.contains(types[object] ?? "") {
            guard let place = try placed(object), since.map({ place.added > $0.microseconds }) ?? true else { continue }
            found.append((place.line, place.added, touch))
        }
        found.sort { ($0.added, $0.line) > ($1.added, $1.line) }
        let hits = try found.prefix(limit).compactMap { line, _, touch in
            try session.first(
                "SELECT \(Listing.columns) FROM \(Listing.tables) WHERE l.collection = \(Numbering.collection(of: line)) AND l.number = \(line)"
            ) {
                Hit(listing: try Listing($0), touch: touch)
            }
        }
        return .init(hits: hits, count: found.count, isComplete: isComplete)
    }
}
