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
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
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

    static let spanish = TranslationWords(
        translate: "Traducir",
        lead:
            "Diga en otro idioma lo que consta aquí. Lo que deje vacío queda en palabras de su autor, y la página lo indica.",
        language: "A qué idioma", languages: "Idiomas", writtenIn: { "Idioma original: \($0)." },
        changed: "El original de este texto ha cambiado desde que se tradujo.", place: "Dónde se dice",
        placeHint: "Quien lee el objeto allí lee también la traducción.",
        translated: { "Traducción (\($0)) de \($1), \($2)" },
        notConfirmed: "no confirmada por el autor del original",
        untranslated: { Plural.spanish($0, "Un texto no está traducido.", "\($0) textos no están traducidos.") },
        showOriginal: "Ver el original", onlyIn: { "Idioma: \($0); aún no está traducido al suyo." },
        stale: "El original ha cambiado desde esta traducción.", staleShort: "desactualizada", renew: "Actualizar")

    static let russian = TranslationWords(
        translate: "Перевести",
        lead:
            "Скажите на другом языке то, что здесь написано. Что вы оставите пустым, останется словами автора, и страница это укажет.",
        language: "На какой язык", languages: "Языки", writtenIn: { "Язык оригинала: \($0)." },
        changed: "Оригинал этого текста изменился после перевода.", place: "Где разместить",
        placeHint: "Кто читает там объект, читает и перевод.",
        translated: { "Перевод (\($0)): \($1), \($2)" },
        notConfirmed: "не подтверждён автором оригинала",
        untranslated: {
            "\($0) \(Plural.russian($0, "текст не переведён", "текста не переведены", "текстов не переведены"))."
        }, showOriginal: "Показать оригинал", onlyIn: { "Язык: \($0); на ваш язык пока не переведено." },
        stale: "Оригинал изменился после этого перевода.", staleShort: "устарел", renew: "Обновить")

    static let chinese = TranslationWords(
        translate: "翻译",
        lead: "用另一种语言说出此处的内容。留空的部分将保留作者的原话，页面会注明这一点。",
        language: "译成哪种语言", languages: "语言", writtenIn: { "原文语言：\($0)。" },
        changed: "此文的原文在翻译之后有改动。", place: "发布位置",
        placeHint: "能在那里阅读该对象的人也能阅读译文。",
        translated: { "\($1) 的译文（\($0)），\($2)" },
        notConfirmed: "未经原作者确认",
        untranslated: { "有 \($0) 段文字未翻译。" }, showOriginal: "查看原文",
        onlyIn: { "语言：\($0)；尚未译成您的语言。" },
        stale: "原文在此译文之后有改动。", staleShort: "已过时", renew: "更新")
}
