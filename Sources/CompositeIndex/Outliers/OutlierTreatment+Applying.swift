extension OutlierTreatment {
    /// Treats every indicator on its own.
    ///
    /// - Throws: `IndexError` for a parameter that makes no sense, with the indicator where it is one's.
    func apply(to data: IndexData) throws(IndexError) -> (IndexData, [TreatmentReport]) {
        try check()
        var copy = data
        var reports: [TreatmentReport] = []
        for (column, indicator) in data.hierarchy.indicators.enumerated() {
            let treated = treat(data.values.column(column), code: indicator.code)
            copy.values.setColumn(column, treated.values)
            if treated.report.transformation != nil { copy.transformed.insert(indicator.code) }
            reports.append(treated.report)
        }
        return (copy, reports)
    }

    /// Treats one column; a column that is constant or too short to have outliers stays as it is.
    func treat(_ column: [Double], code: String) -> (values: [Double], report: TreatmentReport) {
        var values = column
        var moved: [Int] = []
        var transformation: Transformation?
        let limits: MomentLimits?
        switch self {
        case .winsorise(let stated, let maximum, let otherwise):
            limits = stated ?? .usual
            let result = Winsorising.byMoments(column, limits: stated ?? .usual, maximum: maximum)
            (values, moved) = (result.values, result.moved)
            if let otherwise, !MomentLimits.hold(stated ?? .usual, for: values) {
                values = otherwise.apply(to: column)
                moved = []
                transformation = otherwise
            }
        case .transform(let stated, let by):
            limits = stated ?? .usual
            if !MomentLimits.hold(stated ?? .usual, for: column) {
                values = by.apply(to: column)
                transformation = by
            }
        case .quantiles(let lower, let upper):
            limits = nil
            (values, moved) = Winsorising.byQuantiles(column, lower: lower, upper: upper)
        case .fences(let multiple):
            limits = nil
            (values, moved) = Winsorising.byFences(column, multiple: multiple)
        case .none:
            limits = nil
        }
        let (before, after) = (Sample(column), Sample(values))
        return (
            values,
            TreatmentReport(
                indicator: code,
                skewness: .init(before: before.skewness ?? .nan, after: after.skewness ?? .nan),
                kurtosis: .init(before: before.kurtosis ?? .nan, after: after.kurtosis ?? .nan),
                winsorised: moved, transformation: transformation,
                isWithinLimits: limits.map { MomentLimits.hold($0, for: values) } ?? true)
        )
    }

    private func check() throws(IndexError) {
        switch self {
        case .winsorise(let limits, let maximum, _):
            try limits?.check()
            guard maximum >= 0 else { throw IndexError(.parameter, "At most \(maximum) points make no sense.") }
        case .transform(let limits, _):
            try limits?.check()
        case .quantiles(let lower, let upper):
            guard lower >= 0, lower < upper, upper <= 1 else {
                throw IndexError(.parameter, "The quantiles \(lower) and \(upper) are not ascending between 0 and 1.")
            }
        case .fences(let multiple):
            guard multiple >= 0, multiple.isFinite else {
                throw IndexError(.parameter, "The multiple \(multiple) is not a number from zero up.")
            }
        case .none: break
        }
    }
}

extension MomentLimits {
    /// Whether a distribution has no outliers: not both |G1| and G2 exceed their limits.
    ///
    /// A column too short or too constant to have moments has none. Source: OECD/JRC Handbook (2008), p. 84, on skewed
    /// indicators; the limits 2 and 3.5 are those of the JRC's audits.
    static func hold(_ limits: MomentLimits, for column: [Double]) -> Bool {
        let sample = Sample(column)
        guard let skewness = sample.skewness, let kurtosis = sample.kurtosis else { return true }
        return abs(skewness) <= limits.skewness || kurtosis <= limits.kurtosis
    }

    fileprivate func check() throws(IndexError) {
        guard skewness >= 0, skewness.isFinite, kurtosis.isFinite else {
            throw IndexError(
                .parameter, "The limits \(skewness) and \(kurtosis) of skewness and kurtosis make no sense.")
        }
    }
}
