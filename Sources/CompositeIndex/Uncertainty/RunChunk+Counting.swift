extension ChunkRunner {
    /// Adds up the ranks of all rows of a chunk.
    func count(_ ranks: [UInt16], _ rows: Int, _ outcome: inout ChunkOutcome) {
        let perPoint = design.rowsPerPoint
        let baseRows = design.isSplit ? 2 : 1
        let outputs = units + pairs.count
        var outputRows = [Int](repeating: 0, count: design.isSplit ? perPoint * outputs : 0)
        ranks.withUnsafeBufferPointer { ranks in
            for point in 0..<rows / perPoint {
                for kind in 0..<perPoint {
                    let row = UnsafeBufferPointer(
                        rebasing: ranks[(point * perPoint + kind) * units..<(point * perPoint + kind + 1) * units])
                    for unit in 0..<units where row[unit] == 0 { outcome.absences[unit] += 1 }
                    if kind < baseRows { countBase(row, point * baseRows + kind, &outcome) }
                    guard design.isSplit else { continue }
                    for unit in 0..<units { outputRows[kind * outputs + unit] = Int(row[unit]) - nominal[unit] }
                    for (number, pair) in pairs.enumerated() {
                        outputRows[kind * outputs + units + number] =
                            outputRows[kind * outputs + pair.one] - outputRows[kind * outputs + pair.other]
                    }
                }
                outcome.sums?.add(rows: outputRows)
            }
        }
    }

    private func countBase(_ row: UnsafeBufferPointer<UInt16>, _ run: Int, _ outcome: inout ChunkOutcome) {
        let bins = 2 * units + 1
        var shift = 0
        outcome.rankCounts.withUnsafeMutableBufferPointer { counts in
            for unit in 0..<units {
                let rank = Int(row[unit])
                counts[unit * bins + rank] &+= 1
                if rank != 0 && nominal[unit] != 0 { shift += abs(rank - nominal[unit]) }
            }
        }
        outcome.shifts[run] = shift
        guard comparesAll else { return }
        outcome.above.withUnsafeMutableBufferPointer { above in
            for one in 0..<units {
                let rank = row[one]
                guard rank != 0 else { continue }
                let line = UnsafeMutableBufferPointer(rebasing: above[one * units..<(one + 1) * units])
                // A missing score is below every other: its doubled rank 0 becomes the greatest number.
                for other in 0..<units { line[other] &+= row[other] &- 1 > rank &- 1 ? 1 : 0 }
            }
        }
    }
}
