import Foundation

@testable import CompositeIndex

/// The Technology Achievement Index of the Handbook: 23 countries, 8 indicators, and its printed tables.
struct TechnologyData {
    /// The tables, as far as tests compare with them.
    struct Printed: Decodable {
        struct Circle: Decodable {
            let tel: [String: Double]
            let elec: [String: Double]
            let outranking: [[Double]]
            let best: Double
            let winners: [[String]]
        }

        let eigenvalues_pct: [Double]
        let eigenvalues: [Double]
        let cronbach_alpha: Double
        let alpha_if_deleted: [String: Double]
        let item_total_corr: [String: Double]
        let varimax_explained: [Double]
        let weights_PC: [String: Double]
        let weights: [String: [Double]]
        let bod_10_15pct_share: [String: Double]
        let rank_order_of_rows_tables23_38: [String]
        let ranks: [String: [Int]]
        let ckyl5: Circle
    }

    let countries: [String]
    let indicators: [String]
    let values: NumberGrid
    let printed: Printed

    /// The folder with the real data; tests that need it are skipped where it is not named.
    static let folder = ProcessInfo.processInfo.environment["CONCORD_REAL_DATA"].map { URL(fileURLWithPath: $0) }

    init() throws {
        let folder = (Self.folder ?? URL(fileURLWithPath: "/")).appending(path: "measure")
        let text = try String(contentsOf: folder.appending(path: "tai23.csv"), encoding: .utf8)
        var lines = text.split(whereSeparator: \.isNewline)
        indicators = lines.removeFirst().split(separator: ",").dropFirst().map(String.init)
        var (countries, rows) = ([String](), [[Double]]())
        for line in lines {
            let parts = line.split(separator: "\"")
            countries.append(String(parts[0]))
            rows.append(parts[1].split(separator: ",").compactMap { Double($0) })
        }
        self.countries = countries
        values = NumberGrid(rows)
        printed = try JSONDecoder().decode(
            Printed.self, from: Data(contentsOf: folder.appending(path: "tai23_expected.json")))
    }

    /// Between UNDP's goalposts, capped; telephones and electricity are logarithms to the base of ten already.
    var betweenGoalposts: NumberGrid {
        let posts: [(Double, Double)] = [
            (0, 994), (0, 272.6), (0, 232.4), (0, 80.8), (0, log10(901.0)), (log10(22.0), log10(6969.0)), (0.8, 12),
            (0.1, 27.4),
        ]
        return scaled { column in posts[column] }
    }

    /// Between the least and the greatest of the 23 countries.
    var betweenExtremes: NumberGrid {
        scaled { column in (values.column(column).min() ?? 0, values.column(column).max() ?? 1) }
    }

    /// The weighted mean of each country.
    func means(of grid: NumberGrid, _ weights: [Double]) -> [Double] {
        (0..<grid.rows).map { row in zip(grid.row(row), weights).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    /// The countries whose rank differs from the printed one: computed and printed.
    func differences(_ scores: [Double], from table: String) -> [String: [Int]] {
        let ranks = competitionRanks(scores.map { ($0 * 1e9).rounded() })
        var differences: [String: [Int]] = [:]
        for (country, print) in zip(printed.rank_order_of_rows_tables23_38, printed.ranks[table] ?? []) {
            guard let row = countries.firstIndex(of: country), let rank = ranks[row], rank != print else { continue }
            differences[country] = [rank, print]
        }
        return differences
    }

    private func scaled(_ posts: (Int) -> (Double, Double)) -> NumberGrid {
        NumberGrid(
            rows: values.rows,
            columns: indicators.indices.map { column in
                let (lower, upper) = posts(column)
                return values.column(column).map { min(1, max(0, ($0 - lower) / (upper - lower))) }
            })
    }
}
