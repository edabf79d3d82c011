extension UncertaintyResult {
    init(_ sums: UncertaintySums, plan: UncertaintyPlan, data: IndexData, nominal: NominalRun, tiers: TierScheme?) {
        let count = data.units.count
        let points = plan.sampling.points
        let runs = plan.splitsVariance ? 2 * points : points
        units = data.unitCodes
        factors = plan.factors.map(\.name)
        self.runs = runs
        evaluations = plan.splitsVariance ? points * (plan.factors.count + 2) : points
        nominalScores = nominal.scores
        nominalRanks = nominal.doubledRanks.map { $0 == 0 ? .nan : Double($0) / 2 }
        scales = nominal.agreement?.scales ?? []
        let bins = 2 * count + 1
        ranks = (0..<count).map { unit in
            RankSummary(
                counts: sums.rankCounts[unit * bins..<(unit + 1) * bins], nominal: nominal.doubledRanks[unit],
                confidence: plan.confidence)
        }
        rankProbabilities = Self.places(sums.rankCounts, units: count, runs: runs)
        if sums.scores.isEmpty {
            scores = nil
            self.tiers = nil
        } else {
            var columns = [[Double]](repeating: [], count: count)
            for unit in 0..<count {
                columns[unit] = stride(from: unit, to: sums.scores.count, by: count).lazy.map { sums.scores[$0] }
                    .filter { !$0.isNaN }
            }
            scores = columns.map { ScoreSummary($0, confidence: plan.confidence) }
            self.tiers = tiers.map { TierProbabilities($0, columns: columns, runs: runs) }
        }
        above =
            plan.comparesAll
            ? NumberGrid(rows: count, columns: count, values: sums.above.map { Double($0) / Double(runs) }) : nil
        // Doubled ranks, summed over the units that have one in the method as it stands.
        let ranked = Double(max(1, nominal.doubledRanks.count { $0 != 0 }))
        let shifts = sums.shifts.map { Double($0) / (2 * ranked) }
        meanRankShift =
            ScoreSummary(shifts, confidence: plan.confidence) ?? ScoreSummary(median: 0, low: 0, high: 0, mean: 0)
        guard plan.splitsVariance else {
            splits = nil
            pairSplits = nil
            return
        }
        let all = SobolIndices(sampling: plan.sampling, confidence: plan.confidence, seed: plan.seed)
            .splits(of: sums.sums) { Double($0) }.map { $0.scaled(by: 0.5) }
        splits = (0..<count).map { sums.absences[$0] > 0 ? .notAlwaysThere : all[$0] }
        pairSplits = plan.pairs.enumerated().map { number, pair in
            let isThere = [pair.one, pair.other].allSatisfy { code in
                data.row(of: code).map { sums.absences[$0] == 0 } ?? false
            }
            return isThere ? all[count + number] : .notAlwaysThere
        }
    }

    private static func places(_ counts: [UInt32], units: Int, runs: Int) -> NumberGrid {
        var grid = NumberGrid(rows: units, columns: units, filledWith: 0)
        let bins = 2 * units + 1
        for unit in 0..<units {
            for doubled in 2..<bins {
                let share = Double(counts[unit * bins + doubled]) / Double(2 * runs)
                guard share > 0 else { continue }
                grid[unit, doubled / 2 - 1] += share
                grid[unit, (doubled + 1) / 2 - 1] += share
            }
        }
        return grid
    }
}

extension RankSummary {
    /// Nil where the unit has no rank in any run.
    ///
    /// - Parameters:
    ///   - counts: By doubled rank, 0 for a missing score.
    ///   - nominal: The doubled rank of the method as it stands, 0 for none.
    init?(counts: ArraySlice<UInt32>, nominal: Int, confidence: Double) {
        let counts = Array(counts)
        let absent = Int(counts[0])
        var present = 0
        var sum = 0
        var shift = 0
        for doubled in 1..<counts.count {
            present += Int(counts[doubled])
            sum += doubled * Int(counts[doubled])
            shift += abs(doubled - nominal) * Int(counts[doubled])
        }
        guard present > 0 else { return nil }
        func quantile(_ probability: Double) -> Double {
            // The inverse of the distribution function: always a rank that was taken. Rounding adds no run.
            let wanted = max(1, Int((probability * Double(present) - 1e-6).rounded(.up)))
            var reached = 0
            for doubled in 1..<counts.count {
                reached += Int(counts[doubled])
                if reached >= wanted { return Double(doubled) / 2 }
            }
            return .nan
        }
        median = quantile(0.5)
        low = quantile((1 - confidence) / 2)
        high = quantile((1 + confidence) / 2)
        mean = Double(sum) / Double(2 * present)
        meanShift = nominal == 0 ? .nan : Double(shift) / Double(2 * present)
        presence = Double(present) / Double(present + absent)
    }
}

extension ScoreSummary {
    /// Nil where there is no number.
    init?(_ values: [Double], confidence: Double) {
        guard !values.isEmpty else { return nil }
        var order = OrderStatistics(values)
        low = order.quantile((1 - confidence) / 2)
        median = order.quantile(0.5)
        high = order.quantile((1 + confidence) / 2)
        mean = values.reduce(0, +) / Double(values.count)
    }
}

extension TierProbabilities {
    init(_ scheme: TierScheme, columns: [[Double]], runs: Int) {
        tiers = scheme.tiers.map(\.name)
        var shares = NumberGrid(rows: columns.count, columns: scheme.tiers.count, filledWith: 0)
        for (unit, scores) in columns.enumerated() {
            var counts = [Int](repeating: 0, count: scheme.tiers.count)
            for score in scores {
                if let tier = scheme.tiers.firstIndex(where: { $0.from.map { score >= $0 } ?? true }) {
                    counts[tier] += 1
                }
            }
            for tier in counts.indices { shares[unit, tier] = Double(counts[tier]) / Double(runs) }
        }
        self.shares = shares
    }
}
