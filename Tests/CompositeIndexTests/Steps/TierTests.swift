import CompositeIndex
import Testing

struct TierTests {
    static let scheme = TierScheme(tiers: [.init("High", from: 70), .init("Middle", from: 40), .init("Low", from: nil)])

    @Test func `a score at a threshold belongs to the tier above it`() throws {
        #expect(try Self.scheme.tiers(of: [100, 70, 69.999, 40, 39, -5, .nan]) == [0, 0, 1, 1, 2, 2, nil])
    }

    @Test func `the margins say how far the borders are`() throws {
        let margins = try Self.scheme.margins(of: [75, 50, 10])
        #expect(margins.map(\.up) == [nil, 20, 30])
        #expect(margins.map(\.down) == [5, 10, nil])
    }

    static let refused: [[TierScheme.Tier]] = [
        [], [.init("All", from: 0)], [.init("A", from: 1), .init("B", from: 1), .init("C", from: nil)],
        [.init("A", from: 1), .init("B", from: 2), .init("C", from: nil)],
        [.init("A", from: nil), .init("B", from: nil)],
        [.init("A", from: .nan), .init("B", from: nil)],
    ]

    @Test(arguments: refused)
    func `thresholds fall from tier to tier, and the last tier has none`(_ tiers: [TierScheme.Tier]) {
        let error = #expect(throws: IndexError.self) { try TierScheme(tiers: tiers).tiers(of: [1]) }
        #expect(error?.code == .parameter)
    }

    static let maturity = MaturityScheme(
        ground: "None",
        stages: [
            .init("Founded", gates: [.init("x", atLeast: 1)]),
            .init("Working", gates: [.init("x", atLeast: 2), .init("y", atLeast: 1)]),
            .init("Leading", gates: [.init("y", atLeast: 3)]),
        ])

    @Test func `a stage is reached only when all below are`() throws {
        let tree = try Hierarchy(indicators: [.init(code: "x"), .init(code: "y")])
        let scores = NumberGrid([[0, 9, 9], [1, 9, 9], [2, 1, 0], [2, 3, 0], [2, .nan, 0]])
        #expect(try Self.maturity.stages(of: scores, in: tree) == [0, 1, 2, 3, 1])
        #expect(try Self.maturity.openGates(of: 0, in: scores, tree) == [.init("x", atLeast: 1)])
        #expect(try Self.maturity.openGates(of: 4, in: scores, tree) == [.init("y", atLeast: 1)])
        #expect(try Self.maturity.openGates(of: 3, in: scores, tree).isEmpty)
        let stray = MaturityScheme(ground: "None", stages: [.init("S", gates: [.init("q", atLeast: 1)])])
        #expect(throws: IndexError.self) { try stray.stages(of: scores, in: tree) }
    }

    @Test func `tiers and stages are steps of the method`() throws {
        let framework = Framework(
            name: "tiers",
            steps: [
                Step(.normalise(Normalisation(.asIs))), Step(.aggregate(Aggregation(.arithmetic))),
                Step(.tier(Self.scheme)),
                Step(.tier(TierScheme(node: "x", tiers: Self.scheme.tiers)), name: "tier of x"),
                Step(.stage(Self.maturity)),
            ])
        let results = try Pipeline(framework).run(try SmallIndex.data([[80, 2], [1, 90]]))
        #expect(results.stages[2].report == .tiered([1, 1]))
        #expect(results.stages[3].report == .tiered([0, 2]))
        #expect(results.stages[4].report == .staged([2, 1]))
    }
}
