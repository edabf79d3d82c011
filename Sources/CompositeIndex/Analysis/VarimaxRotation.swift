import Foundation

/// Loadings turned so that each factor has a few large ones and many near zero.
///
/// Plane rotations that raise the variance of the squared loadings, each indicator first scaled to length 1 (Kaiser's
/// normalisation), until no angle exceeds 10⁻¹². Source: H. F. Kaiser, "The varimax criterion for analytic rotation in
/// factor analysis", Psychometrika 23 (1958), p. 187–200; OECD/JRC Handbook (2008), §3.2, p. 69–72.
public struct VarimaxRotation: Hashable, Sendable {
    /// Indicators × factors; the greatest loading of each factor by size is positive.
    public let loadings: NumberGrid

    /// The variance that each factor explains: the sum of its squared loadings.
    public var explained: [Double] {
        (0..<loadings.columns).map { loadings.column($0).reduce(0) { $0 + $1 * $1 } }
    }

    /// Turns the factors.
    ///
    /// - Parameter loadings: indicators × factors, at least one factor.
    /// - Throws: `IndexError` `notConverged` after 1,000 rounds over all planes.
    public init(of loadings: NumberGrid) throws(IndexError) {
        let lengths = (0..<loadings.rows).map { loadings.row($0).reduce(0) { $0 + $1 * $1 }.squareRoot() }
        var columns = (0..<loadings.columns).map { factor in
            zip(loadings.column(factor), lengths).map { $1 > 0 ? $0 / $1 : 0 }
        }
        var isSettled = columns.count < 2
        for _ in 0..<1000 where !isSettled {
            isSettled = true
            for second in 1..<columns.count {
                for first in 0..<second where Self.turn(&columns, first, second) > 1e-12 { isSettled = false }
            }
        }
        guard isSettled else { throw IndexError(.notConverged, "The rotation did not settle within 1,000 rounds.") }
        self.loadings = NumberGrid(
            rows: loadings.rows,
            columns: columns.map { column in
                let loadings = zip(column, lengths).map { $0 * $1 }
                let greatest = loadings.map(abs).max() ?? 0
                let leading = loadings.first { abs($0) >= greatest * (1 - 1e-9) } ?? 1
                return loadings.map { leading < 0 ? -$0 : $0 }
            })
    }

    /// Turns two factors by the angle of Kaiser's equation 24, and says how far.
    private static func turn(_ columns: inout [[Double]], _ first: Int, _ second: Int) -> Double {
        let n = Double(columns[first].count)
        var (sumU, sumV, sumC, sumD) = (0.0, 0.0, 0.0, 0.0)
        for (x, y) in zip(columns[first], columns[second]) {
            let (u, v) = (x * x - y * y, 2 * x * y)
            sumU += u
            sumV += v
            sumC += u * u - v * v
            sumD += 2 * u * v
        }
        let angle = atan2(sumD - 2 * sumU * sumV / n, sumC - (sumU * sumU - sumV * sumV) / n) / 4
        guard abs(angle) > 1e-12 else { return 0 }
        let (c, s) = (cos(angle), sin(angle))
        for index in columns[first].indices {
            let (x, y) = (columns[first][index], columns[second][index])
            columns[first][index] = c * x + s * y
            columns[second][index] = c * y - s * x
        }
        return abs(angle)
    }
}
