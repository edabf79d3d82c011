/// An estimate from several imputed data sets, pooled by Rubin's rules.
///
/// With m estimates Qⱼ of variances Uⱼ: Q̄ = Σ Qⱼ/m, W = Σ Uⱼ/m, B = Σ (Qⱼ − Q̄)²/(m − 1), T = W + (1 + 1/m) B. Source: D. B.
/// Rubin, *Multiple Imputation for Nonresponse in Surveys* (1987), p. 76–77; OECD/JRC Handbook (2008), p. 60–61, eq. 8–11.
public struct PooledEstimate: Hashable, Sendable {
    /// Q̄, the mean of the estimates.
    public let estimate: Double
    /// W, the mean of the variances within the data sets; zero for an index, which is no sample.
    public let within: Double
    /// B, the variance of the estimates between the data sets.
    public let between: Double
    /// m, the number of data sets.
    public let count: Int

    /// Pools the estimates of at least two data sets.
    ///
    /// - Parameter variances: the variance of each estimate within its data set; nil for zero.
    /// - Throws: `IndexError` for fewer than two estimates, another number of variances, and a missing number.
    public init(_ estimates: [Double], variances: [Double]? = nil) throws(IndexError) {
        guard estimates.count >= 2 else {
            throw IndexError(.tooFewValues, "Pooling needs the estimates of at least two data sets.")
        }
        guard variances.map({ $0.count == estimates.count }) ?? true else {
            throw IndexError(.shape, "There must be one variance for each estimate.")
        }
        guard (estimates + (variances ?? [])).allSatisfy(\.isFinite) else {
            throw IndexError(.missingValue, "An estimate is missing, so nothing can be pooled.")
        }
        let sample = Sample(estimates)
        estimate = sample.mean ?? .nan
        between = sample.variance ?? 0
        within = variances.map { $0.reduce(0, +) / Double($0.count) } ?? 0
        count = estimates.count
    }

    /// T, the variance of the estimate: within, plus between with the correction for a finite number of data sets.
    public var variance: Double { within + (1 + 1 / Double(count)) * between }

    /// r = (1 + 1/m) B / W: by how much the gaps raise the variance; infinite without variance within.
    public var relativeIncrease: Double {
        between == 0 ? 0 : (1 + 1 / Double(count)) * between / within
    }

    /// ν = (m − 1)(1 + 1/r)²: the degrees of freedom of Student's t for an interval; infinite where nothing differs.
    public var degreesOfFreedom: Double {
        between == 0 ? .infinity : Double(count - 1) * (1 + 1 / relativeIncrease) * (1 + 1 / relativeIncrease)
    }

    /// γ = (r + 2/(ν + 3)) / (r + 1): the share of the information that the gaps took; 0 to 1.
    public var missingInformation: Double {
        guard between > 0 else { return 0 }
        let r = relativeIncrease
        return r.isInfinite ? 1 : (r + 2 / (degreesOfFreedom + 3)) / (r + 1)
    }

    /// Q̄ ∓ t·√T: the interval that holds the value with this probability, under Student's t of ν degrees of freedom.
    public func interval(probability: Double) -> ClosedRange<Double> {
        precondition(probability > 0 && probability < 1)
        guard variance > 0 else { return estimate...estimate }
        let reach = variance.squareRoot() * StudentT(degreesOfFreedom).quantile((1 + probability) / 2)
        return estimate - reach...estimate + reach
    }
}
