import HTML
import Web

/// The types of objects that the desk has words for: those of STIX 2.1 and of the extensions that are known here, and those of ATT&CK.
///
/// Every language says each of them, or does not compile.
enum KnownType: String, Sendable, Hashable, CaseIterable {
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

    case event
    case impact
    case task

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

extension KnownType {
    /// How a page shows it.
    var named: NamedType {
        NamedType(rawValue, glyph: glyph, hasValue: hasValue) { DeskWords.in($0).type(self) }
    }

    /// Whether such an object is shown by its value.
    private var hasValue: Bool {
        switch self {
        case .autonomousSystem, .directory, .domainName, .emailAddress, .file, .ipv4Address, .ipv6Address, .macAddress,
            .mutex, .process, .url, .userAccount, .registryKey, .certificate, .networkTraffic:
            true
        default: false
        }
    }

    private var glyph: Markup {
        switch self {
        case .attackPattern: "M2 13 7 8 4.5 5.5 13 3l-2.5 8.5L8 9"
        case .tactic: "M4 14V2h9l-2.5 3L13 8H4"
        case .task: "M2 4l1.5 1.5L6 3M8 4.5h6M2 8.5L3.5 10 6 7.5M8 9h6M8 13h6"
        case .courseOfAction: "M8 2l5 2v4c0 3-2.5 5-5 6-2.5-1-5-3-5-6V4z"
        case .intrusionSet, .threatActor:
            "M5.5 7a2 2 0 100-4 2 2 0 000 4zm5 0a2 2 0 100-4M2 13c0-5 7-5 7 0m2-4c2 0 3 2 3 4"
        case .identity: "M8 7.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM3 14c0-6 10-6 10 0"
        case .malware, .malwareAnalysis:
            "M8 4a3 4 0 013 4v2a3 3 0 01-6 0V8a3 4 0 013-4zM5 8H2m3 3-2 2m8-5h3m-3 3 2 2M6 4 5 2m5 2 1-2"
        case .tool, .software: "M13 5a3 3 0 01-4 3l-5 5-1.5-1.5 5-5a3 3 0 014-4L10 4l2 2z"
        case .indicator, .observedData, .sighting: "M8 13A5 5 0 108 3a5 5 0 000 10zM8 1v4m0 6v4M1 8h4m6 0h4"
        case .vulnerability: "M3 3h10v4l-3 1 3 2v3H3z"
        case .campaign, .incident, .event, .impact: "M2 10c2-6 3-6 5-2s4 4 7-3"
        case .report, .note, .opinion, .languageContent, .grouping: "M4 2h6l3 3v9H4zM6.5 8H11m-4.5 3H11"
        case .relationship: "M4.5 10a2 2 0 100 4 2 2 0 000-4zm7-8a2 2 0 100 4 2 2 0 000-4zM6 10.5l4-5"
        case .markingDefinition, .extensionDefinition: "M2 8l6-6h6v6l-6 6zM11 5h.1"
        case .dataSource, .dataComponent, .detectionStrategy, .analytic:
            "M3 4c0-2 10-2 10 0v8c0 2-10 2-10 0zm0 0c0 2 10 2 10 0M3 8c0 2 10 2 10 0"
        case .asset, .infrastructure: "M2 3h12v8H2zm4 11h4M8 11v3"
        case .matrix, .attackCollection: "M2 2h12v12H2zm4 0v12m4-12v12M2 6h12M2 10h12"
        case .location: "M8 14C4 9 4 7 4 6a4 4 0 018 0c0 1 0 3-4 8zM8 6h.1"
        default: "M8 2l6 6-6 6-6-6z"
        }
    }
}
