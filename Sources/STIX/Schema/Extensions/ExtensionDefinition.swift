/// What an `extension-definition` object says (STIX 2.1 §7.3), for extensions whose schema is a table here.
public struct ExtensionDefinition: Sendable {
    /// What an extension adds (§10.5); kinds that no known extension has are left out.
    public enum Kind: String, Sendable {
        /// Properties under its identifier, in objects of types that there are.
        case properties = "property-extension"
        /// A type of domain objects.
        case newDomainObject = "new-sdo"
    }

    /// The identifier, by which objects name the extension.
    public let id: String
    /// Who made it: the identifier of an identity.
    public let author: String
    /// When it was made, as published.
    public let created: String
    /// When this version of it was made, as published.
    public let modified: String
    /// Its name.
    public let name: String
    /// What it is for; nil for those of others, whose prose is theirs.
    public let description: String?
    /// The version of the extension.
    public let version: String
    /// Where its schema is, or the schema in words.
    public let schema: String
    /// What it adds.
    public let kind: Kind

    init(
        _ id: String, by author: String, _ created: String, modified: String? = nil, _ name: String,
        _ description: String? = nil, version: String, schema: String, _ kind: Kind
    ) {
        self.id = "extension-definition--" + id
        self.author = "identity--" + author
        self.created = created
        self.modified = modified ?? created
        self.name = name
        self.description = description
        self.version = version
        self.schema = schema
        self.kind = kind
    }

    /// The object that declares the extension, in the canonical form of RFC 8785.
    ///
    /// It is the same bytes wherever it is written, so that it is known after the first time. It may be told to everybody.
    public var object: [UInt8] {
        var members = [
            ("type", "extension-definition"), ("spec_version", "2.1"), ("id", id), ("created_by_ref", author),
            ("created", created), ("modified", modified), ("name", name), ("version", version), ("schema", schema),
        ].map { JSON.Member(name: $0.0, value: .string($0.1)) }
        if let description { members.append(JSON.Member(name: "description", value: .string(description))) }
        members += [
            JSON.Member(name: "extension_types", value: .array([.string(kind.rawValue)])),
            JSON.Member(name: "object_marking_refs", value: .array([.string(TLP.clear.markingID)])),
        ]
        // Strings and lists without duplicate names have a canonical form.
        return (try? JSON.object(members).canonical()) ?? []
    }
}
