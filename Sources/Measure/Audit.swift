import CompositeIndex
import HTML

extension MeasureDomain {
    /// The statistical audit of an edition, as a page that stands alone.
    ///
    /// - Parameter progress: is told how many of how many runs are done.
    /// - Throws: `MeasureError`.
    package func audit(
        _ edition: FiledEdition, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(MeasureError) -> [UInt8] {
        let results = try edition.computed()
        guard results.scores != nil else {
            throw MeasureError("order", "the framework aggregates nothing, so there is no index to audit")
        }
        let plan = edition.uncertainty ?? Self.usualPlan
        let robustness = try await Robustness(edition, plan: plan, progress: progress)
        let report = AuditReport(
            edition: edition, results: results, robustness: robustness, isPlanned: edition.uncertainty != nil,
            version: version)
        return Array(report.html.markup.utf8)
    }

    /// What is varied where the framework does not say: what can be varied in any index.
    static let usualPlan = UncertaintyPlan(
        factors: [
            UncertaintyFactor("weights", .weightNoise(.uniform(relative: 0.25), levels: nil)),
            UncertaintyFactor("left-out indicator", .leftOut(none: 0.5, indicators: nil)),
        ], sampling: .sobol(points: 256, scrambles: 8), seed: 1, splitsVariance: true, confidence: 0.9)
}
