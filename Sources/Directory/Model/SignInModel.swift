import Ledger
import Web

/// The form to sign in.
struct SignInModel: Sendable {
    /// Where to go afterwards: a path of this site.
    let next: String
    /// Whether the name and key just sent did not fit.
    let failed: Bool
}

/// What an invited person sees first; nothing where the link does not work any more.
struct InvitationModel: Sendable {
    struct Invited: Sendable {
        let name: String
        let role: Role
        let organisation: String
    }

    let address: Address
    let invited: Invited?
}

/// A sign-in key, shown this once.
struct NewKeyModel: Sendable {
    let name: String
    let key: String
    /// Whether its owner has just come in for the first time.
    let isFirst: Bool
}
