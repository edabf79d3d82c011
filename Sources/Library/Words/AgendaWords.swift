import Web

/// The sentences of the agenda, and of who does what.
struct AgendaWords: Sendable {
    let agenda: String
    let lead: String
    /// The heading of a part, by the field that says it.
    let part: @Sendable (_ field: String) -> String
    let parties: String
    let partiesLead: String
    let who: String
    let what: String
    let more: @Sendable (Int) -> String

    static func `in`(_ language: Language) -> AgendaWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }

    static let english = AgendaWords(
        agenda: "The Agenda",
        lead: "The Global Cybersecurity Agenda: its work areas and its goals, with what stands under each.",
        part: { $0 == "agenda_goals" ? "Seven goals" : "Five work areas" }, parties: "Who does what",
        partiesLead: "Who is named in what is written here, and as what.", who: "Who", what: "Named in, as",
        more: { "\(Language.english.number($0)) more are named less often. Narrow by work area." })

    static let french = AgendaWords(
        agenda: "Le Programme",
        lead: "Le Programme mondial cybersécurité : ses domaines d’action et ses buts, avec ce qui figure sous chacun.",
        part: { $0 == "agenda_goals" ? "Sept buts" : "Cinq domaines d’action" }, parties: "Qui fait quoi",
        partiesLead: "Qui est nommé dans ce qui est écrit ici, et à quel titre.", who: "Qui",
        what: "Nommé dans, à titre de",
        more: { "\(Language.french.number($0)) autres sont nommés moins souvent. Restreignez par domaine." })

    static let arabic = AgendaWords(
        agenda: "البرنامج العالمي",
        lead: "البرنامج العالمي للأمن السيبراني: مجالات عمله وأهدافه، وما هو مكتوب تحت كل منها.",
        part: { $0 == "agenda_goals" ? "الأهداف السبعة" : "مجالات العمل الخمسة" }, parties: "من يفعل ماذا",
        partiesLead: "من ذُكر فيما كُتب هنا، وبأي صفة.", who: "من", what: "ذُكر في، بصفة",
        more: { "جهات أخرى ذُكرت أقل: \(Language.arabic.number($0)). ضيّق حسب مجال العمل." })

    static let spanish = AgendaWords(
        agenda: "La Agenda",
        lead:
            "La Agenda sobre Ciberseguridad Global: sus ámbitos de trabajo y sus objetivos, con lo que hay en cada uno.",
        part: { $0 == "agenda_goals" ? "Siete objetivos" : "Cinco ámbitos de trabajo" }, parties: "Quién hace qué",
        partiesLead: "Quién aparece nombrado en lo que está escrito aquí, y en calidad de qué.", who: "Quién",
        what: "Nombrado en, como",
        more: { "Otras \(Language.spanish.number($0)) se nombran con menos frecuencia. Acote por ámbito de trabajo." })

    static let russian = AgendaWords(
        agenda: "Программа",
        lead: "Глобальная программа кибербезопасности: её направления работы и цели — и то, что есть по каждой из них.",
        part: { $0 == "agenda_goals" ? "Семь целей" : "Пять направлений работы" }, parties: "Кто чем занимается",
        partiesLead: "Кто назван в том, что здесь написано, и в каком качестве.", who: "Кто",
        what: "Где назван и в качестве кого",
        more: { "Ещё \(Language.russian.number($0)) упоминаются реже. Уточните направление работы." })

    static let chinese = AgendaWords(
        agenda: "议程",
        lead: "《全球网络安全议程》：其工作领域和目标，以及各项之下的内容。",
        part: { $0 == "agenda_goals" ? "七项目标" : "五个工作领域" }, parties: "谁在做什么",
        partiesLead: "此处所写内容中提到了谁，以何种身份。", who: "主体", what: "所在内容及身份",
        more: { "另有 \(Language.chinese.number($0)) 个被提及较少。请按工作领域缩小范围。" })
}
