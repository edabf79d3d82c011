import Foundation
package import Kinds
package import STIX

/// What a typed record says as values of its kind, and what is wrong with it.
package struct RecordReading: Sendable {
    package let kind: Kind
    /// What is filled in, by the names of the kind's fields.
    package let values: JSON
    package let findings: [ValueFinding]

    /// What stands against saying it.
    package var mistakes: [ValueFinding] { findings.filter(\.isMistake) }

    package init(_ typed: TypedRecord, of kind: Kind, taxonomies: @escaping (String) -> Set<String>? = { _ in nil }) {
        self.kind = kind
        var members = kind.fields.compactMap { field in
            Self.value(of: field, FieldName(field.name), in: typed).map { JSON.Member(name: field.name, value: $0) }
        }
        let kept = (try? JSON.parse(Array(typed.kept.utf8)))?.members ?? []
        members += kept.filter { other in !kind.fields.contains { $0.name == other.name } }
        // What is not asked, given what the others say, was typed before somebody chose otherwise.
        let whole = JSON.object(members)
        members.removeAll { member in kind.field(member.name).map { !kind.shows($0, in: whole) } ?? false }
        values = .object(members)
        findings = kind.findings(in: values, taxonomies: taxonomies)
    }

    /// What stands already.
    package init(_ values: JSON, of kind: Kind) {
        self.kind = kind
        self.values = values
        findings = kind.findings(in: values, taxonomies: { _ in nil })
    }

    private static func value(of field: Field, _ name: FieldName, in typed: TypedRecord) -> JSON? {
        switch field.type {
        case .list(let inner):
            let rows = rows(of: name, in: typed).compactMap { index -> JSON? in
                let members = inner.compactMap { field in
                    value(of: field, name.row(index, field.name), in: typed).map {
                        JSON.Member(name: field.name, value: $0)
                    }
                }
                return members.isEmpty ? nil : .object(members)
            }
            return rows.isEmpty ? nil : .array(rows)
        case .money:
            guard let amount = number(typed.text(name.part("amount"))) else { return nil }
            return .object([.init(name: "amount", value: amount), .text("currency", typed.text(name.part("currency")))])
        case .range(let rule):
            guard let low = number(typed.text(name.part("low"))) ?? number(typed.text(name.part("high"))) else {
                return nil
            }
            var members: [JSON.Member] = [
                .init(name: "low", value: low),
                .init(name: "high", value: number(typed.text(name.part("high"))) ?? low),
            ]
            if case .money = rule { members.append(.text("currency", typed.text(name.part("currency")))) }
            return .object(members)
        case .choices: return list(typed[name])
        default: break
        }
        let texts = field.isChosen ? typed[name] : lines(typed.text(name), isMany: field.isMany)
        let written = texts.map { trimmed($0, field.type) }.filter { !$0.isEmpty }
        guard !written.isEmpty else { return nil }
        if field.isMany { return list(written) }
        if case .number = field.type { return number(written[0]) }
        return .string(written[0])
    }

    /// The rows of a list that were sent, in their order.
    static func rows(of name: FieldName, in typed: TypedRecord) -> [Int] {
        let numbers = typed.fields.keys.filter { name.includes($0) }.compactMap { key in
            key.dropFirst(name.text.count + 1).split(separator: ".").first.flatMap { Int($0) }
        }
        return Array(Set(numbers.filter { (0..<10_000).contains($0) })).sorted()
    }

    private static func list(_ texts: [String]) -> JSON? {
        var seen: Set<String> = []
        let unique = texts.filter { !$0.isEmpty && seen.insert($0).inserted }
        return unique.isEmpty ? nil : .array(unique.map(JSON.string))
    }

    private static func lines(_ text: String, isMany: Bool) -> [String] {
        isMany ? text.split(whereSeparator: \.isNewline).map(String.init) : [text]
    }

    /// A number as people type it, with a point or a comma; as it stands where it is none, so that it is told.
    private static func number(_ text: String) -> JSON? {
        let plain = text.filter { !$0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" && $0 != "'" }
        guard !plain.isEmpty else { return nil }
        // What may be thousands, as in 1,000, is asked again; only decimal digits are a number.
        guard let match = plain.wholeMatch(of: /[+-]?[0-9]+(?:([.,])([0-9]+))?(?:[eE][+-]?[0-9]{1,3})?/),
            match.1 != "," || match.2?.count != 3
        else { return .string(text) }
        return Double(plain.replacing(",", with: ".")).flatMap(JSON.Number.init).map(JSON.number) ?? .string(text)
    }

    private static func trimmed(_ text: String, _ type: FieldType) -> String {
        let plain = text.trimmingCharacters(in: .whitespacesAndNewlines)
        switch type {
        case .party, .object, .file:
            // The address of its page names an object as well.
            return plain.split(separator: "/").last { STIXIdentifier.split(String($0)) != nil }.map(String.init)
                ?? plain
        case .text: return plain.split(whereSeparator: \.isNewline).joined(separator: " ")
        default: return plain
        }
    }
}
