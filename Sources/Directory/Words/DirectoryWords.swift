import HTML
import Ledger
import Web

/// The sentences of the directory.
///
/// One file per language; a missing sentence does not compile.
struct DirectoryWords: Sendable {
    /// How the head of every page calls the accounts.
    let menu: String
    let signIn: SignIn
    /// How a role is called.
    let role: @Sendable (Role) -> String
    let account: Account
    let people: People
    let organisations: Organisations
    let groups: Groups
    let audit: Audit
    let seeAs: SeeAs
    let done: String
    /// What somebody is told of their own account; nil where it is not said of what.
    let notice: @Sendable (AccountNotice, _ subject: String?) -> String
    /// Why something was not done; what was not understood stands behind it.
    let error: @Sendable (DirectoryError.Code) -> String

    static func `in`(_ language: Language) -> DirectoryWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
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

    struct Account: Sendable {
        let title: String
        let keys: String
        let keysLead: String
        let made: String
        let used: @Sendable (Markup?) -> Markup
        let revoke: String
        let newKey: String
        let devices: String
        let thisDevice: String
        let end: String
        let signOut: String
        let everywhere: String
        let tokens: String
        let tokensLead: String
        let tokenName: String
        let tokenScope: String
        let scope: @Sendable (Token.Scope) -> String
        let tokenCollections: String
        let tokenCollectionsHint: String
        let allCollections: String
        let until: String
        let newToken: String
        let newTokenTitle: String
        let newTokenLead: String
        let backToAccount: String
    }

    struct People: Sendable {
        let title: String
        let all: String
        let nobody: String
        let name: String
        let nameHint: String
        let organisation: String
        let role: String
        let roleHint: String
        let inviteTitle: String
        let invite: String
        let state: String
        let standing: @Sendable (PeopleModel.Standing) -> String
        let made: String
        let seen: String
        let changeRole: String
        let ownAccount: String
        let againTitle: String
        let againLead: String
        let again: String
        let disable: String
        let enable: String
        let disableLead: String
        let invitedTitle: @Sendable (_ name: Markup) -> Markup
        let invitedLead: String
        let expires: String
        let reads: @Sendable (_ entries: Int) -> String
    }

    struct Organisations: Sendable {
        let title: String
        let name: String
        let add: String
        let runsThis: String
        let people: @Sendable (Int) -> String
        let constituency: String
        let constituencyLead: String
        let networks: String
        let networksHint: String
        let systems: String
        let systemsHint: String
        let domains: String
        let domainsHint: String
        let sectors: String
        let save: String
        let card: String
        let cardLead: String
        let cardStands: String
        let cardNow: String
        let noCard: String
        let email: String
        let phone: String
        let hours: String
        let timeZone: String
        let languages: String
        let keys: String
        let keysHint: String
        let into: String
        let publish: String
    }

    struct Groups: Sendable {
        let title: String
        let lead: String
        let none: String
        let name: String
        let add: String
        let hide: String
        let hideHint: String
        let hidden: String
        let hidesThem: String
        let members: @Sendable (Int) -> String
        let membersTitle: String
        let noMembers: String
        let remove: String
        let addMember: String
        let organisation: String
        let look: String
        let previewTitle: @Sendable (_ name: Markup) -> Markup
        let preview: @Sendable (_ people: Int, _ entries: Int) -> String
        let confirm: String
        let cancel: String
    }

    struct Audit: Sendable {
        let title: String
        let lead: String
        let onMachine: String
        let older: String
        let act: @Sendable (AuditEntry.Act) -> String
    }

    struct SeeAs: Sendable {
        let title: String
        let lead: String
        let everyone: String
        let signedIn: String
        let group: String
        let organisation: String
        let look: String
    }
}
