/// An extension whose schema is known here beside the standard: what it adds to objects, as a table like those of the
/// standard, and the definition that declares it.
///
/// Adding one to `all` is all that a new extension needs; one that makes a new type adds its name to `newTypes` too.
public struct KnownExtension: Sendable {
    /// What it adds.
    enum Addition: Sendable {
        /// Properties, to objects of these types.
        case properties(of: Set<String>)
        /// A type.
        case type(ObjectType)
    }

    /// The object that declares it.
    public let definition: ExtensionDefinition
    let addition: Addition
    /// What stands under its identifier in `extensions`.
    let parts: Parts
    /// Relationships that it suggests beside those of the standard.
    let relationships: [RelationshipSummary.Row]

    /// An extension that adds properties to objects of these types.
    ///
    /// - Parameters:
    ///   - section: the name of its specification.
    ///   - beside: properties that the object itself should have where the extension is there.
    init(
        _ definition: ExtensionDefinition, of types: Set<String>, _ section: String, _ properties: [Property],
        _ rules: [Rule] = [], beside: [String] = [], relationships: [RelationshipSummary.Row] = []
    ) {
        self.definition = definition
        addition = .properties(of: types)
        parts = Parts(
            definition.id, section, [Self.kind(of: definition, section)] + properties, rules, beside: beside)
        self.relationships = relationships
    }

    /// An extension that declares a type; objects of the type carry nothing but its kind under its identifier.
    init(_ definition: ExtensionDefinition, new type: ObjectType, relationships: [RelationshipSummary.Row] = []) {
        self.definition = definition
        addition = .type(type)
        parts = Parts(definition.id, type.section, [Self.kind(of: definition, type.section)])
        self.relationships = relationships
    }

    private static func kind(of definition: ExtensionDefinition, _ section: String) -> Property {
        let only = Vocabulary.closed("extension_type of \(definition.name)", section, definition.kind.rawValue)
        return .must("extension_type", .kept(.extensionType, .term(only)))
    }

    /// The type that it declares; nil where it adds properties.
    var newType: ObjectType? {
        guard case .type(let type) = addition else { return nil }
        return type
    }

    /// Every extension that is known.
    public static let all: [KnownExtension] =
        [
            incidentCore, event, impact, task, contactInformation, tlp2, iep2, contactAndConstituency, kind, record,
            gathering, attestation, step, kindValues, textRemark,
        ]

    /// The types that they declare, without what they consist of: properties may point to them while the table is made.
    static let newTypes: [(name: String, category: ObjectType.Category)] =
        (["event", "impact", "task"] + typesOfKinds).map { ($0, .domain) }

    /// What known extensions put under their identifiers into objects of the type.
    static func parts(of type: String) -> [Parts] {
        all.filter { known in
            switch known.addition {
            case .properties(let types): types.contains(type)
            case .type(let new): new.name == type
            }
        }.map(\.parts)
    }

    /// The extension that declares the type; nil for types of the standard and unknown ones.
    static func declaring(_ type: String) -> KnownExtension? { all.first { $0.newType?.name == type } }
}
