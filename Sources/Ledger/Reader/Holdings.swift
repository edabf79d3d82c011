package import STIX
import Storage

/// One collection in which an object stands now.
package struct Holding: Sendable {
    package let collection: LogCollection
    package let position: Int
    package let version: Timestamp
    package let marking: TLP
    /// Who began the line there; to compare with, never to show.
    package let source: Source
    package let sha256: [UInt8]

    /// Whether this organisation began the line there.
    package func isOf(_ person: Person) -> Bool { source == person.source }
}

extension Reader {
    /// Every readable collection in which the object stands now, the oldest collection first.
    package func holdings(of id: String) async throws -> [Holding] {
        try await read { session, readable in
            try session.rows(
                """
                SELECT \(LogCollection.columns), l.position, l.version, e.marking, s.name, l.sha256
                FROM object o CROSS JOIN line l ON l.object = o.number JOIN collection c ON c.number = l.collection
                JOIN entry e ON e.collection = l.collection AND e.position = l.position
                JOIN source s ON s.number = l.source
                WHERE \(SQL.isObject(id)) AND l.collection IN (\(list: readable)) AND l.position IS NOT NULL
                ORDER BY c.number
                """
            ) { row in
                Holding(
                    collection: try LogCollection(row), position: try row.get(13),
                    version: try Timestamp(stored: row.get(14)), marking: try row.get(15), source: try row.get(16),
                    sha256: try row.get(17))
            }
        }
    }

    /// What every reader of a collection is certain to read: what may be named there without telling anybody anything.
    package init(_ ledger: GatewayLedger, forReadersOf collection: LogCollection) {
        self.init(ledger, for: Viewer(of: Set(collection.audience.wider)))
    }
}

extension Person {
    /// Whether they may say a further version of an object there (law 4).
    package func mayCorrect(_ holding: Holding) -> Decision {
        let decision = may(.publish, in: holding.collection)
        guard decision.isAllowed, !holding.isOf(self) else { return decision }
        return .refused(.ofAnotherSource)
    }

    /// Whether they may take an object out of that collection: what their organisation placed, or what they decide on.
    package func mayWithdraw(_ holding: Holding) -> Decision {
        may(holding.isOf(self) ? .withdraw : .decide, in: holding.collection)
    }
}
