/// Running sums from which first-order and total indices of several outputs follow.
///
/// Outputs are counted from a pilot value of their own (the caller subtracts it). Over whole numbers the sums are exact,
/// so they are the same in whatever order they were added.
struct SobolSums<Number: Numeric & Sendable>: Sendable {
    let outputs: Int
    let factors: Int
    private(set) var points = 0
    /// Per output: Σ (a + b) and Σ (a² + b²).
    private(set) var values: [Number]
    private(set) var squares: [Number]
    /// Per factor and output: Σ b (ab − a), Σ (ab − a), Σ (ab − a)².
    private(set) var products: [Number]
    private(set) var shifts: [Number]
    private(set) var jumps: [Number]

    init(outputs: Int, factors: Int) {
        self.outputs = outputs
        self.factors = factors
        values = Array(repeating: 0, count: outputs)
        squares = values
        products = Array(repeating: 0, count: outputs * factors)
        shifts = products
        jumps = products
    }

    /// Adds one point: the rows A, B, A_B(1), … of all outputs, row after row.
    mutating func add(rows: [Number]) {
        precondition(rows.count == (factors + 2) * outputs)
        points += 1
        rows.withUnsafeBufferPointer { rows in
            for output in 0..<outputs {
                let a = rows[output]
                let b = rows[outputs + output]
                values[output] += a + b
                squares[output] += a * a + b * b
            }
            for factor in 0..<factors {
                for output in 0..<outputs {
                    let jump = rows[(factor + 2) * outputs + output] - rows[output]
                    let place = factor * outputs + output
                    products[place] += rows[outputs + output] * jump
                    shifts[place] += jump
                    jumps[place] += jump * jump
                }
            }
        }
    }

    mutating func add(_ other: Self) {
        points += other.points
        for place in values.indices {
            values[place] += other.values[place]
            squares[place] += other.squares[place]
        }
        for place in products.indices {
            products[place] += other.products[place]
            shifts[place] += other.shifts[place]
            jumps[place] += other.jumps[place]
        }
    }

    /// Whether the output was the pilot value at every evaluation.
    func neverMoved(_ output: Int) -> Bool {
        squares[output] == 0 && (0..<factors).allSatisfy { jumps[$0 * outputs + output] == 0 }
    }
}
