package import Web

/// The objects of one type, in one collection or in all; one page of them.
package struct TypeListModel: Sendable, Hashable {
    package let type: String
    /// The collection whose list this is; nothing for all that the reader may see.
    package let collection: CollectionName?
    /// The newest first.
    package let rows: [ListedObject]
    package let total: Tally
    package let pager: Pager

    package init(type: String, collection: CollectionName?, rows: [ListedObject], total: Tally, pager: Pager) {
        self.type = type
        self.collection = collection
        self.rows = rows
        self.total = total
        self.pager = pager
    }

    /// The address of the list's first page.
    var address: Address {
        collection.map { .collectionType(collection: $0.id, type: type) } ?? .type(type)
    }
}

/// Where a page of a list stands.
///
/// The cursor is whatever the query wants back in `?after=`.
package struct Pager: Sendable, Hashable {
    /// Cursor of the next older page, if there is one.
    package let older: String?
    /// Whether this is the first page.
    package let isFirst: Bool

    package init(older: String?, isFirst: Bool) {
        self.older = older
        self.isFirst = isFirst
    }
}

/// All types that the reader can find, with their counts.
package struct TypesModel: Sendable, Hashable {
    package let types: [TypeCount]

    package init(types: [TypeCount]) {
        self.types = types
    }
}
