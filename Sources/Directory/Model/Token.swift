package import STIX
import Storage

/// What a program shows to act for somebody.
package struct Token: Sendable, Hashable {
    package enum Scope: String, Sendable, CaseIterable, SQLValue {
        case read, write
    }

    /// UUID.
    package let id: String
    package let name: String
    package let scope: Scope
    /// The ids of the only collections it is for; nil for all that its owner reads.
    package let collections: Set<String>?
    package let made: Timestamp
    package let expires: Timestamp
    /// When it was last shown, to within some minutes.
    package let used: Timestamp?
}
