/// What one value scores.
typealias Score = @Sendable (Double) -> Double

extension Normaliser {
    /// Brings one indicator to its scale; missing values stay missing, and more is better in the result.
    ///
    /// Where less is better, the formula is that of the negated values unless the method says otherwise.
    /// - Parameters:
    ///   - column: the values of all units.
    ///   - info: direction, target and goalposts of the indicator.
    ///   - reference: the value of the unit that ``distanceToReference(unit:cap:)`` names; not read by other methods.
    /// - Throws: `IndexError` for a parameter that makes no sense, a constant column where the method divides by the
    ///   spread, a missing target or goalposts, and a column without any value. The place is left to the caller.
    func apply(to column: [Double], of info: IndicatorInfo, reference: Double? = nil) throws(IndexError) -> [Double] {
        let sample = Sample(column)
        guard sample.count > 0 else { throw IndexError(.noData, "No unit has a value.") }
        if let score = try score(over: column, sample, info, reference) { return column.map(score) }
        let ranks = MidRanks.ascending(Settling.values(column.map { info.direction.sign * $0 }))
        let points = try points(among: sample)
        return ranks.map(points)
    }

    /// The score of one value, with all that the method takes from the units; nil for a method that counts units.
    ///
    /// A value that is missing scores nothing: NaN stays NaN.
    func score(
        over column: [Double], _ sample: Sample, _ info: IndicatorInfo, _ reference: Double?
    ) throws(IndexError) -> Score? {
        let sign = info.direction.sign
        return switch self {
        case .minMax(let scale): try Self.minMax(sample, info.direction, scale)
        case .zScore(let mean, let deviation): try Self.zScore(sample, sign, mean, deviation)
        case .rank, .percentileRank, .borda: nil
        case .distanceToMaximum: try Self.distanceToMaximum(sample, info.direction)
        case .distanceToReference(_, let cap):
            try Self.distanceToReference(sign, reference ?? sample.mean ?? .nan, cap: cap)
        case .distanceToTarget(let scale, let cap): try Self.distanceToTarget(sample, info, scale, cap: cap)
        case .goalposts(let scale, let cap): try Self.goalposts(column, info, scale, cap: cap)
        case .fractionOfMaximum: try Self.fractionOfMaximum(sample, info.direction)
        case .categories(let bands, let byQuantile): try Self.categories(column, sign, bands, byQuantile: byQuantile)
        case .aroundMean(let band): try Self.aroundMean(sample, sign, band)
        case .asIs: { sign * $0 }
        }
    }

    /// What a mid-rank from the worst is worth to a method that counts units.
    func points(among sample: Sample) throws(IndexError) -> Score {
        switch self {
        case .percentileRank: try Self.percentileRank(sample)
        case .borda: { $0 - 1 }
        default: { $0 }
        }
    }
}

extension Normalisation {
    /// Normalises every indicator.
    ///
    /// - Throws: `IndexError` with the indicator: see ``Normaliser``; also for an override that names no indicator, and for
    ///   goalposts or targets of an indicator whose tail was drawn in, because they are in another unit.
    func apply(to data: IndexData) throws(IndexError) -> IndexData {
        for code in (overrides ?? [:]).keys.sorted()
        where !data.hierarchy.indicators.contains(where: { $0.code == code }) {
            throw IndexError(
                .unknownIndicator, "The method names an indicator that is not there.", at: .init(indicator: code))
        }
        var copy = data
        for (column, info) in data.hierarchy.indicators.enumerated() {
            do {
                copy.values.setColumn(column, try normalise(column, info, in: data))
            } catch {
                throw error.within(indicator: info.code)
            }
        }
        copy.isNormalised = true
        return copy
    }

    private func normalise(_ column: Int, _ info: IndicatorInfo, in data: IndexData) throws(IndexError) -> [Double] {
        let method = overrides?[info.code] ?? method
        if method.readsUnitOfMeasurement, data.transformed.contains(info.code) {
            throw IndexError(
                .order,
                "The values were transformed, so a target, goalposts or thresholds in the old unit do not apply.")
        }
        var reference: Double?
        if case .distanceToReference(let unit?, _) = method {
            guard let row = data.row(of: unit) else {
                throw IndexError(.unknownUnit, "The unit of reference is not there.", at: .init(unit: unit))
            }
            guard !data.values.isMissing(row, column) else {
                throw IndexError(.missingValue, "The unit of reference has no value.", at: .init(unit: unit))
            }
            reference = data.values[row, column]
        }
        return try method.apply(to: data.values.column(column), of: info, reference: reference)
    }
}

extension Normaliser {
    /// Whether a parameter is stated in the unit of measurement of the indicator.
    var readsUnitOfMeasurement: Bool {
        switch self {
        case .distanceToTarget, .goalposts: true
        case .categories(_, let byQuantile): !byQuantile
        default: false
        }
    }

    /// Whether scores can be negative or zero whatever the data, so that means of logarithms make no sense.
    var isCentred: Bool {
        switch self {
        case .zScore(let mean, let deviation): mean < 3 * deviation
        case .aroundMean: true
        default: false
        }
    }
}
