package import Web

/// A kind of work as people see it; the domain whose handler does it declares it.
package struct NamedWork: Sendable {
    /// The kind of its handler.
    package let kind: String
    /// What is done, such as "Visits to sources".
    package let words: @Sendable (Language) -> String

    package init(_ kind: String, words: @escaping @Sendable (Language) -> String) {
        self.kind = kind
        self.words = words
    }
}
