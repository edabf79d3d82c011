/// The properties that have a name for people, in the order in which an object page shows them.
///
/// All others follow, by their code.
enum NamedProperty: String, Sendable, CaseIterable {
    case pattern
    case patternType = "pattern_type"
    case indicatorTypes = "indicator_types"
    case validFrom = "valid_from"
    case validUntil = "valid_until"
    case value
    case hashes
    case size
    case killChainPhases = "kill_chain_phases"
    case platforms = "x_mitre_platforms"
    case malwareTypes = "malware_types"
    case isFamily = "is_family"
    case toolTypes = "tool_types"
    case toolVersion = "tool_version"
    case identityClass = "identity_class"
    case roles
    case sectors
    case contact = "contact_information"
    case reportTypes = "report_types"
    case published
    case goals
    case motivation = "primary_motivation"
    case resourceLevel = "resource_level"
    case sophistication
    case firstSeen = "first_seen"
    case lastSeen = "last_seen"
    case firstObserved = "first_observed"
    case lastObserved = "last_observed"
    case count
    case numberObserved = "number_observed"
    case sightingOf = "sighting_of_ref"
    case whereSighted = "where_sighted_refs"
    case objects = "object_refs"
    case country
    case region
    case detection = "x_mitre_detection"
    case dataSource = "x_mitre_data_source_ref"
    case tactics = "tactic_refs"
    case contributors = "x_mitre_contributors"
    case domains = "x_mitre_domains"
    case labels
    case confidence
    case lang
    case name
    case description
    case aliases
    case references = "external_references"
    case revoked
    case deprecated = "x_mitre_deprecated"
    case markings = "object_marking_refs"
    case author = "created_by_ref"
    case created
    case modified
}
