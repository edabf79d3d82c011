package import STIX
import Storage

/// A collection: one audience, a ceiling, and the log of what was said to it.
package struct LogCollection: Sendable, Equatable {
    package enum Kind: String, Sendable, SQLValue {
        /// Signed here.
        case own
        /// A peer's log copied verbatim; read-only here.
        case mirror
    }

    /// Row number in this database; never shown.
    package let number: Int
    /// UUID, lower case.
    package let id: String
    /// A short name for people and commands, unique in this gateway.
    package let alias: String
    package let kind: Kind
    package let title: String
    package let description: String
    package let audience: Audience
    package let ceiling: TLP
    /// What an object without a TLP marking of its own counts as.
    package let defaultMarking: TLP
    /// The log's permanent name: gateway id, collection and epoch, never a host name (law 11); of a mirror, the peer's.
    package let origin: String
    package let epoch: Int
    /// Number of log entries.
    package let size: Int
    package let lastAdded: Timestamp?
    /// What must happen before anything is published there; nil where nothing must.
    package let review: Review?

    /// The epoch in an origin; 0 where it names none.
    static func epoch(of origin: String) -> Int { origin.split(separator: "/").last.flatMap { Int($0) } ?? 0 }

    static let columns: SQL = """
        c.number, c.id, c.alias, c.kind, c.title, c.description, c.audience, c.ceiling, c.default_marking,
        coalesce((SELECT origin FROM mirror m WHERE m.collection = c.number),
            'concord/' || (SELECT id FROM gateway) || '/' || c.id || '/' || c.epoch), c.epoch, c.size, c.last_added, c.review
        """
    /// How many columns these are.
    static let width = 14

    init(_ row: Row) throws {
        number = try row.get(0)
        id = try row.get(1)
        // It is the name of a file too.
        guard Surroundings.isUUID(id) else {
            throw LedgerError(.damagedRecord, "the id of collection \(number) is no UUID: another program wrote it")
        }
        alias = try row.get(2)
        kind = try row.get(3)
        title = try row.get(4)
        description = try row.get(5)
        audience = try row.get(6)
        ceiling = try row.get(7)
        defaultMarking = try row.get(8)
        origin = try row.get(9)
        epoch = try row.get(10)
        size = try row.get(11)
        lastAdded = try row.get(12, as: Int64?.self).map(Timestamp.init(stored:))
        review = try row.get(13, as: Int?.self).map(Review.init(stored:))
    }
}
