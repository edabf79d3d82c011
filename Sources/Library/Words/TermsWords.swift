import HTML
import Web

/// The sentences of terms and their changes.
struct TermsWords: Sendable {
    let title: String
    let lead: String
    let vocabulary: String
    let choose: String
    let old: String
    let new: String
    let newHint: String
    let reason: String
    let reasonHint: String
    let change: String
    let wrong: String
    let log: String
    let none: String
    let became: @Sendable (_ old: Markup, _ new: Markup) -> Markup
    let takenBack: @Sendable (_ term: Markup) -> Markup

    static func `in`(_ language: Language) -> TermsWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }

    static let english = TermsWords(
        title: "Terms and their changes",
        lead:
            "By which words things are found here, and what became of words that are no longer used. Old addresses lead on.",
        vocabulary: "Terms of", choose: "Choose", old: "This term", new: "is from now on",
        newHint:
            "What was said under the first is found and counted under the second. The same term twice takes a change back.",
        reason: "Why",
        reasonHint: "Everyone reads this. Ask those who use the terms first: a consultation is made for that.",
        change: "Change it",
        wrong:
            "Nothing was changed: two terms of the list and a reason are needed, and a term can’t lead back to itself.",
        log: "Changes", none: "No term was ever changed.", became: { "\($0) became \($1)" },
        takenBack: { "\($0) stands by itself again" })

    static let french = TermsWords(
        title: "Les termes et leurs changements",
        lead:
            "Par quels mots on trouve les choses ici, et ce que sont devenus les mots qui ne servent plus. Les anciennes adresses mènent plus loin.",
        vocabulary: "Termes de", choose: "Choisir", old: "Ce terme", new: "est désormais",
        newHint:
            "Ce qui a été dit sous le premier se trouve et se compte sous le second. Deux fois le même terme annule un changement.",
        reason: "Pourquoi",
        reasonHint:
            "Tout le monde le lira. Consultez d’abord les personnes qui emploient ces termes : une consultation est faite pour cela.",
        change: "Changer",
        wrong:
            "Rien n’a été changé : il faut deux termes de la liste et une raison, et un terme ne peut mener à lui-même.",
        log: "Changements", none: "Aucun terme n’a jamais été changé.", became: { "\($0) est devenu \($1)" },
        takenBack: { "\($0) figure de nouveau seul" })

    static let arabic = TermsWords(
        title: "المصطلحات وتغييراتها",
        lead:
            "الكلمات التي يُعثر بها على الأشياء هنا، وما آلت إليه كلمات لم تعد تُستعمل. العناوين القديمة تقود إلى الجديدة.",
        vocabulary: "مصطلحات", choose: "اختر", old: "هذا المصطلح", new: "يصبح من الآن",
        newHint: "ما قيل تحت الأول يُعثر عليه ويُعدّ تحت الثاني. تكرار المصطلح نفسه يلغي التغيير.",
        reason: "لماذا", reasonHint: "يقرؤه الجميع. اسأل أولًا من يستعمل المصطلحات: الاستشارة وُجدت لذلك.",
        change: "غيّر",
        wrong: "لم يتغير شيء: يلزم مصطلحان من القائمة وسبب، ولا يقود المصطلح إلى نفسه.",
        log: "التغييرات", none: "لم يتغير أي مصطلح.", became: { "\($0) أصبح \($1)" },
        takenBack: { "\($0) قائم بذاته من جديد" })

    static let spanish = TermsWords(
        title: "Los términos y sus cambios",
        lead:
            "Con qué palabras se encuentran aquí las cosas, y qué fue de las palabras que ya no se usan. Las direcciones antiguas llevan a las nuevas.",
        vocabulary: "Términos de", choose: "Elegir", old: "Este término", new: "es desde ahora",
        newHint:
            "Lo que se dijo con el primero se encuentra y se cuenta con el segundo. Dos veces el mismo término anula un cambio.",
        reason: "Por qué",
        reasonHint: "Lo leerá todo el mundo. Pregunte antes a quienes usan los términos: para eso está una consulta.",
        change: "Cambiar",
        wrong:
            "No se ha cambiado nada: hacen falta dos términos de la lista y un motivo, y un término no puede llevar a sí mismo.",
        log: "Cambios", none: "Nunca se ha cambiado ningún término.", became: { "\($0) pasó a ser \($1)" },
        takenBack: { "\($0) vuelve a existir por sí mismo" })

    static let russian = TermsWords(
        title: "Термины и их изменения",
        lead:
            "По каким словам здесь всё находится и чем стали слова, которыми больше не пользуются. Старые адреса ведут дальше.",
        vocabulary: "Термины:", choose: "Выбрать", old: "Этот термин", new: "отныне заменён на",
        newHint:
            "Сказанное с первым термином находится и считается под вторым. Если дважды указан один термин, изменение отменяется.",
        reason: "Почему",
        reasonHint: "Это прочтут все. Сначала спросите тех, кто пользуется терминами: для этого есть консультация.",
        change: "Изменить",
        wrong:
            "Ничего не изменено: нужны два термина из списка и причина, и термин не может вести к самому себе.",
        log: "Изменения", none: "Термины ещё ни разу не менялись.", became: { "\($0) → \($1)" },
        takenBack: { "\($0): снова самостоятельный термин" })

    static let chinese = TermsWords(
        title: "术语及其变更",
        lead: "此处用哪些词语查找内容，以及不再使用的词语变成了什么。旧地址会转到新地址。",
        vocabulary: "术语表：", choose: "选择", old: "此术语", new: "今后改为",
        newHint: "以前一术语所述的内容，将在后一术语下查找和统计。两次选择同一术语即撤消变更。",
        reason: "原因", reasonHint: "所有人都会读到。请先询问使用这些术语的人：征求意见正是为此而设。",
        change: "变更",
        wrong: "未作任何更改：需要列表中的两个术语和一个原因，且术语不能指向自身。",
        log: "变更记录", none: "术语从未变更。", became: { "\($0) 改为 \($1)" },
        takenBack: { "\($0) 恢复独立" })
}
