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
        reason: "Why", reasonNeeded: "Some of the steps below need a reason.")

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
        reason: "Pourquoi", reasonNeeded: "Certaines des étapes ci-dessous demandent une raison.")

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
        reason: "لماذا", reasonNeeded: "بعض الخطوات أدناه يحتاج إلى سبب.")

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
        reason: "Por qué", reasonNeeded: "Algunos de los pasos siguientes necesitan un motivo.")

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
        reason: "Почему", reasonNeeded: "Для некоторых из шагов ниже нужно указать причину.")

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
        reason: "原因", reasonNeeded: "以下某些步骤需要说明原因。")
}
