import Hall
import Kinds
import Ledger
import STIX
import Web

/// Which records a record looks like: one question to the index of values, whatever stands here.
struct Overlaps: Sendable {
    let ledger: GatewayLedger
    let people: any People

    /// So many are offered at once, and so many that were found to be different are listed.
    private static let (offered, listed) = (5, 10)

    private var shelf: KindShelf { KindShelf(ledger) }

    /// All that it looks like, as far as its reader may know.
    func find(_ record: RecordAsShown) async throws -> [Overlap] {
        guard let fields = OverlapFields(record.kind), let own = OverlapGrounds(record.values, by: fields) else {
            return []
        }
        let table = OverlapTable(ledger: ledger)
        let versions = try await shelf.versions(of: record.kind, for: record.reader)
        let alike = try await table.candidates(
            for: own, by: fields, of: versions, but: record.id, for: record.reader
        ).compactMap { other in OverlapReasons(own, other.grounds).map { (other: other, reasons: $0) } }
        guard !alike.isEmpty else { return [] }
        let ids = alike.map(\.other.id)
        let names = try await record.reader.names(of: ids)
        let dismissals =
            if let id = record.id { try await table.dismissals(of: id, and: ids, for: record.reader) } else {
                [String: [String: OverlapDismissal]]()
            }
        return alike.map { other, reasons in
            let fingerprint = OverlapGrounds.fingerprint(own, other.grounds)
            return Overlap(
                id: other.id, name: names[other.id]?.name ?? other.id, reasons: reasons, fingerprint: fingerprint,
                dismissal: dismissals[other.id]?[fingerprint])
        }
    }

    /// What the page of a record says of it.
    func part(for record: RecordAsShown) async throws -> PagePart {
        let all = try await find(record)
        guard !all.isEmpty else { return { _ in nil } }
        let offered = all.filter { $0.dismissal == nil }
        var dismissed: [(overlap: Overlap, by: OverlapsModel.Sayer)] = []
        for one in all.filter({ $0.dismissal != nil }).prefix(Self.listed) {
            if let said = one.dismissal { dismissed.append((one, try await sayer(of: said, for: record))) }
        }
        let model = OverlapsModel(
            id: record.id, kind: record.kind, offered: Array(offered.prefix(Self.offered)), dismissed: dismissed,
            isMore: offered.count > Self.offered, mayDismiss: try await !places(of: record).isEmpty,
            taxonomies: try await shelf.taxonomies())
        return { model.part(in: $0) }
    }

    /// The collections in which a record stands, and where its reader may say that it is different from another.
    func places(of record: RecordAsShown) async throws -> [LogCollection] {
        guard let id = record.id, let person = record.person else { return [] }
        return try await record.reader.holdings(of: id).map(\.collection).filter {
            person.may(.publish, in: $0).isAllowed
        }
    }

    /// Who said so: the organisation to whoever knows its name, the hand to those who may know (docs/permissions.md).
    private func sayer(of said: OverlapDismissal, for record: RecordAsShown) async throws -> OverlapsModel.Sayer {
        let name = try await record.reader.names(of: [said.author])[said.author]?.name
        let organisation = name.map { (id: said.author, name: $0) }
        guard let person = record.person, person.seeingAs == nil else {
            return OverlapsModel.Sayer(organisation: organisation, person: nil)
        }
        let place = try await record.reader.collections().first { $0.number == said.collection }
        let mayKnow =
            said.author == person.organisation.author || place.map { person.may(.decide, in: $0).isAllowed } == true
        return OverlapsModel.Sayer(
            organisation: organisation, person: mayKnow ? try await people.owner(ofAccount: said.account)?.name : nil)
    }
}
