/// Consecutive points of one replicate, whose runs are computed together.
struct RunChunk: Sendable {
    let points: Range<Int>
    let replicate: Int
}

/// What the runs of a chunk add up to.
///
/// All sums are over whole numbers, so their order does not matter.
struct ChunkOutcome: Sendable {
    let chunk: RunChunk
    /// Per base run and unit: the doubled rank, 0 for a missing score.
    var ranks: [UInt16] = []
    /// Per base run: the sum over all units of the distance from the doubled nominal rank.
    var shifts: [Int] = []
    /// Per base run and unit, where scores are kept.
    var scores: [Double]
    /// Per pair of units: base runs in which the first stands above the second.
    var above: [UInt32]
    /// Per unit: runs of any kind without a score; counted where variances are split.
    var absences: [Int]
    /// Of the units, then of the pairs.
    var sums: SobolSums<Int>?
}

/// Computes chunks of runs.
struct ChunkRunner: Sendable {
    let design: SampleDesign
    let tree: PreparationTree
    /// The factor that leaves out an indicator, how, and which.
    let leftOut: (factor: Int, draw: DrawnChoice, indicators: [Int?])?
    /// The factor that makes weights noisy.
    let noise: Int?
    let units: Int
    /// Doubled ranks of the method as it stands.
    let nominal: [Int]
    /// Pairs of units whose ranks are subtracted.
    let pairs: [(one: Int, other: Int)]
    let keepsScores: Bool
    let comparesAll: Bool

    /// The rows of a point that are draws of the factors as stated; A_B rows repeat most of A.
    var baseRows: Int { design.isSplit ? 2 : 1 }

    func run(_ chunk: RunChunk) throws(IndexError) -> ChunkOutcome {
        var draws: [WeightDraw] = []
        var (tables, tableOf) = try drawn(chunk, &draws)
        if tree.isShared { tables = tree.tables }
        let rows = draws.count
        var outcome = empty(chunk, rows)
        var ranks = [UInt16](repeating: 0, count: rows * units)
        let (order, starts) = Self.grouped(tableOf, tables.count)
        let sorted = order.map { draws[$0] }
        let sorter = RankSorter(units: units)
        let settled = UnsafeMutableBufferPointer<Double>.allocate(capacity: units)
        defer { settled.deallocate() }
        for table in tables.indices where starts[table] < starts[table + 1] {
            try runTable(tables[table], sorted[starts[table]..<starts[table + 1]]) { place, scores in
                let row = order[place]
                Settling.scores(UnsafeBufferPointer(start: scores, count: units), into: settled)
                ranks.withUnsafeMutableBufferPointer { ranks in
                    guard let all = ranks.baseAddress, let scores = settled.baseAddress else { return }
                    sorter.rank(scores, into: all + row * units)
                }
                let (point, kind) = row.quotientAndRemainder(dividingBy: design.rowsPerPoint)
                if keepsScores, kind < baseRows {
                    let start = (point * baseRows + kind) * units
                    for unit in 0..<units { outcome.scores[start + unit] = settled[unit] }
                }
            }
        }
        count(ranks, rows, &outcome)
        return outcome
    }

    private func runTable(
        _ table: RunTable, _ draws: ArraySlice<WeightDraw>, each: (Int, UnsafePointer<Double>) -> Void
    ) throws(IndexError) {
        switch table {
        case .means(let programme):
            let room = MeanProgramme.Room(for: programme)
            var start = draws.startIndex
            while start < draws.endIndex {
                let end = min(start + MeanProgramme.lanes, draws.endIndex)
                try programme.run(draws[start..<end], in: room, each: each)
                start = end
            }
        case .pipeline(let pipeline):
            for place in draws.indices {
                let scores = try pipeline.scores(draws[place])
                scores.withUnsafeBufferPointer { if let all = $0.baseAddress { each(place, all) } }
            }
        }
    }

    /// Draws every row; gives the table of each, and the tables where they are not shared.
    private func drawn(
        _ chunk: RunChunk, _ draws: inout [WeightDraw]
    ) throws(IndexError) -> ([RunTable], [Int]) {
        var coordinates = [Double](repeating: 0, count: design.columns)
        var levels = [UInt64](repeating: 0, count: tree.slots.count)
        var tables: [RunTable] = []
        var tableOf: [Int] = []
        var states: [[UInt64]: PreparedState] = [:]
        var numbers: [[UInt64]: Int] = [:]
        let rows = chunk.points.count * design.rowsPerPoint
        draws.reserveCapacity(rows)
        tableOf.reserveCapacity(rows)
        for point in chunk.points {
            design.fill(point: point, into: &coordinates)
            for row in 0..<design.rowsPerPoint {
                tree.levels({ design.coordinate($0, row: row, of: coordinates) }, into: &levels)
                if tree.isShared {
                    tableOf.append(tree.tableNumber(levels))
                } else if let number = numbers[levels] {
                    tableOf.append(number)
                } else {
                    numbers[levels] = tables.count
                    tableOf.append(tables.count)
                    tables.append(try tree.table(levels, cache: &states))
                }
                var draw = WeightDraw()
                if let leftOut {
                    let u = design.coordinate(leftOut.factor, row: row, of: coordinates)
                    draw.leftOut = leftOut.indicators[leftOut.draw.index(u)]
                }
                draw.noise = noise.map { design.coordinate($0, row: row, of: coordinates).bitPattern }
                draws.append(draw)
            }
        }
        return (tables, tableOf)
    }

    /// Rows by table: their order, and where each table's begin.
    private static func grouped(_ tableOf: [Int], _ tables: Int) -> (order: [Int], starts: [Int]) {
        var starts = [Int](repeating: 0, count: tables + 1)
        for table in tableOf { starts[table + 1] += 1 }
        for table in 0..<tables { starts[table + 1] += starts[table] }
        var next = starts
        var order = [Int](repeating: 0, count: tableOf.count)
        for (row, table) in tableOf.enumerated() {
            order[next[table]] = row
            next[table] += 1
        }
        return (order, starts)
    }

    private func empty(_ chunk: RunChunk, _ rows: Int) -> ChunkOutcome {
        let baseRuns = chunk.points.count * baseRows
        return ChunkOutcome(
            chunk: chunk,
            scores: keepsScores ? Array(repeating: 0, count: baseRuns * units) : [],
            above: comparesAll ? Array(repeating: 0, count: units * units) : [],
            absences: Array(repeating: 0, count: units),
            sums: design.isSplit ? SobolSums(outputs: units + pairs.count, factors: design.factors) : nil)
    }
}
