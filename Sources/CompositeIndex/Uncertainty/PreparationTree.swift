/// The steps of a method with all ways to take them, and the tables that they lead to.
///
/// Runs that took the same ways share all stages up to where they part. Where every factor of the leading steps has few
/// values, all combinations are prepared once, stage by stage; what comes after a factor without steps (a seed, a number
/// from a range) is prepared for a chunk of runs and forgotten again.
struct PreparationTree: Sendable {
    /// The steps before the aggregation, then the aggregation itself.
    let variations: [StepVariation]
    let maker: TableMaker
    /// The number in the plan of the factor behind each level of a run.
    let slots: [Int]
    /// The first slot of each variation, and one past the last.
    private let starts: [Int]
    /// How many leading variations are prepared once for all.
    private let sharedDepth: Int
    /// The states after them, in the order of their combinations of levels.
    private var states: [PreparedState]
    /// The tables, where all variations are shared.
    private(set) var tables: [RunTable] = []

    /// Prepares all that can be shared.
    init(_ variations: [StepVariation], maker: TableMaker, workers: Int) async throws(IndexError) {
        self.variations = variations
        self.maker = maker
        slots = variations.flatMap { $0.factors.map(\.number) }
        starts = variations.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.factors.count) }
        states = [PreparedState(data: maker.base)]
        let most = Self.mostShared(maker.base)
        var depth = 0
        var count = 1
        for variation in variations {
            guard let ways = variation.combinationCount(atMost: most / count) else { break }
            count *= ways
            depth += 1
        }
        sharedDepth = depth
        for number in 0..<min(depth, variations.count - 1) {
            try await grow(number, workers)
        }
        if depth == variations.count { try await close(workers) }
    }

    /// Whether every run finds its table among the shared ones.
    var isShared: Bool { sharedDepth == variations.count }

    /// Factor by factor, the level that a run takes.
    @inline(__always)
    func levels(_ coordinate: (Int) -> Double, into levels: inout [UInt64]) {
        var slot = 0
        for variation in variations {
            for place in 0..<variation.factors.count {
                levels[slot] = variation.level(place, coordinate(slots[slot]))
                slot += 1
            }
        }
    }

    /// The number of the shared table for these levels.
    @inline(__always)
    func tableNumber(_ levels: [UInt64]) -> Int {
        combination(levels, upTo: variations.count)
    }

    /// The table for these levels where not all tables are shared; what is prepared on the way is kept in `cache`.
    func table(_ levels: [UInt64], cache: inout [[UInt64]: PreparedState]) throws(IndexError) -> RunTable {
        let last = variations.count - 1
        let state = try state(after: last, levels, &cache)
        do throws(IndexError) {
            return try maker.table(state, aggregate: try variations[last].step(levels: levels[starts[last]...]))
        } catch {
            throw explained(error, levels)
        }
    }

    private func state(
        after depth: Int, _ levels: [UInt64], _ cache: inout [[UInt64]: PreparedState]
    ) throws(IndexError) -> PreparedState {
        if depth <= sharedDepth && depth < variations.count {
            if depth == sharedDepth { return states[combination(levels, upTo: depth)] }
        }
        let key = [UInt64(depth)] + levels[..<starts[depth]]
        if let known = cache[key] { return known }
        let before = try state(after: depth - 1, levels, &cache)
        do throws(IndexError) {
            let step = try variations[depth - 1].step(levels: levels[starts[depth - 1]..<starts[depth]])
            let state = try before.taking(step)
            cache[key] = state
            return state
        } catch {
            throw explained(error, Array(levels[..<starts[depth]]))
        }
    }

    /// The number of a combination of the levels of leading variations; the last level counts fastest.
    private func combination(_ levels: [UInt64], upTo depth: Int) -> Int {
        var number = 0
        var slot = 0
        for variation in variations[..<depth] {
            for place in 0..<variation.factors.count {
                number = number * (variation.levelCount(place) ?? 1) + Int(levels[slot])
                slot += 1
            }
        }
        return number
    }

    /// Every way to take one more step, from every state so far.
    private mutating func grow(_ number: Int, _ workers: Int) async throws(IndexError) {
        let variation = variations[number]
        let ways = variation.combinations
        let before = states
        var after = [PreparedState?](repeating: nil, count: before.count * ways.count)
        let copy = self
        try await ParallelWork.each(
            Array(after.indices), workers: workers,
            work: { item throws(IndexError) in
                let levels = ways[item % ways.count]
                do throws(IndexError) {
                    return try before[item / ways.count].taking(try variation.step(levels: levels[...]))
                } catch {
                    throw copy.explained(error, copy.allLevels(item, after: number))
                }
            }, then: { after[$0] = $1 })
        states = after.compactMap(\.self)
    }

    /// Every way to aggregate, from every state.
    private mutating func close(_ workers: Int) async throws(IndexError) {
        let last = variations.count - 1
        let variation = variations[last]
        let ways = variation.combinations
        let before = states
        var found = [RunTable?](repeating: nil, count: before.count * ways.count)
        let copy = self
        try await ParallelWork.each(
            Array(found.indices), workers: workers,
            work: { item throws(IndexError) in
                do throws(IndexError) {
                    return try copy.maker.table(
                        before[item / ways.count], aggregate: try variation.step(levels: ways[item % ways.count][...]))
                } catch {
                    throw copy.explained(error, copy.allLevels(item, after: last))
                }
            }, then: { found[$0] = $1 })
        tables = found.compactMap(\.self)
        states = []
    }

    /// The levels behind the number of a combination.
    private func allLevels(_ number: Int, after variation: Int) -> [UInt64] {
        var left = number
        var levels: [UInt64] = []
        for one in variations[...variation].reversed() {
            for place in one.factors.indices.reversed() {
                let (rest, level) = left.quotientAndRemainder(dividingBy: one.levelCount(place) ?? 1)
                levels.append(UInt64(level))
                left = rest
            }
        }
        return levels.reversed()
    }

    /// The same error, with the alternatives that it came with.
    private func explained(_ error: IndexError, _ levels: [UInt64]) -> IndexError {
        var names: [String] = []
        var slot = 0
        for variation in variations {
            for factor in variation.factors where slot < levels.count {
                if case .choice(let step, let alternatives) = factor.source {
                    names.append("\(step): \(alternatives[Int(levels[slot])].step.name)")
                }
                slot += 1
            }
        }
        guard !names.isEmpty else { return error }
        return IndexError(
            error.code, "\(error.sentence) This was drawn: \(names.joined(separator: "; ")).", at: error.place)
    }

    /// Shared tables hold at most 512 MB.
    private static func mostShared(_ data: IndexData) -> Int {
        max(1, min(4096, (1 << 29) / max(1, data.values.values.count * MemoryLayout<Double>.size)))
    }
}

extension StepVariation {
    /// The number of ways to take the step; nil where they cannot be counted or are more than stated.
    func combinationCount(atMost most: Int) -> Int? {
        var count = 1
        for place in factors.indices {
            guard let levels = levelCount(place), count * levels <= most else { return nil }
            count *= levels
        }
        return count
    }

    /// Every way to take the step, the last factor's levels fastest.
    var combinations: [[UInt64]] {
        factors.indices.reduce([[]]) { ways, place in
            ways.flatMap { way in (0..<(levelCount(place) ?? 1)).map { way + [UInt64($0)] } }
        }
    }
}
