import Storage

/// The words and values of what readers see now; a document is a version line.
enum SearchProjection {
    static let index = TextIndex(table: "search")
}
