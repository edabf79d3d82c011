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
}
