package import HTML

/// A type of objects as people see it: its name in each language, and its sign.
///
/// The domain that owns a type declares it. All others are shown by their code.
package struct NamedType: Sendable {
    /// As STIX writes it: `attack-pattern`.
    package let code: String
    /// The outline of its sign: an SVG path in a square of 16 by 16.
    let glyph: Markup
    /// Whether the title of such an object is a value, which is shown as code, and not a name.
    package let hasValue: Bool
    /// How it is called.
    package let words: @Sendable (Language) -> TypeWords

    package init(
        _ code: String, glyph: Markup, hasValue: Bool = false, words: @escaping @Sendable (Language) -> TypeWords
    ) {
        self.code = code
        self.glyph = glyph
        self.hasValue = hasValue
        self.words = words
    }
}

/// How one type of object is called in one language.
package struct TypeWords: Sendable, Hashable {
    /// One of them: `Technique`.
    package let one: String
    /// Several of them: `Techniques`.
    package let many: String
    /// What it is, in one sentence that somebody outside the field understands.
    package let says: String

    package init(_ one: String, _ many: String, _ says: String) {
        self.one = one
        self.many = many
        self.says = says
    }
}

/// Every type that a domain has declared, by its code.
package struct NamedTypes: Sendable {
    private let byCode: [String: NamedType]

    /// Of two with one code the first counts; the composition has none.
    package init(_ types: [NamedType] = []) {
        byCode = Dictionary(types.map { ($0.code, $0) }) { first, _ in first }
    }

    /// A type by its code; nil where no domain has declared it.
    package subscript(code: String) -> NamedType? { byCode[code] }
}

extension PageContext {
    /// How a type is called here; nil where nobody has named it.
    package func words(of type: String) -> TypeWords? { gateway.types[type]?.words(language) }

    /// One object of this type, in words: `Technique`; the code for a type without a name.
    package func typeOne(_ code: String) -> Markup {
        words(of: code).map { Markup(text: $0.one) } ?? Shown.code(code)
    }

    /// Several objects of this type, in words: `Techniques`.
    package func typeMany(_ code: String) -> Markup {
        words(of: code).map { Markup(text: $0.many) } ?? Shown.code(code)
    }

    /// The name of a type where markup cannot stand, as in a title.
    package func typeTitle(_ code: String) -> String { words(of: code)?.many ?? code }

    /// The small sign of a type, always beside its name; a plain square for a type without one.
    package func typeGlyph(_ code: String) -> Markup {
        let path: Markup = gateway.types[code]?.glyph ?? "M3 3h10v10H3z"
        return "<svg class=\"glyph\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path d=\"\(path)\"/></svg>"
    }

    /// The short name of a type with its sign.
    package func typeLabel(_ code: String) -> Markup {
        "<span class=\"type\">\(typeGlyph(code))\(typeOne(code))</span>"
    }
}
