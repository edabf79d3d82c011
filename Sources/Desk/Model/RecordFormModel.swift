package import Hall
package import Kinds

/// The form of an object of a kind.
package struct RecordFormModel: Sendable {
    /// UUID of the draft; nil before it is kept for the first time.
    package let draft: String?
    package let kind: Kind
    package let typed: TypedRecord
    package let reading: RecordReading
    /// The part of the form that is shown; nil where it has no parts.
    package let section: Kind.Section?
    package let taxonomies: [String: TagTaxonomy]
    package let parties: [(id: String, name: String)]
    /// Files from which one chooses, newest first; nil for a kind without any.
    package var files: [(id: String, name: String)]?
    /// Whether what is wrong is shown.
    package let isJudged: Bool
    package let isUnplaced: Bool
    package let targets: [DraftFormModel.Target]
    package let collection: String
    package let marking: String
    package let corrects: ObjectName?
}
