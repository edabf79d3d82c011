public import Crypto

/// One STIX 2.1 object: its exact bytes and the keyed fields that were picked from them.
public struct STIXObject: Sendable {
    /// Where the object begins, in bytes from the start of the input.
    public let offset: Int
    /// The exact bytes, as they arrived.
    public let bytes: [UInt8]
    /// SHA-256 of `bytes`.
    public let sha256: SHA256.Digest
    /// The identifier, `type--uuid` (STIX 2.1 §2.9).
    public let id: String
    /// The type (STIX 2.1 §3.2).
    public let type: String
    /// When the first version was made; nil where it is missing, or unreadable and not needed as version.
    public let created: Timestamp?
    /// When this version was made; nil where it is missing, or unreadable and not needed as version.
    public let modified: Timestamp?
    /// Who says to have made it: a claim, not a proof.
    public let createdByRef: String?
    /// Whether this version revokes the object.
    public let revoked: Bool
    /// Markings of the whole object (`object_marking_refs`), in the order written.
    public let markingRefs: [String]
    /// Whether the object has a `granular_markings` property, also an unreadable one.
    public let hasGranularMarkings: Bool
    /// Markings of parts of the object, each once, in the order written.
    public let granularMarkingRefs: [String]
    /// Every other reference at any depth, in the order written.
    public let references: [Reference]
    /// The `relationship_type` of a relationship.
    public let relationshipType: String?
    /// The best name to show, by the display column of the type table.
    public let name: String?
    /// What the object marks, where it is a marking definition.
    public let markingDefinition: MarkingDefinition?
    /// The text to search in, escapes resolved.
    public let searchable: [SearchableText]
    /// What is imperfect; empty when the object is accepted as it is.
    public let findings: [Finding]
}

/// One reference from an object to another.
public struct Reference: Sendable, Equatable, Hashable {
    /// The property that holds it: names from the top joined by `/`, without list indices, such as `source_ref`.
    public let property: String
    /// The identifier it points to.
    public let target: String

    /// Makes a reference.
    public init(property: String, target: String) {
        self.property = property
        self.target = target
    }
}

/// A piece of text in an object that people search for.
public struct SearchableText: Sendable, Equatable, Hashable {
    /// What kind of text it is.
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// Names, aliases and labels.
        case name
        /// Sentences: descriptions, abstracts, contents.
        case prose
        /// Observable values: addresses, hashes, paths, and literals of a pattern.
        case value
        /// Values that mean something inside one machine alone: names of files, paths, commands, accounts; never a host.
        case local
        /// An `external_id`, such as `CVE-2021-44228` or `T1059`.
        case externalID
        /// A whole pattern.
        case pattern
    }

    /// What kind of text it is.
    public let kind: Kind
    /// The text, escapes resolved.
    public let text: String

    /// Makes a piece of text.
    public init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }
}
