/// Computes the index from parts of two editions.
struct EditionMixer: Sendable {
    /// The players; bit 1 of a coalition means that the part is of the new edition.
    enum Player: Int, CaseIterable {
        case ownData, method, weights, othersData
    }

    private let editions: [Edition]
    private let aligned: [AlignedEdition]
    private let weights: [EditionWeights]

    /// Runs both editions as they are.
    init(old: Edition, new: Edition) throws(IndexError) {
        editions = [old, new]
        aligned = [AlignedEdition(old.data, and: new.data), AlignedEdition(new.data, and: old.data)]
        weights = [try EditionWeights(of: old), try EditionWeights(of: new)]
    }

    /// The results of the coalitions in which own data and others' data are of one edition: they hold for every unit.
    func sharedScores() throws(IndexError) -> [Int: [String: Double]] {
        var scores: [Int: [String: Double]] = [:]
        for coalition in 0..<16 where Self.edition(coalition, .ownData) == Self.edition(coalition, .othersData) {
            scores[coalition] = try self.scores(coalition, of: nil)
        }
        return scores
    }

    /// The change of a unit of both editions.
    func change(of unit: String, shared: [Int: [String: Double]]) throws(IndexError) -> EditionChange.UnitChange {
        var worth: [Double] = []
        for coalition in 0..<16 {
            let known = shared[coalition]
            let scores = if let known { known } else { try scores(coalition, of: unit) }
            guard let score = scores[unit], !score.isNaN else {
                throw IndexError(
                    .noData, "In a mix of the two editions the unit has no score, so its change cannot be split.",
                    at: .init(unit: unit))
            }
            worth.append(score)
        }
        let parts = ShapleyValue.values(worth: worth)
        return EditionChange.UnitChange(
            unit: unit, before: worth[0], after: worth[15], ownData: parts[Player.ownData.rawValue],
            method: parts[Player.method.rawValue], weights: parts[Player.weights.rawValue],
            othersData: parts[Player.othersData.rawValue])
    }

    private static func edition(_ coalition: Int, _ player: Player) -> Int {
        coalition >> player.rawValue & 1
    }

    private func scores(_ coalition: Int, of unit: String?) throws(IndexError) -> [String: Double] {
        let method = Self.edition(coalition, .method)
        let data = try mixed(
            own: Self.edition(coalition, .ownData), others: Self.edition(coalition, .othersData), method: method, unit)
        let source = weights[Self.edition(coalition, .weights)]
        let fallback = weights[method]
        let (framework, refusesGaps) = editions[method].framework.toleratingGaps
        let results = try Pipeline(framework).scores(of: data) { (node, values, data) throws(IndexError) in
            try source.weights(below: node, values, data, else: fallback)
        }
        let index = results.index
        let scores = index.indices.map { row in
            let hasGap = refusesGaps && results.data.values.row(row).contains(where: \.isNaN)
            return hasGap ? NumberGrid.missing : index[row]
        }
        return Dictionary(uniqueKeysWithValues: zip(results.data.unitCodes, scores))
    }

    /// The rows of the others' edition, with the unit's own row from its edition, under the columns of the method.
    private func mixed(own: Int, others: Int, method: Int, _ unit: String?) throws(IndexError) -> IndexData {
        let base = aligned[others].columns(of: editions[method].data)
        guard own != others, let unit else { return try base.data() }
        return try base.replacing(unit, from: aligned[own].columns(of: editions[method].data)).data()
    }
}

extension Framework {
    /// The same, but a gap takes away the score of its own unit only, and whether that was different before.
    ///
    /// A unit that left knows nothing of an indicator that came after it: that is no reason to refuse the others' scores.
    fileprivate var toleratingGaps: (framework: Framework, refusedGaps: Bool) {
        var copy = self
        var refused = false
        for (place, step) in steps.enumerated() {
            guard case .aggregate(var choice) = step.method, choice.missing ?? .refuse == .refuse else { continue }
            choice.missing = .skip(minimumShare: 0)
            copy.steps[place].method = .aggregate(choice)
            refused = true
        }
        return (copy, refused)
    }
}
