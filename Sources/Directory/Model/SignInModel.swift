package import Ledger
package import Web

/// The form to sign in.
package struct SignInModel: Sendable {
    /// Where to go afterwards: a path of this site.
    package let next: String
    /// Whether the name and key just sent did not fit.
    package let failed: Bool

    package init(next: String, failed: Bool) {
        self.next = next
        self.failed = failed
    }
}

/// What an invited person sees first; nothing where the link does not work any more.
package struct InvitationModel: Sendable {
    package struct Invited: Sendable {
        package let name: String
        package let role: Role
        package let organisation: String

        package init(name: String, role: Role, organisation: String) {
            self.name = name
            self.role = role
            self.organisation = organisation
        }
    }

    package let address: Address
    package let invited: Invited?

    package init(address: Address, invited: Invited?) {
        self.address = address
        self.invited = invited
    }
}

/// A sign-in key, shown this once.
package struct NewKeyModel: Sendable {
    package let name: String
    package let key: String
    /// Whether its owner has just come in for the first time.
    package let isFirst: Bool

    package init(name: String, key: String, isFirst: Bool) {
        self.name = name
        self.key = key
        self.isFirst = isFirst
    }
}
