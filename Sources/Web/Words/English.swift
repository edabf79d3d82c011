extension WebWords {
    static let english = WebWords(
        skip: "Skip to content",
        navigation: "Main",
        searchLabel: "Search words, identifiers, observables",
        searchHint: "Words, T1566, 198.51.100.7 …",
        search: "Search",
        gateway: "Gateway",
        language: "Language",
        backHome: "Back to the first page",
        signIn: "Sign in",
        account: "Your account",
        seeingAs: { seen in
            switch seen {
            case .everyone: "You see this gateway as the public does. You read only."
            case .signedIn: "You see this gateway as anybody with an account does. You read only."
            case .named(let name): "You see this gateway as \u{2068}\(name)\u{2069} does. You read only."
            }
        },
        backToYourself: "Back to yourself",
        demo: "This is a demonstration: everything here is invented.",
        problems: { problem in
            switch problem {
            case .notFound:
                (
                    "Nothing to show here",
                    "There is no such page, or it is not open to you. This gateway answers both in the same way."
                )
            case .badRequest: ("This address is not understood", "The problem lies in this part of it:")
            case .signInNeeded: ("Please sign in", "This page needs somebody who is signed in.")
            case .forbidden:
                (
                    "Not for your role",
                    "Your role may not do this, or the form was not sent from this site. Nothing was changed."
                )
            case .tooLarge: ("Too much at once", "What was sent is larger than this page takes. Send it in parts.")
            case .tooMany(let seconds): ("Too many attempts", "Please wait \(seconds) seconds, then try again.")
            case .tooSlow:
                ("Too slow", "What you sent took too long to arrive. Nothing was changed; please try again.")
            case .wrongMethod: ("Not like this", "This address can’t be used in this way. Nothing was changed.")
            case .busy(let seconds):
                ("Too much to do", "This gateway is busy just now. Please try again in \(seconds) seconds.")
            case .failure:
                ("Something failed here", "The fault is ours, not yours. It has been noted; please try again later.")
            }
        },
        type: { type in
            switch type {
            case .attackPattern: .init("Technique", "Techniques", "A way in which adversaries try to reach their goal.")
            case .campaign: .init("Campaign", "Campaigns", "A run of attacks over some time against certain targets.")
            case .courseOfAction: .init("Mitigation", "Mitigations", "Something that prevents an attack or answers it.")
            case .grouping: .init("Grouping", "Groupings", "Objects that somebody says belong together.")
            case .identity: .init("Party", "Parties", "A person, a team, an organisation or a sector.")
            case .incident: .init("Incident", "Incidents", "Something that happened and that somebody must handle.")
            case .indicator:
                .init("Indicator", "Indicators", "A pattern by which malicious activity can be recognised.")
            case .infrastructure:
                .init("Infrastructure", "Infrastructure", "Systems that serve an attack, a defence or a target.")
            case .intrusionSet:
                .init("Threat group", "Threat groups", "Activity with common traits, believed to be of one actor.")
            case .location: .init("Location", "Locations", "A place: a region, a country, an address.")
            case .malware: .init("Malware", "Malware", "Software made to do harm.")
            case .malwareAnalysis:
                .init("Malware analysis", "Malware analyses", "What an analysis of malware or of a file found.")
            case .note: .init("Note", "Notes", "A remark of somebody on other objects.")
            case .observedData: .init("Observation", "Observations", "What was seen on systems or networks, as seen.")
            case .opinion: .init("Opinion", "Opinions", "How far somebody agrees with what an object says.")
            case .report: .init("Report", "Reports", "A text on a threat, with the objects it speaks of.")
            case .threatActor: .init("Threat actor", "Threat actors", "People or groups that act with bad intent.")
            case .tool: .init("Tool", "Tools", "Legitimate software that attackers also use.")
            case .vulnerability: .init("Vulnerability", "Vulnerabilities", "A flaw in software that can be exploited.")
            case .relationship: .init("Relationship", "Relationships", "A statement that two objects are connected.")
            case .sighting: .init("Sighting", "Sightings", "A statement that something was seen.")
            case .languageContent: .init("Translation", "Translations", "The words of an object in other languages.")
            case .markingDefinition: .init("Marking", "Markings", "A rule for sharing, or a statement of rights.")
            case .extensionDefinition:
                .init("Extension", "Extensions", "The definition of further properties or types.")
            case .artifact: .init("Artifact", "Artifacts", "Bytes of a file, or where they can be had.")
            case .autonomousSystem:
                .init("Autonomous system", "Autonomous systems", "A network under one routing policy.")
            case .directory: .init("Directory", "Directories", "A folder of a file system.")
            case .domainName: .init("Domain name", "Domain names", "A name in the Domain Name System.")
            case .emailAddress: .init("E-mail address", "E-mail addresses", "An address for electronic mail.")
            case .emailMessage: .init("E-mail message", "E-mail messages", "One electronic mail, as observed.")
            case .file: .init("File", "Files", "A file, known by its hashes, name or size.")
            case .ipv4Address:
                .init("IPv4 address", "IPv4 addresses", "An address or prefix of the Internet, version 4.")
            case .ipv6Address:
                .init("IPv6 address", "IPv6 addresses", "An address or prefix of the Internet, version 6.")
            case .macAddress: .init("MAC address", "MAC addresses", "The hardware address of a network interface.")
            case .mutex: .init("Mutex", "Mutexes", "A named lock by which a program knows that it already runs.")
            case .networkTraffic: .init("Network traffic", "Network traffic", "A flow of packets between two ends.")
            case .process: .init("Process", "Processes", "A program while it runs.")
            case .software: .init("Software", "Software", "A software product, with its version.")
            case .url: .init("URL", "URLs", "The address of a resource on a network.")
            case .userAccount: .init("User account", "User accounts", "An account on a system or service.")
            case .registryKey: .init("Registry key", "Registry keys", "A key of the Windows registry.")
            case .certificate: .init("Certificate", "Certificates", "An X.509 certificate.")
            case .tactic: .init("Tactic", "Tactics", "What an adversary wants to achieve at one stage of an attack.")
            case .matrix: .init("Matrix", "Matrices", "An arrangement of tactics and techniques.")
            case .dataSource:
                .init("Data source", "Data sources", "A kind of information that sensors and logs collect.")
            case .dataComponent:
                .init(
                    "Data component", "Data components", "A property of a data source by which techniques are detected."
                )
            case .asset: .init("Asset", "Assets", "A device or system found in industrial networks.")
            case .attackCollection: .init("Release", "Releases", "The list of objects in a release of ATT&CK.")
            case .detectionStrategy:
                .init("Detection strategy", "Detection strategies", "A way to detect a technique, across platforms.")
            case .analytic: .init("Analytic", "Analytics", "The logic that detects a technique on one platform.")
            }
        }
    )
}
