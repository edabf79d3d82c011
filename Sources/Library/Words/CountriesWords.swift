import Web

/// The sentences of countries side by side.
struct CountriesWords: Sendable {
    let title: String
    let lead: String
    let country: @Sendable (Int) -> String
    let compare: String
    let kind: String
    let text: String
    let known: String
    let unknown: String
    let nothing: String

    static func `in`(_ language: Language) -> CountriesWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        }
    }

    static let english = CountriesWords(
        title: "Countries side by side",
        lead:
            "Laws, strategies and more of up to three countries, and how far each follows what was recommended. Unknown is not no.",
        country: { "Country \($0)" }, compare: "Compare", kind: "What", text: "Text", known: "What is known",
        unknown: "unknown", nothing: "Nothing is known of these countries here.")

    static let french = CountriesWords(
        title: "Des pays côte à côte",
        lead:
            "Lois, stratégies et autres textes de trois pays au plus, et où en est chacun de ce qui a été recommandé. Inconnu ne veut pas dire non.",
        country: { "Pays \($0)" }, compare: "Comparer", kind: "Quoi", text: "Texte", known: "Ce que l’on sait",
        unknown: "inconnu", nothing: "On ne sait rien ici de ces pays.")

    static let arabic = CountriesWords(
        title: "بلدان جنبًا إلى جنب",
        lead: "قوانين واستراتيجيات وغيرها لثلاثة بلدان على الأكثر، ومدى اتباع كل منها لما أُوصي به. المجهول ليس نفيًا.",
        country: { "البلد \($0)" }, compare: "قارن", kind: "ماذا", text: "النص", known: "ما هو معروف",
        unknown: "غير معروف", nothing: "لا يُعرف هنا شيء عن هذه البلدان.")
}
