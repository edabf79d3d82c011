/// A text in any number of languages.
public struct Phrase: Sendable, Hashable {
    /// The text in one language.
    public struct Translation: Sendable, Hashable {
        /// The language, as BCP 47 writes it: `fr`, `pt-BR`.
        public let language: String
        /// The text; never empty.
        public let text: String

        /// Makes one.
        public init(language: String, text: String) {
            self.language = language
            self.text = text
        }
    }

    /// At least one, each language once, in the order of their tags: a text says the same in whichever order it was written.
    public let translations: [Translation]

    /// Nil where there is no text.
    public init?(_ translations: [Translation]) {
        guard !translations.isEmpty else { return nil }
        self.translations = translations.sorted {
            $0.language.utf16.lexicographicallyPrecedes($1.language.utf16)
        }
    }

    /// The text for a reader of this language: in it, in a variety of it, in English, or in the first of its languages.
    ///
    /// Its own language comes with it, so that a page can say that it fell back.
    public func best(for language: String) -> Translation {
        let wanted = language.lowercased()
        let primary = Self.primary(wanted)
        func first(_ isMeant: (String) -> Bool) -> Translation? {
            translations.first { isMeant($0.language.lowercased()) }
        }
        return first { $0 == wanted } ?? first { Self.primary($0) == primary } ?? first { Self.primary($0) == "en" }
            ?? translations[0]
    }

    /// The text for a reader of this language.
    public func text(for language: String) -> String { best(for: language).text }

    /// Whether there is a text in this language, or in a variety of it.
    public func speaks(_ language: String) -> Bool {
        translations.contains { Self.primary($0.language.lowercased()) == Self.primary(language.lowercased()) }
    }

    private static func primary(_ tag: String) -> Substring { tag.prefix { $0 != "-" } }
}
