import CompositeIndex
import Testing

struct EditionChangeTests {
    /// Small editions: rows by unit, indicators under one top.
    private func edition(
        _ rows: [(String, [Double])], _ indicators: [IndicatorInfo], normaliser: Normaliser = .asIs,
        aggregation: AggregationMethod = .arithmetic, weighting: WeightMethod = .given
    ) throws -> Edition {
        Edition(
            framework: Framework(
                name: "small",
                steps: [
                    Step(.normalise(Normalisation(normaliser))), Step(.weigh(Weighting(weighting))),
                    Step(.aggregate(Aggregation(aggregation))),
                ]),
            data: try IndexData(
                units: rows.map { UnitInfo(code: $0.0) }, hierarchy: Hierarchy(indicators: indicators),
                values: NumberGrid(rows.map(\.1))))
    }

    private let two = [IndicatorInfo(code: "x"), .init(code: "y")]
    private let scale = Normaliser.minMax(scale: .hundred)

    @Test func `own data alone explain a change of own data`() async throws {
        let change = try await EditionChange.between(
            edition([("A", [1, 2]), ("B", [3, 4])], two), edition([("A", [2, 5]), ("B", [3, 4])], two))
        #expect(change.units.map(\.unit) == ["A", "B"])
        #expect(change.units[0].ownData == 2)
        #expect(change.units[0].change == 2)
        for part in [\EditionChange.UnitChange.method, \.weights, \.othersData] {
            #expect(change.units[0][keyPath: part] == 0)
        }
        #expect(change.units[1].change == 0)
    }

    @Test func `what others do to the scale belongs to others`() async throws {
        let old = try edition([("A", [1, 1]), ("B", [2, 2]), ("C", [3, 3])], two, normaliser: scale)
        let new = try edition([("A", [1, 1]), ("B", [2, 2]), ("C", [5, 3])], two, normaliser: scale)
        let change = try await EditionChange.between(old, new)
        // B in x falls from 50 to 25.
        #expect(isNear(change.units[1].othersData, -12.5))
        #expect(change.units[1].ownData == 0)
    }

    @Test func `units that enter or leave belong to others`() async throws {
        let old = try edition([("A", [1, 1]), ("B", [2, 2]), ("C", [3, 3])], two, normaliser: scale)
        let new = try edition([("D", [5, 5]), ("B", [2, 2]), ("A", [1, 1])], two, normaliser: scale)
        let change = try await EditionChange.between(old, new)
        #expect(change.entered == ["D"])
        #expect(change.left == ["C"])
        #expect(change.units.map(\.unit) == ["B", "A"])
        #expect(isNear(change.units[0].othersData, -25))
        #expect(change.units[0].change == -25)
    }

    @Test func `weights alone explain a change of weights`() async throws {
        let rows = [("A", [1.0, 3]), ("B", [3, 4])]
        let change = try await EditionChange.between(
            edition(rows, two), edition(rows, [.init(code: "x", weight: 3), .init(code: "y")]))
        #expect(change.units[0].weights == -0.5)
        #expect(change.units[0].change == -0.5)
        #expect(change.methodDifferences.isEmpty)
    }

    @Test func `a new indicator belongs to the method and brings its values along`() async throws {
        let old = try edition([("A", [2, 4]), ("B", [3, 4])], two)
        let new = try edition([("A", [2, 4, 9]), ("B", [3, 4, 0])], two + [.init(code: "z")])
        await #expect(throws: IndexError.self) { try await EditionChange.between(old, new) }
        let change = try await EditionChange.between(old, new, acrossMethods: true)
        #expect(change.methodDifferences == ["z is new"])
        #expect(isNear(change.units[0].method, 2))
        for part in [\EditionChange.UnitChange.ownData, \.weights, \.othersData] {
            #expect(isNear(change.units[0][keyPath: part], 0))
        }
        let back = try await EditionChange.between(new, old, acrossMethods: true)
        #expect(isNear(back.units[0].method, -2))
    }

    @Test func `a unit that left knows nothing of a new indicator, and that stops nobody else`() async throws {
        let old = try edition([("A", [1, 4]), ("B", [3, 2]), ("C", [5, 6])], two, normaliser: scale)
        let new = try edition(
            [("A", [1, 4, 2]), ("B", [3, 2, 3]), ("D", [9, 6, 7])], two + [.init(code: "z")], normaliser: scale)
        let change = try await EditionChange.between(old, new, acrossMethods: true)
        for unit in change.units {
            #expect(isNear(unit.ownData + unit.method + unit.weights + unit.othersData, unit.change))
            #expect(unit.method != 0)
        }
        #expect(change.units[1].othersData < 0)
        // All indicators are new: the unit that left has no value in the mixes at all.
        let redone = try edition([("A", [2]), ("B", [3]), ("D", [7])], [.init(code: "z")], normaliser: scale)
        let anew = try await EditionChange.between(old, redone, acrossMethods: true)
        for unit in anew.units {
            #expect(isNear(unit.ownData + unit.method + unit.weights + unit.othersData, unit.change))
        }
    }

    @Test func `editions of different method are refused unless it is said so`() async throws {
        let rows = [("A", [1.0, 3]), ("B", [3, 4])]
        let old = try edition(rows, two)
        let others = [
            try edition(rows, two, aggregation: .geometric), try edition(rows, two, normaliser: .rank),
            try edition(rows, [.init(code: "x", direction: .down), .init(code: "y")]),
            try edition(rows, [.init(code: "x", target: 4), .init(code: "y")]),
        ]
        for new in others {
            let error = await #expect(throws: IndexError.self) { try await EditionChange.between(old, new) }
            #expect(error?.code == .methodsDiffer)
            let change = try await EditionChange.between(old, new, acrossMethods: true)
            #expect(change.methodDifferences.count == 1)
            #expect(isNear(change.units[0].method, change.units[0].change))
        }
        // A name, a weight and a tier are no part of the ruler.
        var renamed = old
        renamed.framework.name = "other"
        renamed.framework.steps[0].name = "scale"
        #expect(try await EditionChange.between(old, renamed).methodDifferences.isEmpty)
    }

    @Test func `no unit in common and unknown units are refused`() async throws {
        let old = try edition([("A", [1, 2]), ("B", [2, 3])], two)
        let new = try edition([("C", [1, 2])], two)
        let apart = await #expect(throws: IndexError.self) { try await EditionChange.between(old, new) }
        #expect(apart?.code == .noData)
        let unknown = await #expect(throws: IndexError.self) { try await EditionChange.between(old, old, of: ["Z"]) }
        #expect(unknown?.code == .unknownUnit)
    }

    @Test(arguments: [WeightMethod.given, .principalComponent, .benefitOfTheDoubt(shares: nil)])
    func `the four parts add up to the change, whatever changes`(_ weighting: WeightMethod) async throws {
        for seed in 1...3 as ClosedRange<UInt64> {
            var (old, new) = (RandomIndex(seed: seed, gaps: true), RandomIndex(seed: seed + 100, gaps: true))
            new.units[3] = UnitInfo(code: "newcomer", groups: ["Region": "N"])
            old.indicators[6].weight = 4
            new.indicators[1].code = "another"
            let before = InvariantTests.framework(
                .median, .winsorise(limits: nil, maximum: 3, otherwise: nil), scale, weighting)
            let after = InvariantTests.framework(.mean, .fences(multiple: 2), scale, weighting)
            let (first, second) = (
                Edition(framework: before, data: try old.data()), Edition(framework: after, data: try new.data())
            )
            let change = try await EditionChange.between(
                first, second, acrossMethods: true, of: ["unit 1", "unit 4", "unit 7"])
            #expect(change.units.map(\.unit) == ["unit 1", "unit 4", "unit 7"])
            #expect(change.entered == ["newcomer"])
            #expect(change.left == ["unit 3"])
            let (oldScores, newScores) = (
                try RandomIndex.scores(before, first.data), try RandomIndex.scores(after, second.data)
            )
            for unit in change.units {
                #expect(isNear(unit.before, try oldScores[unit.unit].orThrow(), within: 1e-12))
                #expect(isNear(unit.after, try newScores[unit.unit].orThrow(), within: 1e-12))
                let sum = unit.ownData + unit.method + unit.weights + unit.othersData
                #expect(abs(sum - unit.change) <= 1e-12 * 100, "\(unit.unit): \(sum - unit.change)")
            }
        }
    }

    @Test func `the number of workers changes nothing`() async throws {
        let framework = InvariantTests.framework(.median, .none, scale)
        let old = Edition(framework: framework, data: try RandomIndex(seed: 1).data())
        let new = Edition(framework: framework, data: try RandomIndex(seed: 2).data())
        let alone = try await EditionChange.between(old, new)
        for workers in [2, 8] { #expect(try await EditionChange.between(old, new, workers: workers) == alone) }
    }

    @Test func `values at other times belong to the edition they came with`() async throws {
        let steps = [Step(.impute(.latest(maximumAge: nil)))] + (try edition([("A", [1, 1])], two)).framework.steps
        let framework = Framework(name: "panel", steps: steps)
        let data = { (year: Double, earlier: Double) throws in
            try IndexData(
                units: [.init(code: "A"), .init(code: "B")], hierarchy: Hierarchy(indicators: self.two),
                values: NumberGrid([[.nan, 1], [5, 1]]), time: year,
                otherTimes: [Snapshot(time: year - 1, values: NumberGrid([[earlier, 1], [5, 1]]))])
        }
        let change = try await EditionChange.between(
            Edition(framework: framework, data: data(2020, 3)), Edition(framework: framework, data: data(2022, 9)))
        #expect(change.units[0].ownData == 3)
        #expect(change.units[0].othersData == 0)
    }
}

struct ShapleyValueTests {
    static let vectors: [([Double], [Double])] = [
        // v(1) = 1, v(2) = 2, v(12) = 5: the averages of 1 and 3, and of 2 and 4.
        ([0, 1, 2, 5], [2, 3]),
        // |S|² for three players: the same for all.
        ([0, 1, 1, 4, 1, 4, 4, 9], [3, 3, 3]),
        // Player 3 adds nothing, wherever it comes in.
        ([0, 1, 2, 5, 0, 1, 2, 5], [2, 3, 0]),
        // A glove market: one left glove (player 1), two right ones.
        ([0, 0, 0, 1, 0, 1, 0, 1], [2.0 / 3, 1.0 / 6, 1.0 / 6]),
        ([7, 9], [2]),
    ]

    @Test(arguments: vectors)
    func `each player gets its mean marginal contribution`(_ worth: [Double], _ expected: [Double]) {
        #expect(isNear(ShapleyValue.values(worth: worth), expected))
    }
}
