import Storage

/// What an account is for.
///
/// Administrators and analysts are of the gateway's own organisation: its desk.
package enum Role: String, Sendable, CaseIterable, SQLValue {
    case administrator, analyst, member, reader

    /// Whether only the gateway's own organisation has it.
    package var isDesk: Bool { self == .administrator || self == .analyst }
}

/// What somebody may want to do, beyond reading.
package enum Act: String, Sendable, CaseIterable {
    /// Note, opinion or sighting on what they can read.
    case discuss
    /// Advisories, indicators, and corrections of what their organisation said.
    case publish
    /// Take out of a collection what their organisation placed there.
    case withdraw
    /// Decide on what is in quarantine, undo an import, withdraw what others placed.
    case decide
    /// Destroy a body in every collection.
    case erase
    /// Make accounts, groups and collections; see as somebody else.
    case administer
}

extension Role {
    /// What each role may do in a collection of which it is an audience: the whole table.
    ///
    /// `docs/permissions.md` shows it, and a test compares the two.
    package func may(_ act: Act, in kind: Audience.Kind) -> Bool {
        switch (self, act) {
        case (.administrator, _): true
        case (.analyst, .discuss), (.analyst, .publish), (.analyst, .withdraw), (.analyst, .decide): true
        case (.analyst, .erase), (.analyst, .administer): false
        // The public and all who are signed in hear the desk; others speak to those they share with.
        case (.member, .discuss), (.member, .publish), (.member, .withdraw): kind > .signedIn
        case (.member, .decide), (.member, .erase), (.member, .administer): false
        case (.reader, _): false
        }
    }
}

/// Why somebody may, or may not.
package enum Reason: Sendable, Hashable {
    /// They are of the collection's audience.
    case ofAudience(Audience)
    /// Their role may do it there.
    case roleMay(Role, Act)
    case notOfAudience
    case roleMayNot(Role, Act, Audience.Kind)
    /// Another gateway signs this log.
    case isMirror
    /// Another source began the versions of this object there (law 4).
    case ofAnotherSource
    /// Who looks as somebody else changes nothing.
    case seeingAs
    /// Nothing is published there before it is reviewed.
    case isReviewed
    /// The time of the sharing group is over.
    case hasEnded
}

/// What the rule says, with its reason.
package enum Decision: Sendable, Hashable {
    case allowed(Reason)
    case refused(Reason)

    package var isAllowed: Bool {
        if case .allowed = self { true } else { false }
    }

    package var reason: Reason {
        switch self {
        case .allowed(let reason), .refused(let reason): reason
        }
    }
}

extension Person {
    /// Whether they may do this in a collection, on the object actually touched.
    ///
    /// - Parameter reviewed: whether it was reviewed as the collection asks, or is going to be.
    package func may(_ act: Act, in collection: LogCollection, reviewed: Bool = false) -> Decision {
        guard viewer.reads(collection) else { return .refused(.notOfAudience) }
        guard seeingAs == nil else { return .refused(.seeingAs) }
        guard collection.kind == .own else { return .refused(.isMirror) }
        let kind = collection.audience.kind
        guard role.may(act, in: kind) else { return .refused(.roleMayNot(role, act, kind)) }
        // What stands is still taken back, and erased.
        if [.discuss, .publish, .decide].contains(act), ended.contains(collection.audience) {
            return .refused(.hasEnded)
        }
        if act == .publish, collection.review != nil, !reviewed { return .refused(.isReviewed) }
        return .allowed(.roleMay(role, act))
    }

    /// Whether there is any place where they may do this: pages offer it then, and each place is asked for itself.
    ///
    /// What is done for the gateway as a whole, such as administering, has no other place.
    package func may(_ act: Act) -> Bool {
        guard seeingAs == nil, !role.isDesk || organisation.isDesk else { return false }
        return Audience.Kind.allCases.contains { role.may(act, in: $0) }
    }

    /// Whether they read a collection.
    package func reads(_ collection: LogCollection) -> Decision {
        viewer.reads(collection) ? .allowed(.ofAudience(collection.audience)) : .refused(.notOfAudience)
    }
}
