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
}
