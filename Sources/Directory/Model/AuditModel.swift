import Web

/// The operators' audit trail, newest first.
struct AuditModel: Sendable {
    let entries: [AuditEntry]
    /// The number from which the next page goes on; nil at the end.
    let older: Int?
}

/// The audiences through whose eyes an operator may look.
struct SeeAsModel: Sendable {
    struct Sight: Sendable {
        /// As it stands in the cookie.
        let audience: String
        let kind: Kind
    }

    enum Kind: Sendable, Hashable {
        case everyone, signedIn
        case group(String)
        case organisation(String)
    }

    let sights: [Sight]
}
