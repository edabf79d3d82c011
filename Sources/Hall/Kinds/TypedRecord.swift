import Foundation
package import Kinds
package import STIX

/// What somebody has typed into the form of a kind, as it was typed: nothing of it is lost because it is not right yet.
package struct TypedRecord: Sendable, Hashable, Codable {
    /// The identifier of the kind.
    package var kind: String
    /// Its pack and its name, by which a later version is found where this one is gone.
    package var pack: String
    package var name: String
    /// The language in which it is written, a BCP 47 tag.
    package var language: String
    /// By the names of the form's fields (``FieldName``).
    package var fields: [String: [String]]
    /// Values that the form does not ask, which a correction keeps: JSON.
    package var kept: String

    package init(_ kind: Kind, language: String, values: JSON? = nil) {
        self.kind = kind.id
        pack = kind.pack
        name = kind.name
        self.language = language
        fields = [:]
        kept = "{}"
        guard let values else { return }
        for field in kind.fields {
            if let value = values[field.name] { type(value, field, FieldName(field.name)) }
        }
        let asked = Set(kind.fields.map(\.name))
        let other = (values.members ?? []).filter { !asked.contains($0.name) }
        kept = (try? JSON.object(other).canonical()).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// What was typed under a name.
    package subscript(name: FieldName) -> [String] { fields[name.text] ?? [] }

    /// The first that was typed under a name.
    package func text(_ name: FieldName) -> String { self[name].first ?? "" }

    /// Takes what a form sent for these fields; what it did not ask stays.
    package mutating func take(_ form: (String) -> [String], names: [String], for asked: [Field]) {
        for field in asked {
            let own = FieldName(field.name)
            for name in fields.keys where own.includes(name) { fields[name] = nil }
            for name in names where own.includes(name) { fields[name] = form(name) }
            if case .list = field.type { close(own) }
        }
    }

    /// Takes out rows of a list that have nothing in them, and numbers the others without gaps.
    private mutating func close(_ list: FieldName) {
        var rows: [Int: [(rest: Substring, texts: [String])]] = [:]
        for (name, texts) in fields where name.hasPrefix(list.text + ".") {
            let parts = name.dropFirst(list.text.count + 1).split(separator: ".", maxSplits: 1)
            fields[name] = nil
            guard parts.count == 2, let number = Int(parts[0]), (0..<10_000).contains(number) else { continue }
            rows[number, default: []].append((parts[1], texts))
        }
        // A currency is always chosen, and says nothing alone.
        let filled = rows.filter { row in
            row.value.contains { cell in
                !cell.rest.hasSuffix(".currency") && !cell.texts.allSatisfy { $0.allSatisfy(\.isWhitespace) }
            }
        }
        for (index, row) in filled.sorted(by: { $0.key < $1.key }).prefix(Kind.mostRows + 1).enumerated() {
            for cell in row.value { fields["\(list.text).\(index).\(cell.rest)"] = cell.texts }
        }
    }

    /// Takes a cell of a table: several values stand apart by `|`, the parts of a sum or a range by spaces.
    package mutating func type(_ cell: String, in field: Field) {
        let name = FieldName(field.name)
        let parts = cell.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        func put(_ part: String, _ index: Int) {
            if parts.indices.contains(index) { fields[name.part(part).text] = [parts[index]] }
        }
        switch field.type {
        case .money:
            put("amount", 0)
            put("currency", 1)
        case .range:
            put("low", 0)
            // One number is a range of itself, with its currency behind it.
            let isOne = parts.count < 2 || Double(parts[1].replacing(",", with: ".")) == nil
            put("high", isOne ? 0 : 1)
            put("currency", isOne ? 1 : 2)
        default:
            let isSet = if case .choices = field.type { true } else { field.isMany }
            let texts = isSet ? cell.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } : [cell]
            fields[name.text] = field.isChosen ? texts : [texts.joined(separator: "\n")]
        }
    }

    /// Writes a value into the form, as whoever fills it in would have.
    private mutating func type(_ value: JSON, _ field: Field, _ name: FieldName) {
        func put(_ name: FieldName, _ text: String?) { fields[name.text] = text.map { [$0] } }
        switch field.type {
        case .list(let inner):
            for (index, row) in (value.array ?? []).enumerated() {
                for field in inner {
                    if let value = row[field.name] { type(value, field, name.row(index, field.name)) }
                }
            }
        case .money:
            put(name.part("amount"), value["amount"]?.number?.text)
            put(name.part("currency"), value["currency"]?.string)
        case .range:
            put(name.part("low"), value["low"]?.number?.text)
            put(name.part("high"), value["high"]?.number?.text)
            put(name.part("currency"), value["currency"]?.string)
        case .moment:
            // A moment is one text in the form too, with its offset and zone.
            put(name, value.string)
        case .choices: fields[name.text] = value.array?.compactMap(\.string)
        default:
            let texts =
                value.array?.compactMap { $0.string ?? $0.number?.text } ?? [value.string ?? value.number?.text ?? ""]
            fields[name.text] = field.isChosen ? texts : [texts.joined(separator: "\n")]
        }
    }
}

/// The name of a field in a form: `v.deliverables.0.due`, `v.cost.amount`.
package struct FieldName: Sendable, Hashable {
    package let text: String

    package init(_ field: String) { text = "v." + field }
    private init(text: String) { self.text = text }

    func row(_ index: Int, _ field: String) -> FieldName { FieldName(text: "\(text).\(index).\(field)") }
    func part(_ name: String) -> FieldName { FieldName(text: "\(text).\(name)") }

    /// Whether a name of a form is this one, or of a part of it.
    func includes(_ name: String) -> Bool { name == text || name.hasPrefix(text + ".") }

    /// How it is reached on the page.
    var id: String { "f-" + text.dropFirst(2).replacing(".", with: "-") }

    /// The place of a value, as findings name it (RFC 6901).
    static func of(_ pointer: String) -> FieldName { FieldName(String(pointer.dropFirst()).replacing("/", with: ".")) }
}

extension Field {
    /// Whether one chooses among what the page lists, so that several are sent one by one; others are typed, a line each.
    var isChosen: Bool {
        switch type {
        case .choice, .choices, .answer, .country, .language: true
        default: false
        }
    }
}
