import Web

/// The sentences of the library; what kinds say stands in them.
struct LibraryWords: Sendable {
    let learn: String
    let lead: String
    let what: String
    let byArea: String
    let total: String
    let nothingYet: String
    let gaps: String
    let newest: String
    let advisories: String
    let calendar: String
    let calendarLead: String
    let add: @Sendable (_ one: String) -> String
    let objects: @Sendable (Tally) -> String
    let find: String
    let words: String
    let narrow: String
    let all: String
    let chosen: String
    let none: String
    let noneFound: String
    let onPaper: String
    let older: String
    let newer: String
    let changed: String
    let state: String
    let late: String
    let lateness: String
    let narrowFirst: @Sendable (_ most: Int) -> String
    let staleTranslation: String
    let dissent: String
    let inOtherWords: String
    let noDates: String
    let previous: String
    let following: String
    let kinds: String
    let kindsLead: String
    let pack: String
    let signedBy: @Sendable (String) -> String
    let unsigned: String
    let shipped: String
    let shown: String
    let hidden: String
    let show: String
    let hide: String
    let fields: @Sendable (Int) -> String
    let formats: String
    let importOf: @Sendable (_ many: String) -> String
    let importLead: String
    let table: String
    let into: String
    let look: String
    let sayAll: @Sendable (Int) -> String
    let allFine: @Sendable (Int) -> String
    let said: @Sendable (Int) -> String
    let rowsWrong: @Sendable (_ wrong: Int, _ all: Int) -> String
    let noField: @Sendable (_ columns: String) -> String
    let importRefused: String
    let record: TypeWords
    let gathering: TypeWords
    let attestation: TypeWords
    let step: TypeWords
    let kind: TypeWords

    static func `in`(_ language: Language) -> LibraryWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }
}
