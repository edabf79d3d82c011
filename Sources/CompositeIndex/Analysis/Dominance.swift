/// What can be said of the order of the units without any weights: a unit dominates another that is nowhere better and
/// somewhere worse.
///
/// Whatever the weights above zero and however children are combined, as long as more of any is better, the order of a
/// dominated pair stands. Source: R. Bruggemann, G. P. Patil, *Ranking and Prioritization for Multi-indicator Systems*
/// (2011), chapters 3 and 4.
public struct Dominance: Hashable, Sendable {
    /// Row numbers of the units that each unit dominates, ascending.
    public let dominated: [[Int]]
    /// Row numbers of the units that each unit dominates with none between: the lines of a Hasse diagram.
    public let covered: [[Int]]
    /// The level of each unit in the Hasse diagram, from 0 for units that nothing dominates.
    public let levels: [Int]
    /// The ranks that a unit can have under any weights above zero, 1 for the best.
    public let possibleRanks: [ClosedRange<Int>]
    /// The number of pairs of which neither dominates.
    public let incomparablePairs: Int

    /// Compares all units in all columns; units with the same values do not dominate each other.
    ///
    /// - Parameters:
    ///   - values: units × indicators, more is better, nothing missing.
    ///   - units: the codes of the units, for the place of an error.
    /// - Throws: `IndexError` `missingValue`, because a gap could be anything.
    public init(of values: NumberGrid, units: [String]) throws(IndexError) {
        let n = values.rows
        let values = values.settled()
        for unit in 0..<n where values.row(unit).contains(where: \.isNaN) {
            throw IndexError(.missingValue, "A gap cannot be compared.", at: .init(unit: units[unit]))
        }
        var beats = [Bool](repeating: false, count: n * n)
        for unit in 0..<n {
            for other in 0..<n where unit != other {
                let pairs = zip(values.row(unit), values.row(other))
                beats[unit * n + other] = pairs.allSatisfy { $0 >= $1 } && pairs.contains { $0 > $1 }
            }
        }
        let dominated = (0..<n).map { unit in (0..<n).filter { beats[unit * n + $0] } }
        let above = (0..<n).map { unit in (0..<n).filter { beats[$0 * n + unit] } }
        self.dominated = dominated
        covered = (0..<n).map { unit in
            dominated[unit].filter { lower in !dominated[unit].contains { beats[$0 * n + lower] } }
        }
        // Who has fewer above stands earlier, so each level is known before it is asked for.
        var levels = [Int](repeating: 0, count: n)
        for unit in (0..<n).sorted(by: { (above[$0].count, $0) < (above[$1].count, $1) }) {
            levels[unit] = above[unit].map { levels[$0] + 1 }.max() ?? 0
        }
        self.levels = levels
        possibleRanks = (0..<n).map { above[$0].count + 1...n - dominated[$0].count }
        incomparablePairs = n * (n - 1) / 2 - dominated.reduce(0) { $0 + $1.count }
    }
}
