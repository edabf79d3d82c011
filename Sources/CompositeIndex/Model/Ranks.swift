/// Ranks by descending score, 1 for the greatest.
///
/// Equal scores share the smallest of their ranks ("1224"), and a missing score has none. What is equal is settled first:
/// scores that differ by the rounding of their sums are equal.
public func competitionRanks(_ unsettled: [Double]) -> [Int?] {
    let scores = Settling.scores(unsettled)
    let order = scores.indices.filter { !scores[$0].isNaN }.sorted { (scores[$1], $0) < (scores[$0], $1) }
    var ranks = [Int?](repeating: nil, count: scores.count)
    for (place, unit) in order.enumerated() {
        let isTied = place > 0 && scores[order[place - 1]] == scores[unit]
        ranks[unit] = isTied ? ranks[order[place - 1]] : place + 1
    }
    return ranks
}
