package import Hall
import Ledger

extension DirectoryDomain {
    /// Writes down now and then which sessions and tokens are in use, and once more when its task is cancelled.
    ///
    /// - Parameter tell: hears why that was not possible.
    package func keepUses(tell: @Sendable (_ sentence: String) -> Void) async { await uses.run(tell: tell) }

    /// How that fares, for who may administer: who was here when is nobody else's business.
    package func metrics(_ question: MetricsQuestion) async throws -> [MetricFamily] {
        guard question.person.may(.administer) else { return [] }
        let tally = uses.tally
        return [
            MetricFamily(
                "concord_uses_waiting", .gauge, "Sessions and tokens whose last use is not written down yet.",
                [.init([], Double(tally.waiting))]),
            MetricFamily(
                "concord_use_failures_total", .counter,
                "Times that the last use of sessions and tokens could not be written.",
                [.init([], Double(tally.failures))]),
            MetricFamily(
                "concord_uses_passed_over_total", .counter, "Uses that found no room to wait in, and are said again.",
                [.init([], Double(tally.passedOver))]),
        ]
    }
}
