import Foundation
package import Hall
import Kinds
import Ledger
import STIX
package import Web

/// What somebody has typed of the words of an object in another language.
package struct TypedTranslation: Sendable, Hashable, Codable {
    /// The object.
    package var object: String
    /// The version of it that was before the translator's eyes; nothing where it has none.
    package var version: String
    /// A BCP 47 tag; empty until it is chosen.
    package var language: String
    /// By the pointers of the texts (``TranslatableTexts/Text/pointer``).
    package var texts: [String: String] = [:]

    /// What is wrong with it, by the names of the form's fields.
    func mistakes(for original: Original) -> [String: DraftMistake] {
        var mistakes: [String: DraftMistake] = [:]
        if language.isEmpty {
            mistakes["language"] = .missing
        } else if !LanguageTag.isWellFormed(language)
            || original.language.map({ Translation.primary($0) == Translation.primary(language) }) ?? false
        {
            mistakes["language"] = .unknownChoice
        }
        let known = original.texts.all
        for text in known where (texts[text.pointer] ?? "").utf8.count > DraftReading.longestText {
            mistakes[Self.field(text.pointer)] = .tooLong(most: DraftReading.longestText)
        }
        let isEmpty = known.allSatisfy { (texts[$0.pointer] ?? "").allSatisfy(\.isWhitespace) }
        if isEmpty, let first = known.first { mistakes[Self.field(first.pointer)] = .missing }
        return mistakes
    }

    /// The name under which a text is sent.
    static func field(_ pointer: String) -> String { "t\(pointer)" }

    /// An object whose words are said in another language.
    struct Original: Sendable {
        let holding: Holding
        let json: JSON
        let kind: Kind?
        /// The texts of the version that was translated before, where that is still read.
        let before: TranslatableTexts?

        var texts: TranslatableTexts { TranslatableTexts(of: json, kind: kind) }
        var language: String? { json.text("lang") }

        /// Whether a text says something else than when it was translated.
        func isChanged(_ text: TranslatableTexts.Text) -> Bool {
            guard let before else { return false }
            return before.all.first { $0.pointer == text.pointer }?.original != text.original
        }
    }
}

/// The form of a translation.
package struct TranslationFormModel: Sendable {
    /// UUID of the draft; nil before it is kept for the first time.
    let draft: String?
    let typed: TypedTranslation
    let original: TypedTranslation.Original
    let name: ObjectName
    /// Where it can be said: where the object stands.
    let targets: [DraftFormModel.Target]
    let collection: String
    let isCorrection: Bool
    let mistakes: [String: DraftMistake]
}

/// A translation of the object that is shown.
package struct StandingTranslation: Sendable, Equatable {
    package let translation: Translation
    package let author: ObjectName?
    package let said: Moment
    /// Whether it is shown without being asked for (``Translation/isShown(_:for:at:)``).
    package let isShown: Bool
    package let isStale: Bool
    package let mayRenew: Bool
}

/// In which language an object is read, and in which others it could be.
package struct Spoken: Sendable, Equatable {
    /// The language of its author; nil where it does not say.
    package let original: String?
    /// The translation that is shown; nil for its author's own words.
    package let chosen: StandingTranslation?
    /// How many of its texts that translation leaves in the words of their author.
    package let untranslated: Int
    package let all: [StandingTranslation]
    package let mayTranslate: Bool

    package static let asWritten = Spoken(original: nil, chosen: nil, untranslated: 0, all: [], mayTranslate: false)
}
