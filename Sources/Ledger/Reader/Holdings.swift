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
    /// Who said what stands there, first or after others; to compare with, never to show.
    let sayers: Set<Source>

    /// Whether this organisation began the line there.
    package func isOf(_ person: Person) -> Bool { source == person.source }
}

extension Reader {
    /// Every readable collection in which the object stands now, the oldest collection first.
    package func holdings(of id: String) async throws -> [Holding] {
        try await read { session, readable in
            let sayers = try session.rows(
                """
                SELECT e.collection, s.name FROM object o CROSS JOIN entry e
                JOIN source s ON s.number = e.source
                WHERE e.collection = o.collection AND e.object = o.number AND \(SQL.isObject(id)) AND o.collection IN (\(list: readable))
                AND e.ended IS NULL
                UNION SELECT e.collection, s.name FROM object o CROSS JOIN entry e
                JOIN also_sent a ON a.collection = e.collection AND a.sha256 = e.sha256
                JOIN source s ON s.number = a.source
                WHERE e.collection = o.collection AND e.object = o.number AND \(SQL.isObject(id)) AND o.collection IN (\(list: readable))
                AND e.ended IS NULL
                """
            ) { (try $0.get(0, as: Int.self), try $0.get(1, as: Source.self)) }
            let byCollection = Dictionary(grouping: sayers, by: \.0).mapValues { Set($0.map(\.1)) }
            return try session.rows(
                """
                SELECT \(LogCollection.columns), l.position, l.version, e.marking, s.name, l.sha256
                FROM object o CROSS JOIN line l JOIN collection c ON c.number = l.collection
                JOIN entry e ON e.collection = l.collection AND e.number = l.number
                JOIN source s ON s.number = l.source
                WHERE l.collection = o.collection AND l.object = o.number AND \(SQL.isObject(id)) AND o.collection IN (\(list: readable))
                AND l.position IS NOT NULL
                ORDER BY c.number
                """
            ) { row in
                let collection = try LogCollection(row)
                return Holding(
                    collection: collection, position: try row.get(LogCollection.width),
                    version: try Timestamp(stored: row.get(LogCollection.width + 1)),
                    marking: try row.get(LogCollection.width + 2), source: try row.get(LogCollection.width + 3),
                    sha256: try row.get(LogCollection.width + 4), sayers: byCollection[collection.number] ?? [])
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
    ///
    /// - Parameter reviewed: whether it was reviewed as the collection asks, or is going to be.
    package func mayCorrect(_ holding: Holding, reviewed: Bool = false) -> Decision {
        let decision = may(.publish, in: holding.collection, reviewed: reviewed)
        guard decision.isAllowed, !holding.isOf(self) else { return decision }
        return .refused(.ofAnotherSource)
    }

    /// Whether they may take an object out of that collection: what they decide on, or what their organisation said.
    package func mayWithdraw(_ holding: Holding) -> Decision {
        let decision = may(.decide, in: holding.collection)
        return decision.isAllowed || !holding.sayers.contains(source)
            ? decision : may(.withdraw, in: holding.collection)
    }

    /// What of an object they take out of that collection: all that stands where they decide on it, else their own word.
    package func withdrawing(_ ids: [String], from collection: LogCollection) -> Withdrawing {
        Withdrawing(ids, sentBy: may(.decide, in: collection).isAllowed ? nil : source)
    }
}
