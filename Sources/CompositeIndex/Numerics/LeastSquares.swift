/// The coefficients that bring a design closest to the observations: the least sum of squared differences.
///
/// By Householder reflections, which does not square the condition as the normal equations would. Source: G. H. Golub,
/// C. F. Van Loan, *Matrix Computations*, 4th ed. (2013), §5.3.2, algorithm 5.3.2.
struct LeastSquares {
    /// One coefficient for each column of the design.
    let coefficients: [Double]
    /// The sum of the squared differences that remain.
    let residualSum: Double

    /// - Parameters:
    ///   - design: one row per observation, one column per term (a column of ones for a constant), nothing missing.
    ///   - observations: one value per row.
    /// - Throws: `IndexError` `tooFewValues` with fewer observations than terms, `singular` if the columns depend on
    ///   each other.
    init(design: NumberGrid, observations: [Double]) throws(IndexError) {
        let (m, n) = (design.rows, design.columns)
        precondition(observations.count == m)
        guard m >= n else {
            throw IndexError(.tooFewValues, "\(m) observations do not determine \(n) coefficients.")
        }
        var a = design
        var b = observations
        for column in 0..<n {
            let whole = (0..<m).reduce(0) { $0 + design[$1, column] * design[$1, column] }.squareRoot()
            let norm = (column..<m).reduce(0) { $0 + a[$1, column] * a[$1, column] }.squareRoot()
            guard norm > 1e-12 * whole, norm > 0 else {
                throw IndexError(.singular, "Term \(column + 1) depends on the terms before it.")
            }
            let head = a[column, column] > 0 ? -norm : norm
            var reflector = (column..<m).map { a[$0, column] }
            reflector[0] -= head
            let square = reflector.reduce(0) { $0 + $1 * $1 }
            for target in column..<n {
                var dot = 0.0
                for row in column..<m { dot += reflector[row - column] * a[row, target] }
                let scale = 2 * dot / square
                for row in column..<m { a[row, target] -= scale * reflector[row - column] }
            }
            var dot = 0.0
            for row in column..<m { dot += reflector[row - column] * b[row] }
            let scale = 2 * dot / square
            for row in column..<m { b[row] -= scale * reflector[row - column] }
        }
        var solution = [Double](repeating: 0, count: n)
        for row in (0..<n).reversed() {
            var value = b[row]
            for column in row + 1..<max(n, row + 1) { value -= a[row, column] * solution[column] }
            solution[row] = value / a[row, row]
        }
        coefficients = solution
        residualSum = (n..<max(m, n)).reduce(0) { $0 + b[$1] * b[$1] }
    }
}
