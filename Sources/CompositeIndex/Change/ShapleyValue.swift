/// What each of several players adds to a total, on average over all orders in which they can come in.
///
/// φᵢ = Σ over S without i of |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S)). Source: L. S. Shapley, "A Value for n-Person
/// Games", in *Contributions to the Theory of Games II* (1953), p. 307–317; A. F. Shorrocks, "Decomposition procedures for
/// distributional analysis", J. Econ. Inequal. 11 (2013), p. 99–126, for changes between two dates.
public enum ShapleyValue {
    /// The values of n players.
    ///
    /// - Parameter worth: 2ⁿ numbers: the worth of the coalition whose members are the bits of the index.
    public static func values(worth: [Double]) -> [Double] {
        let players = worth.count.trailingZeroBitCount
        precondition(worth.count == 1 << players && players <= 20)
        let shares = (0..<players).map { size in
            // |S|! (n − |S| − 1)! / n! = 1 / (n · C(n − 1, |S|))
            1 / (Double(players) * binomial(players - 1, size))
        }
        return (0..<players).map { player in
            var value = 0.0
            for coalition in worth.indices where coalition & 1 << player == 0 {
                value += shares[coalition.nonzeroBitCount] * (worth[coalition | 1 << player] - worth[coalition])
            }
            return value
        }
    }

    private static func binomial(_ n: Int, _ k: Int) -> Double {
        (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
    }
}
