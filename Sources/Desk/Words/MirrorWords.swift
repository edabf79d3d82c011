/// What is said of a collection that copies another gateway's log.
struct MirrorWords: Sendable {
    let title: String
    let lead: String
    let verified: String
    let toEntry: @Sendable (Int) -> String
    let notYet: String
    let copied: String
    let unexplained: String
    let erasedHere: String
    /// Of an entry, in the list of them.
    let absent: String
    let alarm: String
}
