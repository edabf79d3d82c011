import HTML
import Web

/// The sentences of what a group is for, and of its end.
struct WorkingGroupWords: Sendable {
    let mandate: String
    let documents: String
    let until: @Sendable (_ day: Markup) -> Markup
    let isOver: @Sendable (_ day: Markup) -> Markup
    let renew: String
    let setting: String
    let lastDay: String
    let lastDayHint: String
    let noDay: String
    let save: String
    let work: String
    let soonTitle: String
    let soon: @Sendable (String?) -> String
    let overTitle: String
    let over: @Sendable (String?) -> String

    static func `in`(_ language: Language) -> WorkingGroupWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }

    static let english = WorkingGroupWords(
        mandate: "Mandate", documents: "Where its work stands", until: { "Until \($0)." },
        isOver: { "The time of this group was over on \($0). What stands is read, and nothing is added." },
        renew: "Renew it", setting: "Mandate and end", lastDay: "Last day",
        lastDayHint: "Past it nothing is added until somebody sets a later day. Empty: it has no end.",
        noDay: "This is no day.", save: "Save", work: "Ends of groups", soonTitle: "The time of a group is nearly over",
        soon: { $0.map { "Ends within fourteen days: \($0)" } ?? "A group ends within fourteen days." },
        overTitle: "The time of a group is over",
        over: { $0.map { "Over, renew it or leave it to be read: \($0)" } ?? "The time of a group is over." })

    static let french = WorkingGroupWords(
        mandate: "Mandat", documents: "Où se trouvent ses travaux", until: { "Jusqu’au \($0)." },
        isOver: { "Le temps de ce groupe s’est achevé le \($0). On le lit, on n’y ajoute rien." },
        renew: "Le prolonger", setting: "Mandat et fin", lastDay: "Dernier jour",
        lastDayHint: "Passé ce jour, rien n’est ajouté tant que personne n’en fixe un autre. Vide : sans fin.",
        noDay: "Ce n’est pas un jour.", save: "Enregistrer", work: "Fins de groupes",
        soonTitle: "Le temps d’un groupe est presque écoulé",
        soon: {
            $0.map { "Se termine dans les quatorze jours : \($0)" } ?? "Un groupe se termine dans les quatorze jours."
        },
        overTitle: "Le temps d’un groupe est écoulé",
        over: {
            $0.map { "Terminé, à prolonger ou à laisser en lecture : \($0)" } ?? "Le temps d’un groupe est écoulé."
        })

    static let arabic = WorkingGroupWords(
        mandate: "المهمة", documents: "أين يوجد عملها", until: { "حتى \($0)." },
        isOver: { "انتهت مدة هذه المجموعة في \($0). يُقرأ ما فيها ولا يُضاف إليه شيء." },
        renew: "جدّدها", setting: "المهمة والنهاية", lastDay: "آخر يوم",
        lastDayHint: "بعده لا يُضاف شيء حتى يحدد أحد يومًا لاحقًا. فارغ: بلا نهاية.", noDay: "هذا ليس يومًا.", save: "احفظ",
        work: "نهايات المجموعات", soonTitle: "مدة مجموعة توشك أن تنتهي",
        soon: { $0.map { "تنتهي خلال أربعة عشر يومًا: \($0)" } ?? "مجموعة تنتهي خلال أربعة عشر يومًا." },
        overTitle: "انتهت مدة مجموعة",
        over: { $0.map { "انتهت، جدّدها أو اتركها للقراءة: \($0)" } ?? "انتهت مدة مجموعة." })

    static let spanish = WorkingGroupWords(
        mandate: "Mandato", documents: "Dónde está su trabajo", until: { "Hasta el \($0)." },
        isOver: { "El tiempo de este grupo terminó el \($0). Se lee, y no se añade nada." },
        renew: "Prolongarlo", setting: "Mandato y fin", lastDay: "Último día",
        lastDayHint: "Pasado ese día no se añade nada hasta que alguien fije otro. Vacío: sin fin.",
        noDay: "Esto no es un día.", save: "Guardar", work: "Fines de grupos",
        soonTitle: "El tiempo de un grupo está por terminar",
        soon: { $0.map { "Termina dentro de catorce días: \($0)" } ?? "Un grupo termina dentro de catorce días." },
        overTitle: "El tiempo de un grupo ha terminado",
        over: {
            $0.map { "Terminado, para prolongar o dejar en lectura: \($0)" } ?? "El tiempo de un grupo ha terminado."
        })

    static let russian = WorkingGroupWords(
        mandate: "Мандат", documents: "Где находится её работа", until: { "До \($0)." },
        isOver: { "Срок этой группы истёк \($0). Её читают, но ничего не добавляют." },
        renew: "Продлить", setting: "Мандат и срок", lastDay: "Последний день",
        lastDayHint: "После него ничего не добавляется, пока не назначен более поздний день. Пусто: без срока.",
        noDay: "Это не день.", save: "Сохранить", work: "Сроки групп", soonTitle: "Срок группы скоро истечёт",
        soon: {
            $0.map { "Истекает в течение четырнадцати дней: \($0)" }
                ?? "Срок группы истекает в течение четырнадцати дней."
        },
        overTitle: "Срок группы истёк",
        over: { $0.map { "Срок истёк, продлите или оставьте для чтения: \($0)" } ?? "Срок группы истёк." })

    static let chinese = WorkingGroupWords(
        mandate: "任务", documents: "其工作所在", until: { "至\($0)。" },
        isOver: { "该组的期限已于\($0)届满。可以阅读，不能添加。" }, renew: "延长", setting: "任务与期限", lastDay: "最后一天",
        lastDayHint: "此后不能添加内容，直到有人设定更晚的日期。留空：无期限。", noDay: "这不是日期。", save: "保存", work: "共享组的期限",
        soonTitle: "某共享组的期限将满", soon: { $0.map { "十四天内到期：\($0)" } ?? "有共享组将在十四天内到期。" },
        overTitle: "某共享组的期限已满", over: { $0.map { "已到期，请延长或仅供阅读：\($0)" } ?? "有共享组已到期。" })
}
