package import Ledger
package import STIX
import Storage

/// Somebody who may come in.
package struct Account: Sendable, Hashable {
    package enum State: String, Sendable, SQLValue {
        case active, disabled
    }

    /// UUID.
    package let id: String
    /// Unique here; what they sign in with.
    package let name: String
    package let role: Role
    /// UUID of the organisation they are of.
    package let organisation: String
    package let organisationName: String
    package let state: State
    package let made: Timestamp
    /// When one of their sessions was last used, to within some minutes; nil where none is open.
    package let seen: Timestamp?
    /// Whether they have come in by an invitation and can sign in again.
    package let canSignIn: Bool
    /// When the invitation that waits for them ends; nil where none waits.
    package let invitedUntil: Timestamp?
}

extension Role {
    /// Nobody touches what is above their own role.
    func isAbove(_ other: Role) -> Bool { rank > other.rank }

    private var rank: Int {
        switch self {
        case .administrator: 3
        case .analyst: 2
        case .member: 1
        case .reader: 0
        }
    }
}
