package import Web

/// A kind of notice as people read it; the domain that causes it declares it.
package struct NamedNotice: Sendable {
    package let kind: String
    /// Whether somebody may say that they don't want to be told of it but on the page.
    package let canBeMuted: Bool
    /// What it is, in a list of kinds, such as "Something waits in quarantine".
    package let title: @Sendable (Language) -> String
    /// What happened, with what it is about where the reader may be told that.
    package let sentence: @Sendable (Language, _ subject: String?) -> String

    package init(
        _ kind: String, canBeMuted: Bool = true, title: @escaping @Sendable (Language) -> String,
        sentence: @escaping @Sendable (Language, _ subject: String?) -> String
    ) {
        self.kind = kind
        self.canBeMuted = canBeMuted
        self.title = title
        self.sentence = sentence
    }
}

/// All kinds of notices of a gateway.
struct NamedNotices: Sendable {
    let all: [NamedNotice]

    init(_ all: [NamedNotice]) { self.all = all }

    subscript(kind: String) -> NamedNotice? { all.first { $0.kind == kind } }

    /// What a notice says; a kind that no domain declares any more stands for itself.
    func sentence(_ notice: Notice, in language: Language, isNamed: Bool) -> String {
        self[notice.kind]?.sentence(language, isNamed ? notice.subject : nil) ?? notice.kind
    }

    func canBeMuted(_ kind: String) -> Bool { self[kind]?.canBeMuted ?? true }
}
