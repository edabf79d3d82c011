extension TierScheme {
    /// The number of the tier of each score, 0 for the first; nil for a missing score.
    ///
    /// A score that equals a threshold belongs to the tier above it; what is equal is settled as for ranks.
    /// - Throws: `IndexError` unless thresholds fall strictly from tier to tier, the last tier has none, and all others do.
    public func tiers(of scores: [Double]) throws(IndexError) -> [Int?] {
        guard let last = tiers.last, last.from == nil else {
            throw IndexError(.parameter, "The last tier takes the rest, so it has no least score.")
        }
        let thresholds = tiers.dropLast().map { $0.from ?? .nan }
        guard !thresholds.contains(where: \.isNaN) else {
            throw IndexError(.parameter, "Only the last tier can be without a least score.")
        }
        for (higher, lower) in zip(thresholds, thresholds.dropFirst()) where !(higher > lower) {
            throw IndexError(
                .parameter, "The least score \(lower.shown) does not lie below that of the tier above, \(higher.shown)."
            )
        }
        return Settling.scores(scores).map { score in
            score.isNaN ? nil : thresholds.firstIndex { score >= $0 } ?? thresholds.count
        }
    }

    /// How far each score is from the next better tier and from the next worse one: what lies at a tier's border.
    ///
    /// `up` is what is missing to the tier above, nil in the best; `down` what can be lost, nil in the lowest tier.
    public func margins(of scores: [Double]) throws(IndexError) -> [(up: Double?, down: Double?)] {
        let placed = try tiers(of: scores)
        let scores = Settling.scores(scores)
        return scores.indices.map { unit in
            guard let tier = placed[unit] else { return (nil, nil) }
            let up = tier == 0 ? nil : tiers[tier - 1].from.map { $0 - scores[unit] }
            return (up, tiers[tier].from.map { scores[unit] - $0 })
        }
    }
}
