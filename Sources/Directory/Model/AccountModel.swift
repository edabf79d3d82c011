import Ledger
import Web

/// One's own account.
struct AccountModel: Sendable {
    struct Key: Sendable {
        let id: String
        let made: Moment
        let used: Moment?
    }

    struct Device: Sendable {
        let id: String
        let made: Moment
        let seen: Moment
        let remote: String
        let isThis: Bool
    }

    struct Program: Sendable {
        let id: String
        let name: String
        let scope: Token.Scope
        /// Titles of the only collections it is for; nil for all.
        let collections: [String]?
        let expires: Moment
        let used: Moment?
    }

    struct Choice: Sendable {
        let id: String
        let title: String
    }

    let name: String
    let organisation: String
    let role: Role
    /// Names of the sharing groups they are in.
    let groups: [Choice]
    let keys: [Key]
    let devices: [Device]
    let programs: [Program]
    /// The collections they read.
    let collections: [Choice]
    /// Whether they may look through the eyes of others.
    let isOperator: Bool
    let notice: Notice?
}

/// A token, shown this once.
struct NewTokenModel: Sendable {
    let name: String
    let token: String
}
