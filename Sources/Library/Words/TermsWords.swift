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
}
