import HTML
import Hall
import Web

/// The sentences of remarks on a text: on which words, in which others, and what is done about them.
struct RemarkWords: Sendable {
    let on: String
    let wording: String
    let wordingHint: String
    let proposes: String
    let answer: String
    let answered: @Sendable (_ by: Markup, _ on: Markup) -> Markup
    let disposition: @Sendable (Disposition) -> String
    let unanswered: @Sendable (Int) -> String
    let agreement: String

    static func `in`(_ language: Language) -> RemarkWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }

    static let english = RemarkWords(
        on: "On", wording: "In other words", wordingHint: "The wording that you would agree to.",
        proposes: "Proposed wording", answer: "Answer",
        answered: { "\($0), \($1)" },
        disposition: {
            switch $0 {
            case .accepted: "Accepted"
            case .partlyAccepted: "Partly accepted"
            case .notAccepted: "Not accepted"
            case .noted: "Noted"
            }
        },
        unanswered: {
            "\(Plural.english($0, "One comment has", "\(Language.english.number($0)) comments have")) no answer yet. Every comment is answered before this is closed."
        }, agreement: "Opinions")

    static let french = RemarkWords(
        on: "À propos de", wording: "En d’autres termes", wordingHint: "La formulation que vous approuveriez.",
        proposes: "Formulation proposée", answer: "Répondre",
        answered: { "\($0), \($1)" },
        disposition: {
            switch $0 {
            case .accepted: "Accepté"
            case .partlyAccepted: "Accepté en partie"
            case .notAccepted: "Non accepté"
            case .noted: "Pris note"
            }
        },
        unanswered: {
            "\(Plural.french($0, "Un commentaire est encore", "\(Language.french.number($0)) commentaires sont encore")) sans réponse. Chacun reçoit une réponse avant la clôture."
        }, agreement: "Opinions")

    static let arabic = RemarkWords(
        on: "حول", wording: "بصياغة أخرى", wordingHint: "الصياغة التي توافق عليها.", proposes: "الصياغة المقترحة",
        answer: "رد",
        answered: { "\($0)، \($1)" },
        disposition: {
            switch $0 {
            case .accepted: "مقبول"
            case .partlyAccepted: "مقبول جزئيًا"
            case .notAccepted: "غير مقبول"
            case .noted: "أُخذ علمًا به"
            }
        },
        unanswered: { "تعليقات بلا رد بعد: \(Language.arabic.number($0)). يُردّ على كل تعليق قبل الإغلاق." },
        agreement: "الآراء")

    static let spanish = RemarkWords(
        on: "Acerca de", wording: "En otras palabras", wordingHint: "La redacción con la que estaría de acuerdo.",
        proposes: "Redacción propuesta", answer: "Responder",
        answered: { "\($0), \($1)" },
        disposition: {
            switch $0 {
            case .accepted: "Aceptado"
            case .partlyAccepted: "Aceptado en parte"
            case .notAccepted: "No aceptado"
            case .noted: "Se toma nota"
            }
        },
        unanswered: {
            "\(Plural.spanish($0, "Un comentario aún no tiene", "\(Language.spanish.number($0)) comentarios aún no tienen")) respuesta. Todos reciben respuesta antes del cierre."
        }, agreement: "Opiniones")

    static let russian = RemarkWords(
        on: "К тексту", wording: "Другими словами", wordingHint: "Формулировка, с которой вы согласились бы.",
        proposes: "Предложенная формулировка", answer: "Ответить",
        answered: { "\($0), \($1)" },
        disposition: {
            switch $0 {
            case .accepted: "Принято"
            case .partlyAccepted: "Принято частично"
            case .notAccepted: "Не принято"
            case .noted: "Принято к сведению"
            }
        },
        unanswered: {
            "\(Language.russian.number($0)) \(Plural.russian($0, "комментарий", "комментария", "комментариев")) пока без ответа. До закрытия ответ получает каждый комментарий."
        }, agreement: "Мнения")

    static let chinese = RemarkWords(
        on: "针对", wording: "换一种表述", wordingHint: "您会同意的措辞。",
        proposes: "建议的措辞", answer: "答复",
        answered: { "\($0)，\($1)" },
        disposition: {
            switch $0 {
            case .accepted: "采纳"
            case .partlyAccepted: "部分采纳"
            case .notAccepted: "未采纳"
            case .noted: "已知悉"
            }
        },
        unanswered: { "有 \(Language.chinese.number($0)) 条评论尚未答复。关闭之前，每条评论都须得到答复。" },
        agreement: "意见")
}
