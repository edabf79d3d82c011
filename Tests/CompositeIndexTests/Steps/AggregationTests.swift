import CompositeIndex
import Testing

struct AggregationTests {
    /// Values 1 and 4 with weights 1 : 1 and 3 : 1.
    @Test func `the means, by hand`() {
        let (values, even, uneven): ([Double], [Double], [Double]) = ([1, 4], [1, 1], [3, 1])
        #expect(WeightedMean.arithmetic(values, weights: even) == 2.5)
        #expect(isNear(WeightedMean.geometric(values, weights: even), 2))
        #expect(WeightedMean.harmonic(values, weights: even) == 1.6)
        #expect(isNear(WeightedMean.power(values, weights: even, exponent: 2), 8.5.squareRoot()))
        #expect(WeightedMean.arithmetic(values, weights: uneven) == 1.75)
        #expect(isNear(WeightedMean.geometric(values, weights: uneven), 2.0.squareRoot()))
        #expect(isNear(WeightedMean.harmonic(values, weights: uneven), 4 / 3.25))
        #expect(isNear(WeightedMean.power(values, weights: uneven, exponent: -1), 4 / 3.25))
        #expect(isNear(WeightedMean.power(values, weights: uneven, exponent: 0), 2.0.squareRoot()))
        #expect(isNear(WeightedMean.power(values, weights: uneven, exponent: 1), 1.75))
        #expect(WeightedMean.geometric([0, 4], weights: [0, 1]) == 4)
    }

    static let infos = [
        IndicatorInfo(code: "x", weight: 3, parent: "P"), .init(code: "y", parent: "P"), .init(code: "z", parent: "Q"),
    ]
    static let tree = [AggregateInfo(code: "P", parent: "T"), .init(code: "Q", parent: "T"), .init(code: "T")]

    private func run(_ rows: [[Double]], _ aggregation: Aggregation, _ weighting: Weighting? = nil) throws
        -> IndexResults
    {
        var steps = [Step(.normalise(Normalisation(.asIs)))]
        if let weighting { steps.append(Step(.weigh(weighting))) }
        steps.append(Step(.aggregate(aggregation)))
        let data = try SmallIndex.data(rows, indicators: Self.infos, aggregates: Self.tree)
        return try Pipeline(Framework(name: "small", steps: steps)).run(data)
    }

    @Test func `each level has its method, and a named aggregate its own`() throws {
        let rows: [[Double]] = [[1, 4, 7]]
        let plain = try run(rows, Aggregation(.arithmetic))
        #expect(plain.scores == NumberGrid([[1, 4, 7, 1.75, 7, 4.375]]))
        #expect(plain.weights == [.common([0.75, 0.25]), .common([1]), .common([0.5, 0.5])])
        let mixed = try run(rows, Aggregation(.geometric, .arithmetic)).index[0]
        #expect(isNear(mixed, (2.0.squareRoot() + 7) / 2))
        let named = try run(rows, Aggregation(.arithmetic, overrides: ["T": .harmonic])).index[0]
        #expect(isNear(named, 2 / (1 / 1.75 + 1.0 / 7)))
    }

    @Test func `weights of a step go before those of the metadata`() throws {
        let rows: [[Double]] = [[1, 4, 7]]
        let equal = try run(rows, Aggregation(.arithmetic), Weighting(.equal))
        #expect(equal.scores?[0, 3] == 2.5)
        let stated = Weighting(.given, overrides: ["T": .stated(weights: ["P": 1, "Q": 3])])
        let results = try run(rows, Aggregation(.arithmetic), stated)
        #expect(results.index[0] == 0.25 * 1.75 + 0.75 * 7)
        #expect(results.stages[1].report == .weighed(results.weights))
    }

    @Test func `a gap is refused, or the others share its weight`() throws {
        let rows: [[Double]] = [[.nan, 4, 7], [1, .nan, 7], [1, 4, .nan]]
        let error = #expect(throws: IndexError.self) { try run(rows, Aggregation(.arithmetic)) }
        #expect(error?.code == .missingValue)
        #expect(error?.place == .init(unit: "A", node: "P", step: "aggregate"))
        let skipped = try run(rows, Aggregation(.arithmetic, missing: .skip(minimumShare: 0)))
        #expect(skipped.index == [5.5, 4, 1.75])
        // x has three quarters of the weight below P: without it P is missing as well.
        let strict = try run(rows, Aggregation(.arithmetic, missing: .skip(minimumShare: 0.5)))
        #expect(isNear(strict.scores?.column(3) ?? [], [.nan, 1, 1.75]))
        #expect(isNear(strict.index, [7, 4, 1.75]))
        #expect(strict.ranks == [1, 2, 3])
    }

    @Test func `methods by pairs stand beside means`() throws {
        let rows: [[Double]] = [[1, 4, 7], [2, 5, 6], [3, 3, 5]]
        // Copeland of x and y under weights 3 : 1 is the order of x.
        let results = try run(rows, Aggregation(.copeland, .borda))
        #expect(results.scores?.column(3) == [-2, 0, 2])
        #expect(results.scores?.column(4) == [2, 0, -2])
        #expect(results.index == [1, 1, 1])
        #expect(try run(rows, Aggregation(.kemeny, .arithmetic)).scores?.column(3) == [0, 1, 2])
    }

    static let refused: [(IndexError.Code, Aggregation, Weighting?)] = [
        (.nonPositive, Aggregation(.geometric), nil), (.nonPositive, Aggregation(.harmonic), nil),
        (.nonPositive, Aggregation(.power(exponent: 2)), nil),
        (.unknownNode, Aggregation(.arithmetic, overrides: ["S": .geometric]), nil),
        (.unknownNode, Aggregation(.arithmetic, overrides: ["x": .geometric]), nil),
        (.unknownNode, Aggregation(.arithmetic), Weighting(.given, overrides: ["S": .equal])),
        (.parameter, Aggregation(.arithmetic, missing: .skip(minimumShare: 2)), nil),
        (
            .zeroWeights, Aggregation(.arithmetic),
            Weighting(.given, overrides: ["P": .stated(weights: ["x": 0, "y": 0])])
        ),
    ]

    @Test(arguments: refused)
    func `what makes no sense is refused`(_ code: IndexError.Code, _ aggregation: Aggregation, _ weighting: Weighting?)
    {
        let error = #expect(throws: IndexError.self) { try run([[0, 4, 7], [1, 2, .nan]], aggregation, weighting) }
        #expect(error?.code == code)
    }

    @Test func `no method of aggregation is an error, not a crash`() throws {
        var none = Aggregation(.arithmetic)
        none.levels = []
        let error = #expect(throws: IndexError.self) { try run([[1, 4, 7]], none) }
        #expect(error?.code == .parameter)
    }
}

struct OwnWeightsTests {
    @Test func `weights that each unit chooses for itself give its sum, and no other score`() throws {
        let rows: [[Double]] = [[0.9, 0.2], [0.4, 0.8], [0.3, 0.3]]
        let framework = { (method: AggregationMethod) in
            Framework(
                name: "own",
                steps: [
                    Step(.normalise(Normalisation(.asIs))), Step(.weigh(Weighting(.benefitOfTheDoubt(shares: nil)))),
                    Step(.aggregate(Aggregation(method))),
                ])
        }
        let results = try Pipeline(framework(.arithmetic)).run(try SmallIndex.data(rows))
        let scores = try BenefitOfTheDoubt(
            of: NumberGrid(rows), limits: nil, units: ["A", "B", "C"], codes: ["x", "y"]
        ).scores
        #expect(isNear(results.index, scores))
        #expect(isNear(results.index.max() ?? 0, 1))
        let error = #expect(throws: IndexError.self) {
            try Pipeline(framework(.geometric)).run(try SmallIndex.data(rows))
        }
        #expect(error?.code == .parameter)
    }
}
