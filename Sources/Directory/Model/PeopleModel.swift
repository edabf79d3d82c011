import Ledger
import Web

/// Everybody with an account.
struct PeopleModel: Sendable {
    struct Row: Sendable {
        let id: String
        let name: String
        let organisation: String
        let role: Role
        let standing: Standing
        let seen: Moment?
    }

    /// How far somebody has come in.
    enum Standing: Sendable, Hashable {
        case active, invited, notInvited, disabled
    }

    struct Choice: Sendable {
        let id: String
        let name: String
    }

    let rows: [Row]
    /// How many there are in all.
    let total: Int
    let page: Int
    let pages: Int
    let organisations: [Choice]
    let notice: Notice?
}

/// Somebody's account, as an administrator sees it.
struct PersonModel: Sendable {
    let row: PeopleModel.Row
    let organisationID: String
    let made: Moment
    /// The roles they can have in their organisation.
    let roles: [Role]
    /// Whether it is the administrator's own account.
    let isOwn: Bool
    let notice: Notice?
}

/// The link of an invitation, shown this once.
struct InvitedModel: Sendable {
    let name: String
    let link: String
    let expires: Moment
    let reach: Reach
}

extension PeopleModel.Standing {
    init(_ account: Account) {
        self =
            account.state == .disabled
            ? .disabled : account.canSignIn ? .active : account.invitedUntil == nil ? .notInvited : .invited
    }
}

extension PeopleModel.Row {
    init(_ account: Account) {
        self.init(
            id: account.id, name: account.name, organisation: account.organisationName, role: account.role,
            standing: .init(account), seen: account.seen.map { Moment($0) })
    }
}
