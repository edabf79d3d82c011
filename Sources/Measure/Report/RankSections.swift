import CompositeIndex
import HTML

/// Ranks under uncertainty: intervals, probabilities, and what moves them.
struct RankSections {
    let robustness: Robustness

    init(_ robustness: Robustness) { self.robustness = robustness }

    var result: UncertaintyResult { robustness.result }
    private var percent: String { Decimals.text(robustness.plan.confidence * 100, 0) }

    /// Ranks with their intervals.
    var ranks: Markup {
        let rows = robustness.order.map { row -> IntervalChart.Row in
            let rank = result.ranks[row]
            return .init(
                label: robustness.names[row], value: rank?.median ?? .nan,
                interval: rank.map { min($0.low, $0.high)...max($0.low, $0.high) }, reference: result.nominalRanks[row])
        }
        let chart = IntervalChart(
            words: .init(label: "Unit", value: "Median", interval: "\(percent) % of runs", reference: "Rank"),
            axis: ChartAxis(ranks: result.units.count), decimals: 0, rows: rows)
        return """
            <p>The method was run \(result.runs) times, each time with other choices where choices are uncertain: \
            \(result.factors.joined(separator: ", ")). A rank is on average \(result.meanRankShift.mean, decimals: 1) places from where the method \
            as it stands puts it.</p>
            \(chart.chart(
                title: "Ranks with \(percent) % intervals",
                note: "The dot is the median over all runs, the bar holds \(percent) % of them, the stroke is the rank by the method as it stands."
            ).html())
            """
    }

    /// Beyond so many units a column is a span of ranks: a square for each unit and rank would be a page of a million squares.
    private static let mostColumns = 100

    /// The probability of each rank.
    var probabilities: Markup {
        let order = robustness.order
        let count = max(result.units.count, 1)
        let span = (count + Self.mostColumns - 1) / Self.mostColumns
        let spans = stride(from: 0, to: count, by: span).map { $0..<min($0 + span, count) }
        let names = spans.map { $0.count == 1 ? "\($0.lowerBound + 1)" : "\($0.lowerBound + 1)–\($0.upperBound)" }
        let values = order.map { row in
            spans.map { span in
                // A sum over a single rank is that rank's own number, whatever its last digit.
                span.dropFirst().reduce(probability(row, span.lowerBound)) { $0 + probability(row, $1) }
            }
        }
        return HeatMap(
            rows: order.map { robustness.names[$0] }, columns: names, values: values, tint: .sequential
        ).chart(
            title: span == 1 ? "Probability of each rank" : "Probability of each span of \(span) ranks",
            note:
                "A strong square is a rank that the unit takes in most runs; a long pale row is a unit that could stand in many places.",
            label: "Unit"
        ).html()
    }

    private func probability(_ row: Int, _ place: Int) -> Double {
        place < result.rankProbabilities.columns ? result.rankProbabilities[row, place] : 0
    }

    /// The probability of each tier.
    var tiers: Markup? {
        result.tiers.map { tiers in
            StackedChart(
                label: "Unit", series: tiers.tiers, decimals: 2,
                rows: robustness.order.map { row in
                    .init(label: robustness.names[row], parts: tiers.tiers.indices.map { tiers.shares[row, $0] })
                }
            ).chart(title: "Probability of each tier").html()
        }
    }
}
