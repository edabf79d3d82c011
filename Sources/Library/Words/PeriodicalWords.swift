import HTML
import Web

/// The sentences of the periodical.
struct PeriodicalWords: Sendable {
    let work: String
    let title: String
    let lead: String
    let came: String
    let ahead: String
    let said: String
    let advisory: String
    let comment: String
    let counted: @Sendable (Int) -> String
    let withheld: @Sendable (Int) -> String
    let withheldHere: @Sendable (Int) -> String
    let nothing: String
    let inLanguage: String
    let subscribe: String
    let subscribed: @Sendable (_ address: Markup, _ language: String) -> Markup
    let noAddress: String
    let ways: String
    let stop: String
    let ended: String
    let why: @Sendable (_ gateway: String) -> String

    static func `in`(_ language: Language) -> PeriodicalWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        }
    }

    static let english = PeriodicalWords(
        work: "The weekly letter", title: "The weekly letter",
        lead: "What came in the last seven days, what is ahead and what was said, as far as you may read it.",
        came: "New", ahead: "Ahead", said: "Discussed", advisory: "Advisory", comment: "Comment",
        counted: { "\(Plural.english($0, "one new entry", "\(Language.english.number($0)) new entries"))" },
        withheld: {
            "\(Plural.english($0, "One more that not everyone may read is", "\(Language.english.number($0)) more that not everyone may read are")) on the gateway."
        },
        withheldHere: {
            "\(Plural.english($0, "One more that not everyone may read is", "\(Language.english.number($0)) more that not everyone may read are")) in your collections; letters count them and name none."
        },
        nothing: "Nothing came in the last seven days.", inLanguage: "Language",
        subscribe: "Send it to me every Monday",
        subscribed: { "It goes to \($0) every Monday, in \(Markup(text: $1))." },
        noAddress: "You have agreed to letters at no address yet.", ways: "How you are told", stop: "Unsubscribe",
        ended: "No more of these letters are sent.",
        why: { "You asked \($0) for this letter. It names only what everyone may read." })

    static let french = PeriodicalWords(
        work: "La lettre hebdomadaire", title: "La lettre hebdomadaire",
        lead:
            "Ce qui est venu ces sept derniers jours, ce qui vient et ce qui s’est dit, pour autant que vous puissiez le lire.",
        came: "Nouveau", ahead: "À venir", said: "En discussion", advisory: "Avis", comment: "Commentaire",
        counted: {
            "\(Plural.french($0, "\($0) nouvelle entrée", "\(Language.french.number($0)) nouvelles entrées"))"
        },
        withheld: {
            "\(Plural.french($0, "Une autre, que tous ne peuvent pas lire, figure", "\(Language.french.number($0)) autres, que tous ne peuvent pas lire, figurent")) sur la passerelle."
        },
        withheldHere: {
            "\(Plural.french($0, "Une autre, que tous ne peuvent pas lire, figure", "\(Language.french.number($0)) autres, que tous ne peuvent pas lire, figurent")) dans vos collections ; la lettre les compte sans les nommer."
        },
        nothing: "Rien n’est venu ces sept derniers jours.", inLanguage: "Langue",
        subscribe: "Me l’envoyer chaque lundi",
        subscribed: { "Elle part chaque lundi à \($0) (langue : \(Markup(text: $1)))." },
        noAddress: "Vous n’avez encore accepté de lettres à aucune adresse.", ways: "Comment vous êtes prévenu",
        stop: "Se désabonner", ended: "Cette lettre n’est plus envoyée.",
        why: { "Vous avez demandé cette lettre à \($0). Elle ne nomme que ce que tous peuvent lire." })

    static let arabic = PeriodicalWords(
        work: "الرسالة الأسبوعية", title: "الرسالة الأسبوعية",
        lead: "ما وصل في الأيام السبعة الماضية، وما هو قادم، وما قيل، بقدر ما يحق لك قراءته.",
        came: "الجديد", ahead: "القادم", said: "قيد النقاش", advisory: "تنبيه", comment: "تعليق",
        counted: { "جديد: \(Language.arabic.number($0))" },
        withheld: { "وعلى البوابة ما لا يقرؤه الجميع: \(Language.arabic.number($0))." },
        withheldHere: { "وفي مجموعاتك ما لا يقرؤه الجميع: \(Language.arabic.number($0))؛ تعدّه الرسالة ولا تسمّيه." },
        nothing: "لم يصل شيء في الأيام السبعة الماضية.", inLanguage: "اللغة", subscribe: "أرسلها إليّ كل يوم اثنين",
        subscribed: { "تُرسل كل يوم اثنين إلى \($0) (اللغة: \(Markup(text: $1)))." },
        noAddress: "لم توافق بعد على الرسائل في أي عنوان.", ways: "كيف تُبلَّغ", stop: "إلغاء الاشتراك",
        ended: "لن تُرسل هذه الرسالة بعد الآن.",
        why: { "طلبتَ هذه الرسالة من \($0). وهي لا تسمّي إلا ما يقرؤه الجميع." })
}
