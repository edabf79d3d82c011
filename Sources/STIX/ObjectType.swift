/// One row of the table of STIX types: what an object of the type must and may have, and how it is shown and found.
///
/// Adding a row is all that a new type needs. Open vocabularies are not listed: any value of theirs is right.
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
    /// The section of STIX 2.1 that defines it.
    public let section: String
    /// Properties that must be there, besides the common ones.
    public let required: [String]
    /// Properties of which at least one must be there; empty where there is no such rule.
    public let oneOf: [String]
    /// Properties that are there all or none.
    public let together: [String]
    /// Properties that may be there, besides the common ones and those of `oneOf` and `together`.
    public let optional: [String]
    /// Properties that give the name to show; the first one that is there counts.
    public let display: [String]
    /// Properties with text to search in, besides the common ones.
    public let searchable: [SearchableText.Kind: [String]]

    /// Makes a row.
    public init(
        _ name: String, _ category: Category, _ section: String, required: [String] = [], oneOf: [String] = [],
        together: [String] = [], optional: [String] = [], display: [String] = [],
        searchable: [SearchableText.Kind: [String]] = [:]
    ) {
        self.name = name
        self.category = category
        self.section = section
        self.required = required
        self.oneOf = oneOf
        self.together = together
        self.optional = optional
        self.display = display
        self.searchable = searchable
    }

    /// Every type of STIX 2.1 except the bundle, which is no STIX object.
    public static let all: [ObjectType] = domain + relationship + observable + meta

    /// The row of a type; nil for a type that the standard does not define.
    public static func named(_ name: String) -> ObjectType? { all.first { $0.name == name } }

    /// Everything that an object of the type may have, common properties included.
    public var properties: Set<String> {
        Set(category.required + category.optional + required + oneOf + together + optional)
    }
}

extension ObjectType.Category {
    /// Common properties that an object must have.
    public var required: [String] {
        switch self {
        case .domain, .relationship, .language: ["type", "spec_version", "id", "created", "modified"]
        case .observable: ["type", "id"]
        case .marking: ["type", "spec_version", "id", "created"]
        case .extension: ["type", "spec_version", "id", "created_by_ref", "created", "modified"]
        }
    }

    /// Common properties that an object may have.
    public var optional: [String] {
        let marked = ["object_marking_refs", "granular_markings"]
        return switch self {
        case .domain, .relationship:
            marked + ["created_by_ref", "revoked", "labels", "confidence", "lang", "external_references", "extensions"]
        case .observable: marked + ["spec_version", "defanged", "extensions"]
        case .language:
            marked + ["created_by_ref", "revoked", "labels", "confidence", "external_references", "extensions"]
        case .marking: marked + ["created_by_ref", "external_references", "extensions"]
        case .extension: marked + ["revoked", "labels", "external_references"]
        }
    }
}
