import Testing

@testable import Desk

@Suite struct FigureTests {
    @Test(arguments: [
        (0, 7, 3, [false, false, false]), (3, 7, 3, [true, true, false]), (4, 7, 3, [false, false, true]),
        (6, 7, 2, [true, true]), (0, 1, 0, []),
    ])
    func `the sides of RFC 9162, section 2.1.3.2`(_ entry: Int, _ size: Int, _ levels: Int, _ expected: [Bool]) {
        #expect(ProofFigure(entry: entry, size: size, levels: levels).sides == expected)
    }

    @Test func `every group gets some`() {
        #expect(RelationsView.shares([100, 1, 2]) == [RelationsView.most - 3, 1, 2])
        #expect(RelationsView.shares(Array(repeating: 5, count: 40)).reduce(0, +) == RelationsView.most)
        #expect(RelationsView.shares([]).isEmpty)
    }
}
