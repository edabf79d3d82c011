import Foundation

/// When two numbers are the same: the one rule behind ties, ranks, middle ranks, tiers and gates.
///
/// Sums and quotients of doubles miss the true value by a few units in the last place, so the same answers, added up in
/// another order, give 50 and 49.99999999999999. Numbers are therefore *settled* before they are compared or given out:
/// rounded to 13 significant decimal digits, some thousand times coarser than what the pipeline's rounding can add up to,
/// and finer than anything that is printed. A settled number is the double that its decimal text reads as, so a threshold
/// that is written with at most so many digits is compared exactly. Nothing is computed from settled numbers: an aggregate
/// is made of its children as they are, and settled at the end.
enum Settling {
    static let digits = 13

    /// The scores of one node: digits count from the greatest magnitude among them.
    ///
    /// Scores are sums in which terms cancel, so a score near zero is as uncertain as its neighbours are large.
    static func scores(_ column: [Double]) -> [Double] {
        let grain = Grain(of: column)
        return column.map(grain.settle)
    }

    /// The same without allocating, for many runs; as many places as scores.
    static func scores(_ column: UnsafeBufferPointer<Double>, into settled: UnsafeMutableBufferPointer<Double>) {
        let grain = Grain(of: column)
        for place in column.indices { settled.initializeElement(at: place, to: grain.settle(column[place])) }
    }

    /// Data as they were measured, divided or transformed: digits count from each value's own magnitude.
    ///
    /// Nothing cancels in a quotient, and a column may hold populations of a village and of a continent.
    static func values(_ column: [Double]) -> [Double] {
        column.map { Grain(magnitude: abs($0)).settle($0) }
    }
}

/// The step between numbers that are told apart, a power of ten.
struct Grain: Sendable {
    /// Steps in one, where the step is at most one; else 1.
    private let multiplier: Double
    /// The step, where it is greater than one; else 1.
    private let divisor: Double

    init(of scores: some Sequence<Double>) {
        var greatest = 0.0
        // A comparison with NaN fails, so gaps have no part in it.
        for score in scores where abs(score) > greatest { greatest = abs(score) }
        self.init(magnitude: greatest)
    }

    init(magnitude: Double) {
        guard magnitude > 0, magnitude.isFinite else {
            self.init(multiplier: 0, divisor: 1)
            return
        }
        let places = Settling.digits - 1 - Int(log10(magnitude).rounded(.down))
        self.init(places: places)
        // 9.99… settles as 10, which has a digit more before the point: to settle twice must change nothing.
        if settle(magnitude) >= pow(10, Double(Settling.digits - places)) { self.init(places: places - 1) }
    }

    private init(places: Int) {
        // Beyond 10^±300 a power would not be a number; nothing measured is there.
        self.init(
            multiplier: places > 0 ? pow(10, Double(min(places, 300))) : 1,
            divisor: places < 0 ? pow(10, Double(min(-places, 300))) : 1)
    }

    private init(multiplier: Double, divisor: Double) {
        self.multiplier = multiplier
        self.divisor = divisor
    }

    /// The nearest number on the grain; what is no number stays so.
    func settle(_ value: Double) -> Double {
        guard multiplier > 0 else { return value }
        let settled = divisor > 1 ? (value / divisor).rounded() * divisor : (value * multiplier).rounded() / multiplier
        return settled.isFinite ? settled : value
    }
}

extension NumberGrid {
    /// Every column settled as the scores of a node.
    func settled() -> NumberGrid {
        var copy = self
        for number in 0..<columns { copy.setColumn(number, Settling.scores(column(number))) }
        return copy
    }
}
