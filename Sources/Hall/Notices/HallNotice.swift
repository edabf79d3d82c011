import Web

/// The kinds of notices that are of no domain alone.
enum HallNotice {
    /// What an operator says.
    static let message = "message"
    /// Somebody tries one of their ways.
    static let test = "test"
    /// Work is late, or has stopped.
    static let work = "work"
    /// Something happened in a collection that somebody watches.
    static let grew = "collection"
    /// A way was added, perhaps by somebody else at their browser.
    static let wayAdded = "way-added"
    /// A receiver wants no more notices.
    static let wayEnded = "way-ended"

    static let all: [NamedNotice] = [
        named(message, canBeMuted: false, \.message), named(work, \.work), named(grew, \.grew),
        named(wayAdded, canBeMuted: false, \.wayAdded),
        named(wayEnded, canBeMuted: false, \.wayEnded), named(test, canBeMuted: false, \.test),
    ]

    private static func named(
        _ kind: String, canBeMuted: Bool = true, _ words: @escaping @Sendable (NoticeWords) -> NoticeWords.Kind
    ) -> NamedNotice {
        NamedNotice(
            kind, canBeMuted: canBeMuted, title: { words(NoticeWords.in($0)).title },
            sentence: { words(NoticeWords.in($0)).sentence($1) })
    }
}
