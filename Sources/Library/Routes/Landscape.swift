import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Web

extension Visit<LibraryDomain> {
    /// What a year brought and what is coming, from the register of emerging issues and from what was told here.
    func landscape() async throws -> Answer {
        let now = FullDate(of: ledger.surroundings.now().date)
        let thisYear = Int(now.description.prefix(4)) ?? 0
        let asked = request.query["year"].flatMap(Int.init) ?? thisYear
        let year = (thisYear - LandscapeModel.mostYears...thisYear).contains(asked) ? asked : thisYear
        var model = LandscapeModel(year: year, years: (thisYear - LandscapeModel.mostYears...thisYear).reversed())
        let kinds = try await shelf.offers().map(\.kind)
        if let kind = kinds.first(where: { $0.name == LandscapeModel.register }) {
            model.register = kind
            let found = try await spokenTable.find(
                RecordQuestion(), of: kind, limit: LandscapeModel.mostIssues, today: now)
            model.issues = found.rows.filter { $0.isFollowed(in: year) }
            model.isCut = found.total != .exactly(found.rows.count)
            let owners = model.issues.compactMap { $0.values["owner_ref"]?.string }
            model.owners = try await reader.names(of: owners).compactMapValues(\.name)
        }
        for (type, count) in try await reader.typeCounts().prefix(LandscapeModel.mostTypes) where count > 0 {
            let amounts = try await [year, year - 1].mapAll { year in
                try await reader.search(SearchQuestion("", type: type, period: .year(year)), limit: 1).amount
            }
            model.figures.append(.init(type: type, count: amounts[0], before: amounts[1]))
        }
        return answer(model.page)
    }
}

extension RecordRow {
    /// Whether it was known by the end of a year, and still followed when that began.
    fileprivate func isFollowed(in year: Int) -> Bool {
        guard let began = Int(created.text.prefix(4)), began <= year else { return false }
        return values["closed_on"]?.string.flatMap { Int($0.prefix(4)) }.map { $0 >= year } ?? true
    }
}

extension Array {
    fileprivate func mapAll<Result>(_ body: (Element) async throws -> Result) async throws -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await body(element)) }
        return results
    }
}
