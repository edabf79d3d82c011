/// How indicators come to a common scale: one method for all, and others for the indicators named.
public struct Normalisation: Codable, Hashable, Sendable {
    /// The method for every indicator that ``overrides`` does not name.
    public var method: Normaliser
    /// Other methods, by the code of the indicator.
    public var overrides: [String: Normaliser]?

    /// States the methods.
    public init(_ method: Normaliser, overrides: [String: Normaliser]? = nil) {
        self.method = method
        self.overrides = overrides
    }
}

/// The two ends of a scale.
public struct Scale: Codable, Hashable, Sendable {
    /// The worst end.
    public var from: Double
    /// The best end.
    public var to: Double

    /// 0 to 1.
    public static let unit = Scale(from: 0, to: 1)
    /// 0 to 100.
    public static let hundred = Scale(from: 0, to: 100)

    /// States the ends.
    public init(from: Double, to: Double) {
        self.from = from
        self.to = to
    }
}

/// A way to bring an indicator to a scale on which more is better; the formulas stand beside their functions.
public enum Normaliser: Codable, Hashable, Sendable {
    /// Between the least and the greatest value.
    case minMax(scale: Scale)
    /// Standard deviations from the mean.
    case zScore(mean: Double, deviation: Double)
    /// The place from below: 1 is worst; ties share the mean of their places.
    case rank
    /// The share of the other units, in per cent, that are worse; ties count half.
    case percentileRank
    /// Borda's points: the number of units that are worse, ties half.
    case borda
    /// 1 minus the distance to the best value, relative to it.
    case distanceToMaximum
    /// 1 plus the lead on the value of a unit, or on the mean when nil, relative to it; capped at 1 where asked.
    case distanceToReference(unit: String?, cap: Bool)
    /// From the worst value to the target of the metadata; beyond it the end of the scale where capped.
    case distanceToTarget(scale: Scale, cap: Bool)
    /// Between the goalposts of the metadata.
    case goalposts(scale: Scale, cap: Bool)
    /// The value as a share of the best.
    case fractionOfMaximum
    /// Points by stated thresholds, or by quantiles of the values; from the worst band to the best.
    case categories(bands: [Band], byQuantile: Bool)
    /// 1, 0 or −1: better than, near or worse than the mean; `band` is what counts as near, relative to the mean.
    case aroundMean(band: Double)
    /// As it is; for indicators that are on the common scale already. Lower-is-better changes the sign.
    case asIs

    /// Points for values from a threshold up.
    public struct Band: Codable, Hashable, Sendable {
        /// The least value (the greatest where less is better), or the least quantile (0 to 1) from the worst.
        ///
        /// The first band takes everything that is worse as well.
        public var from: Double
        /// What it is worth.
        public var points: Double

        /// States a band.
        public init(from: Double, points: Double) {
            self.from = from
            self.points = points
        }
    }
}
