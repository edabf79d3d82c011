import Testing

@testable import CompositeIndex

/// The tables of the Handbook (OECD/JRC 2008) for the Technology Achievement Index.
///
/// Its data are printed rounded, so a figure is either the printed one to its last digit (the tests name those that are),
/// or one that data give which are printed the same.
@Suite(.enabled(if: RealData.isThere, "CONCORD_REAL_DATA is not set"))
struct TechnologyTableTests {
    @Test func `26 of 45 figures on components, alpha, rotation and weights are the printed ones`() throws {
        let tables = try TechnologyTables()
        let figures = try tables.figures(of: tables.data.values)
        #expect(figures.count == 45)
        let others: Set = [
            "eigenvalue 1", "share 4", "share 5", "alpha without ROYALTIES", "alpha without INTERNET",
            "alpha without TELEPHONES", "alpha without ELECTRICITY", "rest of PATENTS", "rest of ROYALTIES",
            "rest of INTERNET", "rest of EXPORTS", "rest of TELEPHONES", "rest of ELECTRICITY", "rest of SCHOOLING",
            "rest of UNIVERSITY", "factor 1", "factor 2", "factor 4", "weight of PATENTS",
        ]
        #expect(Set(figures.filter { !$0.isExact }.map(\.name)) == others)
    }

    @Test func `the other 19 lie within the rounding of the printed data`() throws {
        let tables = try TechnologyTables()
        #expect(try tables.unexplained(draws: 100, seed: 1, tables.figures) == [])
    }

    @Test func `benefit of the doubt gives 19 of 23 printed scores, the others within rounding, and every rank`() throws
    {
        let tables = try TechnologyTables()
        let scores = try tables.benefitOfTheDoubt(of: tables.data.values)
        #expect(scores.filter { !$0.isExact }.map(\.name) == ["Japan", "United Kingdom", "Spain", "Slovenia"])
        #expect(scores.allSatisfy { abs($0.computed - $0.printed) < 0.007 })
        #expect(try tables.unexplained(draws: 30, seed: 1, tables.benefitOfTheDoubt) == [])
        #expect(try tables.differences(scores.map(\.computed), from: "BOD") == [:])
    }

    @Test func `the geometric mean of the data as printed gives every printed rank`() throws {
        let tables = try TechnologyTables()
        let means = (0..<23).map { row in
            WeightedMean.geometric(Array(tables.data.values.row(row)), weights: WeightShares.equal(8))
        }
        #expect(try tables.differences(means, from: "GME_raw") == [:])
    }

    @Test(arguments: [("FA", 19), ("BAP", 23), ("AHP", 20)])
    func `printed weights give most printed ranks, and all of them within the rounding of the weights`(
        table: String, same: Int
    ) throws {
        let tables = try TechnologyTables()
        let weights = try tables.printed.weights[table].orThrow()
        var random = IndexRandom(seed: 2)
        var reached: [String: ClosedRange<Int>] = [:]
        for draw in 0..<200 {
            let moved = weights.map { draw == 0 ? $0 : $0 + 0.01 * (random.uniform() - 0.5) }
            let method = WeightMethod.stated(weights: Dictionary(uniqueKeysWithValues: zip(tables.codes, moved)))
            let results = try TechnologyAchievementTests.results(method)
            if draw == 0 { #expect(try tables.differences(results.index, from: table).count == 23 - same) }
            for (unit, rank) in zip(results.data.unitCodes, results.ranks) {
                let (rank, range) = (try rank.orThrow(), reached[unit])
                reached[unit] = min(rank, range?.lowerBound ?? rank)...max(rank, range?.upperBound ?? rank)
            }
        }
        for (unit, rank) in zip(tables.printed.rows, try tables.printed.ranks[table].orThrow()) {
            #expect(try reached[unit].orThrow().contains(rank), "\(unit) \(rank)")
        }
    }

    @Test func `five countries have the printed outranking matrix, three best orders and agreement 6.375`() throws {
        let tables = try TechnologyTables()
        let (circle, names) = (tables.printed.circle, Array(tables.printed.rows.prefix(5)))
        var values = tables.data.values.keeping(rows: try names.map { try tables.data.row(of: $0).orThrow() })
        values.setColumn(4, try names.map { try circle.tel[$0].orThrow() })
        values.setColumn(5, try names.map { try circle.elec[$0].orThrow() })
        let outranking = Outranking(of: values, weights: WeightShares.equal(8))
        for row in 0..<5 {
            for column in 0..<5 where row != column {
                #expect(outranking.share(of: row, above: column) == circle.outranking[row][column])
            }
        }
        let best = try KemenyRanking(of: outranking)
        #expect(best.agreement == circle.best)
        #expect(best.count == 3)
        #expect(Set(best.orders.map { $0.map { names[$0] } }) == Set(circle.winners))
    }

    /// The printed ranks hold two ties, which no order has; with the data as printed, 96 orders agree with more weight.
    @Test func `the printed non-compensatory ranks are not the best orders of the printed data`() throws {
        let tables = try TechnologyTables()
        let outranking = Outranking(of: tables.data.values, weights: WeightShares.equal(8))
        let best = try KemenyRanking(of: outranking)
        let printed = try zip(tables.printed.rows, tables.printed.ranks["NCMC"].orThrow()).sorted { $0.1 < $1.1 }
        let order = try printed.map { try tables.data.row(of: $0.0).orThrow() }
        #expect(best.count == 96 && best.agreement == 184.5 && best.groupSizes == [18, 5])
        #expect(KemenyRanking.agreement(of: order, in: outranking) == 181.625)
    }
}
