package import Ledger
import STIX

/// What must be readable beside what somebody says.
package struct Introductions: Sendable {
    private let ledger: GatewayLedger
    package let reader: Reader

    /// - Parameter reader: what whoever says it reads.
    package init(_ ledger: GatewayLedger, reader: Reader) { (self.ledger, self.reader) = (ledger, reader) }

    /// Those objects that a collection's readers cannot read yet.
    package func missing(_ companions: [(id: String, object: [UInt8])], in target: LogCollection) async throws
        -> [[UInt8]]
    {
        guard !companions.isEmpty else { return [] }
        let known = try await Reader(ledger, forReadersOf: target).names(of: companions.map(\.id))
        return companions.filter { known[$0.id] == nil }.map(\.object)
    }

    /// The bytes of an organisation's identity where a collection's readers cannot read it yet.
    package func identity(_ id: String, of person: Person, missingIn target: LogCollection) async throws -> [UInt8]? {
        let shared = Reader(ledger, forReadersOf: target)
        guard try await shared.names(of: [id])[id] == nil else { return nil }
        // Only what the organisation said itself: a feed may repeat its identifier with words of its own.
        let own = try await reader.holdings(of: id).filter { $0.source == person.source }.max {
            $0.version < $1.version
        }
        let placements = try await reader.standing(of: id)?.placements ?? []
        if let own,
            let placement = placements.first(where: {
                $0.collection.id == own.collection.id && $0.position == own.position
            }), let body = try await reader.body(of: placement)
        {
            return body
        }
        let new = try Self.identity(id, name: person.organisation.name, now: ledger.surroundings.now())
            .canonical()
        // Where somebody else began its line, the desk decides first; the publication does without meanwhile.
        let check = try await ledger.check([PlannedPlacement([new], into: target, by: person)])
        let isTaken = check.contains {
            $0.concerns.contains { if case .held(_, .takenLine, _) = $0 { true } else { false } }
        }
        return isTaken ? nil : new
    }

    /// The public face of an organisation that has none yet.
    private static func identity(_ id: String, name: String, now: Timestamp) -> JSON {
        var identity = Composer(id: id, by: id, created: now, marking: .clear)
        identity.set("name", name)
        identity.set("identity_class", "organization")
        return identity.object
    }
}

extension Visit {
    private var introductions: Introductions { Introductions(ledger, reader: reader) }

    /// Those objects that a collection's readers cannot read yet.
    package func missing(_ companions: [(id: String, object: [UInt8])], in target: LogCollection) async throws
        -> [[UInt8]]
    {
        try await introductions.missing(companions, in: target)
    }

    /// The bytes of an organisation's identity where a collection's readers cannot read it yet.
    package func identity(_ id: String, of person: Person, missingIn target: LogCollection) async throws -> [UInt8]? {
        try await introductions.identity(id, of: person, missingIn: target)
    }
}
