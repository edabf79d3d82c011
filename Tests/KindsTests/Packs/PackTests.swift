import Foundation
import STIX
import Testing

@testable import Kinds

@Suite struct PackTests {
    private static let manifest =
        "pack: valdoria.example\nversion: 1.0.0\nauthor: CSIRT\nlicence: CC0-1.0\nwords: {en: {name: Own, says: What we added.}}\n"
    private static let tags =
        #"{"namespace": "tide", "description": "Tides", "predicates": [{"value": "low"}, {"value": "high", "expanded": "High tide"}], "values": [{"predicate": "high", "entry": [{"value": "spring", "expanded": "Spring"}]}]}"#

    private func file(_ path: String, _ text: String) -> Pack.File { Pack.File(path: path, bytes: Array(text.utf8)) }

    @Test func `a pack is its manifest, its kinds and its taxonomies`() throws {
        let pack = try Pack([
            file("kinds/thing.yaml", text()), file("taxonomies/tide.json", Self.tags), file("pack.yaml", Self.manifest),
            file("README.md", "Read me."),
        ])
        #expect(pack.kinds.map(\.name) == ["thing"] && pack.kinds[0].pack == "valdoria.example")
        #expect(pack.taxonomies[0].terms.map(\.tag) == ["tide:low", "tide:high=\"spring\""])
        #expect(pack.taxonomies[0].terms[1].group == "High tide")
        #expect(pack.title.text(for: "ar") == "Own" && pack.files.map(\.path).sorted() == pack.files.map(\.path))
    }

    @Test(
        arguments: [
            ([], KindFault.Code.missing, nil),
            ([("pack.yaml", PackTests.manifest)], .missing, nil),
            ([("pack.yaml", "pack: Valdoria"), ("kinds/a.yaml", text())], .missing, "pack.yaml"),
            ([("pack.yaml", PackTests.manifest + "run: rm"), ("kinds/a.yaml", text())], .unknownName, "pack.yaml"),
            (
                [("pack.yaml", PackTests.manifest), ("kinds/a.yaml", text()), ("kinds/b.yaml", text())], .duplicate,
                "kinds/b.yaml"
            ),
            ([("pack.yaml", PackTests.manifest), ("kinds/a.yaml", "kind: x")], .missing, "kinds/a.yaml"),
            (
                [("pack.yaml", PackTests.manifest), ("kinds/a.yaml", text()), ("kinds/run.sh", "rm")], .unknownName,
                "kinds/run.sh"
            ),
            (
                [("pack.yaml", PackTests.manifest), ("kinds/a.yaml", text()), ("../a.yaml", text())], .unknownName,
                "../a.yaml"
            ),
            (
                [("pack.yaml", PackTests.manifest), ("kinds/a.yaml", text()), ("kinds/deep/a.yaml", text())],
                .unknownName, "kinds/deep/a.yaml"
            ),
            ([("pack.yaml", PackTests.manifest), ("taxonomies/a.json", "{")], .unreadable, "taxonomies/a.json"),
            ([("pack.yaml", PackTests.manifest), ("taxonomies/a.json", "{}")], .missing, "taxonomies/a.json"),
            (
                [
                    ("pack.yaml", PackTests.manifest),
                    ("taxonomies/a.json", #"{"namespace": "a", "predicates": [{"value": "b"}, {"value": "b"}]}"#),
                ], .duplicate, "taxonomies/a.json"
            ),
            (
                [
                    ("pack.yaml", PackTests.manifest),
                    ("taxonomies/a.json", #"{"namespace": "a b", "predicates": [{"value": "b"}]}"#),
                ], .missing, "taxonomies/a.json"
            ),
        ] as [([(String, String)], KindFault.Code, String?)])
    func `a malformed pack is refused, with its file`(files: [(String, String)], code: KindFault.Code, path: String?) {
        do {
            _ = try Pack(files.map { file($0.0, $0.1) })
            Issue.record("read")
        } catch {
            #expect(error.code == code && error.file == path, "\(error)")
        }
    }

    @Test func `what is signed changes with every byte of every file, and not with their order`() throws {
        let files = [file("pack.yaml", Self.manifest), file("kinds/thing.yaml", text()), file("README.md", "x")]
        let text = try Pack(files).signedText
        #expect(text.hasPrefix("concord-pack/v1\nvaldoria.example 1.0.0\n") && text.hasSuffix("pack.yaml\n"))
        #expect(try Pack(files.reversed() + [file(Pack.signature, "anything")]).signedText == text)
        for index in files.indices {
            var changed = files
            changed[index] = Pack.File(path: files[index].path, bytes: files[index].bytes + Array("\n".utf8))
            #expect(try Pack(changed).signedText != text)
        }
    }

    @Test func `a schema says the forms of values, and what must be there`() throws {
        let schema = try initiative().jsonSchema
        #expect(schema["required"]?.array?.compactMap(\.string) == ["name"])
        let properties = try #require(schema["properties"])
        #expect(
            properties["areas"]?["items"]?["enum"]?.array?.count == 2
                && properties["areas"]?["uniqueItems"]?.bool == true)
        #expect(
            properties["people"]?["type"]?.string == "integer" && properties["people"]?["maximum"]?.number?.value == 500
        )
        #expect(properties["deliverables"]?["items"]?["required"]?.array?.compactMap(\.string) == ["what"])
        #expect(properties["lead_ref"]?["pattern"]?.string?.hasPrefix("^(identity)--") == true)
        #expect(properties["saves"]?["required"]?.array?.count == 3)
    }
}
