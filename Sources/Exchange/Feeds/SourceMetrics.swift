package import Hall
import STIX

extension ExchangeDomain {
    /// How the servers fare that objects come from.
    package func metrics(_ question: MetricsQuestion) async throws -> [MetricFamily] {
        let sources = try await sources.all().compactMap { source in
            question.alias(of: source.settings.collection).map { (source, alias: $0) }
        }
        func each(
            _ name: String, _ kind: MetricFamily.Kind, _ help: String, _ value: (PolledSource) -> Double?
        ) -> MetricFamily {
            MetricFamily(
                "concord_source_\(name)", kind, help,
                sources.compactMap { source, alias in
                    value(source).map {
                        .init(
                            [
                                ("source", source.settings.name), ("kind", source.settings.kind.rawValue),
                                ("collection", alias),
                            ], $0)
                    }
                })
        }
        func seconds(_ time: Timestamp?) -> Double? { time.map { Double($0.microseconds) / 1_000_000 } }
        return [
            each("last_success_timestamp_seconds", .gauge, "When the source was last read to its end.") {
                seconds($0.succeeded)
            },
            each("failing_since_timestamp_seconds", .gauge, "Since when each visit to the source fails.") {
                seconds($0.failingSince)
            },
            each("consecutive_failures", .gauge, "Visits in a row that failed.") { Double($0.failures) },
            each("failures_total", .counter, "Visits that failed.") { Double($0.failed) },
            each("entries_placed_total", .counter, "Log entries that the source brought.") { Double($0.placed) },
            each("last_visit_seconds", .gauge, "How long the last visit took.") { Double($0.lasted) / 1_000_000 },
            each("active", .gauge, "1 while the source is asked, 0 while it is paused or stopped.") {
                $0.next == nil ? 0 : 1
            },
        ]
    }
}
