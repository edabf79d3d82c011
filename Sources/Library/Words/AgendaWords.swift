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
}
