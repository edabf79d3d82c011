package import Ledger

/// In whose name the directory is changed.
package enum Principal: Sendable {
    /// Whoever runs commands on the data directory, by their name on the machine.
    case machine(user: String)
    /// Somebody who is signed in.
    case person(Person)

    var account: String? {
        switch self {
        case .machine: nil
        case .person(let person): person.account
        }
    }

    var name: String {
        switch self {
        case .machine(let user): user
        case .person(let person): person.name
        }
    }

    /// That they may make and change accounts, groups and collections here.
    ///
    /// - Throws: `notAllowed`.
    func mayAdminister() throws {
        guard case .person(let person) = self else { return }
        guard person.may(.administer) else {
            throw DirectoryError(.notAllowed, "only an administrator may do this")
        }
    }

    /// The same, of somebody whose role is this.
    ///
    /// - Throws: `notAllowed`; `aboveRole` where theirs is above.
    func mayAdminister(_ role: Role) throws {
        try mayAdminister()
        guard case .person(let person) = self else { return }
        guard !role.isAbove(person.role) else {
            throw DirectoryError(.aboveRole, "nobody changes an account whose role is above their own")
        }
    }
}
