import CompositeIndex
import HTML

/// What moves the ranks: the variance of every unit's rank, split over the factors.
extension RankSections {
    private var split: [(row: Int, variance: Double, factors: [FactorIndices])] {
        (result.splits ?? []).enumerated().compactMap { row, split in
            guard case .indices(let variance, let factors) = split else { return nil }
            return (row, variance, factors)
        }
    }

    /// The shares of all units together: each unit counts as much as its rank varies.
    ///
    /// Source: F. Gamboa, A. Janon, T. Klein, A. Lagnoux (2014), Sensitivity analysis for multidimensional and functional outputs, Electron. J.
    /// Statist. 8, 575–603.
    private var together: [(name: String, first: Double, total: Double)] {
        let variance = split.reduce(0) { $0 + $1.variance }
        guard variance > 0 else { return [] }
        return result.factors.enumerated().map { factor, name in
            let first = split.reduce(0) { $0 + $1.variance * $1.factors[factor].first.value }
            let total = split.reduce(0) { $0 + $1.variance * $1.factors[factor].total.value }
            return (name, first / variance, total / variance)
        }
    }

    var sensitivity: Markup {
        guard !together.isEmpty else {
            return "<p>No rank moved, or the variance was not split: there is nothing to explain.</p>\n"
        }
        let words = TornadoChart.Words(label: "Choice", first: "Alone", total: "With all others")
        let all = TornadoChart(
            words: words,
            rows: together.map { .init(label: $0.name, first: .init($0.first), total: .init($0.total)) }
        ).chart(
            title: "All units together",
            note:
                "Shares of the variance of all ranks: the narrow bar is what a choice moves alone, the wide bar what it moves together with others."
        )
        let restless = split.sorted { ($0.variance, $1.row) > ($1.variance, $0.row) }.prefix(3).map { unit in
            TornadoChart(
                words: words,
                rows: zip(result.factors, unit.factors).map { name, indices in
                    .init(label: name, first: .init(indices.first), total: .init(indices.total))
                }
            ).chart(title: robustness.names[unit.row]).html()
        }
        let still = (result.splits ?? []).enumerated().filter { $0.element == .neverMoves }.map {
            robustness.names[$0.offset]
        }
        let never: Markup? =
            still.isEmpty ? nil : "<p>Never moves, whatever is chosen: \(still.joined(separator: ", ")).</p>\n"
        let confidence = Decimals.text(robustness.plan.confidence * 100, 0)
        return """
            <p>First-order and total indices of Sobol', over \(result.evaluations) runs of the whole method.</p>
            \(all.html())\(never)<h3>The units whose ranks vary most</h3>
            <p>In brackets and as a line: the \(confidence) % interval of the estimate.</p>
            \(restless)
            """
    }

    var findings: [Finding] {
        var findings: [Finding] = []
        let known = result.ranks.indices.compactMap { row in result.ranks[row].map { (row, $0) } }
        let widths = known.map { $0.1.high - $0.1.low }.sorted()
        guard !widths.isEmpty else { return [] }
        let median = widths[widths.count / 2]
        let units = Double(result.units.count)
        let percent = Decimals.text(robustness.plan.confidence * 100, 0)
        findings.append(
            Finding(
                median <= units / 10 ? .fine : median <= units / 4 ? .look : .weak,
                """
                The \(percent) % interval of half of the units spans \(Decimals.text(median, 0)) ranks or less; the widest spans \
                \(Decimals.text(widths[widths.count - 1], 0)).
                """))
        let outside = known.filter { result.nominalRanks[$0.0] < $0.1.low || result.nominalRanks[$0.0] > $0.1.high }
        if outside.isEmpty {
            findings.append(Finding(.fine, "Every rank lies within its own interval."))
        } else {
            findings.append(
                Finding(
                    .weak,
                    "The ranks of \(Finding.names(outside.map { robustness.names[$0.0] })) lie outside of what other choices give."
                ))
        }
        if let most = together.max(by: { ($0.total, $1.name) < ($1.total, $0.name) }) {
            findings.append(
                Finding(
                    most.total > 0.5 ? .look : .fine,
                    "Of all choices, \(most.name) moves the ranks most: \(Decimals.text(most.total * 100, 0)) % of their variance goes with it."
                ))
        }
        return findings
    }
}

extension TornadoChart.Estimate {
    fileprivate init(_ estimate: IntervalEstimate) {
        self.init(
            estimate.value,
            interval: estimate.low <= estimate.high && estimate.low.isFinite && estimate.high.isFinite
                ? estimate.low...estimate.high : nil)
    }
}
