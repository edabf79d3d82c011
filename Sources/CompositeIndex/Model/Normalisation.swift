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
    /// The share of the units, in per cent, that are at or below the middle of the tie.
    case percentileRank
    /// Borda's points: units that are worse, ties half.
    case borda(scale: Scale)
    /// 1 minus the distance to the best unit, in ranges.
    case distanceToMaximum
    /// The value relative to that of a unit, or that of the mean of all units when nil.
    case distanceToReference(unit: String?, cap: Bool)
    /// 1 minus the distance to the target of the metadata, in ranges up to the target.
    case distanceToTarget(cap: Bool)
    /// Between the goalposts of the metadata.
    case goalposts(scale: Scale, cap: Bool)
    /// The value as a share of the best.
    case fractionOfMaximum
    /// Points by stated thresholds, or by quantiles of the values.
    case categories(bands: [Band], byQuantile: Bool)
    /// 1, 0, −1: above, near or below the mean (or a unit); `band` is the half-width relative to the reference.
    case aroundMean(band: Double)
    /// As it is; for indicators that are on the common scale already. Lower-is-better changes the sign.
    case asIs

    /// Points for values from a threshold up.
    public struct Band: Codable, Hashable, Sendable {
        /// The least value, or the least quantile (0 to 1); the lowest band takes everything below as well.
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
