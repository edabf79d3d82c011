import Ledger
import STIX
import Web

/// Figures of the gateway in the text format that Prometheus reads (version 0.0.4).
///
/// They name sources and collections, so they are for the organisation that runs the gateway: a program of somebody there sends
/// a bearer token that only reads, and is told of the collections that its owner reads.
struct GatewayMetrics {
    let domain: ExchangeDomain

    /// - Throws: `signedInNeeded` for the public, `notFound` for everybody of another organisation.
    func answer(_ request: WebRequest) async throws -> Answer {
        guard let person = try await domain.whoAsks(request) else { throw Problem.signInNeeded }
        guard person.organisation.isDesk, person.seeingAs == nil else { throw Problem.notFound }
        let collections = try await Reader(domain.ledger, for: person.viewer).collections()
        let read = Set(collections.map(\.id))
        let sources = try await PolledSources(domain.ledger).all().filter { read.contains($0.settings.collection) }
        var text = MetricText()
        let aliases = Dictionary(uniqueKeysWithValues: collections.map { ($0.id, $0.alias) })
        func each(
            _ name: String, _ type: String, _ help: String, _ value: (PolledSource) -> Double?
        ) {
            text.family(
                name, type: type, help: help,
                sources.compactMap { source in
                    value(source).map {
                        (
                            [
                                ("source", source.settings.name), ("kind", source.settings.kind.rawValue),
                                ("collection", aliases[source.settings.collection] ?? ""),
                            ], $0
                        )
                    }
                })
        }
        func seconds(_ time: Timestamp?) -> Double? { time.map { Double($0.microseconds) / 1_000_000 } }
        each("concord_source_last_success_timestamp_seconds", "gauge", "When the source was last read to its end.") {
            seconds($0.succeeded)
        }
        each("concord_source_failing_since_timestamp_seconds", "gauge", "Since when each visit to the source fails.") {
            seconds($0.failingSince)
        }
        each("concord_source_consecutive_failures", "gauge", "Visits in a row that failed.") { Double($0.failures) }
        each("concord_source_failures_total", "counter", "Visits that failed.") { Double($0.failed) }
        each("concord_source_entries_placed_total", "counter", "Log entries that the source brought.") {
            Double($0.placed)
        }
        each("concord_source_last_visit_seconds", "gauge", "How long the last visit took.") {
            Double($0.lasted) / 1_000_000
        }
        each("concord_source_active", "gauge", "1 while the source is asked, 0 while it is paused or stopped.") {
            $0.next == nil ? 0 : 1
        }
        text.family(
            "concord_collection_log_entries", type: "gauge", help: "Entries of the collection's log.",
            collections.map { ([("collection", $0.alias)], Double($0.size)) })
        // Counted for whoever may decide, as on the desk's first page.
        let decides = collections.filter { person.may(.decide, in: $0).isAllowed }
        let waiting =
            switch try await domain.ledger.quarantinedCount(in: decides) {
            case .exactly(let count), .moreThan(let count): count
            }
        text.family(
            "concord_quarantine_open", type: "gauge",
            help: "Objects that wait for a decision; counting stops at 10,000.",
            decides.isEmpty ? [] : [([], Double(waiting))])
        return Answer(
            contentType: "text/plain; version=0.0.4; charset=utf-8", body: Array(text.text.utf8), keeping: .never)
    }
}

/// Metric families as lines of text.
struct MetricText {
    private(set) var text = ""

    mutating func family(
        _ name: String, type: String, help: String,
        _ samples: [(labels: [(name: String, value: String)], value: Double)]
    ) {
        guard !samples.isEmpty else { return }
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
        for sample in samples {
            let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
            text += name + (labels.isEmpty ? "" : "{\(labels)}") + " \(Self.number(sample.value))\n"
        }
    }

    /// Backslash, quotation mark and line feed are all that the format escapes.
    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }
}
