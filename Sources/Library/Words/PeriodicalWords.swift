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
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
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

    static let spanish = PeriodicalWords(
        work: "La carta semanal", title: "La carta semanal",
        lead:
            "Lo que llegó en los últimos siete días, lo que viene y lo que se dijo, en la medida en que usted puede leerlo.",
        came: "Nuevo", ahead: "Próximamente", said: "En debate", advisory: "Aviso", comment: "Comentario",
        counted: { Plural.spanish($0, "una entrada nueva", "\(Language.spanish.number($0)) entradas nuevas") },
        withheld: {
            "\(Plural.spanish($0, "Hay una más, que no todos pueden leer,", "Hay \(Language.spanish.number($0)) más, que no todos pueden leer,")) en la pasarela."
        },
        withheldHere: {
            "\(Plural.spanish($0, "Hay una más, que no todos pueden leer,", "Hay \(Language.spanish.number($0)) más, que no todos pueden leer,")) en sus colecciones; la carta las cuenta y no nombra ninguna."
        },
        nothing: "No ha llegado nada en los últimos siete días.", inLanguage: "Idioma",
        subscribe: "Enviármela cada lunes",
        subscribed: { "Se envía a \($0) cada lunes (idioma: \(Markup(text: $1)))." },
        noAddress: "Aún no ha aceptado cartas en ninguna dirección.", ways: "Cómo se le avisa",
        stop: "Darse de baja", ended: "Ya no se envía esta carta.",
        why: { "Usted pidió esta carta a \($0). Solo nombra lo que todo el mundo puede leer." })

    static let russian = PeriodicalWords(
        work: "Еженедельное письмо", title: "Еженедельное письмо",
        lead:
            "Что поступило за последние семь дней, что предстоит и что было сказано, — насколько вам можно это читать.",
        came: "Новое", ahead: "Предстоит", said: "Обсуждается", advisory: "Бюллетень", comment: "Комментарий",
        counted: {
            "\(Language.russian.number($0)) \(Plural.russian($0, "новая запись", "новые записи", "новых записей"))"
        },
        withheld: { "На шлюзе есть и то, что могут читать не все: \(Language.russian.number($0))." },
        withheldHere: {
            "В ваших коллекциях есть и то, что могут читать не все: \(Language.russian.number($0)); письмо это считает, но не называет."
        },
        nothing: "За последние семь дней ничего не поступило.", inLanguage: "Язык",
        subscribe: "Присылать мне каждый понедельник",
        subscribed: { "Письмо уходит на \($0) каждый понедельник (язык: \(Markup(text: $1)))." },
        noAddress: "Вы ещё не согласились получать письма ни по одному адресу.", ways: "Как вас уведомлять",
        stop: "Отписаться", ended: "Это письмо больше не отправляется.",
        why: { "Вы попросили это письмо у \($0). В нём названо только то, что могут читать все." })

    static let chinese = PeriodicalWords(
        work: "每周信件", title: "每周信件",
        lead: "在您可读的范围内，过去七天的新内容、即将发生的事和讨论情况。",
        came: "新内容", ahead: "即将到来", said: "讨论中", advisory: "通告", comment: "评论",
        counted: { "新增 \(Language.chinese.number($0)) 条" },
        withheld: { "网关上另有 \(Language.chinese.number($0)) 条并非人人可读的内容。" },
        withheldHere: { "您的集合中另有 \(Language.chinese.number($0)) 条并非人人可读的内容；信件只计数，不列名。" },
        nothing: "过去七天没有新内容。", inLanguage: "语言", subscribe: "每周一发送给我",
        subscribed: { "每周一发送到 \($0)（语言：\(Markup(text: $1))）。" },
        noAddress: "您尚未同意在任何地址接收信件。", ways: "如何通知您", stop: "退订",
        ended: "不再发送此信件。",
        why: { "您向 \($0) 订阅了此信件。其中只提及人人可读的内容。" })
}
