/// The types of objects that have a name for people.
///
/// All others are shown by their code.
package enum NamedType: String, Sendable, Hashable, CaseIterable {
    case attackPattern = "attack-pattern"
    case campaign
    case courseOfAction = "course-of-action"
    case grouping
    case identity
    case incident
    case indicator
    case infrastructure
    case intrusionSet = "intrusion-set"
    case location
    case malware
    case malwareAnalysis = "malware-analysis"
    case note
    case observedData = "observed-data"
    case opinion
    case report
    case threatActor = "threat-actor"
    case tool
    case vulnerability

    case relationship
    case sighting

    case languageContent = "language-content"
    case markingDefinition = "marking-definition"
    case extensionDefinition = "extension-definition"

    case artifact
    case autonomousSystem = "autonomous-system"
    case directory
    case domainName = "domain-name"
    case emailAddress = "email-addr"
    case emailMessage = "email-message"
    case file
    case ipv4Address = "ipv4-addr"
    case ipv6Address = "ipv6-addr"
    case macAddress = "mac-addr"
    case mutex
    case networkTraffic = "network-traffic"
    case process
    case software
    case url
    case userAccount = "user-account"
    case registryKey = "windows-registry-key"
    case certificate = "x509-certificate"

    case tactic = "x-mitre-tactic"
    case matrix = "x-mitre-matrix"
    case dataSource = "x-mitre-data-source"
    case dataComponent = "x-mitre-data-component"
    case asset = "x-mitre-asset"
    case attackCollection = "x-mitre-collection"
    case detectionStrategy = "x-mitre-detection-strategy"
    case analytic = "x-mitre-analytic"
}
