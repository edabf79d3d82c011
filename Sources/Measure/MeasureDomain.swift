/// The door of the room that reads, computes and reports composite indices.
///
/// Each verb is a file of its own; all of them say what they refuse as ``MeasureError``.
package struct MeasureDomain: Sendable {
    /// The version of the program, which stands in what is written.
    let version: String

    /// Opens the door.
    package init(version: String) { self.version = version }
}
