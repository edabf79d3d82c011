package import STIX
package import Web

/// A collection as other pages name it.
package struct CollectionName: Sendable, Hashable {
    /// Its UUID.
    package let id: String
    package let title: String

    package init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}

/// Who may read a collection.
package enum Readers: Sendable, Hashable {
    case everyone
    /// All who have an account here.
    case signedIn
    /// The organisations of a sharing group, by its name.
    case group(String)
    /// The people of one organisation, by its name.
    case organisation(String)
    /// Named persons, by the name of their list.
    case persons(String)
}

/// What every page that shows a collection says of it.
package struct CollectionSummary: Sendable, Hashable {
    package let name: CollectionName
    package let description: String
    package let readers: Readers
    /// The strictest marking that may stand in it.
    package let ceiling: TLP
    /// Objects that stand in it now.
    package let objects: Int
    /// When its last entry was added; nothing while it is empty.
    package let lastChange: Moment?

    package init(
        name: CollectionName, description: String, readers: Readers, ceiling: TLP, objects: Int, lastChange: Moment?
    ) {
        self.name = name
        self.description = description
        self.readers = readers
        self.ceiling = ceiling
        self.objects = objects
        self.lastChange = lastChange
    }
}
