import CompositeIndex
import HTML

/// How much data there is, how it is distributed, and what was done about it.
struct DataSection {
    let results: IndexResults
    private let statistics: [IndicatorStatistics]
    private let treated: [String: TreatmentReport]
    private let filled: Int

    /// Below this share of values the audits of the Joint Research Centre ask for a better source.
    static let leastCoverage = 0.65

    init(_ results: IndexResults) {
        self.results = results
        statistics = IndicatorStatistics.all(of: results.input)
        var treated: [String: TreatmentReport] = [:]
        var filled = 0
        for stage in results.stages {
            if case .treated(let reports) = stage.report {
                for report in reports { treated[report.indicator] = report }
            }
            if case .imputed(let cells) = stage.report { filled += cells.count }
        }
        self.treated = treated
        self.filled = filled
    }

    private var cells: Int { results.input.units.count * results.input.hierarchy.indicatorCount }
    private var coverage: Double { Double(statistics.reduce(0) { $0 + $1.present }) / Double(cells) }

    /// The share of indicators for which each unit has a value.
    private var unitCoverage: [Double] {
        results.input.units.indices.map { row in
            let values = results.input.values.row(row)
            return Double(values.count { !$0.isNaN }) / Double(values.count)
        }
    }

    var findings: [Finding] {
        var findings: [Finding] = []
        let sparse = statistics.filter { $0.availability < Self.leastCoverage }.map(\.code)
        let poor = zip(results.input.units, unitCoverage).filter { $1 < Self.leastCoverage }.map(\.0.code)
        let percent = Decimals.text(coverage * 100, 1)
        if sparse.isEmpty && poor.isEmpty {
            findings.append(
                Finding(
                    .fine,
                    "\(percent) % of all values are there, and no indicator or unit has less than 65 % of its values."))
        }
        if !sparse.isEmpty {
            findings.append(Finding(.weak, "Less than 65 % of the units have a value for \(Finding.names(sparse))."))
        }
        if !poor.isEmpty {
            findings.append(Finding(.weak, "Less than 65 % of the indicators have a value for \(Finding.names(poor))."))
        }
        if filled > 0 {
            let share = Double(filled) / Double(cells)
            findings.append(
                Finding(
                    share > 0.1 ? .look : .fine,
                    "Filled in rather than observed: \(filled.counted("value")), \(Decimals.text(share * 100, 1)) % of all."
                ))
        }
        findings.append(outliers)
        return findings
    }

    private var outliers: Finding {
        let still =
            treated.isEmpty
            ? statistics.filter(\.hasOutliers).map(\.code)
            : statistics.compactMap { treated[$0.code] }.filter { !$0.isWithinLimits }.map(\.indicator)
        if still.isEmpty {
            let count = treated.values.count { !$0.winsorised.isEmpty || $0.transformation != nil }
            return Finding(
                .fine,
                count == 0
                    ? "No indicator has outliers (skewness beyond 2 and kurtosis beyond 3.5)."
                    : "\(count.counted("indicator")) had outliers; after treatment none has.")
        }
        return Finding(
            .weak,
            "Skewness and kurtosis are beyond their limits for \(Finding.names(still)): a few units decide their scale."
        )
    }

    var html: Markup {
        let tree = results.input.hierarchy
        let rows = zip(tree.indicators, statistics).map { info, statistic -> ChartTable.Row in
            let report = treated[info.code]
            let done = [
                report.map { $0.winsorised.isEmpty ? "" : "\($0.winsorised.count) set to the next" } ?? "",
                report?.transformation.map { $0 == .logarithm ? "logarithm" : "Box–Cox" } ?? "",
            ].filter { !$0.isEmpty }.joined(separator: ", ")
            return .init(
                name: "<bdi>\(info.name)</bdi>",
                cells: [
                    Markup.bar(Int((statistic.availability * 1000).rounded()), of: 1000)
                        + "\(statistic.availability * 100, decimals: 0)",
                    "\(report?.skewness.before ?? statistic.skewness ?? .nan, decimals: 2)",
                    "\(report?.kurtosis.before ?? statistic.kurtosis ?? .nan, decimals: 2)",
                    "\(done.isEmpty ? "–" : done)",
                    "\(report?.skewness.after ?? .nan, decimals: 2)", "\(report?.kurtosis.after ?? .nan, decimals: 2)",
                ])
        }
        let table = ChartTable(
            headings: [
                "Indicator", "Coverage, %", "Skewness", "Kurtosis", "Treated", "Skewness after", "Kurtosis after",
            ],
            rows: rows)
        let least = zip(results.input.units, unitCoverage).sorted { $0.1 < $1.1 }.prefix(5).filter { $0.1 < 1 }
        let poorest = least.map { "\($0.0.name) (\(Decimals.text($0.1 * 100, 0)) %)" }.joined(separator: ", ")
        let units: Markup? = poorest.isEmpty ? nil : "<p>The units with the least data: \(poorest).</p>\n"
        return """
            <p>Of \(cells) values \(coverage * 100, decimals: 1) % are there. Skewness G1 and excess kurtosis G2 are corrected for bias; an indicator is \
            treated where |G1| is beyond its limit and G2 as well, usually 2 and 3.5.</p>
            \(units)<div class="wide coverage">\(table.html)</div>

            """
    }
}
