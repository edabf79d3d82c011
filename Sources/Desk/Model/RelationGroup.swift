package import Web

/// Relations of an object that read alike: one direction, one verb, one type at the other end.
package struct RelationGroup: Sendable, Hashable {
    package enum Direction: Sendable, Hashable {
        /// The object does it: it uses, mitigates, targets.
        case outgoing
        /// It is done to the object: it is used by, mitigated by.
        case incoming
    }

    package let direction: Direction
    /// The `relationship_type`, or the name of the property that holds the identifier.
    package let verb: String
    /// Type of the objects at the other end.
    package let otherType: String
    /// The first of them; the view shows no more than it has room for.
    package let rows: [RelationRow]
    package let total: Int

    /// The verb as people read it: of a property of an extension without the identifier of the extension.
    var shownVerb: String {
        let parts = verb.split(separator: "/")
        return parts.count > 2 && parts[0] == "extensions" ? parts.dropFirst(2).joined(separator: "/") : verb
    }

    package init(direction: Direction, verb: String, otherType: String, rows: [RelationRow], total: Int) {
        self.direction = direction
        self.verb = verb
        self.otherType = otherType
        self.rows = rows
        self.total = total
    }
}

/// One relation.
package struct RelationRow: Sendable, Hashable {
    /// The relationship object; nothing where a property of the object holds the reference.
    package let relationship: String?
    package let other: RelationEnd
    /// What the relationship says of itself.
    package let description: String?

    package init(relationship: String?, other: RelationEnd, description: String? = nil) {
        self.relationship = relationship
        self.other = other
        self.description = description
    }
}

/// One end of a relation.
package enum RelationEnd: Sendable, Hashable {
    /// An object that the reader may see.
    case readable(ObjectName)
    /// An identifier without an object that the reader may see: shown as code, never as a link.
    case unknown(String)
}

/// All relations of one object, in pages.
package struct RelationsModel: Sendable, Hashable {
    package let object: ObjectName
    package let groups: [RelationGroup]
    package let total: Tally
    package let pager: Pager

    package init(object: ObjectName, groups: [RelationGroup], total: Tally, pager: Pager) {
        self.object = object
        self.groups = groups
        self.total = total
        self.pager = pager
    }
}
