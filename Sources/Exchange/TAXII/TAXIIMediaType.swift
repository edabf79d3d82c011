/// The media types of TAXII 2.1 (§1.6.8) and whether a request speaks them.
struct TAXIIMediaType {
    static let taxii = "application/taxii+json;version=2.1"
    static let stix = "application/stix+json;version=2.1"

    private let essence: Substring
    private let version: String?
    private let weight: Double

    /// Case and spaces do not matter, and a parameter may stand in quotes (RFC 9110 §8.3.1, §12.5.1).
    private init(_ text: Substring) {
        let fields = text.split(separator: ";", omittingEmptySubsequences: false)
            .map { $0.lowercased().filter { $0 != " " && $0 != "\t" && $0 != "\"" }[...] }
        essence = fields.first ?? ""
        func parameter(_ name: String) -> String? {
            fields.dropFirst().first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
        }
        version = parameter("version")
        weight = parameter("q").flatMap(Double.init) ?? 1
    }

    /// Without a version the latest is meant.
    private var isTAXII: Bool { essence == "application/taxii+json" && version ?? "2.1" == "2.1" }

    /// Whether an answer of TAXII 2.1 is what `Accept` asks for; without one anything is.
    static func isAccepted(by header: String?) -> Bool {
        guard let header else { return true }
        guard header.utf8.count <= 1_024 else { return false }
        return header.split(separator: ",").map(TAXIIMediaType.init).contains { range in
            range.weight > 0 && (range.isTAXII || ["*/*", "application/*"].contains(range.essence))
        }
    }

    /// Whether a body of this `Content-Type` is an envelope of TAXII 2.1.
    static func isEnvelope(_ header: String?) -> Bool {
        guard let header, header.utf8.count <= 1_024 else { return false }
        return TAXIIMediaType(header[...]).isTAXII
    }
}
