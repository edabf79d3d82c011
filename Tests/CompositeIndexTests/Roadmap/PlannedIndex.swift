@testable import CompositeIndex

/// Three units and three indicators between the goalposts 0 and 100, of which the third counts down; unit u starts at 20, 30
/// and 70.
struct PlannedIndex {
    func results(
        changing own: [Double] = [20, 30, 70], normaliserOfFirst: Normaliser? = nil,
        method: AggregationMethod = .arithmetic
    ) throws -> IndexResults {
        let posts = Goalposts(lower: 0, upper: 100)
        let tree = try Hierarchy(
            indicators: [
                .init(code: "a", weight: 2, goalposts: posts, parent: "T"),
                .init(code: "b", goalposts: posts, parent: "T"),
                .init(code: "c", direction: .down, goalposts: posts, parent: "T"),
            ],
            aggregates: [.init(code: "T")])
        let data = try IndexData(
            units: ["u", "v", "w"].map { UnitInfo(code: $0) }, hierarchy: tree,
            values: NumberGrid([own, [50, 60, 40], [80, 10, 90]]))
        return try Pipeline(
            Framework(
                name: "Small",
                steps: [
                    Step(
                        .normalise(
                            Normalisation(
                                .goalposts(scale: .hundred, cap: true), overrides: normaliserOfFirst.map { ["a": $0] }))
                    ), Step(.aggregate(Aggregation(method))),
                ])
        ).run(data)
    }
}
