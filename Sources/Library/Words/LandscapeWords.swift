import HTML
import Web

/// The sentences of the yearly landscape.
struct LandscapeWords: Sendable {
    let title: @Sendable (_ year: Int) -> String
    let lead: String
    let years: String
    let coming: String
    let brought: String
    let broughtLead: String
    let what: String
    let owner: String
    let noOwner: String
    let review: @Sendable (_ day: Markup) -> Markup
    let closed: @Sendable (_ day: Markup) -> Markup
    let overdue: String
    let all: String
    let nothingYet: String
    let late: @Sendable (Int) -> String
    let newest: @Sendable (Int) -> String
    let moreThan: @Sendable (_ number: String) -> String

    static func `in`(_ language: Language) -> LandscapeWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }

    static let english = LandscapeWords(
        title: { "Landscape \($0)" },
        lead:
            "What is coming, from the register of emerging issues, and what the year brought here. Each number leads to what it counts.",
        years: "Years", coming: "What is coming",
        brought: "What the year brought",
        broughtLead: "What was told here and is readable to you, by the year in which it came.", what: "What",
        owner: "Owner:", noOwner: "nobody answers for it",
        review: { "look at it again on \($0)" }, closed: { "followed until \($0)" }, overdue: "overdue",
        all: "All of them", nothingYet: "Nothing yet.",
        late: {
            "\(Plural.english($0, "One issue was", "\(Language.english.number($0)) issues were")) to be looked at again by now."
        }, newest: { "The newest \(Language.english.number($0)) are looked at." }, moreThan: { "more than \($0)" })

    static let french = LandscapeWords(
        title: { "Panorama \($0)" },
        lead:
            "Ce qui vient, d’après le registre des questions émergentes, et ce que l’année a apporté ici. Chaque nombre mène à ce qu’il compte.",
        years: "Années", coming: "Ce qui vient",
        brought: "Ce que l’année a apporté",
        broughtLead: "Ce qui a été dit ici et que vous pouvez lire, selon l’année d’arrivée.", what: "Quoi",
        owner: "Responsable :", noOwner: "personne n’en répond",
        review: { "à réexaminer le \($0)" }, closed: { "suivie jusqu’au \($0)" }, overdue: "en retard", all: "Toutes",
        nothingYet: "Rien encore.",
        late: {
            "\(Plural.french($0, "Une question aurait dû être réexaminée", "\(Language.french.number($0)) questions auraient dû être réexaminées"))."
        }, newest: { "On en regarde les \(Language.french.number($0)) plus récentes." }, moreThan: { "plus de \($0)" })

    static let arabic = LandscapeWords(
        title: { "المشهد \($0)" },
        lead: "ما هو آتٍ من سجل القضايا الناشئة، وما جاءت به السنة هنا. وكل رقم يقود إلى ما يعدّه.", years: "السنوات",
        coming: "ما هو آتٍ",
        brought: "ما جاءت به السنة", broughtLead: "ما قيل هنا ويمكنك قراءته، بحسب سنة وصوله.", what: "ماذا",
        owner: "المسؤول:", noOwner: "لا أحد مسؤول عنها",
        review: { "تُراجع في \($0)" }, closed: { "توبعت حتى \($0)" }, overdue: "متأخرة", all: "كلها",
        nothingYet: "لا شيء بعد.",
        late: { "قضايا فات موعد مراجعتها: \(Language.arabic.number($0))" },
        newest: { "يُنظر في أحدث \(Language.arabic.number($0))." }, moreThan: { "أكثر من \($0)" })

    static let spanish = LandscapeWords(
        title: { "Panorama \($0)" },
        lead:
            "Lo que viene, según el registro de cuestiones emergentes, y lo que el año trajo aquí. Cada número lleva a lo que cuenta.",
        years: "Años", coming: "Lo que viene",
        brought: "Lo que trajo el año", broughtLead: "Lo que se dijo aquí y usted puede leer, por el año en que llegó.",
        what: "Qué", owner: "Responsable:", noOwner: "nadie responde de ella",
        review: { "volver a examinar el \($0)" }, closed: { "seguida hasta el \($0)" }, overdue: "con retraso",
        all: "Todas", nothingYet: "Nada todavía.",
        late: { "Cuestiones que ya debían reexaminarse: \(Language.spanish.number($0))" },
        newest: { "Se miran las \(Language.spanish.number($0)) más recientes." }, moreThan: { "más de \($0)" })

    static let russian = LandscapeWords(
        title: { "Обзор за \($0) год" },
        lead:
            "Что надвигается — по реестру возникающих вопросов — и что год принёс сюда. Каждое число ведёт к тому, что оно считает.",
        years: "Годы", coming: "Что надвигается",
        brought: "Что принёс год", broughtLead: "Что здесь сообщено и доступно вам, по году поступления.", what: "Что",
        owner: "Ответственный:", noOwner: "никто не отвечает",
        review: { "вернуться \($0)" }, closed: { "отслеживалось до \($0)" }, overdue: "просрочено", all: "Все",
        nothingYet: "Пока ничего.",
        late: { "Вопросов, к которым уже пора было вернуться: \(Language.russian.number($0))" },
        newest: { "Рассматриваются \(Language.russian.number($0)) новейших." }, moreThan: { "более \($0)" })

    static let chinese = LandscapeWords(
        title: { "\($0) 年态势" }, lead: "即将到来的（来自新兴问题登记册）以及这一年带来的。每个数字都通向它所统计的内容。", years: "年份", coming: "即将到来",
        brought: "这一年带来的", broughtLead: "此处告知且您可阅读的内容，按到来年份。", what: "内容", owner: "负责方：", noOwner: "无人负责",
        review: { "\($0)再次审视" }, closed: { "跟踪至\($0)" }, overdue: "逾期", all: "全部", nothingYet: "尚无内容。",
        late: { "应已再次审视的问题：\(Language.chinese.number($0))" }, newest: { "只查看最新的 \(Language.chinese.number($0)) 条。" },
        moreThan: { "超过 \($0)" })
}
