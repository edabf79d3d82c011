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
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
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

    static let spanish = CountriesWords(
        title: "Países lado a lado",
        lead:
            "Leyes, estrategias y otros textos de hasta tres países, y hasta qué punto sigue cada uno lo recomendado. Desconocido no significa no.",
        country: { "País \($0)" }, compare: "Comparar", kind: "Qué", text: "Texto", known: "Lo que se sabe",
        unknown: "desconocido", nothing: "Aquí no se sabe nada de estos países.")

    static let russian = CountriesWords(
        title: "Сравнение стран",
        lead:
            "Законы, стратегии и другое — не более чем по трём странам, и насколько каждая следует рекомендациям. Неизвестно — не значит нет.",
        country: { "Страна \($0)" }, compare: "Сравнить", kind: "Что", text: "Текст", known: "Что известно",
        unknown: "неизвестно", nothing: "Об этих странах здесь ничего не известно.")

    static let chinese = CountriesWords(
        title: "各国对照",
        lead: "最多三个国家的法律、战略等内容，以及各国对所提建议的遵循程度。未知不等于没有。",
        country: { "国家 \($0)" }, compare: "比较", kind: "内容", text: "文本", known: "已知情况",
        unknown: "未知", nothing: "此处没有关于这些国家的信息。")
}
