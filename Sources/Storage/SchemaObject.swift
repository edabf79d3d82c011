/// A table, index, trigger or view with what made it.
struct SchemaObject: Hashable {
    let type: String
    let name: String
    let table: String
    let statement: String

    /// A sentence for each that only one of the two has.
    static func differences(of found: Set<Self>, from expected: Set<Self>) -> [String] {
        found.subtracting(expected).map { "\($0.type) \($0.name) is not of this program's making" }.sorted()
            + expected.subtracting(found).map { "\($0.type) \($0.name) is missing or was changed" }.sorted()
    }
}
