import HTML
import Kinds
import Web

/// The sentences around an object of a kind.
struct RecordWords: Sendable {
    let life: String
    let until: @Sendable (_ clock: Markup, _ due: Markup) -> Markup
    let unmaintained: @Sendable (_ since: Markup) -> Markup
    let unknownStep: String
    let somebody: String
    let ignored: @Sendable (LifeState.Why) -> String
    let notYetIn: @Sendable (Int) -> String
    let reason: String
    let reasonNeeded: String
    /// How many words it has, and how easily they are read where that can be measured.
    let reads: @Sendable (_ words: Int, ReadingEase.Level?) -> String
    let harder: String
    let longer: String

    static func `in`(_ language: Language) -> RecordWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }

    static let english = RecordWords(
        life: "Steps", until: { "\($0): by \($1)" }, unmaintained: { "unmaintained since \($0)" },
        unknownStep: "a step that this kind does not have", somebody: "somebody",
        ignored: { why in
            switch why {
            case .unknownStep: "does not count: there is no such step"
            case .notAllowed: "does not count: whoever took it may not"
            case .outOfPlace: "does not count: it could not be taken from there"
            case .circular: "does not count: it claims to have seen what saw it"
            }
        },
        notYetIn: {
            "\(Plural.english($0, "One step", "\($0) steps")) that others refer to \(Plural.english($0, "has", "have")) not come in."
        },
        reason: "Why", reasonNeeded: "Some of the steps below need a reason.",
        reads: { words, level in
            let count = Language.english.number(words)
            return switch level {
            case nil: "\(count) words"
            case .veryEasy: "\(count) words, reads as a book for children"
            case .easy: "\(count) words, reads as a novel"
            case .medium: "\(count) words, reads as a newspaper"
            case .hard: "\(count) words, reads as an official text"
            case .veryHard: "\(count) words, reads as a scientific text"
            }
        }, harder: "harder to read than it says", longer: "longer than one printed page")

    static let french = RecordWords(
        life: "Étapes", until: { "\($0) : avant le \($1)" }, unmaintained: { "sans mise à jour depuis le \($0)" },
        unknownStep: "une étape que ce type n’a pas", somebody: "quelqu’un",
        ignored: { why in
            switch why {
            case .unknownStep: "ne compte pas : cette étape n’existe pas"
            case .notAllowed: "ne compte pas : son auteur n’y est pas autorisé"
            case .outOfPlace: "ne compte pas : elle ne pouvait pas suivre"
            case .circular: "ne compte pas : elle dit avoir vu ce qui l’a vue"
            }
        },
        notYetIn: {
            "\(Plural.french($0, "Une étape citée n’est pas encore arrivée.", "\($0) étapes citées ne sont pas encore arrivées."))"
        },
        reason: "Pourquoi", reasonNeeded: "Certaines des étapes ci-dessous demandent une raison.",
        reads: { words, level in
            let count = Language.french.number(words)
            return switch level {
            case nil: "\(count) mots"
            case .veryEasy: "\(count) mots, se lit comme un livre pour enfants"
            case .easy: "\(count) mots, se lit comme un roman"
            case .medium: "\(count) mots, se lit comme un journal"
            case .hard: "\(count) mots, se lit comme un texte officiel"
            case .veryHard: "\(count) mots, se lit comme un texte scientifique"
            }
        }, harder: "plus difficile à lire qu’annoncé", longer: "plus long qu’une page imprimée")

    static let arabic = RecordWords(
        life: "الخطوات", until: { "\($0): قبل \($1)" }, unmaintained: { "بلا تحديث منذ \($0)" },
        unknownStep: "خطوة لا يعرفها هذا النوع", somebody: "جهة ما",
        ignored: { why in
            switch why {
            case .unknownStep: "لا تُحتسب: لا توجد خطوة كهذه"
            case .notAllowed: "لا تُحتسب: ليس لصاحبها أن يقوم بها"
            case .outOfPlace: "لا تُحتسب: لم يكن ممكنًا القيام بها من هناك"
            case .circular: "لا تُحتسب: تزعم أنها رأت ما رآها"
            }
        },
        notYetIn: { "خطوات أشار إليها آخرون ولم تصل بعد: \($0)." },
        reason: "لماذا", reasonNeeded: "بعض الخطوات أدناه يحتاج إلى سبب.",
        reads: { words, level in
            let count = Language.arabic.number(words)
            return switch level {
            case nil: "\(count) كلمة"
            case .veryEasy: "\(count) كلمة، يُقرأ مثل كتاب للأطفال"
            case .easy: "\(count) كلمة، يُقرأ مثل رواية"
            case .medium: "\(count) كلمة، يُقرأ مثل صحيفة"
            case .hard: "\(count) كلمة، يُقرأ مثل نص رسمي"
            case .veryHard: "\(count) كلمة، يُقرأ مثل نص علمي"
            }
        }, harder: "أصعب قراءةً مما يقول", longer: "أطول من صفحة مطبوعة")

    static let spanish = RecordWords(
        life: "Pasos", until: { "\($0): antes del \($1)" }, unmaintained: { "sin mantenimiento desde el \($0)" },
        unknownStep: "un paso que este tipo no tiene", somebody: "alguien",
        ignored: { why in
            switch why {
            case .unknownStep: "no cuenta: ese paso no existe"
            case .notAllowed: "no cuenta: quien lo dio no puede darlo"
            case .outOfPlace: "no cuenta: no se podía dar desde allí"
            case .circular: "no cuenta: afirma haber visto lo que lo vio a él"
            }
        },
        notYetIn: {
            Plural.spanish(
                $0, "Un paso al que otros se refieren no ha llegado aún.",
                "\($0) pasos a los que otros se refieren no han llegado aún.")
        },
        reason: "Por qué", reasonNeeded: "Algunos de los pasos siguientes necesitan un motivo.",
        reads: { words, level in
            let count = Language.spanish.number(words)
            return switch level {
            case nil: "\(count) palabras"
            case .veryEasy: "\(count) palabras, se lee como un libro infantil"
            case .easy: "\(count) palabras, se lee como una novela"
            case .medium: "\(count) palabras, se lee como un periódico"
            case .hard: "\(count) palabras, se lee como un texto oficial"
            case .veryHard: "\(count) palabras, se lee como un texto científico"
            }
        }, harder: "más difícil de leer de lo que dice", longer: "más largo que una página impresa")

    static let russian = RecordWords(
        life: "Шаги", until: { "\($0): до \($1)" }, unmaintained: { "не обновляется с \($0)" },
        unknownStep: "шаг, которого у этого вида нет", somebody: "кто-то",
        ignored: { why in
            switch why {
            case .unknownStep: "не засчитан: такого шага нет"
            case .notAllowed: "не засчитан: сделавший его не имел на это права"
            case .outOfPlace: "не засчитан: оттуда его нельзя было сделать"
            case .circular: "не засчитан: утверждает, что видел то, что видело его"
            }
        },
        notYetIn: {
            "\($0) \(Plural.russian($0, "шаг, на который ссылаются другие, ещё не поступил", "шага, на которые ссылаются другие, ещё не поступили", "шагов, на которые ссылаются другие, ещё не поступили"))."
        },
        reason: "Почему", reasonNeeded: "Для некоторых из шагов ниже нужно указать причину.",
        reads: { words, level in
            let count = Language.russian.number(words)
            return switch level {
            case nil: "\(count) слов"
            case .veryEasy: "\(count) слов, читается как детская книга"
            case .easy: "\(count) слов, читается как роман"
            case .medium: "\(count) слов, читается как газета"
            case .hard: "\(count) слов, читается как официальный текст"
            case .veryHard: "\(count) слов, читается как научный текст"
            }
        }, harder: "читать труднее, чем заявлено", longer: "длиннее одной печатной страницы")

    static let chinese = RecordWords(
        life: "步骤", until: { "\($0)：截止 \($1)" }, unmaintained: { "自 \($0) 起无人维护" },
        unknownStep: "此类型没有的步骤", somebody: "某人",
        ignored: { why in
            switch why {
            case .unknownStep: "不计入：没有这个步骤"
            case .notAllowed: "不计入：执行者无权执行"
            case .outOfPlace: "不计入：无法从当时的状态执行"
            case .circular: "不计入：它声称看到了看到它的步骤"
            }
        },
        notYetIn: { "有 \($0) 个被他人引用的步骤尚未到达。" },
        reason: "原因", reasonNeeded: "以下某些步骤需要说明原因。",
        reads: { words, level in
            let count = Language.chinese.number(words)
            return switch level {
            case nil: "\(count) 词"
            case .veryEasy: "\(count) 词，读起来像 儿童读物"
            case .easy: "\(count) 词，读起来像 小说"
            case .medium: "\(count) 词，读起来像 报纸"
            case .hard: "\(count) 词，读起来像 公文"
            case .veryHard: "\(count) 词，读起来像 学术文章"
            }
        }, harder: "比所称更难读", longer: "超过一页")
}
