package import STIX
import Storage

/// What stands in a collection, as it is given to another server: the exact bytes, with what they count as here.
package struct OutgoingEntry: Sendable {
    package let position: Int
    package let id: String
    /// The effective marking, of the record (law 7).
    package let marking: TLP
    /// Whether the bytes bear a TLP themselves: a reader elsewhere sees nothing of the record.
    package let isMarked: Bool
    package let bytes: [UInt8]
}

extension GatewayLedger {
    /// Entries that stand in a collection from a position on, in the order of the log.
    ///
    /// - Parameter most: entries; 1,000 bodies are the most that are read at once.
    package func outgoing(of collection: LogCollection, from position: Int, most: Int) async throws -> [OutgoingEntry] {
        try await database.read { session in
            try session.rows(
                """
                SELECT e.position, o.id, e.marking, b.bytes
                FROM entry e JOIN object o ON o.collection = e.collection AND o.number = e.object
                JOIN body b ON b.collection = e.collection AND b.number = e.body
                WHERE \(SQL.isEntry(in: position..<Int.max, of: collection.number)) AND e.kind = \(EntryKind.place)
                AND e.ended IS NULL ORDER BY e.number LIMIT \(most)
                """
            ) { row in
                let bytes: [UInt8] = try row.get(3)
                let object = try STIXObject(stored: bytes)
                return OutgoingEntry(
                    position: try row.get(0), id: try row.get(1), marking: try row.get(2),
                    isMarked: object?.markingRefs.contains { TLP(markingID: $0) != nil } ?? false, bytes: bytes)
            }
        }
    }
}
