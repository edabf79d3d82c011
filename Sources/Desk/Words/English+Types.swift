import Web

extension DeskWords {
    static let englishType: @Sendable (KnownType) -> TypeWords = { type in
        switch type {
        case .attackPattern: TypeWords("Technique", "Techniques", "A way in which adversaries try to reach their goal.")
        case .campaign: TypeWords("Campaign", "Campaigns", "A run of attacks over some time against certain targets.")
        case .courseOfAction: TypeWords("Mitigation", "Mitigations", "Something that prevents an attack or answers it.")
        case .grouping: TypeWords("Grouping", "Groupings", "Objects that somebody says belong together.")
        case .identity: TypeWords("Party", "Parties", "A person, a team, an organisation or a sector.")
        case .incident: TypeWords("Incident", "Incidents", "Something that happened and that somebody must handle.")
        case .indicator:
            TypeWords("Indicator", "Indicators", "A pattern by which malicious activity can be recognised.")
        case .infrastructure:
            TypeWords("Infrastructure", "Infrastructure", "Systems that serve an attack, a defence or a target.")
        case .intrusionSet:
            TypeWords("Threat group", "Threat groups", "Activity with common traits, believed to be of one actor.")
        case .location: TypeWords("Location", "Locations", "A place: a region, a country, an address.")
        case .malware: TypeWords("Malware", "Malware", "Software made to do harm.")
        case .malwareAnalysis:
            TypeWords("Malware analysis", "Malware analyses", "What an analysis of malware or of a file found.")
        case .note: TypeWords("Note", "Notes", "A remark of somebody on other objects.")
        case .observedData: TypeWords("Observation", "Observations", "What was seen on systems or networks, as seen.")
        case .opinion: TypeWords("Opinion", "Opinions", "How far somebody agrees with what an object says.")
        case .report: TypeWords("Report", "Reports", "A text on a threat, with the objects it speaks of.")
        case .threatActor: TypeWords("Threat actor", "Threat actors", "People or groups that act with bad intent.")
        case .tool: TypeWords("Tool", "Tools", "Legitimate software that attackers also use.")
        case .vulnerability: TypeWords("Vulnerability", "Vulnerabilities", "A flaw in software that can be exploited.")
        case .event: TypeWords("Event", "Events", "Something that happened in the course of an incident.")
        case .impact: TypeWords("Impact", "Impacts", "What an incident did to somebody, and how badly.")
        case .task: TypeWords("Task", "Tasks", "Something that is to be done about an incident, or was.")
        case .relationship: TypeWords("Relationship", "Relationships", "A statement that two objects are connected.")
        case .sighting: TypeWords("Sighting", "Sightings", "A statement that something was seen.")
        case .languageContent: TypeWords("Translation", "Translations", "The words of an object in other languages.")
        case .markingDefinition: TypeWords("Marking", "Markings", "A rule for sharing, or a statement of rights.")
        case .extensionDefinition:
            TypeWords("Extension", "Extensions", "The definition of further properties or types.")
        case .artifact: TypeWords("Artifact", "Artifacts", "Bytes of a file, or where they can be had.")
        case .autonomousSystem:
            TypeWords("Autonomous system", "Autonomous systems", "A network under one routing policy.")
        case .directory: TypeWords("Directory", "Directories", "A folder of a file system.")
        case .domainName: TypeWords("Domain name", "Domain names", "A name in the Domain Name System.")
        case .emailAddress: TypeWords("E-mail address", "E-mail addresses", "An address for electronic mail.")
        case .emailMessage: TypeWords("E-mail message", "E-mail messages", "One electronic mail, as observed.")
        case .file: TypeWords("File", "Files", "A file, known by its hashes, name or size.")
        case .ipv4Address:
            TypeWords("IPv4 address", "IPv4 addresses", "An address or prefix of the Internet, version 4.")
        case .ipv6Address:
            TypeWords("IPv6 address", "IPv6 addresses", "An address or prefix of the Internet, version 6.")
        case .macAddress: TypeWords("MAC address", "MAC addresses", "The hardware address of a network interface.")
        case .mutex: TypeWords("Mutex", "Mutexes", "A named lock by which a program knows that it already runs.")
        case .networkTraffic: TypeWords("Network traffic", "Network traffic", "A flow of packets between two ends.")
        case .process: TypeWords("Process", "Processes", "A program while it runs.")
        case .software: TypeWords("Software", "Software", "A software product, with its version.")
        case .url: TypeWords("URL", "URLs", "The address of a resource on a network.")
        case .userAccount: TypeWords("User account", "User accounts", "An account on a system or service.")
        case .registryKey: TypeWords("Registry key", "Registry keys", "A key of the Windows registry.")
        case .certificate: TypeWords("Certificate", "Certificates", "An X.509 certificate.")
        case .tactic: TypeWords("Tactic", "Tactics", "What an adversary wants to achieve at one stage of an attack.")
        case .matrix: TypeWords("Matrix", "Matrices", "An arrangement of tactics and techniques.")
        case .dataSource:
            TypeWords("Data source", "Data sources", "A kind of information that sensors and logs collect.")
        case .dataComponent:
            TypeWords(
                "Data component", "Data components", "A property of a data source by which techniques are detected."
            )
        case .asset: TypeWords("Asset", "Assets", "A device or system found in industrial networks.")
        case .attackCollection: TypeWords("Release", "Releases", "The list of objects in a release of ATT&CK.")
        case .detectionStrategy:
            TypeWords("Detection strategy", "Detection strategies", "A way to detect a technique, across platforms.")
        case .analytic: TypeWords("Analytic", "Analytics", "The logic that detects a technique on one platform.")
        }
    }
}
