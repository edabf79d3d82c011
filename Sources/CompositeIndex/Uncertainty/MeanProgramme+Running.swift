extension MeanProgramme {
    /// Runs that go through the kernel together.
    static let lanes = 4

    /// Room for the scores of a few runs of one programme; kept from run to run.
    struct Room: ~Copyable {
        /// Per sum, run and unit.
        fileprivate let scores: UnsafeMutableBufferPointer<Double>
        /// Per run and node.
        fileprivate let shares: UnsafeMutableBufferPointer<Double>
        /// Per leaf and run.
        fileprivate let factors: UnsafeMutableBufferPointer<Double>

        init(for programme: MeanProgramme) {
            scores = .allocate(capacity: programme.sums.count * MeanProgramme.lanes * programme.paddedUnits)
            scores.initialize(repeating: 0)
            shares = .allocate(capacity: MeanProgramme.lanes * programme.weights.nodeCount)
            shares.initialize(repeating: 0)
            factors = .allocate(capacity: MeanProgramme.lanes * max(1, programme.mostLeaves))
            factors.initialize(repeating: 0)
        }

        deinit {
            scores.deallocate()
            shares.deallocate()
            factors.deallocate()
        }
    }

    /// Computes the score of the target for up to four draws of weights; hands over the scores of one after the other.
    ///
    /// A run's scores do not depend on the runs beside it: each is a sum over the leaves in their order.
    func run(
        _ draws: ArraySlice<WeightDraw>, in room: borrowing Room, each: (Int, UnsafePointer<Double>) -> Void
    ) throws(IndexError) {
        let nodes = weights.nodeCount
        for (lane, draw) in draws.enumerated() {
            let shares = UnsafeMutableBufferPointer(rebasing: room.shares[lane * nodes..<(lane + 1) * nodes])
            weights.fill(draw, into: shares)
            for node in melted {
                let share = shares[node]
                for child in weights.children(of: node) { shares[child] *= share }
            }
        }
        for number in sums.indices {
            sumLeaves(number, draws.count, room)
            try addInner(number, draws.count, room)
        }
        let last = sums.count - 1
        for lane in 0..<draws.count {
            let scores = scores(last, lane, room)
            let kind = sums[last].kind
            if kind != .arithmetic {
                for unit in 0..<units { scores[unit] = kind.outward(scores[unit]) }
            }
            each(draws.startIndex + lane, UnsafePointer(scores))
        }
    }

    private func scores(_ sum: Int, _ lane: Int, _ room: borrowing Room) -> UnsafeMutablePointer<Double> {
        // The buffer is never empty: there is a sum, and there is a unit.
        room.scores.baseAddress.unsafelyUnwrapped + (sum * Self.lanes + lane) * paddedUnits
    }

    /// The kernel: four units of four runs at once, leaf by leaf.
    private func sumLeaves(_ number: Int, _ runs: Int, _ room: borrowing Room) {
        let sum = sums[number]
        let nodes = weights.nodeCount
        let factors = room.factors
        for (place, leaf) in sum.leaves.enumerated() {
            for lane in 0..<Self.lanes {
                factors[place * Self.lanes + lane] = lane < runs ? room.shares[lane * nodes + leaf] : 0
            }
        }
        let one = scores(number, 0, room)
        let two = scores(number, 1, room)
        let three = scores(number, 2, room)
        let four = scores(number, 3, room)
        let count = sum.leaves.count
        columns.withUnsafeBytes { bytes in
            let start = sum.firstColumn * paddedUnits * MemoryLayout<Double>.size
            let width = Self.tile * MemoryLayout<Double>.size
            let weights = UnsafeRawPointer(factors.baseAddress.unsafelyUnwrapped)
            for tile in 0..<paddedUnits / Self.tile {
                let column = bytes.baseAddress.unsafelyUnwrapped + start + tile * count * width
                var (a, b, c, d) = (SIMD4<Double>(), SIMD4<Double>(), SIMD4<Double>(), SIMD4<Double>())
                for leaf in 0..<count {
                    let x = column.loadUnaligned(fromByteOffset: leaf * width, as: SIMD4<Double>.self)
                    let w = weights.loadUnaligned(fromByteOffset: leaf * width, as: SIMD4<Double>.self)
                    a += x * w.x
                    b += x * w.y
                    c += x * w.z
                    d += x * w.w
                }
                for lane in 0..<Self.tile {
                    let unit = tile * Self.tile + lane
                    one[unit] = a[lane]
                    two[unit] = b[lane]
                    three[unit] = c[lane]
                    four[unit] = d[lane]
                }
            }
        }
    }

    /// Adds the aggregates below that have another mean.
    private func addInner(_ number: Int, _ runs: Int, _ room: borrowing Room) throws(IndexError) {
        let sum = sums[number]
        for inner in sum.inner {
            let below = sums[inner.sum].kind
            for lane in 0..<runs {
                let weight = room.shares[lane * weights.nodeCount + inner.node]
                guard weight > 0 else { continue }
                let from = scores(inner.sum, lane, room)
                let to = scores(number, lane, room)
                for unit in 0..<units {
                    let value = below.outward(from[unit])
                    guard sum.kind.takes(value) || value.isNaN else {
                        throw IndexError(
                            .nonPositive, "The score \(value) of a child has no place in a \(sum.kind) mean.")
                    }
                    to[unit] += weight * sum.kind.inward(value)
                }
            }
        }
    }
}
