import Work

extension HallDomain {
    /// How what waits fares, by kind, as far as this person may know.
    func workMetrics(_ question: MetricsQuestion) async throws -> [MetricFamily] {
        let tallies = try await WorkTable(door.ledger).tallies(
            domains.flatMap(\.handlers), in: question.collections)
        func each(_ name: String, _ help: String, _ count: (WorkTable.Tally) -> Int) -> MetricFamily {
            MetricFamily(
                "concord_work_\(name)", .gauge, help, tallies.map { .init([("kind", $0.kind)], Double(count($0))) })
        }
        return [
            each("waiting", "Rows of work that are to be done, now or later.", \.waiting),
            each("late", "Rows of work whose time came longer ago than their kind allows.", \.late),
            each("failing", "Rows of work whose last attempt failed.", \.failing),
            each("stopped", "Rows of work that wait for somebody to look.", \.stopped),
        ]
    }
}
