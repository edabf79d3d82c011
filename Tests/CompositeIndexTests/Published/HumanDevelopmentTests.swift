import CompositeIndex
import Foundation
import Testing

/// UNDP's Human Development Index of 2021 from its four components.
@Suite(.enabled(if: RealData.isThere, "CONCORD_REAL_DATA is not set"))
struct HumanDevelopmentTests {
    static let framework = Framework(
        name: "HDI",
        steps: [
            Step(.normalise(Normalisation(.goalposts(scale: .unit, cap: true)))),
            Step(.aggregate(Aggregation(.arithmetic, .geometric))),
        ])

    static let hierarchy = Result {
        try Hierarchy(
            indicators: [
                .init(code: "le_2021", goalposts: .init(lower: 20, upper: 85), parent: "HDI"),
                .init(code: "eys_2021", goalposts: .init(lower: 0, upper: 18), parent: "Education"),
                .init(code: "mys_2021", goalposts: .init(lower: 0, upper: 15), parent: "Education"),
                .init(
                    code: "gnipc_2021", goalposts: .init(lower: 100, upper: 75_000, logarithmic: true), parent: "HDI"),
            ],
            aggregates: [.init(code: "Education", parent: "HDI"), .init(code: "HDI")])
    }

    @Test func `all 192 countries agree to three decimals`() throws {
        let table = try RealTable("hdi_2021.csv")
        let tree = try Self.hierarchy.get()
        let data = try IndexData(
            units: try table.texts("iso3").map { UnitInfo(code: $0) }, hierarchy: tree,
            values: table.grid(tree.indicators.map(\.code)))
        let results = try Pipeline(Self.framework).run(data)
        #expect(results.index.count == 192)
        for (unit, (ours, published)) in zip(data.unitCodes, zip(results.index, try table.numbers("hdi_2021"))) {
            #expect((ours * 1000).rounded() == (published * 1000).rounded(), "\(unit): \(ours)")
        }
    }
}
