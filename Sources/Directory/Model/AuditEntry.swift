package import STIX
import Storage

/// One line of the operators' audit trail.
package struct AuditEntry: Sendable, Hashable {
    /// What can be done in the directory.
    package enum Act: String, Sendable, CaseIterable, SQLValue {
        case invited, invitedAgain = "invited-again", accepted, signedIn = "signed-in"
        case signedOut = "signed-out", signedOutEverywhere = "signed-out-everywhere"
        case keyMade = "key-made", keyRevoked = "key-revoked", tokenMade = "token-made", tokenRevoked = "token-revoked"
        case disabled, enabled, roleChanged = "role-changed"
        case organisationAdded = "organisation-added", constituencyChanged = "constituency-changed"
        case cardPublished = "card-published"
        case groupAdded = "group-added", groupRenewed = "group-renewed", memberAdded = "member-added", memberRemoved =
            "member-removed"
        case personsNamed = "persons-named", sawAs = "saw-as"
    }

    package let number: Int
    package let made: Timestamp
    /// The account that did it; nil for a command on the machine.
    package let account: String?
    /// Their name on that day.
    package let who: String
    package let act: Act
    /// To what: the name of a person, organisation, group or key on that day.
    package let subject: String
    /// What else is worth knowing, such as a role or a number.
    package let detail: String
}
