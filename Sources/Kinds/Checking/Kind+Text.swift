import Foundation
public import STIX

extension Kind {
    /// The title of an object with these values.
    public func title(of values: JSON, in language: String) -> String {
        title.filled(for: language) { name in
            field(name).flatMap { field in values[name].map { self.text(of: $0, field, in: language) } }
        }
    }

    /// What a value says, in one line for people.
    ///
    /// - Parameter terms: what a term of a taxonomy is called; nil for its machine tag.
    public func text(of value: JSON, _ field: Field, in language: String, terms: (String) -> String? = { _ in nil })
        -> String
    {
        if let elements = value.array {
            if case .list = field.type { return "\(elements.count)" }
            return elements.map { text(of: $0, field, in: language, terms: terms) }.joined(separator: ", ")
        }
        switch field.type {
        case .choice(.inline(let choices)), .choices(.inline(let choices)):
            return choices.first { $0.value == value.string }?.label.text(for: language) ?? value.string ?? ""
        case .choice, .choices: return value.string.map { terms($0) ?? $0 } ?? ""
        case .country:
            return value.string.map { Locale(identifier: language).localizedString(forRegionCode: $0) ?? $0 } ?? ""
        case .language:
            return value.string.map { Locale(identifier: language).localizedString(forIdentifier: $0) ?? $0 } ?? ""
        case .number(let rule): return [value.number?.text, rule.unit?.text(for: language)].joined
        case .money: return [value["amount"]?.number?.text, value["currency"]?.string].joined
        case .range(let rule):
            let unit =
                switch rule {
                case .numbers(let numbers): numbers.unit?.text(for: language)
                case .money: value["currency"]?.string
                }
            let ends = [value["low"]?.number?.text, value["high"]?.number?.text].compactMap(\.self)
            return [ends.first == ends.last ? ends.first : ends.joined(separator: "–"), unit].joined
        default: return value.string ?? value.number?.text ?? ""
        }
    }
}

extension [String?] {
    /// What is there, with spaces that no line breaks at.
    fileprivate var joined: String { compactMap(\.self).joined(separator: "\u{A0}") }
}
