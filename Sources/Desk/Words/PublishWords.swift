import HTML
import Web

/// The sentences of what is written, published, corrected and taken back.
///
/// One file per language; a missing sentence does not compile.
struct PublishWords: Sendable {
    let drafts: String
    let draftsLead: String
    let waiting: String
    let noDrafts: String
    let isCorrection: String
    let by: String
    let none: String
    let choose: String
    /// Stands for the marking that the collection gives to what has none.
    let ownMarking: String
    let cancel: String
    let toPreview: String
    let edit: String
    let discard: String
    let publish: String
    let publishCorrection: String
    let preview: String
    let hasChanged: String
    let whoWillSee: String
    /// The sentence that says who will see what is about to be published.
    let willSee: @Sendable (Seeing, Readers) -> String
    let goesNowhere: String
    let cannotGo: String
    let parts: String
    let speaksOf: String
    let withheld: String
    let confirm: String
    let nameAllTheSame: @Sendable (_ hidden: Markup) -> Markup
    let kind: @Sendable (DraftKind) -> String
    let newTitle: @Sendable (DraftKind) -> String
    let correctTitle: @Sendable (DraftKind) -> String
    let add: @Sendable (DraftKind) -> String
    let listDone: @Sendable (DraftListModel.Done) -> String
    let objectDone: @Sendable (ObjectAround.Done) -> String
    let mistakes: @Sendable (Int) -> String
    let mistake: @Sendable (DraftMistake) -> String
    /// What a field is called, and what helps to fill it.
    let field: @Sendable (DraftField, DraftKind) -> (label: String, hint: String?)
    let taxonomy: @Sendable (_ namespace: String) -> String
    let agreement: @Sendable (Agreement) -> String
    let threatReport: String
    let whyNot: @Sendable (WhyNot) -> String
    let unclean: @Sendable (_ object: Markup, _ finding: Markup) -> Markup
    let unmarked: @Sendable (_ object: Markup) -> Markup
    let unknownMarking: @Sendable (_ object: Markup, _ marking: Markup) -> Markup
    let aboveCeiling: @Sendable (_ object: Markup, _ marking: Markup, _ ceiling: Markup) -> Markup
    let partsAboveCeiling: @Sendable (_ object: Markup, _ marking: Markup, _ ceiling: Markup) -> Markup
    let canBeRedacted: String
    let nothingLeft: String
    let emptyEnvelope: @Sendable (_ object: Markup) -> Markup
    let held: @Sendable (_ object: Markup, _ sentence: Markup) -> Markup
    let namesHidden: @Sendable (_ object: Markup, _ hidden: Markup) -> Markup
    /// Why the reader sees an object in a collection that such readers read.
    let why: @Sendable (Readers) -> String
    let otherVersion: @Sendable (_ day: Markup) -> Markup
    let actions: String
    let correct: String
    let noCorrection: String
    let shareTitle: String
    let shareLead: String
    let shareInto: String
    let look: String
    let share: String
    let shareRedacted: String
    let redactedTitle: String
    let redactedLead: String
    let withdraw: String
    let withdrawTitle: String
    let withdrawLead: String
    let withdrawHint: String
    let erase: String
    let eraseTitle: String
    let eraseLead: String
    let eraseHint: String
    let eraseConfirm: String
    let reason: String
    let reasonMissing: String
    let placeMissing: String
    let confirmMissing: String
    let fromWhere: String
    let asText: String
    let asMail: String
    let sightings: String
    /// A sighting as a sentence.
    let saw: @Sendable (_ who: Markup, _ count: Int?, _ first: Markup?, _ last: Markup?) -> Markup
    let somebody: String
    let discussion: String
    let spokenOf: String
    /// The words of an advisory as plain text.
    let labels: AdvisoryText.Labels
}
