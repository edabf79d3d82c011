/// The sentences of what all pages share.
///
/// One file per language; a missing sentence does not compile.
package struct WebWords: Sendable {
    let skip: String
    let navigation: String
    let searchLabel: String
    let searchHint: String
    let search: String
    let gateway: String
    let language: String
    let backHome: String
    let signIn: String
    let account: String
    let seeingAs: @Sendable (Visitor.SeenAs) -> String
    let backToYourself: String
    let demo: String
    /// Title and sentence of a problem.
    let problems: @Sendable (Problem) -> (title: String, detail: String)
    /// How a type is called.
    package let type: @Sendable (NamedType) -> TypeWords

    /// The sentences in a language.
    package static func `in`(_ language: Language) -> WebWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        }
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

    init(_ one: String, _ many: String, _ says: String) {
        self.one = one
        self.many = many
        self.says = says
    }
}
