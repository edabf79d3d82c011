package import Web

/// How somebody wants to be told: in which language, when, and of what not.
package struct NoticeSettings: Sendable, Hashable {
    package var language: Language
    package var hours: NoticeHours
    /// Kinds that stand on the page and are told by no way.
    package var muted: Set<String>

    package init(language: Language = .english, hours: NoticeHours = .unstated, muted: Set<String> = []) {
        (self.language, self.hours, self.muted) = (language, hours, muted)
    }
}
