import HTML
import STIX

/// One source that an object names.
struct ExternalReference {
    let source: String
    let externalID: String?
    let description: String?
    /// The address as it was written.
    let address: String?

    /// The sources of an object in the order in which a page lists them.
    ///
    /// What it is in a knowledge base comes first, then what its description cites, then the rest as written.
    static func listed(of json: JSON) -> [ExternalReference] {
        let all = all(of: json)
        var ranks: [String: Int] = [:]
        for name in cited(in: json.text("description") ?? "") where ranks[name] == nil { ranks[name] = ranks.count }
        func rank(_ reference: ExternalReference) -> Int {
            reference.isIdentity ? -1 : ranks[reference.source] ?? .max
        }
        // Sorting by position too keeps the order of equals.
        return all.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    }

    /// The names in `(Citation: name)`, in order; of a long text, the beginning.
    private static func cited(in text: String) -> [String] {
        text.prefix(20_000).split(separator: "(Citation: ").dropFirst().prefix(200).map { rest in
            String(rest.prefix { $0 != ")" })
        }
    }

    /// The sources of an object as written.
    static func all(of json: JSON) -> [ExternalReference] {
        (json["external_references"]?.array ?? []).compactMap { reference in
            guard let source = reference.text("source_name") else { return nil }
            return ExternalReference(
                source: source, externalID: reference.text("external_id"),
                description: reference.text("description"), address: reference.text("url"))
        }
    }

    /// The address, if it is one that a page may link to.
    var link: Link? { address.flatMap { Link($0) } }

    /// Whether it says which entry of a knowledge base the object is, rather than where something was read.
    var isIdentity: Bool { externalID != nil }
}
