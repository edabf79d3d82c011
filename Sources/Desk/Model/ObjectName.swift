package import Web

/// An object as other pages name it.
///
/// Only for objects that the reader may see.
package struct ObjectName: Sendable, Hashable {
    package let id: String
    package let type: String
    /// Its name, its value, or what else it is known by; its identifier where it has nothing better.
    package let title: String
    /// Its number in a knowledge base, for instance `T1566`.
    package let externalID: String?

    package init(id: String, type: String, title: String, externalID: String? = nil) {
        self.id = id
        self.type = type
        self.title = title
        self.externalID = externalID
    }
}

/// One row of a list of objects.
package struct ListedObject: Sendable, Hashable {
    package let name: ObjectName
    /// The beginning of its description; the view shortens it further.
    package let line: String?
    /// Its version: `modified`, else `created`, else the day it was added.
    package let changed: Moment
    package let isRevoked: Bool
    /// Where it stands, in lists that cross collections.
    package let collection: CollectionName?

    package init(
        name: ObjectName, line: String?, changed: Moment, isRevoked: Bool = false, collection: CollectionName? = nil
    ) {
        self.name = name
        self.line = line
        self.changed = changed
        self.isRevoked = isRevoked
        self.collection = collection
    }
}

/// How many objects of one type there are.
package struct TypeCount: Sendable, Hashable {
    package let type: String
    package let count: Int

    package init(type: String, count: Int) {
        self.type = type
        self.count = count
    }
}
