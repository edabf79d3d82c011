/// The rankings that agree with the most weight, pair by pair: Condorcet–Kemeny–Young–Levenglick, exact.
///
/// An order's agreement is the sum, over all pairs, of the weight that ranks the upper above the lower. Groups of units
/// of which each unit of one beats each of the other stand in that order in every best ranking (M. Truchon, "An
/// extension of the Condorcet criterion and Kemeny orders", Cahier 98-15, 1998), so each group is solved on its own, by
/// dynamic programming over its subsets. Sources: OECD/JRC Handbook (2008), §6.13, p. 112–114; H. P. Young, A.
/// Levenglick, SIAM J. Appl. Math. 35 (1978), p. 285–300.
public struct KemenyRanking: Hashable, Sendable {
    /// The greatest number of units in a group of which none beats all others through others, directly or in turn.
    ///
    /// 2²³ subsets are 8.4 million; solving them takes at most 170 MB.
    public static let greatestGroup = 23

    /// The mean place of each unit over all best orders, from 1; a whole number for all where there is one best order.
    public let meanPlaces: [Double]
    /// Best orders, as row numbers from the top; all of them, or the first ones that were found.
    public let orders: [[Int]]
    /// The number of best orders; nil beyond 2¹²⁸ − 1.
    public let count: UInt128?
    /// The agreement of the best orders; n (n − 1) / 2 where all indicators give the same order.
    public let agreement: Double
    /// The number of units in each group that was solved on its own, from the top.
    public let groupSizes: [Int]

    /// Finds the best orders.
    ///
    /// - Parameters:
    ///   - outranking: the weight behind each pair.
    ///   - listing: how many best orders are kept, at least one.
    /// - Throws: `IndexError` `tooLarge` for a group of more than 23 units.
    public init(of outranking: Outranking, listing: Int = 10) throws(IndexError) {
        let groups = MajorityGroups.of(outranking)
        var places = [Double](repeating: 0, count: outranking.count)
        var orders: [[Int]] = [[]]
        var count: UInt128? = 1
        var above = 0
        for group in groups {
            guard group.count <= Self.greatestGroup else {
                throw IndexError(
                    .tooLarge,
                    "\(group.count) units beat each other in a circle; at most \(Self.greatestGroup) can be ordered.")
            }
            let solved = KemenyGroup(of: group, in: outranking, listing: max(1, listing))
            for (member, place) in zip(group, solved.meanPlaces) { places[member] = Double(above) + place }
            count = count.flatMap { count in
                let (product, overflows) = count.multipliedReportingOverflow(by: solved.count)
                return overflows ? nil : product
            }
            orders = Array(
                orders.lazy.flatMap { head in solved.orders.lazy.map { head + $0 } }.prefix(max(1, listing)))
            above += group.count
        }
        meanPlaces = places
        self.orders = orders
        self.count = count
        groupSizes = groups.map(\.count)
        agreement = Self.agreement(of: orders[0], in: outranking)
    }

    /// How many units stand below each unit, on average over all best orders: a score that is the same whatever the
    /// order of the rows.
    public var scores: [Double] { meanPlaces.map { Double(meanPlaces.count) - $0 } }

    /// The sum of the weight that agrees with an order, pair by pair.
    static func agreement(of order: [Int], in outranking: Outranking) -> Double {
        var sum: Int64 = 0
        for (place, upper) in order.enumerated() {
            for lower in order[(place + 1)...] { sum += outranking.support[upper * outranking.count + lower] }
        }
        return Double(sum) / Double(outranking.total)
    }
}

/// The units in groups: every unit of an earlier group beats every unit of a later one; no group can be split further.
enum MajorityGroups {
    /// The strongly connected parts of the relation "not beaten by", from the top; units ascend within a group.
    static func of(_ outranking: Outranking) -> [[Int]] {
        let n = outranking.count
        var reaches = (0..<n).map { row in
            (0..<n).map { outranking.support[row * n + $0] >= outranking.support[$0 * n + row] }
        }
        for middle in 0..<n {
            for from in 0..<n where reaches[from][middle] {
                for to in 0..<n where reaches[middle][to] { reaches[from][to] = true }
            }
        }
        var groups: [[Int]] = []
        var isPlaced = [Bool](repeating: false, count: n)
        for unit in 0..<n where !isPlaced[unit] {
            let group = (0..<n).filter { reaches[unit][$0] && reaches[$0][unit] }
            for member in group { isPlaced[member] = true }
            groups.append(group)
        }
        return groups.sorted { reaches[$0[0]][$1[0]] && !reaches[$1[0]][$0[0]] }
    }
}
