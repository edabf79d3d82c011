/// How the factors of an uncertainty analysis are sampled.
public enum Sampling: Codable, Hashable, Sendable {
    /// Independent Owen scrambles of a Sobol' sequence, each of `points` points, a power of two from 2 to 2^31.
    case sobol(points: Int, scrambles: Int)
    /// Independent uniform draws; intervals come from `resamples` paired bootstrap samples.
    case pseudoRandom(points: Int, resamples: Int)

    /// Base points in all; a variance split evaluates each of them factors + 2 times.
    public var points: Int {
        switch self {
        case .sobol(let points, let scrambles): points * scrambles
        case .pseudoRandom(let points, _): points
        }
    }

    /// Consecutive points that give one estimate of their own: a scramble, or a block that is resampled as one.
    var replicates: Int {
        switch self {
        case .sobol(_, let scrambles): scrambles
        case .pseudoRandom(let points, _): min(points, Self.mostBlocks)
        }
    }

    /// The replicate that a point belongs to.
    func replicate(of point: Int) -> Int {
        switch self {
        case .sobol(let points, _): point / points
        case .pseudoRandom(let points, _): point * replicates / points
        }
    }

    /// More blocks would cost time and memory and change the interval's width by less than its own noise.
    private static let mostBlocks = 128
}
