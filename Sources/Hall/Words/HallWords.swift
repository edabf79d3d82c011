import Web
import Work

/// The sentences of the pages that belong to no domain alone.
///
/// One file per language; a missing sentence does not compile.
struct HallWords: Sendable {
    /// What the menu calls the page of work.
    let work: String
    let letters: String
    let blobs: String
    let title: String
    let lead: String
    let nothing: String
    /// That there may be more than is shown; a command that lists all follows.
    let rest: String
    let kind: String
    let waiting: String
    let late: String
    let failing: String
    let stopped: String
    let due: String
    let retry: String
    let drop: String
    let state: @Sendable (WorkRow.State) -> String
    let done: @Sendable (WorkModel.Change) -> String

    static func `in`(_ language: Language) -> HallWords {
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
