import Foundation
import Testing

@testable import Exchange

@Suite struct MISPManualTests {
    private static let manual = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../docs/misp.md")

    @Test func `the manual shows every type of attribute, and what becomes of it`() throws {
        let rows = MISPAttributeTable.forms.sorted { $0.key < $1.key }.map { type, form in
            "| `\(type.replacing("|", with: "\\|"))` | \(form.sentence) |"
        }
        try expect(rows, "attributes")
    }

    @Test func `the manual shows every template, with the relations that it knows`() throws {
        let rows = MISPTemplate.all.sorted { $0.key < $1.key }.map { name, template in
            let relations = template.others.union(template.slots.keys).sorted().joined(separator: ", ")
            return "| `\(name)` | `\(template.type)` | \(relations) |"
        }
        try expect(rows, "templates")
    }

    @Test func `the manual names every reason for leaving something out`() throws {
        try expect(MISPLoss.Reason.allCases.map { "| `\($0.rawValue)` | \($0.sentence) |" }, "reasons")
    }

    private func expect(_ rows: [String], _ what: String) throws {
        let text = try String(contentsOf: Self.manual, encoding: .utf8)
        let expected = rows.joined(separator: "\n")
        #expect(text.contains("\n\(expected)\n"), "docs/misp.md lacks the table of \(what):\n\(expected)")
    }
}
