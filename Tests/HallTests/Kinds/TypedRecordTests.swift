import Foundation
import Kinds
import STIX
import Testing

@testable import Hall

/// What people type into the form of a kind, and what becomes of it.
@Suite struct TypedRecordTests {
    private static func kind() throws -> Kind {
        try Kind(
            yaml: Array(
                """
                kind: thing
                noun: record
                released: 2026-01-01
                words: {one: {en: Thing}, many: {en: Things}, says: {en: A thing.}}
                title: "{name}"
                fields:
                  - {field: name, type: text, required: yes, label: {en: Name}}
                  - {field: size, type: number, label: {en: Size}}
                  - {field: cost, type: money, currencies: [EUR, USD], label: {en: Cost}}
                  - {field: span, type: range, label: {en: Span}}
                  - {field: tags, type: text, many: yes, label: {en: Tags}}
                  - {field: why, type: text, shown: {field: size, filled: yes}, label: {en: Why}}
                  - {field: rows, type: list, label: {en: Rows}, fields: [{field: what, type: text, label: {en: What}}, {field: sum, type: money, currencies: [EUR], label: {en: Sum}}]}
                """.utf8),
            of: "test")
    }

    private func values(_ fields: [String: String]) throws -> JSON {
        var typed = TypedRecord(try Self.kind(), language: "en")
        typed.take({ fields[$0].map { [$0] } ?? [] }, names: fields.keys.sorted(), for: try Self.kind().fields)
        return RecordReading(typed, of: try Self.kind()).values
    }

    @Test(arguments: [
        ("12", 12.0), ("1.5", 1.5), ("1,5", 1.5), ("2 500,50", 2_500.5), ("-3", -3), ("1e3", 1_000),
        // What may be thousands, or is no decimal number, is asked again.
        ("1,000", nil), ("1.5.2", nil), ("0x1p3", nil), ("nan", nil), ("٣", nil), ("1e9999", nil), ("ten", nil),
    ])
    func `a number is read as people type it, and never guessed`(typed: String, number: Double?) throws {
        let value = try values(["v.name": "A", "v.size": typed])["size"]
        #expect(value?.number?.value == number, "\(typed)")
        if number == nil { #expect(value == .string(typed)) }
    }

    @Test func `rows are numbered without gaps, and one with nothing in it is gone`() throws {
        let rows = try values([
            "v.name": "A", "v.rows.3.what": "first", "v.rows.7.what": " ", "v.rows.7.sum.currency": "EUR",
            "v.rows.20.what": "second", "v.rows.99999999999999999999.what": "x", "v.rows.-1.what": "y",
            "v.rows.what": "z",
        ])["rows"]
        #expect(rows?.array?.compactMap { $0["what"]?.string } == ["first", "second"])
    }

    @Test func `money and ranges have their parts, and several values a line each`() throws {
        let all = try values([
            "v.name": " A ", "v.cost.amount": "5", "v.cost.currency": "USD", "v.span.low": "2", "v.tags": "a\nb\na\n\n",
        ])
        #expect(all["name"] == .string("A") && all["cost"]?["currency"] == .string("USD"))
        #expect(all["span"]?["high"]?.number?.value == 2 && all["tags"] == .array([.string("a"), .string("b")]))
        #expect(all["why"] == nil)
    }

    @Test func `what a form did not ask stays, and what it can't show is kept`() throws {
        let kind = try Self.kind()
        var typed = TypedRecord(
            kind, language: "en", values: try JSON.parse(Array(#"{"name":"A","tags":["x"],"other":{"a":[1]}}"#.utf8)))
        typed.take({ _ in ["B"] }, names: ["v.name"], for: [kind.fields[0]])
        let reading = RecordReading(typed, of: kind)
        #expect(reading.values["tags"] == .array([.string("x")]) && reading.values["other"]?["a"]?[0] != nil)
        #expect(reading.mistakes.isEmpty && RecordObject.name(of: reading, in: "en") == "B")
    }

    @Test func `an object of a kind says it in words too, and what stands beside it is the same everywhere`() throws {
        let kind = try Self.kind()
        var typed = TypedRecord(kind, language: "en")
        typed.take({ _ in ["A"] }, names: ["v.name"], for: kind.fields)
        let begun = Composer(
            "concord-record", uuid: "00000000-0000-4000-8000-000000000001",
            by: "identity--00000000-0000-4000-8000-000000000002", created: .init(clamping: 0), marking: .clear)
        let object = RecordObject.written(RecordReading(typed, of: kind), language: "en", on: begun)
        #expect(object["description"]?.string?.contains("Name: A") == true && object["lang"]?.string == "en")
        #expect(RecordObject.values(of: object)?.kind == kind.id)
        let declared = try JSON.parse(RecordObject.object(of: kind))
        #expect(RecordObject.kind(in: declared) == kind)
        // Another name under the same identifier is somebody else's word.
        var renamed = try #require(Composer(changing: declared))
        renamed.set("name", "Hacked")
        #expect(RecordObject.kind(in: renamed.object) == nil)
    }

    @Test func `a cell that was guarded for a spreadsheet is read as it was`() {
        for text in ["=1+1", "- a list", "@x", "+1", "'quoted'", "plain", "", "'", "''=1"] {
            let guarded = CSV.field(text)
            let cell = guarded.hasPrefix("\"") ? String(guarded.dropFirst().dropLast()) : guarded
            #expect(CSV.unguarded(cell) == text, "\(text)")
        }
    }
}

@Suite struct CorePackTests {
    @Test func `the pack that ships with the program can be read, and speaks the languages of the interface`() throws {
        let core = KindShelf.core
        #expect(core.name == "core" && core.kinds.count == 25)
        for kind in core.kinds {
            for language in ["en", "fr", "ar", "es", "ru", "zh"] {
                let phrases =
                    [kind.one, kind.many, kind.says] + kind.fields.flatMap { [$0.label, $0.hint].compactMap(\.self) }
                #expect(phrases.allSatisfy { $0.speaks(language) }, "\(kind.name) \(language)")
            }
            // What is counted by work area is asked by every kind in the same words.
            let areas = kind.field("work_areas")?.type
            #expect(areas == core.kinds[0].field("work_areas")?.type, "\(kind.name)")
            #expect(try Kind(definition: kind.definition) == kind)
        }
    }
}
