import HTML
import Web

/// The sentences of reviews before publication, and of the silence procedure.
struct ReviewWords: Sendable {
    let reviews: String
    let review: String
    let lead: String
    let waiting: String
    let own: String
    let nothing: String
    let waitsForAgreement: String
    let until: @Sendable (_ day: Markup) -> Markup
    /// That it is published at this moment unless somebody objects.
    let silence: @Sendable (_ moment: Markup) -> Markup
    /// That somebody broke the silence, and from when on somebody decides.
    let broken: @Sendable (_ moment: Markup) -> Markup
    let outcome: @Sendable (Submission.Outcome) -> String
    let open: String
    let wasAsked: String
    let ask: String
    let publish: String
    let objecting: String
    let objectHint: String
    let object: String
    let objectAgain: String
    let drop: String
    let objections: String
    /// That objections stand beside the text where it is published all the same.
    let dissent: String
    let instead: String
    let why: String
    let wordsMissing: String
    let givingBack: String
    let giveBack: String
    let takeBack: String
    let takeBackHint: String
    /// The way to what waits, with how much that is.
    let link: @Sendable (Int) -> String
    let rule: String
    let ruleNone: String
    let ruleAgreement: String
    let ruleSilence: @Sendable (_ days: Int) -> String
    let silenceChoice: String
    let days: String
    let change: String
    let work: String
    let noticeTitle: String
    let notice: @Sendable (String?) -> String
    let endTitle: String
    let end: @Sendable (String?) -> String

    static func `in`(_ language: Language) -> ReviewWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }

    static let english = ReviewWords(
        reviews: "Reviews", review: "Review",
        lead: "What is to stand in a collection that asks for a review waits here. Nobody changes it while it waits.",
        waiting: "Waiting for your word", own: "Asked for by your organisation", nothing: "Nothing.",
        waitsForAgreement: "Waits until somebody else who decides there agrees.",
        until: { "silence until \($0)" },
        silence: { "Published on \($0), unless somebody objects before." },
        broken: {
            "Somebody objected: it is not published by itself. From \($0) on, whoever decides there may publish it all the same."
        },
        outcome: {
            switch $0 {
            case .published: "Published"
            case .returned: "Given back"
            case .takenBack: "Taken back"
            }
        }, open: "Open it", wasAsked: "Sent for review. You will be told how it ends.", ask: "Send for review",
        publish: "Agree and publish", objecting: "Object",
        objectHint:
            "If the text is published all the same, your objection stands beside it as an opinion of your organisation.",
        object: "Object", objectAgain: "Say it in other words", drop: "Drop your objection", objections: "Objections",
        dissent: "If the text is published all the same, they stand beside it.", instead: "In other words",
        why: "Why", wordsMissing: "Say why.", givingBack: "Give it back", giveBack: "Give back to its author",
        takeBack: "Take it back", takeBackHint: "It becomes a draft again, and you can go on writing.",
        link: { $0 == 0 ? "Reviews" : "Reviews that wait for your word: \(Language.english.number($0))" },
        rule: "Before publication", ruleNone: "Nothing is reviewed before it is published here.",
        ruleAgreement: "Somebody else who decides here agrees before anything is published.",
        ruleSilence: {
            "Whatever is to be published here waits \(Plural.english($0, "one day", "\(Language.english.number($0)) days")); it is published unless somebody objects."
        }, silenceChoice: "Silence procedure: it is published unless somebody objects in time.",
        days: "Days of silence", change: "Change", work: "Reviews and their silence",
        noticeTitle: "A text waits for review",
        notice: { $0.map { "Waits for your word: \($0)" } ?? "A text waits for your word." },
        endTitle: "A review has ended", end: { $0.map { "Review ended: \($0)" } ?? "A review has ended." })

    static let french = ReviewWords(
        reviews: "Relectures", review: "Relecture",
        lead:
            "Ce qui doit figurer dans une collection qui demande une relecture attend ici. Personne n’y change rien entre-temps.",
        waiting: "En attente de votre avis", own: "Demandées par votre organisation", nothing: "Rien.",
        waitsForAgreement: "Attend l’accord d’une autre personne qui décide à cet endroit.",
        until: { "silence jusqu’au \($0)" },
        silence: { "Publié le \($0), sauf objection d’ici là." },
        broken: {
            "Quelqu’un s’y oppose : la publication n’est pas automatique. À partir du \($0), qui décide à cet endroit peut publier malgré tout."
        },
        outcome: {
            switch $0 {
            case .published: "Publié"
            case .returned: "Rendu"
            case .takenBack: "Repris"
            }
        }, open: "L’ouvrir", wasAsked: "Envoyé en relecture. Vous saurez comment cela se termine.",
        ask: "Envoyer en relecture", publish: "Approuver et publier", objecting: "S’opposer",
        objectHint:
            "Si le texte est publié malgré tout, votre objection figure à côté comme opinion de votre organisation.",
        object: "S’opposer", objectAgain: "Le dire autrement", drop: "Retirer l’objection", objections: "Objections",
        dissent: "Si le texte est publié malgré tout, elles figurent à côté.", instead: "En d’autres termes",
        why: "Pourquoi", wordsMissing: "Dites pourquoi.", givingBack: "Rendre", giveBack: "Rendre à son auteur",
        takeBack: "Reprendre", takeBackHint: "Il redevient un brouillon, et vous pouvez continuer à écrire.",
        link: { $0 == 0 ? "Relectures" : "Relectures qui attendent votre avis : \(Language.french.number($0))" },
        rule: "Avant publication", ruleNone: "Rien n’est relu avant d’être publié ici.",
        ruleAgreement: "Une autre personne qui décide ici donne son accord avant toute publication.",
        ruleSilence: {
            "Ce qui doit être publié ici attend \(Plural.french($0, "un jour", "\(Language.french.number($0)) jours")) et paraît, sauf objection."
        }, silenceChoice: "Procédure de silence : publié sauf objection à temps.", days: "Jours de silence",
        change: "Modifier", work: "Relectures et leur silence", noticeTitle: "Un texte attend une relecture",
        notice: { $0.map { "Attend votre avis : \($0)" } ?? "Un texte attend votre avis." },
        endTitle: "Une relecture est terminée",
        end: { $0.map { "Relecture terminée : \($0)" } ?? "Une relecture est terminée." })

    static let arabic = ReviewWords(
        reviews: "المراجعات", review: "مراجعة",
        lead: "ما يُراد نشره في مجموعة تطلب المراجعة ينتظر هنا، ولا يغيّره أحد ما دام ينتظر.",
        waiting: "في انتظار رأيك", own: "ما طلبته منظمتك", nothing: "لا شيء.",
        waitsForAgreement: "ينتظر موافقة شخص آخر ممن يقررون هناك.",
        until: { "الصمت حتى \($0)" },
        silence: { "يُنشر في \($0) ما لم يعترض أحد قبل ذلك." },
        broken: { "اعترض أحدهم: لا يُنشر من تلقاء نفسه. ابتداءً من \($0) يجوز لمن يقرر هناك نشره رغم ذلك." },
        outcome: {
            switch $0 {
            case .published: "نُشر"
            case .returned: "أُعيد"
            case .takenBack: "استُرد"
            }
        }, open: "افتحه", wasAsked: "أُرسل للمراجعة، وستُبلَّغ بنتيجتها.", ask: "أرسل للمراجعة",
        publish: "وافق وانشر", objecting: "الاعتراض",
        objectHint: "إن نُشر النص رغم ذلك بقي اعتراضك بجانبه رأيًا لمنظمتك.",
        object: "اعترض", objectAgain: "قله بكلمات أخرى", drop: "اسحب اعتراضك", objections: "الاعتراضات",
        dissent: "إن نُشر النص رغم ذلك بقيت بجانبه.", instead: "بصياغة أخرى", why: "السبب", wordsMissing: "اذكر السبب.",
        givingBack: "الإعادة", giveBack: "أعده إلى كاتبه", takeBack: "استرده",
        takeBackHint: "يعود مسودة، ويمكنك متابعة الكتابة.",
        link: { $0 == 0 ? "المراجعات" : "مراجعات تنتظر رأيك: \(Language.arabic.number($0))" },
        rule: "قبل النشر", ruleNone: "لا يُراجَع شيء قبل نشره هنا.",
        ruleAgreement: "يوافق شخص آخر ممن يقررون هنا قبل نشر أي شيء.",
        ruleSilence: { days in
            let count = Language.arabic.number(days)
            let wait = Plural.arabic(
                days, zero: "لا ينتظر", one: "ينتظر يومًا واحدًا", two: "ينتظر يومين", few: "ينتظر \(count) أيام",
                many: "ينتظر \(count) يومًا", other: "ينتظر \(count) يوم")
            return "ما يُراد نشره هنا \(wait)، ثم يُنشر ما لم يعترض أحد."
        }, silenceChoice: "إجراء الصمت: يُنشر ما لم يعترض أحد في الموعد.", days: "أيام الصمت", change: "غيّر",
        work: "المراجعات وصمتها", noticeTitle: "نص ينتظر المراجعة",
        notice: { $0.map { "ينتظر رأيك: \($0)" } ?? "نص ينتظر رأيك." }, endTitle: "انتهت مراجعة",
        end: { $0.map { "انتهت المراجعة: \($0)" } ?? "انتهت مراجعة." })

    static let spanish = ReviewWords(
        reviews: "Revisiones", review: "Revisión",
        lead: "Lo que debe figurar en una colección que pide revisión espera aquí. Nadie lo cambia mientras espera.",
        waiting: "A la espera de su opinión", own: "Pedidas por su organización", nothing: "Nada.",
        waitsForAgreement: "Espera el acuerdo de otra persona que decida allí.",
        until: { "silencio hasta el \($0)" },
        silence: { "Se publica el \($0), salvo que alguien se oponga antes." },
        broken: {
            "Alguien se opone: no se publica por sí solo. A partir del \($0), quien decide allí puede publicarlo de todos modos."
        },
        outcome: {
            switch $0 {
            case .published: "Publicado"
            case .returned: "Devuelto"
            case .takenBack: "Retirado"
            }
        }, open: "Abrirlo", wasAsked: "Enviado a revisión. Se le dirá cómo termina.", ask: "Enviar a revisión",
        publish: "Aceptar y publicar", objecting: "Oponerse",
        objectHint:
            "Si el texto se publica de todos modos, su objeción queda a su lado como opinión de su organización.",
        object: "Oponerse", objectAgain: "Decirlo de otro modo", drop: "Retirar la objeción", objections: "Objeciones",
        dissent: "Si el texto se publica de todos modos, quedan a su lado.", instead: "Con otras palabras",
        why: "Por qué", wordsMissing: "Diga por qué.", givingBack: "Devolver", giveBack: "Devolver a su autor",
        takeBack: "Recuperar", takeBackHint: "Vuelve a ser un borrador, y se puede seguir escribiendo.",
        link: { $0 == 0 ? "Revisiones" : "Revisiones que esperan su opinión: \(Language.spanish.number($0))" },
        rule: "Antes de publicar", ruleNone: "Nada se revisa antes de publicarse aquí.",
        ruleAgreement: "Otra persona que decide aquí da su acuerdo antes de cada publicación.",
        ruleSilence: {
            "Lo que se va a publicar aquí espera \(Plural.spanish($0, "un día", "\(Language.spanish.number($0)) días")) y se publica, salvo que alguien se oponga."
        }, silenceChoice: "Procedimiento de silencio: se publica salvo que alguien se oponga a tiempo.",
        days: "Días de silencio", change: "Cambiar", work: "Revisiones y su silencio",
        noticeTitle: "Un texto espera revisión",
        notice: { $0.map { "Espera su opinión: \($0)" } ?? "Un texto espera su opinión." },
        endTitle: "Una revisión ha terminado",
        end: { $0.map { "Revisión terminada: \($0)" } ?? "Una revisión ha terminado." })

    static let russian = ReviewWords(
        reviews: "Рассмотрение", review: "Рассмотрение",
        lead:
            "Здесь ждёт то, что должно появиться в коллекции, требующей рассмотрения. Пока оно ждёт, его никто не меняет.",
        waiting: "Ждёт вашего слова", own: "Отправлено вашей организацией", nothing: "Ничего.",
        waitsForAgreement: "Ждёт согласия другого человека, который там решает.",
        until: { "молчание до \($0)" },
        silence: { "Публикуется \($0), если до этого никто не возразит." },
        broken: {
            "Есть возражение: само собой не публикуется. Начиная с \($0) тот, кто там решает, может всё же опубликовать."
        },
        outcome: {
            switch $0 {
            case .published: "Опубликовано"
            case .returned: "Возвращено"
            case .takenBack: "Отозвано автором"
            }
        }, open: "Открыть", wasAsked: "Отправлено на рассмотрение. Об итоге вам сообщат.",
        ask: "Отправить на рассмотрение", publish: "Согласиться и опубликовать", objecting: "Возразить",
        objectHint: "Если текст всё же опубликуют, ваше возражение останется рядом с ним как мнение вашей организации.",
        object: "Возразить", objectAgain: "Сказать иначе", drop: "Снять возражение", objections: "Возражения",
        dissent: "Если текст всё же опубликуют, они останутся рядом с ним.", instead: "Другими словами",
        why: "Почему", wordsMissing: "Скажите, почему.", givingBack: "Вернуть", giveBack: "Вернуть автору",
        takeBack: "Забрать", takeBackHint: "Он снова станет черновиком, и можно писать дальше.",
        link: {
            $0 == 0 ? "Рассмотрение" : "Текстов, которые ждут вашего слова: \(Language.russian.number($0))"
        }, rule: "Перед публикацией", ruleNone: "Перед публикацией здесь ничего не рассматривается.",
        ruleAgreement: "Перед каждой публикацией соглашается другой человек, который здесь решает.",
        ruleSilence: {
            "То, что должно быть опубликовано здесь, ждёт \(Language.russian.number($0)) \(Plural.russian($0, "день", "дня", "дней")) и публикуется, если никто не возразит."
        }, silenceChoice: "Процедура молчания: публикуется, если никто вовремя не возразит.", days: "Дней молчания",
        change: "Изменить", work: "Рассмотрение и сроки молчания", noticeTitle: "Текст ждёт рассмотрения",
        notice: { $0.map { "Ждёт вашего слова: \($0)" } ?? "Текст ждёт вашего слова." },
        endTitle: "Рассмотрение закончено",
        end: { $0.map { "Рассмотрение закончено: \($0)" } ?? "Рассмотрение закончено." })

    static let chinese = ReviewWords(
        reviews: "审阅", review: "审阅",
        lead: "要进入需审阅的集合的内容在此等候。等候期间任何人都不改动它。",
        waiting: "等候您的意见", own: "由贵组织提交", nothing: "没有。",
        waitsForAgreement: "等候另一位在该处有决定权的人同意。",
        until: { "静默期至\($0)" },
        silence: { "如无人在此之前反对，将于\($0)发布。" },
        broken: { "有人反对：不会自动发布。自\($0)起，在该处有决定权的人仍可发布。" },
        outcome: {
            switch $0 {
            case .published: "已发布"
            case .returned: "已退回"
            case .takenBack: "已撤回"
            }
        }, open: "打开", wasAsked: "已提交审阅。结束时会通知您。", ask: "提交审阅", publish: "同意并发布", objecting: "反对",
        objectHint: "若该文仍被发布，您的反对将作为贵组织的意见留在其旁。",
        object: "反对", objectAgain: "改变说法", drop: "撤销反对", objections: "反对意见",
        dissent: "若该文仍被发布，这些意见将留在其旁。", instead: "换一种说法", why: "理由", wordsMissing: "请说明理由。",
        givingBack: "退回", giveBack: "退回给作者", takeBack: "撤回", takeBackHint: "它重新成为草稿，您可以继续撰写。",
        link: { $0 == 0 ? "审阅" : "等候您意见的审阅：\(Language.chinese.number($0))" },
        rule: "发布之前", ruleNone: "在此发布的内容事先不经审阅。", ruleAgreement: "任何内容发布前，须由另一位在此有决定权的人同意。",
        ruleSilence: { "要在此发布的内容等候 \(Language.chinese.number($0)) 天；如无人反对即发布。" },
        silenceChoice: "静默程序：如无人及时反对即发布。", days: "静默天数", change: "更改", work: "审阅与静默期",
        noticeTitle: "有文本等候审阅", notice: { $0.map { "等候您的意见：\($0)" } ?? "有文本等候您的意见。" },
        endTitle: "一项审阅已结束", end: { $0.map { "审阅已结束：\($0)" } ?? "一项审阅已结束。" })
}
