import CompositeIndex
import Testing

/// Data at the edge of sense: each gives a score or a sentence, never a silent gap.
struct EdgeTests {
    private func run(_ rows: [[Double]], _ normaliser: Normaliser, missing: MissingChildren = .refuse) throws
        -> IndexResults
    {
        try Pipeline(
            Framework(
                name: "edge",
                steps: [
                    Step(.normalise(Normalisation(normaliser))),
                    Step(.aggregate(Aggregation(.arithmetic, missing: missing))),
                ])
        ).run(try SmallIndex.data(rows))
    }

    @Test func `one unit alone has a score where the scale does not need others`() throws {
        #expect(try run([[3, 5]], .asIs).index == [4])
        #expect(try run([[3, 5]], .rank).index == [1])
        let error = #expect(throws: IndexError.self) { try run([[3, 5]], .minMax(scale: .unit)) }
        #expect(error?.code == .constant)
        #expect(error?.place == .init(indicator: "x", step: "normalise"))
    }

    @Test func `one indicator alone is the index`() throws {
        let results = try run([[3], [1], [2]], .minMax(scale: .hundred))
        #expect(results.index == [100, 0, 50])
        #expect(results.ranks == [1, 3, 2])
        #expect(results.data.hierarchy.levelCount == 2)
    }

    @Test func `ties share a rank`() throws {
        #expect(try run([[3], [1], [3], [2]], .asIs).ranks == [1, 4, 1, 3])
    }

    @Test func `an indicator with one value is refused by name`() throws {
        let error = #expect(throws: IndexError.self) {
            try run([[1, 7], [2, .nan], [3, .nan]], .zScore(mean: 0, deviation: 1), missing: .skip(minimumShare: 0))
        }
        #expect(error?.code == .constant)
        #expect(error?.place.indicator == "y")
    }

    @Test func `a unit may lose all its data to a denominator, and then has neither score nor rank`() throws {
        let data = try SmallIndex.data(
            [[1], [2], [3]], indicators: [.init(code: "x", denominator: "GDP")], denominators: ("GDP", [1, .nan, 1]))
        let framework = Framework(
            name: "edge",
            steps: [
                Step(.denominate(Denomination())), Step(.normalise(Normalisation(.minMax(scale: .unit)))),
                Step(.aggregate(Aggregation(.arithmetic, missing: .skip(minimumShare: 0)))),
            ])
        let results = try Pipeline(framework).run(data)
        #expect(isNear(results.index, [0, .nan, 1]))
        #expect(results.ranks == [2, nil, 1])
    }

    @Test func `a framework of no step gives the data back`() throws {
        let results = try Pipeline(Framework(name: "empty", steps: [])).run(try SmallIndex.data([[1], [2]]))
        #expect(results.scores == nil)
        #expect(results.index.isEmpty)
        #expect(results.data == results.input)
    }

    @Test func `numbers beyond the largest are refused where they arise`() throws {
        let divided = try SmallIndex.data(
            [[1e300], [2]], indicators: [.init(code: "x", denominator: "GDP")], denominators: ("GDP", [1e-300, 1]))
        let quotient = #expect(throws: IndexError.self) { try SmallIndex.stage(.denominate(Denomination()), divided) }
        #expect(quotient?.code == .infinite)
        #expect(quotient?.place == .init(unit: "A", indicator: "x", step: "denominate"))
        let squares = Framework(
            name: "edge",
            steps: [
                Step(.normalise(Normalisation(.asIs))), Step(.aggregate(Aggregation(.power(exponent: 2)))),
            ])
        let power = #expect(throws: IndexError.self) { try Pipeline(squares).run(SmallIndex.data([[1, 1e200]])) }
        #expect(power?.place == .init(unit: "A", node: "Index", step: "aggregate"))
        #expect(throws: IndexError.self) {
            try SmallIndex.data([[1]], denominators: ("GDP", [.infinity]))
        }
        #expect(throws: IndexError.self) {
            try SmallIndex.data([[1]], time: 2, otherTimes: [Snapshot(time: 1, values: NumberGrid([[.infinity]]))])
        }
    }

    @Test func `imputation of data without gaps changes nothing`() throws {
        let data = try SmallIndex.data([[1, 2], [3, 5], [4, 4], [7, 9]])
        for method in InvariantTests.imputations.dropLast() where method != .groupMean(group: "Region") {
            #expect(try SmallIndex.stage(.impute(method), data).data == data)
        }
    }
}
