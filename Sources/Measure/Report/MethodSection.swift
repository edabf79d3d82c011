import CompositeIndex
import HTML

/// The method in sentences, step by step, as the framework states it.
struct MethodSection {
    let results: IndexResults

    var html: Markup {
        let steps = results.stages.map { "<li><b>\($0.step.name)</b>: \(sentence($0))</li>\n" as Markup }
        return """
            <p>The steps are taken in this order. The framework file, which lies beside this report, states every choice; the results of \
            each step are in the folder <code>stages</code>.</p>
            <ol class="steps">
            \(steps)</ol>

            """
    }

    private func sentence(_ stage: Stage) -> String {
        switch (stage.step.method, stage.report) {
        case (.screen, .screened(let report)):
            let gone = (report.units + report.indicators).filter { !$0.stays }.map(\.code)
            return gone.isEmpty
                ? "every unit and indicator has enough data to stay"
                : "\(gone.count) left out for lack of data: \(list(gone))"
        case (.denominate, .denominated(let divided)):
            let by = Set(divided.values).sorted()
            return "divided: \(divided.count.counted("indicator")), by \(by.isEmpty ? "nothing" : list(by))"
        case (.impute(let method), .imputed(let cells)):
            return "filled in: \(cells.count.counted("value")), by \(method.words)"
        case (.treat, .treated(let reports)):
            let touched = reports.filter { !$0.winsorised.isEmpty || $0.transformation != nil }
            let points = reports.reduce(0) { $0 + $1.winsorised.count }
            let transformed = reports.filter { $0.transformation != nil }.map(\.indicator)
            let also = transformed.isEmpty ? "" : "; transformed: \(list(transformed))"
            return
                "outliers treated: \(touched.count.counted("indicator")), \(points.counted("value")) set to the next one\(also)"
        case (.normalise(let choice), _):
            let others = choice.overrides?.count ?? 0
            return "\(choice.method.words)\(others == 0 ? "" : "; \(others.counted("indicator")) in another way")"
        case (.weigh(let choice), _):
            let others = choice.overrides?.count ?? 0
            return "\(choice.method.words)\(others == 0 ? "" : "; below \(others.counted("aggregate")) in another way")"
        case (.aggregate(let choice), _):
            let levels = choice.levels.map(\.words)
            return levels.count == 1
                ? "\(levels[0]) at every level" : "from the lowest level up: \(levels.joined(separator: ", then "))"
        case (.tier(let scheme), _):
            return "tiers by score: "
                + scheme.tiers.map { "\($0.name)\($0.from.map { " from \(CSVWriter.shortest($0))" } ?? "")" }
                .joined(separator: ", ")
        case (.stage(let scheme), _):
            return "maturity stages, each reached only when all below are: "
                + scheme.stages.map(\.name).joined(separator: ", ")
        default:
            return "done"
        }
    }

    private func list(_ names: [String]) -> String {
        let shown = names.prefix(12).joined(separator: ", ")
        return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
    }
}

extension Imputation {
    fileprivate var words: String {
        switch self {
        case .mean: "the mean of the other units"
        case .median: "the median of the other units"
        case .groupMean(let group): "the mean of the units of the same \(group)"
        case .groupMedian(let group): "the median of the units of the same \(group)"
        case .regression: "regression"
        case .expectationMaximisation: "expectation–maximisation under a multivariate normal distribution"
        case .nearest(let neighbours): "the mean of the \(neighbours) most similar units"
        case .latest: "the unit's own latest earlier value"
        case .linear: "a straight line between the unit's own values"
        case .constant(let value): "the value \(CSVWriter.shortest(value))"
        case .draw: "one random draw under a multivariate normal distribution"
        case .multiple(let draws, _, _): "\(draws) random draws, pooled by Rubin's rules"
        }
    }
}

extension Normaliser {
    fileprivate var words: String {
        switch self {
        case .minMax(let scale): "between the least and the greatest value, \(scale.words)"
        case .zScore: "standard deviations from the mean"
        case .rank: "ranks"
        case .percentileRank: "percentile ranks"
        case .borda: "Borda's points"
        case .distanceToMaximum: "distance to the best value"
        case .distanceToReference(let unit, _): "lead on \(unit ?? "the mean")"
        case .distanceToTarget: "the way to the target"
        case .goalposts(let scale, let cap): "between goalposts, \(scale.words)\(cap ? ", capped" : "")"
        case .fractionOfMaximum: "share of the greatest value"
        case .categories: "points by bands"
        case .aroundMean: "above, near or below the mean"
        case .asIs: "values as they are"
        }
    }
}

extension Scale {
    fileprivate var words: String { "from \(CSVWriter.shortest(from)) to \(CSVWriter.shortest(to))" }
}

extension WeightMethod {
    fileprivate var words: String {
        switch self {
        case .given: "weights as the table of indicators gives them"
        case .equal: "equal weights"
        case .stated: "weights stated in the framework"
        case .budgetAllocation(let experts): "budget allocation by \(experts.count) experts\(agreementWords)"
        case .analyticHierarchy:
            "analytic hierarchy process\(consistencyRatio.map { " with consistency ratio \($0.hundredths)" } ?? "")"
        case .factorAnalysis: "factor analysis"
        case .principalComponent: "the first principal component"
        case .benefitOfTheDoubt: "benefit of the doubt: for each unit the weights that are best for it"
        case .correlationOptimised: "weights under which correlations match importance"
        case .expertPanel(let experts, _): "a panel of \(experts.count) experts\(agreementWords)"
        }
    }

    private var agreementWords: String {
        agreement.map { " who agree on the order by W = \($0.coefficient.hundredths)" } ?? ""
    }
}

extension Double {
    fileprivate var hundredths: String { CSVWriter.shortest((self * 100).rounded() / 100) }
}

extension AggregationMethod {
    var words: String {
        switch self {
        case .arithmetic: "the arithmetic mean"
        case .geometric: "the geometric mean"
        case .harmonic: "the harmonic mean"
        case .power(let exponent): "the power mean with exponent \(CSVWriter.shortest(exponent))"
        case .borda: "Borda's rule"
        case .copeland: "Copeland's rule"
        case .kemeny: "the Condorcet–Kemeny–Young–Levenglick order"
        case .mazziottaPareto: "the Mazziotta–Pareto mean"
        case .orderedWeights: "the ordered weighted average"
        }
    }
}

extension Int {
    /// With its noun: `1 value`, `2 values`.
    func counted(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}
