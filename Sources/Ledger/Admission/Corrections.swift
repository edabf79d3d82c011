import Storage

/// What becomes of other content that a source sends under a version that it has sent before (law 4).
package enum Corrections: String, Sendable, Codable, CaseIterable, SQLValue {
    /// It waits in quarantine: the first stays.
    case hold
    /// It takes the place of the source's own earlier content, which is withdrawn. Both stay in the log, and what was replaced
    /// does not return.
    case replace

    /// Stands in the log where a source replaced its own content.
    static let reason = "its source replaced it under the same version"
}
