import Foundation

@testable import CompositeIndex

/// The figures that the Handbook prints for the Technology Achievement Index, and the same figures computed from its data.
struct TechnologyTables {
    struct Printed: Decodable {
        struct Circle: Decodable {
            let tel: [String: Double]
            let elec: [String: Double]
            let outranking: [[Double]]
            let best: Double
            let winners: [[String]]
        }

        let eigenvalueShares: [Double]
        let eigenvalues: [Double]
        let alpha: Double
        let alphaWithout: [String: Double]
        let correlationWithRest: [String: Double]
        let varimax: [Double]
        let componentWeights: [String: Double]
        let weights: [String: [Double]]
        let benefitOfTheDoubt: [String: Double]
        let rows: [String]
        let ranks: [String: [Int]]
        let circle: Circle

        enum CodingKeys: String, CodingKey {
            case eigenvalueShares = "eigenvalues_pct"
            case alpha = "cronbach_alpha"
            case alphaWithout = "alpha_if_deleted"
            case correlationWithRest = "item_total_corr"
            case varimax = "varimax_explained"
            case componentWeights = "weights_PC"
            case benefitOfTheDoubt = "bod_10_15pct_share"
            case rows = "rank_order_of_rows_tables23_38"
            case circle = "ckyl5"
            case eigenvalues, weights, ranks
        }
    }

    /// A printed figure, its last digit and what was computed.
    struct Figure {
        let name: String
        let printed: Double
        let digit: Double
        let computed: Double

        var isExact: Bool { abs(printed - computed) <= digit / 2 + 1e-9 }
    }

    let data: IndexData
    let printed: Printed
    var codes: [String] { data.hierarchy.indicators.map(\.code) }

    init() throws {
        data = try TechnologyAchievementTests.data()
        let file = try RealData.folder.orThrow().appending(path: "measure/tai23_expected.json")
        printed = try JSONDecoder().decode(Printed.self, from: Data(contentsOf: file))
    }

    /// Tables 6 to 18: components, alpha, rotation and weights.
    func figures(of values: NumberGrid) throws -> [Figure] {
        let components = try PrincipalComponents(of: values, codes: codes)
        let consistency = try InternalConsistency(of: values, codes: codes)
        let factors = try FactorWeights(of: values, keeping: FactorChoice(minimumShare: 0.1), codes: codes)
        var figures = [Figure(name: "alpha", printed: printed.alpha, digit: 0.01, computed: consistency.alpha)]
        func add(_ name: String, _ printed: Double, _ digit: Double, _ computed: Double) {
            figures.append(Figure(name: name, printed: printed, digit: digit, computed: computed))
        }
        for place in 0..<8 {
            add("eigenvalue \(place + 1)", printed.eigenvalues[place], 0.1, components.eigenvalues[place])
            add("share \(place + 1)", printed.eigenvalueShares[place], 0.1, 100 * components.explained[place])
        }
        for (code, item) in zip(codes, consistency.items) {
            add(
                "alpha without \(code)", try printed.alphaWithout[code].orThrow(), 0.001,
                try item.alphaWithout.orThrow())
            add(
                "rest of \(code)", try printed.correlationWithRest[code].orThrow(), 0.001,
                try item.correlationWithRest.orThrow())
        }
        let explained = zip(printed.varimax.sorted(by: >), factors.rotation.explained.sorted(by: >))
        for (place, pair) in explained.enumerated() { add("factor \(place + 1)", pair.0, 0.01, pair.1) }
        for (code, weight) in zip(codes, factors.weights) {
            add("weight of \(code)", try printed.componentWeights[code].orThrow(), 0.01, weight)
        }
        return figures
    }

    /// Table 19: benefit of the doubt, each weight between 10 and 15 % of the sum, between the least and greatest values.
    func benefitOfTheDoubt(of values: NumberGrid) throws -> [Figure] {
        let scaled = NumberGrid(
            rows: values.rows,
            columns: (0..<values.columns).map { column in
                let column = values.column(column)
                let (low, high) = (column.min() ?? 0, column.max() ?? 1)
                return column.map { ($0 - low) / (high - low) }
            })
        let found = try BenefitOfTheDoubt(
            of: scaled, limits: ShareLimits(of: .weights, lower: 0.1, upper: 0.15), units: data.unitCodes, codes: codes)
        return try zip(data.unitCodes, found.scores).map { unit, score in
            Figure(
                name: unit, printed: try printed.benefitOfTheDoubt[unit].orThrow(), digit: 0.01, computed: score)
        }
    }

    /// Figures that are not exact and lie outside what data could give that are printed like these.
    ///
    /// Each draw moves every value to one end of its rounding interval.
    func unexplained(
        draws: Int, seed: UInt64, _ figures: (NumberGrid) throws -> [Figure]
    ) throws -> [String] {
        let half = [0.5, 0.05, 0.05, 0.05, 0.005, 0.005, 0.05, 0.05]
        var random = IndexRandom(seed: seed)
        var ranges = try figures(data.values).map { ($0, $0.computed, $0.computed) }
        for _ in 0..<draws {
            var values = data.values
            for row in 0..<values.rows {
                for column in 0..<values.columns {
                    values[row, column] += random.uniform() < 0.5 ? -half[column] : half[column]
                }
            }
            for (place, figure) in try figures(values).enumerated() {
                ranges[place].1 = min(ranges[place].1, figure.computed)
                ranges[place].2 = max(ranges[place].2, figure.computed)
            }
        }
        return ranges.filter { figure, low, high in
            figure.printed + figure.digit / 2 < low || figure.printed - figure.digit / 2 > high
        }.map(\.0.name)
    }

    /// The countries whose rank differs from the printed one: computed, printed.
    func differences(_ scores: [Double], from table: String) throws -> [String: [Int]] {
        let ranks = competitionRanks(scores.map { ($0 * 1e9).rounded() })
        var differences: [String: [Int]] = [:]
        for (unit, print) in zip(printed.rows, try printed.ranks[table].orThrow()) {
            let rank = try ranks[try data.row(of: unit).orThrow()].orThrow()
            if rank != print { differences[unit] = [rank, print] }
        }
        return differences
    }
}
