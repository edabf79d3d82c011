/// The lower triangle L with L Lᵀ = A of a symmetric, positive definite matrix A; solves equations and inverts.
///
/// Source: G. H. Golub, C. F. Van Loan, *Matrix Computations*, 4th ed. (2013), §4.2.5, algorithm 4.2.1.
struct CholeskyFactor {
    /// The lower triangle; zeros above the diagonal.
    let lower: NumberGrid

    /// - Throws: `IndexError` `singular` if the matrix is not positive definite within rounding.
    init(of matrix: NumberGrid) throws(IndexError) {
        let n = matrix.rows
        guard matrix.columns == n else { throw IndexError(.shape, "The matrix is not square.") }
        var lower = NumberGrid(rows: n, columns: n, filledWith: 0)
        for column in 0..<n {
            var pivot = matrix[column, column]
            for k in 0..<column { pivot -= lower[column, k] * lower[column, k] }
            guard pivot > 1e-13 * abs(matrix[column, column]) else {
                throw IndexError(
                    .singular, "The columns depend on each other, so the equations have no single solution.")
            }
            let diagonal = pivot.squareRoot()
            lower[column, column] = diagonal
            for row in column + 1..<max(n, column + 1) {
                var value = matrix[row, column]
                for k in 0..<column { value -= lower[row, k] * lower[column, k] }
                lower[row, column] = value / diagonal
            }
        }
        self.lower = lower
    }

    /// The solution x of A x = b.
    func solve(_ right: [Double]) -> [Double] {
        let n = lower.rows
        precondition(right.count == n)
        var x = right
        for row in 0..<n {
            for column in 0..<row { x[row] -= lower[row, column] * x[column] }
            x[row] /= lower[row, row]
        }
        for row in (0..<n).reversed() {
            for below in row + 1..<max(n, row + 1) { x[row] -= lower[below, row] * x[below] }
            x[row] /= lower[row, row]
        }
        return x
    }

    /// The inverse of A.
    var inverse: NumberGrid {
        let n = lower.rows
        return NumberGrid(
            rows: n,
            columns: (0..<n).map { column in solve((0..<n).map { $0 == column ? 1 : 0 }) })
    }
}
