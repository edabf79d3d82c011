import Hall
import Kinds
import STIX
import TestSupport
import Testing

@testable import concord

/// The library in every language of the interface.
struct LanguageTests {
    /// What a kind says in English.
    private static func texts(_ json: JSON) -> [String] {
        switch json {
        case .array(let elements): elements.flatMap(texts)
        case .object(let members):
            if case .string(let text) = members.first(where: { $0.name == "en" })?.value {
                [text]
            } else {
                members.flatMap { texts($0.value) }
            }
        default: []
        }
    }

    @Test func `nothing that people read stands in code, but for what kinds say`() async throws {
        let records = try await Records(showing: ["initiative", "lesson"])
        let record = try await records.say("initiative", RecordStoryTests.initiative)
        var pages: [(String, String, String)] = []
        for path in [
            "/learn", "/learn/initiative", "/learn/initiative?late=1", "/learn/guide", "/learn/initiative/booklet",
            "/learn/initiative/import", "/calendar", "/agenda", "/who-does-what", "/kinds", "/objects/\(record)",
            "/countries", "/terms", "/summary", "/letter", "/calendars", "/learn/event",
            "/drafts/new?kind=record&of=initiative", "/notices/ways", "/work", "/people", "/account",
        ] {
            pages.append(
                (
                    path, try await records.page(path, as: records.desk),
                    try await records.page(path, as: records.desk, in: "zh")
                ))
        }
        let kinds = KindShelf.core.kinds.filter { ["initiative", "lesson", "guide", "event"].contains($0.name) }
        let said = kinds.flatMap { Self.texts($0.definition) + $0.fields.map(\.name) }
        #expect(untranslated(pages, data: Set(said + RecordStoryTests.initiative.map(\.1))).isEmpty)
    }

    @Test func `the form of a kind of the core pack speaks the language of its reader`() async throws {
        let records = try await Records(showing: ["initiative"])
        let kind = try #require(KindShelf.core.kinds.first { $0.name == "initiative" })
        let page = try await records.page("/drafts/new?kind=record&of=initiative", as: records.desk, in: "ru")
        #expect(page.contains("<html lang=\"ru\"") && page.contains(kind.one.text(for: "ru")))
        let field = try #require(kind.fields.first)
        #expect(field.label.text(for: "ru") != field.label.text(for: "en"))
        #expect(page.contains(field.label.text(for: "ru")))
    }
}
