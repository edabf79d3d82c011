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
    /// That no native speakers have reviewed these words; see `Language.isReviewed`.
    let unreviewed: String
    let backHome: String
    let signIn: String
    let account: String
    let seeingAs: @Sendable (Visitor.SeenAs) -> String
    let backToYourself: String
    let demo: String
    /// Title and sentence of a problem.
    let problems: @Sendable (Problem) -> (title: String, detail: String)

    /// The sentences in a language.
    package static func `in`(_ language: Language) -> WebWords {
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
