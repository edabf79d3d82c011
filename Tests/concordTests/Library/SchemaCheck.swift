import STIX

/// Looks whether values are as a JSON Schema (draft 2020-12) says, as far as this program writes such; a keyword that is not known here is a fault.
struct SchemaCheck {
    /// Where references lead.
    let document: JSON

    /// What is wrong with a value.
    func faults(of value: JSON, against schema: JSON, at place: String = "") -> [String] {
        (schema.members ?? []).flatMap { keyword in
            faults(of: value, keyword.name, keyword.value, schema, place)
        }
    }

    /// What a reference leads to.
    func component(_ schema: JSON) -> JSON? {
        guard let reference = schema["$ref"]?.string else { return schema }
        return reference.dropFirst(2).split(separator: "/").reduce(document as JSON?) { $0?[String($1)] }
    }

    private func faults(of value: JSON, _ keyword: String, _ rule: JSON, _ schema: JSON, _ place: String) -> [String] {
        func fault(_ isRight: Bool) -> [String] { isRight ? [] : ["\(place): \(keyword) \(rule)"] }
        switch keyword {
        case "title", "description", "format", "default", "$schema", "$id": return []
        case "$ref":
            guard let found = component(schema) else { return ["\(place): nothing at \(rule)"] }
            return faults(of: value, against: found, at: place)
        case "type": return fault((rule.array ?? [rule]).contains { Self.isOf($0.string ?? "", value) })
        case "enum": return fault(rule.array?.contains(value) == true)
        case "const": return fault(rule == value)
        case "anyOf": return fault(rule.array?.contains { faults(of: value, against: $0, at: place).isEmpty } == true)
        case "allOf": return (rule.array ?? []).flatMap { faults(of: value, against: $0, at: place) }
        case "required": return fault(rule.array?.allSatisfy { value[$0.string ?? ""] != nil } == true)
        case "properties":
            return (rule.members ?? []).flatMap { property in
                value[property.name].map {
                    faults(of: $0, against: property.value, at: "\(place)/\(property.name)")
                } ?? []
            }
        case "additionalProperties":
            let known = Set(schema["properties"]?.members?.map(\.name) ?? [])
            return (value.members ?? []).filter { !known.contains($0.name) }.flatMap {
                faults(of: $0.value, against: rule, at: "\(place)/\($0.name)")
            }
        case "items":
            return (value.array ?? []).enumerated().flatMap { faults(of: $1, against: rule, at: "\(place)/\($0)") }
        case "maxItems": return fault(Double(value.array?.count ?? 0) <= bound(rule))
        case "uniqueItems":
            let all = value.array ?? []
            return fault(all.indices.allSatisfy { !all[..<$0].contains(all[$0]) })
        case "pattern":
            guard let text = value.string, let regex = try? Regex(rule.string ?? "(") else { return fault(false) }
            return fault(text.contains(regex))
        case "maxLength": return fault(Double(value.string?.unicodeScalars.count ?? 0) <= bound(rule))
        case "minimum": return fault(value.number.map { $0.value >= bound(rule) } ?? true)
        case "maximum": return fault(value.number.map { $0.value <= bound(rule) } ?? true)
        default: return ["\(place): the keyword \(keyword)"]
        }
    }

    private func bound(_ rule: JSON) -> Double { rule.number?.value ?? -.infinity }

    private static func isOf(_ type: String, _ value: JSON) -> Bool {
        switch (type, value) {
        case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string), ("array", .array),
            ("object", .object):
            true
        case ("integer", .number(let number)): number.value.rounded() == number.value
        default: false
        }
    }
}
