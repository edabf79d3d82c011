package import HTML
package import Kinds
package import Web

/// The sentences of forms and pages that come from kinds; what a kind itself says stands in it.
package struct KindWords: Sendable {
    let yes: String
    let partly: String
    let no: String
    let notApplicable: String
    let choose: String
    let oneEachLine: String
    let moment: String
    let duration: String
    let amount: String
    let currency: String
    let low: String
    let high: String
    let countries: String
    let party: String
    let object: String
    let network: String
    let link: String
    let file: String
    let overdue: String
    /// The way to a comment on a paragraph.
    let remark: String
    let anotherRow: String
    package let row: @Sendable (Int) -> String
    /// That more is asked where another field says so.
    let moreAfter: @Sendable (_ field: String) -> String
    let sections: String
    /// What is wrong, in a sentence without the name of the field.
    package let mistake: @Sendable (ValueFinding) -> String
    /// That a text is shown in another language.
    package let inLanguage: @Sendable (_ language: String) -> String

    /// That the date of a field has passed, in the words of its kind where it has some.
    package func overdue(_ field: Field, in tag: String) -> Markup {
        field.overdue?.says.map { Shown.name($0.text(for: tag), bytes: 160) } ?? Markup(text: overdue)
    }

    package func answer(_ answer: GradedAnswer) -> String {
        switch answer {
        case .yes: yes
        case .partly: partly
        case .no: no
        case .notApplicable: notApplicable
        }
    }

    package static func `in`(_ language: Language) -> KindWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }
}
