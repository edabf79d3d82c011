import Hall
import Kinds
import Ledger
import STIX
import Web

extension Visit<LibraryDomain> {
    /// Countries side by side: what is known of each, kind by kind, and how far each follows what was recommended.
    func countries() async throws -> Answer {
        let kinds = try await shelf.offers().map(\.kind)
        var chosen: [String] = []
        for code in (1...CountriesModel.most).compactMap({ request.query["c\($0)"]?.uppercased() })
        where Country.isCode(code) && !chosen.contains(code) && chosen.count < CountriesModel.most {
            chosen.append(code)
        }
        let table = spokenTable
        let named = try await table.named(countries: chosen, in: kinds)
        // A few of each; the number says how many there are, and leads to them.
        let shown = named.mapValues { $0.mapValues { Array($0.prefix(CountriesModel.fewest)) } }
        let lines = shown.values.flatMap { $0.values.flatMap(\.self) }
        guard let first = kinds.first else { throw Problem.notFound }
        let rows = try await table.rows(lines, of: first, today: today)
        let byLine = Dictionary(rows.map { ($0.line, $0.row) }) { first, _ in first }
        var parts: [CountriesModel.Part] = []
        for kind in kinds {
            guard let field = kind.countryField, let found = named[kind.name] else { continue }
            parts.append(
                CountriesModel.Part(
                    kind: kind, field: field,
                    cells: chosen.map { code in
                        CountriesModel.Cell(
                            rows: (shown[kind.name]?[code] ?? []).compactMap { byLine[$0.line] },
                            count: found[code]?.count ?? 0)
                    }))
        }
        var progress: [CountriesModel.Progress] = []
        for kind in chosen.isEmpty ? [] : kinds {
            guard let (list, country, status) = kind.countryList else { continue }
            let found = try await table.find(
                RecordQuestion(), of: kind, limit: CountriesModel.mostTexts, today: today)
            let texts = found.rows.map { row in
                let said = row.values[list.name]?.array ?? []
                return CountriesModel.Text(
                    id: row.id, name: row.name,
                    status: chosen.map { code in
                        said.last { $0[country.name]?.string == code }?[status.name]
                    })
            }
            if !texts.isEmpty {
                progress.append(
                    CountriesModel.Progress(kind: kind, status: status, texts: texts, total: found.total))
            }
        }
        return answer(CountriesModel(countries: chosen, parts: parts, progress: progress).page)
    }
}

extension Kind {
    /// The field that says of which country an object is.
    var countryField: Field? { fields.first { $0.type == .country && facets.contains($0.name) } }

    /// A list that says of each country how far it is: the list, the country and the status in its rows.
    var countryList: (list: Field, country: Field, status: Field)? {
        for field in fields {
            guard case .list(let inner) = field.type, let country = inner.first(where: { $0.type == .country }) else {
                continue
            }
            for one in inner {
                if case .choice = one.type { return (field, country, one) }
            }
        }
        return nil
    }
}
