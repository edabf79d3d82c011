/// What describes the values of one indicator over all units.
///
/// A number that the values do not determine is nil. Source: OECD/JRC Handbook (2008), §1.3, p. 25, for what to look
/// at.
public struct IndicatorStatistics: Hashable, Sendable {
    /// The code of the indicator.
    public let code: String
    /// The number of units with a value.
    public let present: Int
    /// The share of units with a value, 0 to 1.
    public let availability: Double
    /// The number of different values.
    public let distinct: Int
    /// The share of the values that are the most frequent one; 1 for a constant.
    public let mostFrequentShare: Double
    /// The share of the values that are zero.
    public let zeroShare: Double
    /// The least value.
    public let minimum: Double?
    /// The value a quarter of the way up.
    public let lowerQuartile: Double?
    /// The value in the middle.
    public let median: Double?
    /// The value three quarters of the way up.
    public let upperQuartile: Double?
    /// The greatest value.
    public let maximum: Double?
    /// The arithmetic mean.
    public let mean: Double?
    /// The square root of the unbiased variance.
    public let standardDeviation: Double?
    /// G1, see ``Sample/skewness``.
    public let skewness: Double?
    /// G2, see ``Sample/kurtosis``.
    public let kurtosis: Double?
    /// Whether both limits are exceeded, so that outliers would be treated.
    public let hasOutliers: Bool

    /// Describes a column.
    public init(of column: [Double], code: String, limits: MomentLimits = .usual) {
        let sample = Sample(column)
        var frequencies: [Double: Int] = [:]
        for value in sample.values { frequencies[value, default: 0] += 1 }
        let count = Double(max(1, sample.count))
        self.code = code
        present = sample.count
        availability = column.isEmpty ? 0 : Double(sample.count) / Double(column.count)
        distinct = frequencies.count
        mostFrequentShare = Double(frequencies.values.max() ?? 0) / count
        zeroShare = Double(frequencies[0] ?? 0) / count
        minimum = sample.minimum
        lowerQuartile = sample.quantile(0.25)
        median = sample.median
        upperQuartile = sample.quantile(0.75)
        maximum = sample.maximum
        mean = sample.mean
        standardDeviation = sample.standardDeviation
        skewness = sample.skewness
        kurtosis = sample.kurtosis
        hasOutliers = abs(sample.skewness ?? 0) > limits.skewness && (sample.kurtosis ?? 0) > limits.kurtosis
    }

    /// Describes every indicator of the data.
    public static func all(of data: IndexData, limits: MomentLimits = .usual) -> [IndicatorStatistics] {
        data.hierarchy.indicators.enumerated().map { column, indicator in
            IndicatorStatistics(of: data.values.column(column), code: indicator.code, limits: limits)
        }
    }
}
