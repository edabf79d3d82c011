import Hall
import Kinds
import Ledger
import STIX
import Web

extension Visit<LibraryDomain> {
    /// The Global Cybersecurity Agenda, with what stands under each of its work areas and goals.
    func agenda() async throws -> Answer {
        let kinds = try await shelf.offers().map(\.kind)
        var parts: [AgendaModel.Part] = []
        for field in AgendaModel.fields {
            let counts = try await table.counts(of: kinds, by: field)
            let choices =
                kinds.compactMap { kind -> [Choice]? in
                    if case .choices(.inline(let choices))? = kind.field(field)?.type { choices } else { nil }
                }.first ?? []
            let rows = choices.map { choice in
                AgendaModel.Row(
                    value: choice.value, label: choice.label,
                    counts: kinds.compactMap { kind in
                        guard let count = counts[kind.name]?.values[choice.value], count > 0 else { return nil }
                        return AgendaModel.Count(kind: kind, count: count)
                    })
            }
            parts.append(AgendaModel.Part(field: field, rows: rows))
        }
        return answer(AgendaModel(parts: parts).page)
    }

    /// Who does what: the parties that objects name, as what, and how often.
    func parties() async throws -> Answer {
        let kinds = try await shelf.offers().map(\.kind)
        let area = request.query["area"].flatMap { $0.isEmpty ? nil : $0 }
        let found = try await table.parties(of: kinds, area: area)
        let names = try await reader.names(of: Array(Set(found.map(\.party))))
        let areas =
            kinds.compactMap { kind -> [Choice]? in
                if case .choices(.inline(let choices))? = kind.field("work_areas")?.type { choices } else { nil }
            }.first ?? []
        let model = PartiesModel(
            kinds: kinds, areas: areas, area: areas.contains { $0.value == area } ? area : nil,
            rows: Dictionary(grouping: found, by: \.party).map { party, deeds in
                PartiesModel.Row(
                    id: party, name: names[party]?.name,
                    deeds: deeds.sorted { ($1.count, $0.kind, $0.field) < ($0.count, $1.kind, $1.field) })
            }.sorted {
                ($1.deeds.map(\.count).reduce(0, +), $0.name ?? $0.id) < (
                    $0.deeds.map(\.count).reduce(0, +), $1.name ?? $1.id
                )
            })
        return answer(model.page)
    }
}
