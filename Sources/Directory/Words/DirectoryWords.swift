import HTML
import Ledger
import Web

/// The sentences of the directory.
///
/// One file per language; a missing sentence does not compile.
struct DirectoryWords: Sendable {
    let signIn: SignIn
    /// How a role is called.
    let role: @Sendable (Role) -> String

    static func `in`(_ language: Language) -> DirectoryWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        }
    }

    struct SignIn: Sendable {
        let title: String
        let name: String
        let key: String
        let keyHint: String
        let submit: String
        let failed: String
        let helpTitle: String
        let noAccount: String
        let lostDevice: String
        let goneTitle: String
        let goneLead: String
        let invitedTitle: String
        let welcome: @Sendable (_ name: Markup) -> Markup
        let invitedLead: @Sendable (_ gateway: Markup) -> Markup
        let organisation: String
        let role: String
        let accept: String
        let acceptHint: String
        let keyTitle: String
        let newKeyTitle: String
        let keyLead: String
        let adviceManager: String
        let advicePaper: String
        let adviceNever: String
        let keepHint: String
        let keptIt: String
    }
}
