import Web

/// The sentences of clocks that have run out.
struct ClockWords: Sendable {
    let work: String
    let title: String
    let sentence: @Sendable (_ subject: String?) -> String

    static func `in`(_ language: Language) -> ClockWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        }
    }

    static let english = ClockWords(
        work: "Dates and clocks of records", title: "Something of yours is late",
        sentence: { $0.map { "Time has run out for \($0)." } ?? "Time has run out for a record." })

    static let french = ClockWords(
        work: "Dates et délais des fiches", title: "Quelque chose est en retard chez vous",
        sentence: { $0.map { "Le délai est écoulé : \($0)." } ?? "Le délai d’une fiche est écoulé." })

    static let arabic = ClockWords(
        work: "تواريخ البطاقات ومهلها", title: "شيء لديك متأخر",
        sentence: { $0.map { "انتهت المهلة: \($0)." } ?? "انتهت مهلة بطاقة." })
}
