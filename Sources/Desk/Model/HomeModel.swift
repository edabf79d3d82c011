/// The first page: what this gateway holds for this reader.
package struct HomeModel: Sendable, Hashable {
    package let collections: [CollectionSummary]
    /// By count, the largest first.
    package let types: [TypeCount]
    /// The newest first; about ten.
    package let latest: [ListedObject]

    package init(collections: [CollectionSummary], types: [TypeCount], latest: [ListedObject]) {
        self.collections = collections
        self.types = types
        self.latest = latest
    }

    /// Nothing has been imported yet.
    var isEmpty: Bool { types.isEmpty && latest.isEmpty }
}
