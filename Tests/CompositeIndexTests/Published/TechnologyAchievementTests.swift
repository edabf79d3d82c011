import CompositeIndex
import Foundation
import Testing

/// The Technology Achievement Index of the Handbook (OECD/JRC 2008, Table A.2) by UNDP's goalposts.
///
/// The telephones and electricity of the table are logarithms of base 10 already, and so are their goalposts here.
@Suite(.enabled(if: RealData.isThere, "CONCORD_REAL_DATA is not set"))
struct TechnologyAchievementTests {
    static let goalposts: [(String, Double, Double)] = [
        ("PATENTS", 0, 994), ("ROYALTIES", 0, 272.6), ("INTERNET", 0, 232.4), ("EXPORTS", 0, 80.8),
        ("TELEPHONES", 0, log10(901)), ("ELECTRICITY", log10(22), log10(6969)), ("SCHOOLING", 0.8, 12),
        ("UNIVERSITY", 0.1, 27.4),
    ]

    static func data() throws -> IndexData {
        let table = try RealTable("tai23.csv")
        let tree = try Hierarchy(
            indicators: goalposts.map { .init(code: $0.0, goalposts: .init(lower: $0.1, upper: $0.2)) })
        return try IndexData(
            units: try table.texts("country").map { UnitInfo(code: $0) }, hierarchy: tree,
            values: table.grid(goalposts.map(\.0)))
    }

    static func results(_ weighting: WeightMethod) throws -> IndexResults {
        try Pipeline(
            Framework(
                name: "TAI",
                steps: [
                    Step(.normalise(Normalisation(.goalposts(scale: .unit, cap: true)))),
                    Step(.weigh(Weighting(weighting))),
                    Step(.aggregate(Aggregation(.arithmetic))),
                ])
        ).run(try data())
    }

    struct Expected: Decodable {
        let rows: [String]
        let ranks: [String: [Int]]
        let weights: [String: [Double]]

        enum CodingKeys: String, CodingKey {
            case rows = "rank_order_of_rows_tables23_38"
            case ranks, weights
        }

        static func read() throws -> Expected {
            let file = try RealData.folder.orThrow().appending(path: "measure/tai23_expected.json")
            return try JSONDecoder().decode(Expected.self, from: Data(contentsOf: file))
        }
    }

    @Test func `equal weights give the published order of all 23 countries`() throws {
        let results = try Self.results(.equal)
        let expected = try Expected.read()
        for (unit, rank) in zip(expected.rows, try expected.ranks["LIN_EW_undp_goalposts"].orThrow()) {
            #expect(results.ranks[try results.data.row(of: unit).orThrow()] == rank, "\(unit)")
        }
    }

    @Test func `weights by budget allocation give the published ranks`() throws {
        let expected = try Expected.read()
        let points = zip(Self.goalposts.map(\.0), try expected.weights["BAP"].orThrow())
        let results = try Self.results(.stated(weights: Dictionary(uniqueKeysWithValues: points)))
        for (unit, rank) in zip(expected.rows, try expected.ranks["BAP"].orThrow()) {
            #expect(results.ranks[try results.data.row(of: unit).orThrow()] == rank, "\(unit)")
        }
    }
}
