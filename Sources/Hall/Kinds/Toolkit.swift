package import Kinds
package import Ledger
import STIX

/// Records that travel in a pack: on a stick, without a network, signed by who gathered them.
package struct Toolkit: Sendable {
    /// As the records of a pack say it.
    package let bundle: [UInt8]
    /// The records in it, without what must be readable beside them.
    package let records: Int
    /// Identifiers that were asked for, or that a toolkit names, and that the collection's readers cannot read.
    package let missing: [String]
}

extension KindShelf {
    /// Under which source the records of a pack stand.
    package static func source(ofPack name: String) throws -> Source { try Source(named: "pack:\(name)") }

    /// Gathers records, what toolkits among them name, and what must be readable beside them.
    ///
    /// - Parameter collection: only what all of its readers read goes along.
    package func gather(_ ids: [String], from collection: LogCollection) async throws -> Toolkit {
        let reader = Reader(ledger, forReadersOf: collection)
        var (companions, records) = ([(id: String, object: [UInt8])](), [(id: String, object: [UInt8])]())
        var (missing, seen) = ([String](), Set<String>())
        func read(_ id: String) async throws -> [UInt8]? {
            guard let placement = try await reader.standing(of: id)?.current, placement.withdrawal == nil else {
                return nil
            }
            return try await reader.body(of: placement)
        }
        var wanted = ids
        while !wanted.isEmpty {
            let id = wanted.removeFirst()
            guard seen.insert(id).inserted else { continue }
            guard let body = try await read(id), let json = try? JSON.parse(body) else {
                missing.append(id)
                continue
            }
            records.append((id, body))
            if let author = json["created_by_ref"]?.string, seen.insert(author).inserted,
                let face = try await read(author)
            {
                companions.append((author, face))
            }
            guard let said = RecordObject.values(of: json), let kind = try await kind(said.kind, for: reader) else {
                continue
            }
            companions += try RecordObject.companions(of: kind).filter { seen.insert($0.id).inserted }
            if kind.name == Self.toolkit {
                wanted += said.values["content_refs"]?.array?.compactMap(\.string) ?? []
            }
        }
        let objects = (companions + records).map(\.object).joined(separator: Array(",\n".utf8))
        let head = "{\"type\":\"bundle\",\"id\":\"bundle--\(ledger.surroundings.uuid())\",\"objects\":[\n"
        return Toolkit(
            bundle: Array(head.utf8) + objects + Array("\n]}\n".utf8), records: records.count, missing: missing)
    }

    /// The kind whose records name what belongs together.
    private static let toolkit = "toolkit"

    /// Places the records of a pack in a collection, by the one door, as the word of the pack.
    package func place(_ pack: Pack, into collection: String) async throws -> [(file: String, report: AdmissionReport)]
    {
        let source = try Self.source(ofPack: pack.name)
        var reports: [(file: String, report: AdmissionReport)] = []
        for file in pack.records {
            reports.append(
                (file.path, try await ledger.admit(MemorySource(file.bytes), into: collection, source: source)))
        }
        return reports
    }

    /// Takes back what a pack placed; what people wrote beside it stays, and the kinds by which it reads.
    ///
    /// - Returns: how many objects no longer stand as its word.
    package func withdrawRecords(of name: String, by hand: Hand) async throws -> Int {
        guard let pack = try await packs().first(where: { $0.name == name }) else { return 0 }
        let source = try Self.source(ofPack: name)
        // What declares kinds and says who somebody is, others may have built on.
        let ids = pack.recordIDs.filter { id in
            !["concord-kind--", "extension-definition--", "identity--", "marking-definition--"]
                .contains { id.hasPrefix($0) }
        }
        let reader = Reader.machine(of: ledger)
        var places: [String: Withdrawing] = [:]
        for id in ids {
            for holding in try await reader.holdings(of: id) {
                places[holding.collection.id, default: Withdrawing([], sentBy: source)].ids.append(id)
            }
        }
        guard !places.isEmpty else { return 0 }
        let removal = try await ledger.withdraw(
            [], from: places, reason: "the pack \(name) was removed", by: hand)
        return removal.entries.count
    }
}
