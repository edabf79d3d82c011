import Web

/// The sentences of quarantine and imports.
struct QuarantineWords: Sendable {
    let noticeTitle: String
    /// That something waits; nil where it is not said for which collection.
    let notice: @Sendable (_ collection: String?) -> String
    let title: String
    let lead: String
    let nothing: String
    let waiting: @Sendable (Tally) -> String
    let decided: String
    let toImports: String
    /// What held an object, by its code.
    let law: @Sendable (_ code: String) -> String
    let from: String
    let comparison: String
    let property: String
    let stands: String
    let waits: String
    let decision: String
    let replaces: String
    let places: String
    let takesOver: String
    let undecidable: String
    let decideAll: String
    let decideAllLead: String
    let decidedAll: @Sendable (_ decided: String, _ left: Int) -> String
    /// Leads to everything that waits.
    let everything: String
    let reason: String
    let lacksReason: String
    let accept: String
    let replace: String
    let dismiss: String
}

struct ImportWords: Sendable {
    let title: String
    let lead: String
    let nothing: String
    let counts: @Sendable (_ objects: Int, _ placed: Int, _ quarantined: Int) -> String
    let done: String
    let unfinished: String
    let broken: String
    let wasUndone: String
    let undo: String
    let undoTitle: String
    let undoLead: String
    let undone: @Sendable (_ count: Int) -> String
}
