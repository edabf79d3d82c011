package import STIX
import Storage

/// How the answers to a question divide, most first.
///
/// Where there are more than ten thousand answers, these are counts of the first ten thousand.
package struct SearchFacets: Sendable {
    package let types: [Share<String>]
    package let collections: [Share<LogCollection>]
    /// Sources that the reader may know of, by their names.
    package let sources: [Share<Source>]
    /// From the strictest.
    package let markings: [Share<TLP>]
    /// When they were added; newest first.
    package let months: [Share<CalendarMonth>]

    /// How many answers have a value.
    package struct Share<Value: Sendable>: Sendable {
        package let value: Value
        package let count: Int
    }

    init(
        _ matches: [SearchMatch], by viewer: Viewer, _ collections: [LogCollection], in session: Session,
        of ledger: GatewayLedger
    ) throws {
        var (types, places, sources, markings, months):
            ([String: Int], [Int: Int], [Int: Int], [TLP: Int], [CalendarMonth: Int]) = ([:], [:], [:], [:], [:])
        for match in matches {
            types[match.type, default: 0] += 1
            places[match.collection, default: 0] += 1
            sources[match.source, default: 0] += 1
            markings[match.marking, default: 0] += 1
            months[CalendarMonth(Timestamp(clamping: match.added)), default: 0] += 1
        }
        self.types = types.map { Share(value: $0.key, count: $0.value) }.sorted {
            ($1.count, $0.value) < ($0.count, $1.value)
        }
        self.collections = collections.compactMap { collection in
            places[collection.number].map { Share(value: collection, count: $0) }
        }.sorted { ($1.count, $0.value.alias) < ($0.count, $1.value.alias) }
        self.sources = try session.rows(
            "SELECT number, name FROM source WHERE number IN (\(list: sources.keys.sorted()))"
        ) { Share(value: try $0.get(1, as: Source.self), count: sources[try $0.get(0)] ?? 0) }
        .filter { viewer.mayName($0.value, of: ledger) }
        .sorted { ($1.count, $0.value.description) < ($0.count, $1.value.description) }
        self.markings = markings.map { Share(value: $0.key, count: $0.value) }.sorted { $0.value > $1.value }
        self.months = months.map { Share(value: $0.key, count: $0.value) }.sorted { $0.value > $1.value }
    }
}

extension Viewer {
    /// Whether the reader may know that a source speaks here.
    ///
    /// A group may hide who its members are, so an organisation is named to its own people and to the desk alone; the gateway
    /// itself, and what the desk calls the files and feeds it brings in, to all who read what came from there.
    package func mayName(_ source: Source, of ledger: GatewayLedger) -> Bool {
        guard let audience = source.organisation.map(Audience.organisation) else { return true }
        return audience == ledger.gateway.desk || isOf(audience) || isOf(ledger.gateway.desk)
    }
}
