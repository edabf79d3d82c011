import Hall
import CompositeIndex
import HTML

/// An index that others have published, with the figures it was made from: what this program computes must be the same.
///
/// Only facts are kept: figures, and where they stand. The column `Published` of the data is what must come out.
struct PublishedIndex: Sendable {
    /// What must come out.
    enum Expectation: Sendable {
        /// The score of every unit, rounded to so many decimals.
        case scores(decimals: Int)
        /// The rank of every unit.
        case ranks
    }

    let code: String
    let title: String
    let source: String
    let framework: String
    let indicators: String
    let data: String
    let expectation: Expectation

    static let all = [humanDevelopment2021, technologyAchievement]

    /// How many of the published figures come out, and which do not.
    struct Comparison: Sendable {
        let index: PublishedIndex
        let count: Int
        /// One sentence for each figure that differs.
        let differences: [String]
    }

    /// Computes the index by the same road as any other, and compares.
    func reproduced() throws(MeasureError) -> Comparison {
        let edition = try FiledEdition(
            InputFiles(
                framework: file("framework.yaml", framework), data: file("data.csv", data),
                indicators: file("indicators.csv", indicators)))
        let results = try edition.computed()
        let published = try expected()
        var differences: [String] = []
        for (row, unit) in results.data.units.enumerated() {
            guard let stated = published[unit.code] else { continue }
            let mine: String
            switch expectation {
            case .scores(let decimals):
                mine = Self.rounded(results.index[row], decimals)
                if mine != Self.rounded(stated, decimals) {
                    differences.append("\(unit.code): \(mine) instead of \(Self.rounded(stated, decimals))")
                }
            case .ranks:
                let rank = results.ranks[row] ?? 0
                if Double(rank) != stated { differences.append("\(unit.code): rank \(rank) instead of \(Int(stated))") }
            }
        }
        return Comparison(index: self, count: published.count, differences: differences)
    }

    private func file(_ name: String, _ text: String) -> InputFile {
        InputFile(name: "\(code)/\(name)", bytes: Array(text.utf8))
    }

    private func expected() throws(MeasureError) -> [String: Double] {
        let table = try CSVTable.read(Array(data.utf8), file: code)
        guard let unit = table.column("uCode"), let figure = table.column("Published") else { return [:] }
        var expected: [String: Double] = [:]
        for row in table.rows {
            if case .number(let number) = NumberCell(row.cells[figure]) { expected[row.cells[unit]] = number }
        }
        return expected
    }

    /// Half away from zero, as a statistical office rounds.
    private static func rounded(_ number: Double, _ decimals: Int) -> String {
        Decimals.text(number, decimals)
    }
}
