import Hall
import Kinds
import STIX
import Web

/// What values of objects say to people, in lists and their filters.
struct ValueText {
    let kind: Kind
    /// What the objects are called that values name.
    let names: [String: String]
    let taxonomies: [String: TagTaxonomy]
    let language: Language

    func text(of value: JSON, _ field: Field) -> String {
        if field.type.isReference {
            let ids = value.array?.compactMap(\.string) ?? [value.string].compactMap(\.self)
            return ids.map { names[$0] ?? $0 }.joined(separator: language.comma)
        }
        if field.type == .answer {
            return value.string.flatMap(GradedAnswer.init).map(KindWords.in(language).answer) ?? ""
        }
        if case .list = field.type {
        } else if let elements = value.array {
            return elements.map { text(of: $0, field) }.joined(separator: language.comma)
        }
        return kind.text(of: value, field, in: language.rawValue) { tag in
            taxonomies[String(tag.prefix { $0 != ":" })]?.terms.first { $0.tag == tag }?.name
        }
    }

    /// The value of a filter; of a date its year.
    func facet(_ value: String, _ field: Field) -> String {
        field.type == .date ? value : text(of: .string(value), field)
    }

    /// What a list is narrowed by, in words: the filter, and what was chosen.
    func filters(of question: RecordQuestion) -> [(label: String, value: String)] {
        let words = LibraryWords.in(language)
        let tag = language.rawValue
        let text = question.text.allSatisfy(\.isWhitespace) ? [] : [(words.words, question.text)]
        let chosen = question.chosen.compactMap { one in
            kind.field(one.field).map { ($0.label.text(for: tag), facet(one.value, $0)) }
        }
        let state = question.state.flatMap { kind.life?.state($0) }.map { [(words.state, $0.label.text(for: tag))] }
        return text + chosen + (state ?? []) + (question.isLate ? [(words.lateness, words.late)] : [])
    }
}
