/// Running sums from which first-order and total indices of several outputs follow.
///
/// Outputs are counted from a pilot value of their own (the caller subtracts it). Over whole numbers the sums are exact,
/// so they are the same in whatever order they were added.
struct SobolSums<Number: Numeric & Sendable>: Sendable {
    let outputs: Int
    let factors: Int
    private(set) var points = 0
    /// Blocks of one number per output: Σ (a + b), Σ (a² + b²), then for each factor Σ b (ab − a), Σ (ab − a),
    /// Σ (ab − a)².
    private var sums: [Number]

    init(outputs: Int, factors: Int) {
        self.outputs = outputs
        self.factors = factors
        sums = Array(repeating: 0, count: (2 + 3 * factors) * outputs)
    }

    /// The sums of one output, in the order of the blocks.
    func line(of output: Int) -> [Number] {
        stride(from: output, to: sums.count, by: outputs).map { sums[$0] }
    }

    /// Adds one point: the rows A, B, A_B(1), … of all outputs, row after row.
    mutating func add(rows: UnsafeBufferPointer<Number>) {
        precondition(rows.count == (factors + 2) * outputs)
        points += 1
        let (outputs, factors) = (outputs, factors)
        sums.withUnsafeMutableBufferPointer { sums in
            for output in 0..<outputs {
                let a = rows[output]
                let b = rows[outputs + output]
                sums[output] += a + b
                sums[outputs + output] += a * a + b * b
            }
            for factor in 0..<factors {
                let products = UnsafeMutableBufferPointer(rebasing: sums[((2 + 3 * factor) * outputs)...])
                for output in 0..<outputs {
                    let jump = rows[(factor + 2) * outputs + output] - rows[output]
                    products[output] += rows[outputs + output] * jump
                    products[outputs + output] += jump
                    products[2 * outputs + output] += jump * jump
                }
            }
        }
    }

    mutating func add(_ other: Self) {
        points += other.points
        for place in sums.indices { sums[place] += other.sums[place] }
    }

    /// Whether the output was the pilot value at every evaluation.
    func neverMoved(_ output: Int) -> Bool {
        let line = line(of: output)
        return line[1] == 0 && (0..<factors).allSatisfy { line[4 + 3 * $0] == 0 }
    }
}
