import CompositeIndex
import Testing

struct HierarchyTests {
    @Test func `children stand before their parent and the index stands last`() throws {
        let tree = try Hierarchy(
            indicators: [
                .init(code: "b", weight: 2, parent: "P"), .init(code: "a", parent: "Q"), .init(code: "c", parent: "P"),
            ],
            aggregates: [
                .init(code: "Top"), .init(code: "P", parent: "Top"), .init(code: "Q", weight: 3, parent: "Top"),
            ])
        #expect(tree.nodes.map(\.code) == ["b", "a", "c", "P", "Q", "Top"])
        #expect(tree.nodes.map(\.level) == [1, 1, 1, 2, 2, 3])
        #expect(tree.nodes.map(\.children) == [[], [], [], [0, 2], [1], [3, 4]])
        #expect(tree.weights == [2, 1, 1, 1, 3, 1])
        #expect(tree.top == 5)
    }

    @Test func `indicators alone stand under an implied top`() throws {
        let tree = try Hierarchy(indicators: [.init(code: "a"), .init(code: "b")])
        #expect(tree.nodes.map(\.code) == ["a", "b", "Index"])
        #expect(tree.levelCount == 2)
    }

    @Test func `an aggregate whose last indicator goes, goes too`() throws {
        let tree = try Hierarchy(
            indicators: [.init(code: "a", parent: "P"), .init(code: "b", parent: "Q")],
            aggregates: [
                .init(code: "P", weight: 2, parent: "T"), .init(code: "Q", weight: 3, parent: "T"), .init(code: "T"),
            ])
        let rest = try tree.keeping(indicators: [1])
        #expect(rest.nodes.map(\.code) == ["b", "Q", "T"])
        #expect(rest.weights == [1, 3, 1])
    }

    static let refused: [(IndexError.Code, [IndicatorInfo], [AggregateInfo])] = [
        (.noData, [], [.init(code: "T")]),
        (.duplicateCode, [.init(code: "a", parent: "T"), .init(code: "a", parent: "T")], [.init(code: "T")]),
        (.duplicateCode, [.init(code: "T", parent: "T")], [.init(code: "T")]),
        (.unknownParent, [.init(code: "a", parent: "X")], [.init(code: "T")]),
        (.unknownParent, [.init(code: "a")], [.init(code: "T")]),
        (.unknownParent, [.init(code: "a", parent: "T"), .init(code: "b", parent: "a")], [.init(code: "T")]),
        (
            .severalTops, [.init(code: "a", parent: "T"), .init(code: "b", parent: "U")],
            [.init(code: "T"), .init(code: "U")]
        ),
        (.cycle, [.init(code: "a", parent: "P")], [.init(code: "P", parent: "Q"), .init(code: "Q", parent: "P")]),
        (.cycle, [.init(code: "a", parent: "P")], [.init(code: "P", parent: "P")]),
        (.childlessAggregate, [.init(code: "a", parent: "T")], [.init(code: "P", parent: "T"), .init(code: "T")]),
        (.zeroWeights, [.init(code: "a", weight: 0, parent: "T")], [.init(code: "T")]),
        (
            .negativeWeight, [.init(code: "a", weight: -1, parent: "T"), .init(code: "b", parent: "T")],
            [.init(code: "T")]
        ),
        (.negativeWeight, [.init(code: "a", weight: .infinity, parent: "T")], [.init(code: "T")]),
    ]

    @Test(arguments: refused)
    func `what is no tree is refused`(
        _ code: IndexError.Code, _ indicators: [IndicatorInfo], _ aggregates: [AggregateInfo]
    ) {
        let error = #expect(throws: IndexError.self) { try Hierarchy(indicators: indicators, aggregates: aggregates) }
        #expect(error?.code == code)
    }
}
