import Testing

@testable import STIX

/// Valid and broken objects of every type, against what is expected of them.
@Suite struct CorpusTests {
    @Test(arguments: CorpusCase.all) func `the findings are those expected`(_ given: CorpusCase) {
        let scan = Scan(given.object)
        #expect(scan.error == nil)
        let found =
            scan.refused.map(\.finding.code.rawValue)
            + scan.objects.flatMap(\.findings).map {
                $0.pointer.isEmpty ? $0.code.rawValue : "\($0.code.rawValue) \($0.pointer)"
            }
        #expect(found.sorted() == given.findings, "\(given.object)")
        for finding in scan.objects.flatMap(\.findings) {
            #expect(finding.sentence.hasSuffix("."))
            #expect((0...given.object.utf8.count).contains(finding.offset))
        }
    }

    @Test func `every case has a name of its own in its part`() {
        #expect(CorpusCase.all.count > 300)
        let names = CorpusCase.all.map { "\($0.file) \($0.type): \($0.title) \($0.object)" }
        #expect(Set(names).count == names.count)
    }

    @Test func `every finding that admits an object has a case`() {
        let refusals: Set<Finding.Code> = [
            .invalidJSON, .invalidUTF8, .loneSurrogate, .duplicateProperty, .numberOutOfRange, .tooDeep, .tooLarge,
            .tooManyProperties, .tooManyValues, .notAnObject, .missingType, .badType, .nestedBundle, .badBundle,
            .findingsOmitted,
            // What only an earlier version of the object can tell.
            .createdChanged, .authorChanged,
        ]
        let expected = Set(CorpusCase.all.flatMap(\.findings).map { String($0.prefix { $0 != " " }) })
        for code in Finding.Code.allCases where !refusals.contains(code) {
            #expect(expected.contains(code.rawValue), "\(code.rawValue)")
        }
    }

    /// Valid cases of the type that have everything, or all but what excludes each other.
    private func whole(_ type: ObjectType) -> [JSON] {
        CorpusCase.all.filter { $0.type == type.name && $0.title.hasPrefix("everything") && $0.file != "extension" }
            .compactMap { try? JSON.parse(Array($0.object.utf8)) }
    }

    @Test(arguments: ObjectType.all.map(\.name)) func `every property of the type stands in a valid case`(
        _ name: String
    ) throws {
        let type = try #require(ObjectType.named(name))
        // What the standard keeps for older objects, and shapes of extensions that are read and not written.
        let cases = CorpusCase.all.filter {
            $0.type == name
                && $0.findings.allSatisfy { $0.hasPrefix("deprecated") || $0.hasPrefix("disputed") }
        }
        let seen = Set(
            cases.flatMap { ((try? JSON.parse(Array($0.object.utf8)))?.members ?? []).map(\.name) })
        #expect(Set(type.own.map(\.name)).subtracting(seen) == [])
    }

    @Test(arguments: ObjectType.all.map(\.name)) func `each property of the type is judged by its kind`(
        _ name: String
    ) throws {
        let type = try #require(ObjectType.named(name))
        let kept: Set = ["type", "id", "spec_version", "created", "modified"]
        for object in whole(type) {
            for member in object.members ?? [] where !kept.contains(member.name) {
                // A boolean where something else must be, and a word where a boolean must be.
                let odd: JSON = member.value.bool == nil ? .bool(false) : .string("false")
                let members = (object.members ?? []).map {
                    $0.name == member.name ? JSON.Member(name: $0.name, value: odd) : $0
                }
                let scan = Scan(String(decoding: try JSON.object(members).canonical(), as: UTF8.self))
                let pointers = scan.objects.flatMap(\.findings).filter { $0.severity == .error }.map(\.pointer)
                #expect(pointers.contains("/\(member.name)"), "\(member.name)")
            }
        }
    }

    @Test(arguments: ObjectType.all.map(\.name)) func `each required property of the type is missed`(
        _ name: String
    ) throws {
        let type = try #require(ObjectType.named(name))
        let object = try #require(whole(type).first)
        for property in type.properties where property.isRequired {
            let members = (object.members ?? []).filter { $0.name != property.name }
            let scan = Scan(String(decoding: try JSON.object(members).canonical(), as: UTF8.self))
            switch property.name {
            case "type": #expect(scan.codes == [.missingType])
            case "id": #expect(scan.codes == [.missingID])
            case "spec_version" where type.category != .marking: #expect(scan.codes == [.stix20])
            default:
                let sentences = scan.objects.flatMap(\.findings).filter { $0.code == .missingProperty }.map(\.sentence)
                #expect(sentences.contains("The property \(property.name) must be there."), "\(property.name)")
            }
        }
    }

    @Test func `the table has the 42 types of the standard and those of known extensions, each once`() {
        #expect(ObjectType.all.map(\.name) == ObjectType.names.map(\.name))
        #expect(Set(ObjectType.all.map(\.name)).count == ObjectType.all.count)
        #expect(ObjectType.standard.count == 42)
        #expect(
            ObjectType.all.dropFirst(42).map(\.name) == [
                "event", "impact", "task", "concord-kind", "concord-record", "concord-gathering", "concord-attestation",
                "concord-step",
            ])
        for (type, name) in zip(ObjectType.all, ObjectType.names) {
            #expect(type.category == name.category)
            // Properties are counted in the bits of a word.
            #expect(type.properties.count < 63)
        }
    }
}
