import CompositeIndex

/// The door of the room that reads, computes and reports composite indices.
package struct MeasureDomain: Sendable {
    /// Opens the door.
    package init() {}

    /// Applies a framework to data.
    package func run(_ framework: Framework, on data: IndexData) throws(IndexError) -> IndexResults {
        try Pipeline(framework).run(data)
    }
}
