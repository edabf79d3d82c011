import Hall
import Ledger
import STIX
import Web

extension Visit<LibraryDomain> {
    /// Most links that are read for the page.
    private static let most = 400

    /// The dead links of what the reader reads; those of their own organisation's records first.
    func deadLinks() async throws -> Answer {
        let dead = try await LinkTable(ledger: ledger).dead(for: reader, atMost: Self.most)
        var order: [String] = []
        var links: [String: DeadLinksModel.Row] = [:]
        let names = try await reader.names(of: Array(Set(dead.map(\.record))))
        for (id, found) in Dictionary(grouping: dead, by: \.record) {
            var seen: Set<String> = []
            links[id] = DeadLinksModel.Row(
                id: id, name: names[id]?.name ?? id,
                links: found.filter { seen.insert($0.link).inserted }.map {
                    ($0.link, Moment($0.since.description), $0.finding)
                })
        }
        for id in dead.map(\.record) where !order.contains(id) { order.append(id) }
        var (own, others) = ([DeadLinksModel.Row](), [DeadLinksModel.Row]())
        for row in order.compactMap({ links[$0] }) {
            if let person, try await reader.holdings(of: row.id).contains(where: { $0.isOf(person) }) {
                own.append(row)
            } else {
                others.append(row)
            }
        }
        let model = DeadLinksModel(
            organisation: person?.organisation.name, own: own, others: others, isMore: dead.count == Self.most)
        return answer(model.page)
    }

    /// Since when the dead links of these records are dead, by the link.
    func deadLinks(in rows: [RecordRow]) async throws -> [String: Moment] {
        let links = rows.flatMap { KindFace.links(in: $0.values, of: $0.kind) }
        return try await LinkTable(ledger: ledger).dead(Array(Set(links).prefix(2_000)), for: reader).mapValues {
            Moment($0.description)
        }
    }
}
