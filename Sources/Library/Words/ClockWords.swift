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
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
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

    static let spanish = ClockWords(
        work: "Fechas y plazos de las fichas", title: "Algo suyo lleva retraso",
        sentence: { $0.map { "Ha vencido el plazo: \($0)." } ?? "Ha vencido el plazo de una ficha." })

    static let russian = ClockWords(
        work: "Даты и сроки карточек", title: "Что-то у вас просрочено",
        sentence: { $0.map { "Срок истёк: \($0)." } ?? "Истёк срок одной карточки." })

    static let chinese = ClockWords(
        work: "记录的日期和期限", title: "您有事项逾期",
        sentence: { $0.map { "期限已过：\($0)。" } ?? "一条记录的期限已过。" })
}
