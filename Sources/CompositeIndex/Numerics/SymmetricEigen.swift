/// The eigenvalues and eigenvectors of a symmetric matrix, greatest eigenvalue first.
///
/// Cyclic Jacobi rotations until no element off the diagonal counts against the whole. Source: G. H. Golub, C. F. Van
/// Loan, *Matrix Computations*, 4th ed. (2013), §8.5, algorithm 8.5.3.
struct SymmetricEigen {
    /// The eigenvalues, descending.
    let values: [Double]
    /// The eigenvectors of length 1 as columns; each has its greatest component (by size, the first of equals)
    /// positive.
    let vectors: NumberGrid

    /// - Throws: `IndexError` if the matrix is not square, not symmetric or holds a missing value.
    init(of matrix: NumberGrid) throws(IndexError) {
        let n = matrix.rows
        guard n > 0, matrix.columns == n else { throw IndexError(.shape, "The matrix is not square.") }
        let size = matrix.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard size.isFinite else { throw IndexError(.missingValue, "The matrix has a value that is not a number.") }
        for row in 0..<n {
            for column in 0..<row where abs(matrix[row, column] - matrix[column, row]) > 1e-12 * size {
                throw IndexError(.shape, "The matrix is not symmetric.")
            }
        }
        var a = matrix
        var v = NumberGrid(rows: n, columns: n, filledWith: 0)
        for index in 0..<n { v[index, index] = 1 }
        try Self.rotate(&a, &v, size: size)

        let order = (0..<n).sorted { (a[$0, $0], -$0) > (a[$1, $1], -$1) }
        values = order.map { a[$0, $0] }
        var sorted = v.keeping(columns: order)
        for column in 0..<n {
            let vector = sorted.column(column)
            let greatest = vector.map(abs).max() ?? 0
            let leading = vector.first { abs($0) >= greatest * (1 - 1e-9) } ?? 1
            if leading < 0 { sorted.setColumn(column, vector.map { -$0 }) }
        }
        vectors = sorted
    }

    private static func rotate(_ a: inout NumberGrid, _ v: inout NumberGrid, size: Double) throws(IndexError) {
        let n = a.rows
        for _ in 0..<100 {
            var off = 0.0
            for row in 0..<n { for column in 0..<row { off += a[row, column] * a[row, column] } }
            if off.squareRoot() <= 1e-16 * size { return }
            for p in 0..<n {
                for q in p + 1..<max(n, p + 1) where a[p, q] != 0 {
                    let theta = (a[q, q] - a[p, p]) / (2 * a[p, q])
                    let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
                    let c = 1 / (t * t + 1).squareRoot()
                    let s = t * c
                    for k in 0..<n {
                        let (kp, kq) = (a[k, p], a[k, q])
                        a[k, p] = c * kp - s * kq
                        a[k, q] = s * kp + c * kq
                    }
                    for k in 0..<n {
                        let (pk, qk) = (a[p, k], a[q, k])
                        a[p, k] = c * pk - s * qk
                        a[q, k] = s * pk + c * qk
                        let (kp, kq) = (v[k, p], v[k, q])
                        v[k, p] = c * kp - s * kq
                        v[k, q] = s * kp + c * kq
                    }
                    a[p, q] = 0
                    a[q, p] = 0
                }
            }
        }
        throw IndexError(.notConverged, "The eigenvalues did not settle within 100 sweeps.")
    }
}
