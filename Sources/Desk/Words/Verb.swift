/// The relations that have words for people.
///
/// All others are shown by their code.
enum Verb: String, Sendable, CaseIterable {
    case analysisOf = "analysis-of"
    case attributedTo = "attributed-to"
    case authoredBy = "authored-by"
    case basedOn = "based-on"
    case beaconsTo = "beacons-to"
    case characterizes
    case communicatesWith = "communicates-with"
    case compromises
    case consistsOf = "consists-of"
    case controls
    case delivers
    case derivedFrom = "derived-from"
    case detects
    case downloads
    case drops
    case duplicateOf = "duplicate-of"
    case exfiltratesTo = "exfiltrates-to"
    case exploits
    case has
    case hosts
    case impersonates
    case indicates
    case investigates
    case locatedAt = "located-at"
    case mitigates
    case originatesFrom = "originates-from"
    case owns
    case relatedTo = "related-to"
    case remediates
    case resolvesTo = "resolves-to"
    case revokedBy = "revoked-by"
    case subtechniqueOf = "subtechnique-of"
    case targets
    case uses
    case variantOf = "variant-of"
    // References that stand in a property rather than in a relationship.
    case objects = "object_refs"
    case sightingOf = "sighting_of_ref"
    case whereSighted = "where_sighted_refs"
    case resolvesToValues = "resolves_to_refs"
}
