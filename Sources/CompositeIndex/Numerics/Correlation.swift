/// A measure of how two indicators go together, from −1 to 1; only units with both values count.
public enum Correlation: String, Codable, Hashable, Sendable, CaseIterable {
    /// The product-moment coefficient: how close to a line.
    case pearson
    /// The product-moment coefficient of the mid-ranks: how close to any rising curve.
    case spearman
    /// Kendall's τ_b: concordant less discordant pairs, corrected for ties on both sides. Source: M. G. Kendall, "The
    /// treatment of ties in ranking problems", Biometrika 33 (1945), p. 239–251.
    case kendall

    /// The coefficient of two columns of equal length; nil where fewer than two units have both values, or where one of
    /// the columns is constant over them.
    public func coefficient(_ first: [Double], _ second: [Double]) -> Double? {
        precondition(first.count == second.count)
        let both = first.indices.filter { !first[$0].isNaN && !second[$0].isNaN }
        let x = both.map { first[$0] }
        let y = both.map { second[$0] }
        guard x.count >= 2 else { return nil }
        return switch self {
        case .pearson: Self.productMoment(x, y)
        case .spearman:
            Self.productMoment(MidRanks.ascending(Settling.scores(x)), MidRanks.ascending(Settling.scores(y)))
        case .kendall: Self.tau(Settling.scores(x), Settling.scores(y))
        }
    }

    /// The coefficients between all columns of a grid; missing where one is not determined.
    public func matrix(of grid: NumberGrid) -> NumberGrid {
        var matrix = NumberGrid(rows: grid.columns, columns: grid.columns)
        let columns = (0..<grid.columns).map { grid.column($0) }
        for row in 0..<grid.columns {
            for column in row..<grid.columns {
                guard var value = coefficient(columns[row], columns[column]) else { continue }
                if row == column { value = 1 }
                matrix[row, column] = value
                matrix[column, row] = value
            }
        }
        return matrix
    }

    private static func productMoment(_ x: [Double], _ y: [Double]) -> Double? {
        let (xs, ys) = (Sample(x), Sample(y))
        guard !xs.isConstant, !ys.isConstant, let xMean = xs.mean, let yMean = ys.mean else { return nil }
        var (xx, yy, xy) = (0.0, 0.0, 0.0)
        for index in x.indices {
            let (dx, dy) = (x[index] - xMean, y[index] - yMean)
            xx += dx * dx
            yy += dy * dy
            xy += dx * dy
        }
        guard xx > 0, yy > 0 else { return nil }
        return max(-1, min(1, xy / (xx.squareRoot() * yy.squareRoot())))
    }

    private static func tau(_ x: [Double], _ y: [Double]) -> Double? {
        var (balance, untiedX, untiedY) = (0, 0, 0)
        for later in 1..<x.count {
            for earlier in 0..<later {
                let (signX, signY) = (sign(x[later] - x[earlier]), sign(y[later] - y[earlier]))
                balance += signX * signY
                untiedX += abs(signX)
                untiedY += abs(signY)
            }
        }
        guard untiedX > 0, untiedY > 0 else { return nil }
        return Double(balance) / (Double(untiedX).squareRoot() * Double(untiedY).squareRoot())
    }

    private static func sign(_ value: Double) -> Int { value > 0 ? 1 : value < 0 ? -1 : 0 }
}
