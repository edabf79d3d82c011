import Testing

@testable import CompositeIndex

struct LinearProgramTests {
    @Test func `the best corner comes with the worth of each limit`() throws {
        let program = try LinearProgram(maximising: [3, 5], rows: [[1, 0], [0, 2], [3, 2]], limits: [4, 12, 18])
        #expect(isNear(program.value, 36))
        #expect(isNear(program.solution, [2, 6]))
        #expect(isNear(program.duals, [0, 1.5, 1]))
    }

    @Test func `a least amount is a negative limit`() throws {
        let program = try LinearProgram(maximising: [-1, -2], rows: [[-1, -1], [1, 0]], limits: [-3, 2])
        #expect(isNear(program.solution, [2, 1]))
        #expect(isNear(program.value, -4))
    }

    @Test func `limits that contradict each other, and no limit at all, are said`() {
        #expect(throws: IndexError(.infeasible, "No choice keeps all limits at once.")) {
            try LinearProgram(maximising: [1], rows: [[1], [-1]], limits: [1, -2])
        }
        #expect(throws: IndexError(.infeasible, "The objective grows without bound.")) {
            try LinearProgram(maximising: [1], rows: [[-1]], limits: [1])
        }
    }

    /// Beale's example, on which the plain simplex method goes round in a circle.
    @Test func `a degenerate corner does not trap it`() throws {
        let program = try LinearProgram(
            maximising: [0.75, -150, 0.02, -6],
            rows: [[0.25, -60, -0.04, 9], [0.5, -90, -0.02, 3], [0, 0, 1, 0]], limits: [0, 0, 1])
        #expect(isNear(program.value, 0.05))
    }

    @Test func `no corner of a random polygon is better`() throws {
        var random = IndexRandom(seed: 5)
        for _ in 0..<200 {
            let rows = (0..<5).map { _ in [random.uniform() + 0.1, random.uniform() + 0.1] }
            let limits = rows.map { _ in random.uniform() + 0.2 }
            let objective = [random.uniform(), random.uniform()]
            let program = try LinearProgram(maximising: objective, rows: rows, limits: limits)
            let lines = zip(rows, limits).map { ($0[0], $0[1], $1) } + [(1, 0, 0), (0, 1, 0)]
            var best = 0.0
            for (index, first) in lines.enumerated() {
                for second in lines[..<index] {
                    let determinant = first.0 * second.1 - first.1 * second.0
                    guard abs(determinant) > 1e-9 else { continue }
                    let x = (first.2 * second.1 - first.1 * second.2) / determinant
                    let y = (first.0 * second.2 - first.2 * second.0) / determinant
                    let isCorner =
                        x >= -1e-9 && y >= -1e-9
                        && zip(rows, limits).allSatisfy { $0[0] * x + $0[1] * y <= $1 + 1e-9 }
                    if isCorner { best = max(best, objective[0] * x + objective[1] * y) }
                }
            }
            #expect(isNear(program.value, best, within: 1e-9))
        }
    }

    @Test func `the closest mean on the simplex is not beaten by any neighbour`() throws {
        var random = IndexRandom(seed: 3)
        for _ in 0..<50 {
            let a = NumberGrid((0..<4).map { _ in (0..<4).map { _ in random.uniform() } })
            let target = (0..<4).map { _ in random.uniform() }
            let (shares, gap) = try SimplexLeastSquares.solve(a, target, tolerance: 1e-12, maximumRounds: 200_000)
            let distance = { (v: [Double]) in
                (0..<4).reduce(0.0) { sum, row in
                    let rest = zip(a.row(row), v).reduce(-target[row]) { $0 + $1.0 * $1.1 }
                    return sum + rest * rest
                }
            }
            #expect(gap <= 1e-12)
            #expect(isNear(shares.reduce(0, +), 1) && shares.allSatisfy { $0 >= 0 })
            for corner in 0..<4 {
                let neighbour = shares.enumerated().map { 0.999 * $1 + ($0 == corner ? 0.001 : 0) }
                #expect(distance(shares) <= distance(neighbour) + 1e-12)
            }
        }
    }
}
