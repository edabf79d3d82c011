/// One row of the table of STIX types: what an object of the type must and may have, and how it is shown and found.
///
/// Adding a row is all that a new type needs.
public struct ObjectType: Sendable {
    /// Which common properties a type has (STIX 2.1 §3.2).
    public enum Category: String, Sendable, CaseIterable {
        /// STIX domain objects, §4, and new types declared by an extension definition.
        case domain
        /// STIX relationship objects, §5.
        case relationship
        /// STIX cyber-observable objects, §6.
        case observable
        /// Language content, §7.1.
        case language
        /// Marking definitions, §7.2.1.
        case marking
        /// Extension definitions, §7.3.
        case `extension`
    }

    /// The type name.
    public let name: String
    /// Which common properties it has.
    public let category: Category
    /// The section of STIX 2.1 that defines it, or the name of another specification.
    public let section: String
    /// Its properties, besides the common ones, in the order of the standard.
    let own: [Property]
    /// What holds between its properties.
    let rules: [Rule]
    /// Properties that give the name to show; the first one that is there counts.
    let display: [String]
    /// Properties with text to search in, besides the common ones.
    let searchable: [SearchableText.Kind: [String]]

    init(
        _ name: String, _ category: Category, _ section: String, _ own: [Property], _ rules: [Rule] = [],
        display: [String] = [], searchable: [SearchableText.Kind: [String]] = [:]
    ) {
        self.name = name
        self.category = category
        self.section = section
        self.own = own
        self.rules = rules
        self.display = display
        self.searchable = searchable
    }

    /// Every type of STIX 2.1 except the bundle, which is no STIX object.
    public static let standard: [ObjectType] = domain + relationship + observable + meta

    /// Every type that is known: those of the standard, then those that known extensions declare.
    public static let all: [ObjectType] = standard + KnownExtension.all.compactMap(\.newType)

    /// The row of a type; nil for a type that is not known.
    public static func named(_ name: String) -> ObjectType? { all.first { $0.name == name } }

    /// Everything that an object of the type may have, common properties first; its own take the place of common ones.
    ///
    /// Its extensions are those of the standard and the known ones.
    var properties: [Property] {
        let names = Set(own.map(\.name))
        let known = KnownExtension.parts(of: name)
        return (category.properties.filter { !names.contains($0.name) } + own).map { property in
            guard !known.isEmpty, case .extensions(let parts) = property.type else { return property }
            return Property(
                name: property.name, type: .extensions(parts + known), isRequired: property.isRequired)
        }
    }

    /// The types by category, without what they consist of: properties may point to them while the table is made.
    static let names: [(name: String, category: Category)] =
        [
            "attack-pattern", "campaign", "course-of-action", "grouping", "identity", "incident", "indicator",
            "infrastructure", "intrusion-set", "location", "malware", "malware-analysis", "note", "observed-data",
            "opinion", "report", "threat-actor", "tool", "vulnerability",
        ].map { ($0, .domain) }
        + ["relationship", "sighting"].map { ($0, .relationship) }
        + [
            "artifact", "autonomous-system", "directory", "domain-name", "email-addr", "email-message", "file",
            "ipv4-addr", "ipv6-addr", "mac-addr", "mutex", "network-traffic", "process", "software", "url",
            "user-account", "windows-registry-key", "x509-certificate",
        ].map { ($0, .observable) }
        + [("language-content", .language), ("marking-definition", .marking), ("extension-definition", .extension)]
        + KnownExtension.newTypes
}
