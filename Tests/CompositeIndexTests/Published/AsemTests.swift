import CompositeIndex
import Testing

/// Every stage of a full pipeline, against what the R package COINr 1.1.14 computes from the same files.
@Suite(.enabled(if: RealData.isThere, "CONCORD_REAL_DATA is not set"))
struct AsemTests {
    @Test(
        arguments: [
            ("denominate", "Denominated"), ("impute", "Imputed"), ("screen", "Screened"), ("treat", "Treated"),
            ("normalise", "Normalised"),
        ])
    func `every stage agrees with the published one to nine digits`(_ step: String, _ file: String) throws {
        let index = try AsemIndex()
        let results = try Pipeline(AsemIndex.framework).run(index.data)
        let stage = try results.stages.first { $0.step.name == step }.orThrow()
        let table = try RealTable("asem_stage_\(file).csv")
        let codes = index.data.hierarchy.indicators.map(\.code)
        try expectSame(stage.data.values, results.data.unitCodes, codes, as: table)
    }

    @Test func `the data that are read are the published raw data`() throws {
        let index = try AsemIndex()
        let codes = index.data.hierarchy.indicators.map(\.code)
        try expectSame(index.data.values, index.data.unitCodes, codes, as: RealTable("asem_stage_Raw.csv"))
    }

    @Test func `scores of all 60 nodes agree to nine digits, and ranks exactly`() throws {
        let results = try Pipeline(AsemIndex.framework).run(try AsemIndex().data)
        let nodes = results.data.hierarchy.nodes.map(\.code)
        #expect(nodes.count == 60)
        try expectSame(
            try results.scores.orThrow(), results.data.unitCodes, nodes, as: RealTable("asem_stage_Aggregated.csv"))
        let ranked = try RealTable("asem_results_aggs.csv")
        for (unit, rank) in zip(try ranked.texts("uCode"), try ranked.numbers("Rank")) {
            let row = try results.data.row(of: unit).orThrow()
            #expect(results.ranks[row] == Int(rank), "rank of \(unit)")
        }
    }

    @Test func `fifteen indicators are winsorised, none is transformed`() throws {
        let results = try Pipeline(AsemIndex.framework).run(try AsemIndex().data)
        guard case .treated(let reports) = results.stages[3].report else { throw NotThere() }
        let treated = reports.filter { !$0.winsorised.isEmpty }
        #expect(treated.map(\.winsorised.count).reduce(0, +) == 35)
        #expect(treated.count == 15)
        #expect(reports.allSatisfy { $0.transformation == nil && $0.isWithinLimits })
    }

    private func expectSame(
        _ grid: NumberGrid, _ units: [String], _ codes: [String], as table: RealTable,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let order = try table.texts("uCode")
        #expect(order.sorted() == units.sorted(), sourceLocation: sourceLocation)
        var compared = 0
        for (column, code) in codes.enumerated() {
            for (unit, published) in zip(order, try table.numbers(code)) {
                let ours = grid[try units.firstIndex(of: unit).orThrow(), column]
                #expect(isNear(ours, published, within: 1e-9), "\(unit) \(code)", sourceLocation: sourceLocation)
                compared += 1
            }
        }
        #expect(compared == grid.values.count, sourceLocation: sourceLocation)
    }
}
