import HTML
import Web

/// The sentences around the languages of an object.
struct TranslationWords: Sendable {
    let translate: String
    let lead: String
    let language: String
    let languages: String
    let writtenIn: @Sendable (String) -> String
    let changed: String
    let place: String
    let placeHint: String
    let translated: @Sendable (_ into: Markup, _ by: Markup, _ on: Markup) -> Markup
    let notConfirmed: String
    let untranslated: @Sendable (Int) -> String
    let showOriginal: String
    let onlyIn: @Sendable (Markup) -> Markup
    let stale: String
    let staleShort: String
    let renew: String

    static func `in`(_ language: Language) -> TranslationWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        }
    }

    static let english = TranslationWords(
        translate: "Translate",
        lead:
            "Say in another language what stands here. What you leave empty stays in the words of its author, and the page says so.",
        language: "Into which language", languages: "Languages", writtenIn: { "It is written in \($0)." },
        changed: "The original of this has changed since it was translated.", place: "Where it is said",
        placeHint: "Those who read the object there read the translation.",
        translated: { "Translated into \($0) by \($1), \($2)" },
        notConfirmed: "not confirmed by the author of the original",
        untranslated: {
            "\(Plural.english($0, "One text is not translated.", "\($0) texts are not translated."))"
        }, showOriginal: "Show the original", onlyIn: { "Written in \($0); not translated into your language yet." },
        stale: "The original has changed since this was translated.", staleShort: "out of date", renew: "Renew")

    static let french = TranslationWords(
        translate: "Traduire",
        lead:
            "Dites dans une autre langue ce qui figure ici. Ce que vous laissez vide reste dans les mots de son auteur, et la page le dit.",
        language: "Dans quelle langue", languages: "Langues", writtenIn: { "Langue d’origine : \($0)." },
        changed: "L’original de ce texte a changé depuis sa traduction.", place: "Où la dire",
        placeHint: "Qui lit l’objet à cet endroit lit aussi la traduction.",
        translated: { "Traduction (\($0)) par \($1), \($2)" },
        notConfirmed: "non confirmée par l’auteur de l’original",
        untranslated: {
            "\(Plural.french($0, "Un texte n’est pas traduit.", "\($0) textes ne sont pas traduits."))"
        }, showOriginal: "Voir l’original", onlyIn: { "Langue : \($0) ; pas encore traduit dans la vôtre." },
        stale: "L’original a changé depuis cette traduction.", staleShort: "dépassée", renew: "Mettre à jour")

    static let arabic = TranslationWords(
        translate: "ترجمة",
        lead: "قل بلغة أخرى ما هو مكتوب هنا. ما تتركه فارغًا يبقى بكلمات صاحبه، وتذكر الصفحة ذلك.",
        language: "إلى أي لغة", languages: "اللغات", writtenIn: { "لغة الأصل: \($0)." },
        changed: "تغيّر أصل هذا النص منذ ترجمته.", place: "أين تُقال",
        placeHint: "من يقرأ الكائن هناك يقرأ الترجمة أيضًا.",
        translated: { "ترجمة إلى \($0) بقلم \($1)، \($2)" },
        notConfirmed: "لم يؤكدها صاحب الأصل",
        untranslated: { "نصوص لم تُترجم: \($0)." }, showOriginal: "عرض الأصل",
        onlyIn: { "اللغة: \($0)؛ لم يُترجم إلى لغتك بعد." },
        stale: "تغيّر الأصل منذ هذه الترجمة.", staleShort: "قديمة", renew: "تحديث")
}
