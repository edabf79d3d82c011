/// The points of the unit cube at which a model is evaluated, each by its number alone.
///
/// A plain design has one row per point. A split design has, per point, the rows A, B and one A_B(i) per factor: A with
/// coordinate i taken from B. A and B are the two halves of one point in twice as many dimensions. Source: A. Saltelli et
/// al. (2010), Variance based sensitivity analysis of model output, Comput. Phys. Commun. 181, 259–270, section 4.
struct SampleDesign: Sendable {
    let factors: Int
    let sampling: Sampling
    let isSplit: Bool
    private let seed: KeyedHash
    private let sequence: SobolSequence?
    /// One per scramble and column.
    private let scrambles: [OwenScramble]

    /// The most factors a split design can take from the Sobol' sequence.
    static let mostFactors = SobolSequence.mostDimensions / 2

    init(factors: Int, sampling: Sampling, isSplit: Bool, seed: UInt64) {
        self.factors = factors
        self.sampling = sampling
        self.isSplit = isSplit
        self.seed = KeyedHash(seed: seed)
        let columns = isSplit ? 2 * factors : factors
        switch sampling {
        case .sobol(_, let count):
            sequence = SobolSequence(dimensions: columns)
            let start = KeyedHash(seed: seed)
            scrambles = (0..<count).flatMap { scramble in
                (0..<columns).map { OwenScramble(seed: start.with(scramble).state, dimension: $0) }
            }
        case .pseudoRandom:
            sequence = nil
            scrambles = []
        }
    }

    /// Coordinates of one point: factors, or twice as many in a split design (A, then B).
    var columns: Int { isSplit ? 2 * factors : factors }
    /// Evaluations of one point.
    var rowsPerPoint: Int { isSplit ? factors + 2 : 1 }
    /// Evaluations in all.
    var runs: Int { sampling.points * rowsPerPoint }

    /// Writes the coordinates of a point, all in the open interval (0, 1).
    func fill(point: Int, into coordinates: inout [Double]) {
        guard let sequence, case .sobol(let points, _) = sampling else {
            let key = seed.with(point)
            for column in 0..<columns { coordinates[column] = key.with(column).unit }
            return
        }
        let (scramble, index) = point.quotientAndRemainder(dividingBy: points)
        for column in 0..<columns {
            let digits = sequence.digits(index: UInt32(index), dimension: column)
            coordinates[column] = scrambles[scramble * columns + column].unit(digits: digits)
        }
    }

    /// Coordinate `factor` in row `row` of a point: row 0 is A, row 1 is B, row 2 + i is A with coordinate i of B.
    @inline(__always)
    func coordinate(_ factor: Int, row: Int, of coordinates: [Double]) -> Double {
        coordinates[row == 1 || row == factor + 2 ? factor + factors : factor]
    }
}
