import HTML
import Web

/// The sentences of the summary in numbers.
struct SummaryWords: Sendable {
    let work: String
    let title: String
    let lead: String
    let what: String
    let count: String
    let sinceAWeek: String
    let same: String
    let late: @Sendable (_ many: Markup) -> Markup
    let ahead: String
    let advisories: String
    let goals: String
    let notYet: String
    let counted: @Sendable (_ day: Markup) -> Markup

    static func `in`(_ language: Language) -> SummaryWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }

    static let english = SummaryWords(
        work: "The summary", title: "In numbers",
        lead: "What everyone may read here, counted each night. Each number leads to what it counts.", what: "What",
        count: "How many", sinceAWeek: "In a week", same: "as before", late: { "\($0): late" },
        ahead: "Taking place in the next 31 days", advisories: "Advisories",
        goals: "Goals of the Agenda without evidence",
        notYet: "Nothing has been counted yet; it will be tonight.", counted: { "Counted on \($0)." })

    static let french = SummaryWords(
        work: "Le résumé", title: "En chiffres",
        lead: "Ce que tout le monde peut lire ici, compté chaque nuit. Chaque nombre mène à ce qu’il compte.",
        what: "Quoi", count: "Combien", sinceAWeek: "En une semaine", same: "inchangé", late: { "\($0) : en retard" },
        ahead: "A lieu dans les 31 jours", advisories: "Avis", goals: "Buts du Programme sans rien qui les étaye",
        notYet: "Rien n’a encore été compté ; ce sera fait cette nuit.", counted: { "Compté le \($0)." })

    static let arabic = SummaryWords(
        work: "الملخص", title: "بالأرقام", lead: "ما يقرؤه الجميع هنا، يُعدّ كل ليلة. وكل رقم يقود إلى ما يعدّه.",
        what: "ماذا", count: "كم", sinceAWeek: "خلال أسبوع", same: "كما كان", late: { "\($0): متأخر" },
        ahead: "يجري خلال 31 يومًا", advisories: "التنبيهات", goals: "أهداف البرنامج بلا شواهد",
        notYet: "لم يُعدّ شيء بعد؛ سيُعدّ هذه الليلة.", counted: { "عُدّ في \($0)." })

    static let spanish = SummaryWords(
        work: "El resumen", title: "En cifras",
        lead: "Lo que todo el mundo puede leer aquí, contado cada noche. Cada número lleva a lo que cuenta.",
        what: "Qué", count: "Cuántos", sinceAWeek: "En una semana", same: "sin cambios",
        late: { "\($0): con retraso" },
        ahead: "Tienen lugar en los próximos 31 días", advisories: "Avisos",
        goals: "Objetivos de la Agenda sin nada que los respalde",
        notYet: "Aún no se ha contado nada; se hará esta noche.", counted: { "Contado el \($0)." })

    static let russian = SummaryWords(
        work: "Итоги в числах", title: "В числах",
        lead: "То, что здесь могут читать все, подсчитано каждую ночь. Каждое число ведёт к тому, что оно считает.",
        what: "Что", count: "Сколько", sinceAWeek: "За неделю", same: "без изменений", late: { "\($0): просрочено" },
        ahead: "Проходит в ближайшие 31 день", advisories: "Бюллетени", goals: "Цели Программы без подтверждений",
        notYet: "Пока ничего не подсчитано; это будет сделано этой ночью.", counted: { "Подсчитано \($0)" })

    static let chinese = SummaryWords(
        work: "统计汇总", title: "数字一览", lead: "此处人人可读的内容，每晚统计一次。每个数字都可链接到所统计的内容。",
        what: "内容", count: "数量", sinceAWeek: "一周变化", same: "不变", late: { "\($0)：已逾期" },
        ahead: "未来 31 天内举行", advisories: "通告", goals: "尚无佐证的议程目标",
        notYet: "尚未统计；今晚进行。", counted: { "统计于 \($0)。" })
}
