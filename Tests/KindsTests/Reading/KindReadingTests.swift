import Foundation
import STIX
import TestSupport
import Testing

@testable import Kinds

@Suite struct KindReadingTests {
    @Test func `a kind is read from its file, and says the same from its object`() throws {
        let kind = try initiative()
        #expect(kind.fields.count == 22 && kind.life?.steps.count == 4 && kind.clocks.count == 1)
        #expect(kind.field("deliverables.due")?.overdue != nil && kind.field("deliverables.nothing") == nil)
        #expect(kind.sections.map { kind.fields(in: $0).count } == [20, 2])
        let again = try Kind(definition: kind.definition)
        #expect(again == kind)
        #expect(try again.definition.canonical() == kind.definition.canonical())
        let parsed = try Kind(definition: JSON.parse(kind.definition.canonical()))
        #expect(parsed.id == kind.id)
    }

    @Test func `an identifier follows from all that a kind says, and from nothing else`() throws {
        let (one, same) = (
            try kind(), try Kind(yaml: Array(text().replacing("A thing.", with: "\"A thing.\"").utf8), of: "test")
        )
        #expect(one.id == same.id && one.id.hasPrefix("concord-kind--"))
        #expect(STIXIdentifier.split(one.id)?.uuid.dropFirst(14).first == "5")
        #expect(try kind("review: P1Y").id != one.id)
        #expect(try Kind(yaml: Array(text().utf8), of: "other").id != one.id)
        #expect(try kind("follows: \(one.id)").follows == one.id)
    }

    @Test(arguments: [
        (": [", KindFault.Code.unreadable, 1), ("a: b", .missing, 1),
        (text().replacing("noun: record", with: "noun: song"), .badForm, 2),
        (text().replacing("kind: thing", with: "kind: Thing"), .badForm, 1),
        (text().replacing("2026-11-30", with: "2026-02-30"), .badForm, 3),
        (text("colour: red"), .unknownName, 8),
        (text("review: one year"), .badForm, 8),
        (text("ceiling: purple"), .badForm, 8),
        (text("facets: [name]"), .wrongType, 8),
        (text("columns: [nothing]"), .unknownReference, 8),
        (text("columns: [name, name]"), .duplicate, 8),
        (text("summary: nothing"), .unknownReference, 8),
        (text("dates: {start: name}"), .wrongType, 8),
        (text("steps: [{step: go}]"), .missing, 8),
        (text("states: []"), .missing, 8),
        (text("states: [{state: here, label: {en: Here}}, {state: here, label: {en: Here}}]"), .duplicate, 8),
        (
            text(
                "states: [{state: here, label: {en: Here}}]\nsteps: [{step: go, from: there, to: here, who: author, label: {en: Go}}]"
            ), .unknownReference, 9
        ),
        (
            text(
                "states: [{state: here, label: {en: Here}}]\nsteps: [{step: go, from: here, to: here, who: addressee, label: {en: Go}}]"
            ), .missing, 9
        ),
        (text("clocks: [{clock: late}]"), .missing, 8),
        (text("letters: [{letter: hello, subject: \"{nobody}\", text: Hello}]"), .unknownReference, 8),
        (text(title: "\"{nothing}\""), .unknownReference, 5), (text(title: "\"{name\""), .badForm, 5),
        (text(fields: "  - {field: name, type: song, label: {en: Name}}"), .badForm, 7),
        (text(fields: "  - {field: name, type: text, label: Name}"), .wrongType, 7),
        (text(fields: "  - {field: name, type: text, label: {english language: Name}}"), .badForm, 7),
        (text(fields: "  - {field: name, type: text, label: {en: \"\"}}"), .missing, 7),
        (text(fields: "  - {field: Name, type: text, label: {en: Name}}"), .badForm, 7),
        (
            text(
                fields:
                    "  - {field: name, type: text, label: {en: Name}}\n  - {field: name, type: date, label: {en: Day}}"),
            .duplicate, 8
        ),
        (text(fields: "  - {field: name, type: party, label: {en: Name}}"), .badForm, 7),
        (text(fields: "  - {field: name_ref, type: text, label: {en: Name}}"), .badForm, 7),
        (text(fields: "  - {field: name_ref, type: party, many: yes, label: {en: Name}}"), .badForm, 7),
        (text(fields: "  - {field: name, type: answer, many: yes, label: {en: Name}}"), .wrongType, 7),
        (text(fields: "  - {field: name, type: choice, choices: [], label: {en: Name}}"), .missing, 7),
        (text(fields: "  - {field: name, type: choice, label: {en: Name}}"), .missing, 7),
        (text(fields: "  - {field: name, type: money, currencies: [euro], label: {en: Name}}"), .badForm, 7),
        (text(fields: "  - {field: name, type: number, least: 2, most: 1, label: {en: Name}}"), .badForm, 7),
        (
            text(
                fields:
                    "  - {field: name, type: text, overdue: {unless: {field: name, filled: yes}}, label: {en: Name}}"),
            .wrongType, 7
        ),
        (text(fields: "  - {field: name, type: text, section: deep, label: {en: Name}}"), .unknownReference, 7),
        (
            text(fields: "  - {field: name, type: text, shown: {field: nobody, filled: yes}, label: {en: Name}}"),
            .unknownReference, 7
        ),
        (
            text(fields: "  - {field: name, type: text, shown: {field: name, filled: yes}, label: {en: Name}}"), .cycle,
            7
        ),
        (
            text(
                fields:
                    "  - {field: name, type: answer, label: {en: Name}}\n  - {field: more, type: text, shown: {field: name, is: perhaps}, label: {en: More}}"
            ), .unknownReference, 8
        ),
        (
            text(
                fields:
                    "  - {field: name, type: text, label: {en: Name}}\n  - {field: more, type: text, shown: {field: name, is: x}, label: {en: More}}"
            ), .wrongType, 8
        ),
        (
            text(
                fields:
                    "  - {field: name, type: list, label: {en: Name}, fields: [{field: inner, type: list, label: {en: Inner}, fields: []}]}"
            ), .tooLarge, 7
        ),
        (
            text(
                fields: "  - {field: name, type: text, label: &a {en: Name}}\n  - {field: more, type: text, label: *a}"),
            .unreadable, 7
        ),
        (text() + "kind: other\n", .duplicate, 1),
        // Comments and line ends hide no anchor; a letter with a mark on it is no letter of a name.
        ("\"#\": &a [x]\nb: *a\n", .unreadable, 1),
        ("# a comment\r\nkind: &a [x]\r\n", .unreadable, 2),
        (text().replacing("kind: thing", with: "kind: th\u{200D}ing"), .badForm, 1),
        (text().replacing("kind: thing", with: "kind: thi\u{301}ng"), .badForm, 1),
    ])
    func `a malformed kind is refused, with its line and a sentence`(text: String, code: KindFault.Code, line: Int) {
        do {
            let kind = try Kind(yaml: Array(text.utf8), of: "test")
            Issue.record("\(kind.id) was read from \(text)")
        } catch {
            #expect(error.code == code, "\(error)\n\(text)")
            #expect(error.line == line, "\(error)\n\(text)")
            #expect(error.sentence.count > 10)
        }
    }

    @Test func `what shows only where it is shown itself is refused, however long the way`() throws {
        func fields(_ count: Int, closed: Bool) -> String {
            (0..<count).map { number in
                let next = number + 1 < count ? number + 1 : (closed ? 0 : -1)
                let shown = next < 0 ? "" : "shown: {field: field\(next), filled: yes}, "
                return "  - {field: field\(number), type: text, \(shown)label: {en: Field}}"
            }.joined(separator: "\n")
        }
        for count in [2, 3, 100] {
            #expect(throws: KindFault.self) { try kind(fields: fields(count, closed: true), title: "\"{field0}\"") }
            #expect(try kind(fields: fields(count, closed: false), title: "\"{field0}\"").fields.count == count)
        }
    }

    @Test func `what is too large is refused without being read to its end`() throws {
        let many = (0..<2_000).map { "  - {field: field\($0), type: text, label: {en: Field}}" }.joined(separator: "\n")
        #expect(throws: KindFault(.tooLarge, "this list may have 400 elements", at: "/fields", line: 7)) {
            try kind(fields: many, title: "\"{field0}\"")
        }
        let inner = (0..<300).map { "{field: field\($0), type: text, label: {en: Field}}" }.joined(separator: ", ")
        let lists = (0..<2).map { "  - {field: list\($0), type: list, label: {en: List}, fields: [\(inner)]}" }
        #expect(throws: KindFault.self) { try kind(fields: lists.joined(separator: "\n"), title: "x") }
        for large in [
            String(repeating: "a: b\n", count: 2 << 20),
            String(repeating: "[", count: 900) + String(repeating: "]", count: 900),
            "a: [" + String(repeating: "a, ", count: 100_000) + "a]",
        ] {
            let took = ownTime {
                do throws(KindFault) {
                    _ = try Kind(yaml: Array(large.utf8), of: "test")
                    Issue.record("read")
                } catch {
                    #expect(error.code == .tooLarge || error.code == .missing || error.code == .unreadable, "\(error)")
                }
            }
            #expect(took < .seconds(20))
        }
        let bomb = "a: &a [x, x]\n" + (0..<30).map { "b\($0): &b\($0) [*a, *a]\n" }.joined()
        #expect(throws: KindFault.self) { try Kind(yaml: Array(bomb.utf8), of: "test") }
        let deep = "fields: " + String(repeating: "{a: ", count: 200) + "b" + String(repeating: "}", count: 200)
        #expect(throws: KindFault.self) { try Kind(yaml: Array(deep.utf8), of: "test") }
    }

    @Test func `every kind that the manual shows can be read`() throws {
        let manual = try String(contentsOf: repository.appending(path: "docs/kinds.md"), encoding: .utf8)
        let blocks = manual.components(separatedBy: "```yaml\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        #expect(blocks.count == 3)
        let pack = try Pack([
            .init(path: "pack.yaml", bytes: Array(blocks[0].utf8)),
            .init(path: "kinds/lesson.yaml", bytes: Array(blocks[1].utf8)),
        ])
        #expect(pack.kinds.map(\.name) == ["lesson"] && pack.name == "valdoria.example")
        #expect(try kind(blocks[2]).life?.steps.count == 2)
        // And every type of field is in its table.
        for type in FieldType.names { #expect(manual.contains("`\(type)`"), "\(type)") }
    }
}
