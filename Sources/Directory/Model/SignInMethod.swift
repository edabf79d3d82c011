import STIX
import Storage

/// Something by which somebody signs in.
///
/// A new kind needs a case here, a value in the table's check, and a form of its own on the page: a passkey would keep its
/// credential id and public key as proof.
struct SignInMethod: Sendable, Hashable {
    enum Kind: String, Sendable, SQLValue {
        /// 256 random bits that a password manager keeps.
        case key
    }

    /// UUID.
    let id: String
    let kind: Kind
    let made: Timestamp
    let used: Timestamp?
}
