import HTML
import Web

/// The sentences about records that look alike.
struct OverlapWords: Sendable {
    let title: String
    let lead: String
    let country: @Sendable (_ countries: Markup) -> Markup
    let topic: @Sendable (_ topics: Markup) -> Markup
    let quarter: @Sendable (Quarter) -> String
    let sameTime: String
    let more: String
    let dismiss: String
    let reason: String
    let reasonHint: String
    /// Above those that somebody found to be different.
    let different: String
    let saidBy: @Sendable (_ who: Markup, _ day: Markup) -> Markup
    let somebody: String

    static func `in`(_ language: Language) -> OverlapWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }

    static let english = OverlapWords(
        title: "This looks like", lead: "Perhaps it is the same work twice, or could be done together.",
        country: { "same country: \($0)" }, topic: { "same topic: \($0)" },
        quarter: { "same quarter: \($0.number)/\($0.year)" }, sameTime: "at the same time",
        more: "There may be more.", dismiss: "They are different", reason: "Why",
        reasonHint:
            "Whoever reads both sees this, and your organisation. The pair is not offered again unless one of the two changes in country, topic or time.",
        different: "Looked at, and different",
        saidBy: { "\($0), \($1)" }, somebody: "an organisation")

    static let french = OverlapWords(
        title: "Cela ressemble à", lead: "C’est peut-être deux fois le même travail, ou un travail à faire ensemble.",
        country: { "même pays : \($0)" }, topic: { "même thème : \($0)" },
        quarter: { "même trimestre : \($0.number)/\($0.year)" }, sameTime: "au même moment",
        more: "Il peut y en avoir d’autres.", dismiss: "Ce n’est pas la même chose", reason: "Pourquoi",
        reasonHint:
            "Quiconque lit les deux fiches voit ce texte et votre organisation. La paire n’est plus proposée, sauf si l’une des deux change de pays, de thème ou de période.",
        different: "Examiné, et différent",
        saidBy: { "\($0), le \($1)" }, somebody: "une organisation")

    static let arabic = OverlapWords(
        title: "يشبه هذا", lead: "لعله العمل نفسه مرتين، أو عمل يمكن إنجازه معًا.", country: { "البلد نفسه: \($0)" },
        topic: { "الموضوع نفسه: \($0)" }, quarter: { "ربع السنة نفسه: \($0.number)/\($0.year)" },
        sameTime: "في الوقت نفسه", more: "وقد يوجد غيرها.", dismiss: "هما مختلفان", reason: "السبب",
        reasonHint:
            "يرى هذا النصَّ واسمَ جهتكم كلُّ من يقرأ السجلين. ولا يُعرض الاثنان معًا ثانيةً إلا إذا تغيّر بلد أحدهما أو موضوعه أو زمنه.",
        different: "نُظر فيهما وهما مختلفان", saidBy: { "\($0)، \($1)" },
        somebody: "إحدى الجهات")

    static let spanish = OverlapWords(
        title: "Se parece a", lead: "Quizá sea el mismo trabajo dos veces, o se pueda hacer en común.",
        country: { "mismo país: \($0)" }, topic: { "mismo tema: \($0)" },
        quarter: { "mismo trimestre: \($0.number)/\($0.year)" }, sameTime: "al mismo tiempo",
        more: "Puede haber más.", dismiss: "Son distintos", reason: "Por qué",
        reasonHint:
            "Quien lee ambas fichas ve este texto y su organización. La pareja no se vuelve a proponer, salvo que una de las dos cambie de país, de tema o de fechas.",
        different: "Examinado, y distinto", saidBy: { "\($0), \($1)" }, somebody: "una organización")

    static let russian = OverlapWords(
        title: "Похоже на", lead: "Возможно, это одна и та же работа дважды, или её можно сделать вместе.",
        country: { "та же страна: \($0)" }, topic: { "та же тема: \($0)" },
        quarter: { "тот же квартал: \($0.number)/\($0.year)" }, sameTime: "в то же время", more: "Могут быть и другие.",
        dismiss: "Это разное", reason: "Почему",
        reasonHint:
            "Этот текст и вашу организацию видит каждый, кто читает обе карточки. Пара больше не предлагается, если ни в одной из них не изменятся страна, тема или время.",
        different: "Рассмотрено: это разное", saidBy: { "\($0), \($1)" }, somebody: "организация")

    static let chinese = OverlapWords(
        title: "看起来类似于", lead: "可能是重复的工作，也可能可以共同完成。", country: { "同一国家：\($0)" }, topic: { "同一主题：\($0)" },
        quarter: { "同一季度：\($0.year)年第\($0.number)季度" }, sameTime: "同一时期", more: "可能还有更多。", dismiss: "两者不同",
        reason: "原因", reasonHint: "能阅读这两条记录的人都会看到此说明和您的组织。除非其中一条的国家、主题或时间发生变化，否则不再提示这一对。",
        different: "已查看，两者不同", saidBy: { "\($0)，\($1)" }, somebody: "某组织")
}
