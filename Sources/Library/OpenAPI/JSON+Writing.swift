import STIX

extension JSON {
    /// An object of these members; those without a value are left out.
    static func of(_ members: KeyValuePairs<String, JSON?>) -> JSON {
        .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }

    static func whole(_ number: Int) -> JSON { JSON.Number(Double(number)).map(JSON.number) ?? .null }

    static func texts(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }

    /// A text that is one of these.
    static func oneOf(_ texts: [String]) -> JSON { .of(["type": .string("string"), "enum": .texts(texts)]) }

    /// A text of this form.
    static func pattern(_ pattern: String) -> JSON {
        .of(["type": .string("string"), "pattern": .string(pattern)])
    }

    /// The identifier of an object of a type.
    static func identifier(ofType type: String) -> JSON {
        .pattern("^\(type)--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
    }

    /// What stands elsewhere in the same description.
    static func component(_ path: String) -> JSON { .of(["$ref": .string("#/components/\(path)")]) }
}
