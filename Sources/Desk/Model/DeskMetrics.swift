package import Hall
import Ledger

extension DeskDomain {
    /// What the collections hold, and what waits for a decision.
    package func metrics(_ question: MetricsQuestion) async throws -> [MetricFamily] {
        // Counted for whoever may decide, as on the desk's first page.
        let decides = question.collections.filter { question.person.may(.decide, in: $0).isAllowed }
        let waiting =
            switch try await ledger.quarantinedCount(in: decides) {
            case .exactly(let count), .moreThan(let count): count
            }
        return [
            MetricFamily(
                "concord_collection_log_entries", .gauge, "Entries of the collection's log.",
                question.collections.map { .init([("collection", $0.alias)], Double($0.size)) }),
            MetricFamily(
                "concord_quarantine_open", .gauge, "Objects that wait for a decision; counting stops at 10,000.",
                decides.isEmpty ? [] : [.init([], Double(waiting))]),
        ]
    }
}
