import Foundation
import Testing

@testable import STIX

/// The folder with public data that the project does not contain; see `CONCORD_REAL_DATA` in the developers' notes.
private let published = ProcessInfo.processInfo.environment["CONCORD_REAL_DATA"].map { "\($0)/stix-extensions" }
    .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }

/// The tables against what was published: schemas, vocabularies, definitions and examples.
@Suite(.enabled(if: published != nil, "CONCORD_REAL_DATA names no folder with stix-extensions"))
struct KnownExtensionRealDataTests {
    private func bytes(_ file: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(try #require(published))/\(file)")))
    }

    private func findings(_ file: String) throws -> [String] {
        let scan = Scan(try bytes(file))
        #expect(scan.error == nil)
        #expect(scan.refused.isEmpty)
        #expect(!scan.objects.isEmpty)
        return scan.objects.flatMap(\.findings).map {
            "\($0.code.rawValue) \($0.pointer.split(separator: "/").last ?? "")"
        }.sorted()
    }

    /// Its schemas say valid: nothing but words outside of open vocabularies, and one place where its text says otherwise.
    @Test(
        arguments: [
            (
                "event",
                ["not-in-vocabulary 0", "not-in-vocabulary state_change_type"]
            ),
            ("task", ["not-in-vocabulary 0"]), ("identity-contact-bundle", ["not-in-vocabulary account_type"]),
            ("impact-superseded-bundle", []), ("impact-paid-ransom-bundle", ["disputed-form "]),
            ("task-patching-bundle", []),
        ] as [(String, [String])])
    func `what the schemas call valid has no error`(_ file: String, _ expected: [String]) throws {
        #expect(try findings("examples/\(file).json") == expected)
    }

    @Test(
        arguments: [
            (
                "incident-core-2.1-draft",
                ["disputed-form events", "disputed-form impacted_entity_counts", "disputed-form tasks"]
            ),
            ("iep-amber-marking", ["disputed-form \(KnownExtension.iep2.definition.id)"]),
            ("iep-red-marking", ["disputed-form \(KnownExtension.iep2.definition.id)"]),
        ] as [(String, [String])])
    func `what only the schemas call invalid is a warning`(_ file: String, _ expected: [String]) throws {
        #expect(try findings("examples/\(file).json") == expected)
    }

    @Test func `definitions say what was published, and are clean`() throws {
        let definitions = try #require(try JSON.parse(bytes("definitions/extension-definitions.json")).array)
        #expect(definitions.count == 7)
        for given in definitions {
            let known = try #require(KnownExtension.all.first { $0.definition.id == given["id"]?.string })
            let ours = try JSON.parse(known.definition.object)
            for member in given.members ?? [] where member.name != "description" {
                #expect(ours[member.name] == member.value, "\(member.name) of \(known.definition.name)")
            }
            #expect(Scan(String(decoding: try given.canonical(), as: UTF8.self)).codes == [])
        }
        for marking in try #require(try JSON.parse(bytes("definitions/tlp-2.0-marking-definitions.json")).array) {
            #expect(Scan(String(decoding: try marking.canonical(), as: UTF8.self)).codes == [])
        }
    }

    @Test func `vocabularies are those of the text`() throws {
        let lists = try JSON.parse(bytes("vocabularies/incident-extension-suite.json"))
        var ours: [String: Vocabulary] = [:]
        for known in KnownExtension.all {
            for vocabulary in KnownExtensionTests.vocabularies(of: known) { ours[vocabulary.name] = vocabulary }
        }
        for (kind, isClosed) in [("open", false), ("closed", true)] {
            for list in lists[kind]?.members ?? [] {
                let vocabulary = try #require(ours[list.name], "\(list.name)")
                #expect(vocabulary.isClosed == isClosed)
                let terms = Set(list.value.array?.compactMap(\.string) ?? [])
                // The schema spells one term otherwise.
                #expect(Set(vocabulary.terms).subtracting(terms).isSubset(of: ["proprietary-solution"]), "\(list.name)")
                #expect(terms.isSubset(of: vocabulary.terms), "\(list.name)")
            }
        }
    }

    /// The properties that a schema gives to one object, wherever its `allOf` puts them.
    private func properties(_ schema: JSON, under key: String?) -> [JSON.Member] {
        let all = schema["allOf"]?.array ?? [schema]
        let top = all.flatMap { $0["properties"]?.members ?? [] } + (schema["properties"]?.members ?? [])
        guard let key else { return top }
        let extensions = top.first { $0.name == "extensions" }?.value["properties"]?[key]
        return extensions?["properties"]?.members ?? []
    }

    @Test(
        arguments: [
            ("incident-core", KnownExtension.incidentCore.definition.id),
            ("identity-contact-information", KnownExtension.contactInformation.definition.id),
            ("iep-2.0-marking", KnownExtension.iep2.definition.id),
        ])
    func `extensions have what their schemas have`(_ file: String, _ id: String) throws {
        let known = try #require(KnownExtension.all.first { $0.definition.id == id })
        let given = properties(try JSON.parse(bytes("schemas/\(file).json")), under: id)
        #expect(given.count > 8)
        #expect(Set(given.map(\.name)).isSubset(of: known.parts.properties.map(\.name)))
    }

    @Test(arguments: ["event", "impact", "task"]) func `types have what their schemas have`(_ name: String) throws {
        let type = try #require(ObjectType.named(name))
        let schema = try JSON.parse(bytes("schemas/\(name).json"))
        let given = properties(schema, under: nil).filter { $0.value.members != nil }
        #expect(given.count > 10)
        #expect(Set(given.map(\.name)).isSubset(of: type.properties.map(\.name)))
        let required = ([schema] + (schema["allOf"]?.array ?? [])).flatMap {
            $0["required"]?.array?.compactMap(\.string) ?? []
        }
        #expect(Set(required).isSubset(of: type.properties.filter(\.isRequired).map(\.name)))
        let categories = properties(schema, under: nil).first { $0.name == "extensions" }?.value["properties"]
        for category in categories?.members ?? [] where category.name.hasSuffix("-ext") {
            let parts = try #require(Parts.impactCategories.first { $0.name == category.name })
            #expect(
                Set(category.value["properties"]?.members?.map(\.name) ?? []) == Set(parts.properties.map(\.name)))
        }
    }
}
