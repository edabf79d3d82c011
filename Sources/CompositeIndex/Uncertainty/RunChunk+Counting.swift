extension ChunkRunner {
    /// Adds up the ranks of all rows of a chunk.
    func count(_ ranks: [UInt16], _ rows: Int, _ outcome: inout ChunkOutcome) {
        let perPoint = design.rowsPerPoint
        let outputs = units + pairs.count
        var outputRows = [Int](repeating: 0, count: design.isSplit ? perPoint * outputs : 0)
        ranks.withUnsafeBufferPointer { ranks in
            for point in 0..<rows / perPoint {
                let own = UnsafeBufferPointer(
                    rebasing: ranks[point * perPoint * units..<(point + 1) * perPoint * units])
                for kind in 0..<baseRows {
                    countBase(own, kind, &outcome)
                }
                guard design.isSplit else { continue }
                for row in 0..<perPoint {
                    for unit in 0..<units where own[row * units + unit] == 0 { outcome.absences[unit] += 1 }
                }
                outputRows.withUnsafeMutableBufferPointer { rows in
                    fill(rows, from: own)
                    outcome.sums?.add(rows: UnsafeBufferPointer(rows))
                }
            }
        }
    }

    /// The outputs of all rows of a point: doubled ranks from the nominal ones, then their differences by pair.
    private func fill(_ outputRows: UnsafeMutableBufferPointer<Int>, from ranks: UnsafeBufferPointer<UInt16>) {
        let outputs = units + pairs.count
        nominal.withUnsafeBufferPointer { nominal in
            for row in 0..<design.rowsPerPoint {
                let start = row * outputs
                for unit in 0..<units { outputRows[start + unit] = Int(ranks[row * units + unit]) &- nominal[unit] }
                for (number, pair) in pairs.enumerated() {
                    outputRows[start + units + number] = outputRows[start + pair.one] - outputRows[start + pair.other]
                }
            }
        }
    }

    /// What one base run adds to the summaries of ranks.
    private func countBase(_ own: UnsafeBufferPointer<UInt16>, _ kind: Int, _ outcome: inout ChunkOutcome) {
        let row = UnsafeBufferPointer(rebasing: own[kind * units..<(kind + 1) * units])
        outcome.ranks.append(contentsOf: row)
        var shift = 0
        nominal.withUnsafeBufferPointer { nominal in
            for unit in 0..<units {
                let rank = Int(row[unit])
                shift += rank != 0 && nominal[unit] != 0 ? abs(rank - nominal[unit]) : 0
            }
        }
        outcome.shifts.append(shift)
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
