/// The lists of values that are known to be harmless.
package struct KnownGoodModel: Sendable, Hashable {
    let lists: [KnownGood.Summary]
}
