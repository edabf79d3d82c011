import Hall
import Ledger
import STIX

/// The results of a check as comma-separated values, RFC 4180.
struct CheckTable {
    let rows: [CheckRow]

    private static let head = [
        "value", "defanged", "kind", "known", "object", "type", "name", "author", "since", "collection", "revoked",
        "ours",
        "known_good",
    ]

    var text: String {
        var lines = [Self.head]
        for row in rows {
            let start = [row.value.text, row.value.defanged, row.value.kind.rawValue]
            let end = [row.ours ?? "", row.knownGood.joined(separator: "; ")]
            if row.mentions.isEmpty { lines.append(start + ["no"] + Array(repeating: "", count: 7) + end) }
            for mention in row.mentions {
                lines.append(
                    start + [
                        "\(mention.how)", mention.id, mention.type, mention.name ?? "",
                        mention.author?.name ?? mention.author?.id ?? "", mention.since.description, mention.collection,
                        mention.isRevoked ? "yes" : "no",
                    ] + end)
            }
        }
        return lines.map(CSV.line).joined()
    }
}
