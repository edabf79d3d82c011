import Testing

@testable import CompositeIndex

struct PairwiseTests {
    /// a is best on the first, c on the second; the first weighs twice.
    private let three = NumberGrid([[3, 1], [2, 2], [1, 3]])

    @Test func `Borda points are the units beaten, weighted, ties half`() {
        #expect(isNear(Outranking(of: three, weights: [2, 1]).bordaPoints, [4.0 / 3, 1, 2.0 / 3]))
        #expect(isNear(Outranking(of: NumberGrid([[1], [1], [0]]), weights: [5]).bordaPoints, [1.5, 1.5, 0]))
    }

    @Test func `Copeland counts duels won less duels lost`() {
        #expect(Outranking(of: three, weights: [2, 1]).copelandScores == [2, 0, -2])
        #expect(Outranking(of: three, weights: [1, 1]).copelandScores == [0, 0, 0])
    }

    @Test func `a missing value speaks for neither`() {
        let outranking = Outranking(of: NumberGrid([[1, .nan], [0, 5]]), weights: [1, 1])
        #expect(outranking.share(of: 0, above: 1) == 0.75)
    }

    private static let ratios: [([Double], [Int64])] = [
        ([0.1, 0.2, 0.3], [1, 2, 3]), ([1 / 6, 1 / 6, 1 / 6, 0.5], [1, 1, 1, 3]), ([7.3, 7.3], [1, 1]),
        ([0.17, 0.15, 0.11, 0, 0.57], [17, 15, 11, 0, 57]),
    ]

    @Test(arguments: ratios)
    func `weights become the whole numbers that they stand for`(weights: [Double], wholes: [Int64]) {
        #expect(Outranking.wholeNumbers(weights) == wholes)
    }

    @Test func `the best orders are those of all permutations`() throws {
        var random = IndexRandom(seed: 23)
        for round in 0..<120 {
            let n = 2 + round % 5
            let columns = 1 + random.below(5)
            let grid = NumberGrid((0..<n).map { _ in (0..<columns).map { _ in Double(random.below(4)) } })
            let outranking = Outranking(of: grid, weights: (0..<columns).map { _ in Double(1 + random.below(3)) })
            let found = try KemenyRanking(of: outranking, listing: 1000)
            var best: [[Int]] = []
            var greatest = -1.0
            for order in permutations(of: Array(0..<n)) {
                let agreement = KemenyRanking.agreement(of: order, in: outranking)
                if agreement > greatest { (best, greatest) = ([], agreement) }
                if agreement == greatest { best.append(order) }
            }
            #expect(found.agreement == greatest)
            #expect(found.count == UInt128(best.count))
            #expect(Set(found.orders) == Set(best))
            let means = (0..<n).map { unit in
                best.reduce(0.0) { $0 + Double(($1.firstIndex(of: unit) ?? 0) + 1) } / Double(best.count)
            }
            #expect(isNear(found.meanPlaces, means, within: 1e-8))
        }
    }

    @Test func `the order of the rows changes nothing`() throws {
        var random = IndexRandom(seed: 4)
        let grid = NumberGrid((0..<9).map { _ in (0..<4).map { _ in Double(random.below(5)) } })
        var order = Array(0..<9)
        random.shuffle(&order)
        let weights = [0.4, 0.3, 0.2, 0.1]
        let plain = try KemenyRanking(of: Outranking(of: grid, weights: weights))
        let shuffled = try KemenyRanking(of: Outranking(of: grid.keeping(rows: order), weights: weights.map { $0 * 7 }))
        #expect(shuffled.count == plain.count && shuffled.agreement == plain.agreement)
        #expect(shuffled.meanPlaces == order.map { plain.meanPlaces[$0] })
    }

    @Test func `equal units have every order, counted in 128 bits`() throws {
        let twelve = (1...12).reduce(UInt128(1)) { $0 * UInt128($1) }
        // Three groups of twelve equal units: 12!³ is beyond 64 bits, 12!⁵ beyond 128.
        for (groups, count) in [(1, twelve), (3, twelve * twelve * twelve), (5, nil)] {
            let grid = NumberGrid((0..<12 * groups).map { [Double(-($0 / 12))] })
            let found = try KemenyRanking(of: Outranking(of: grid, weights: [1]), listing: 3)
            #expect(found.count == count)
            #expect(found.orders.count == 3)
            #expect(found.groupSizes == Array(repeating: 12, count: groups))
            #expect(found.meanPlaces[0] == 6.5)
        }
    }

    @Test func `a circle of more than 23 units is refused`() {
        #expect {
            try KemenyRanking(of: Outranking(of: NumberGrid(rows: 24, columns: 1, filledWith: 1), weights: [1]))
        } throws: {
            ($0 as? IndexError)?.code == .tooLarge
        }
    }

    private func permutations(of items: [Int]) -> [[Int]] {
        guard items.count > 1 else { return [items] }
        return items.flatMap { first in permutations(of: items.filter { $0 != first }).map { [first] + $0 } }
    }
}
