import STIX
import Testing

/// The table of types, against objects made from it.
@Suite struct RequiredPropertyTests {
    /// A value that is right for the property.
    static func value(_ name: String, _ type: ObjectType) -> String {
        let id = "identity--\(Sample.uuid)"
        switch name {
        case "type": return "\"\(type.name)\""
        case "spec_version": return "\"2.1\""
        case "id": return "\"\(type.name)--\(Sample.uuid)\""
        case "object_refs", "analysis_sco_refs", "opened_connection_refs", "child_refs": return "[\"\(id)\"]"
        case "object_marking_refs": return "[\"\(Sample.marking)\"]"
        case "created", "modified", "valid_from", "first_observed", "last_observed", "published":
            return "\"2024-04-06T20:03:48.000Z\""
        case "number_observed", "number": return "1"
        case "is_family", "is_multipart", "is_self_signed": return "false"
        case "latitude", "longitude": return "12.5"
        case "protocols", "extension_types", "values": return "[\"tcp\"]"
        case "hashes", "contents", "objects", "definition", "environment_variables": return "{\"MD5\":\"a\"}"
        case "extensions": return "{\"pdf-ext\":{\"version\":\"1.7\"}}"
        default: return name.hasSuffix("_ref") ? "\"\(id)\"" : "\"text\""
        }
    }

    /// The least that an object of the type must have, without these properties.
    static func object(_ type: ObjectType, without left: Set<String> = []) -> String {
        var names = type.category.required + type.required
        if let first = type.oneOf.first { names.append(first) }
        if names.contains(where: type.together.contains) {
            names += type.together.filter { !names.contains($0) }
        }
        let members = names.filter { !left.contains($0) }.map { "\"\($0)\":\(value($0, type))" }
        return "{\(members.joined(separator: ","))}"
    }

    static let types = ObjectType.all.map(\.name)

    @Test func `there are 42 types, each once`() {
        #expect(Self.types.count == 42)
        #expect(Set(Self.types).count == 42)
    }

    @Test(arguments: types) func `the least object of the type has no findings`(_ name: String) throws {
        let type = try #require(ObjectType.named(name))
        let scan = Scan(Self.object(type))
        #expect(scan.refused.isEmpty)
        #expect(scan.objects.count == 1)
        #expect(scan.objects.first?.findings == [])
        #expect(scan.objects.first?.type == name)
    }

    @Test(arguments: types) func `each required property of the type is missed alone`(_ name: String) throws {
        let type = try #require(ObjectType.named(name))
        for property in type.category.required + type.required {
            let scan = Scan(Self.object(type, without: [property]))
            switch property {
            case "type": #expect(scan.codes == [.missingType])
            case "id": #expect(scan.codes == [.missingID])
            case "spec_version" where type.category != .marking: #expect(scan.codes == [.stix20])
            default:
                #expect(scan.refused.isEmpty)
                #expect(scan.objects.first?.findings.map(\.code) == [.missingProperty], "\(property)")
                #expect(scan.objects.first?.findings.first?.sentence.contains(" \(property) ") == true)
            }
        }
        if !type.oneOf.isEmpty {
            let scan = Scan(Self.object(type, without: Set(type.oneOf + type.together)))
            #expect(scan.codes == [.missingOneOf])
        }
        for property in type.together where Self.object(type).contains("\"\(property)\"") {
            let scan = Scan(Self.object(type, without: [property]))
            #expect(scan.codes.contains(.missingProperty) || scan.codes.contains(.missingOneOf))
        }
    }

    @Test(arguments: types) func `a required string of the type may not be empty`(_ name: String) throws {
        let type = try #require(ObjectType.named(name))
        for property in type.required where Self.value(property, type) == "\"text\"" {
            let object = Self.object(type).replacing("\"\(property)\":\"text\"", with: "\"\(property)\":\"\"")
            #expect(Scan(object).codes == [.emptyString])
        }
    }

    @Test(arguments: types) func `a value of another kind is found`(_ name: String) throws {
        let type = try #require(ObjectType.named(name))
        for property in type.required where !property.hasSuffix("_ref") && !property.hasSuffix("_refs") {
            let written = "\"\(property)\":\(Self.value(property, type))"
            let object = Self.object(type).replacing(written, with: "\"\(property)\":[{\"a\":1}]")
            let isList = ["protocols", "extension_types"].contains(property)
            #expect(Scan(object).codes == (isList ? [] : [.wrongKind]), "\(property)")
        }
    }
}
