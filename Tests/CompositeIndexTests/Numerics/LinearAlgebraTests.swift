import Testing

@testable import CompositeIndex

struct LinearAlgebraTests {
    @Test func `the eigenvalues of a two by two matrix come greatest first`() throws {
        let eigen = try SymmetricEigen(of: NumberGrid([[2, 1], [1, 2]]))
        #expect(isNear(eigen.values, [3, 1]))
        #expect(isNear(eigen.vectors.column(0), [Double(0.5).squareRoot(), Double(0.5).squareRoot()]))
    }

    @Test func `a matrix times an eigenvector is the eigenvector times its value`() throws {
        var random = IndexRandom(seed: 11)
        for size in [1, 2, 5, 12, 30] {
            var matrix = NumberGrid(rows: size, columns: size, filledWith: 0)
            for row in 0..<size {
                for column in 0...row {
                    let value = random.normal()
                    matrix[row, column] = value
                    matrix[column, row] = value
                }
            }
            let eigen = try SymmetricEigen(of: matrix)
            for (number, value) in eigen.values.enumerated() {
                let vector = eigen.vectors.column(number)
                let product = (0..<size).map { row in zip(matrix.row(row), vector).reduce(0) { $0 + $1.0 * $1.1 } }
                #expect(isNear(product, vector.map { $0 * value }, within: 1e-11))
            }
            #expect(eigen.values == eigen.values.sorted(by: >))
        }
    }

    @Test func `a matrix that is not symmetric has no such eigenvalues`() {
        #expect(throws: IndexError.self) { try SymmetricEigen(of: NumberGrid([[1, 2], [0, 1]])) }
        #expect(throws: IndexError.self) { try SymmetricEigen(of: NumberGrid([[1, .nan], [.nan, 1]])) }
    }

    @Test func `a Cholesky factor solves and inverts`() throws {
        let factor = try CholeskyFactor(of: NumberGrid([[4, 2], [2, 3]]))
        #expect(isNear(factor.lower.values, [2, 0, 1, Double(2).squareRoot()]))
        #expect(isNear(factor.solve([2, 5]), [-0.5, 2]))
        #expect(isNear(factor.inverse.values, [0.375, -0.25, -0.25, 0.5]))
    }

    @Test func `columns that depend on each other are refused`() {
        #expect(
            throws: IndexError(.singular, "The columns depend on each other, so the equations have no single solution.")
        ) {
            try CholeskyFactor(of: NumberGrid([[1, 1], [1, 1]]))
        }
        #expect(throws: IndexError(.singular, "Term 2 depends on the terms before it.")) {
            try LeastSquares(design: NumberGrid([[1, 2], [1, 2], [1, 2]]), observations: [1, 2, 3])
        }
    }

    @Test func `least squares finds the line and what it leaves over`() throws {
        let line = try LeastSquares(design: NumberGrid([[1, 0], [1, 1], [1, 2]]), observations: [0, 1, 1])
        #expect(isNear(line.coefficients, [1.0 / 6, 0.5]))
        #expect(isNear(line.residualSum, 1.0 / 6))
    }

    @Test func `fewer observations than terms determine nothing`() {
        #expect(throws: IndexError(.tooFewValues, "1 observations do not determine 2 coefficients.")) {
            try LeastSquares(design: NumberGrid([[1, 2]]), observations: [1])
        }
    }
}
