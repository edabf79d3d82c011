extension DeskWords {
    static let englishVerb: @Sendable (Verb) -> (does: String, isDone: String) = { verb in
        switch verb {
        case .analysisOf: ("analyses", "analysed in")
        case .attributedTo: ("attributed to", "behind")
        case .authoredBy: ("written by", "author of")
        case .basedOn: ("based on", "basis of")
        case .beaconsTo: ("beacons to", "receives beacons of")
        case .characterizes: ("characterises", "characterised by")
        case .communicatesWith: ("communicates with", "communicates with")
        case .compromises: ("compromises", "compromised by")
        case .consistsOf: ("consists of", "part of")
        case .controls: ("controls", "controlled by")
        case .delivers: ("delivers", "delivered by")
        case .derivedFrom: ("derived from", "source of")
        case .detects: ("detects", "detected by")
        case .downloads: ("downloads", "downloaded by")
        case .drops: ("drops", "dropped by")
        case .duplicateOf: ("duplicate of", "duplicated by")
        case .exfiltratesTo: ("exfiltrates to", "receives data of")
        case .exploits: ("exploits", "exploited by")
        case .has: ("has", "found in")
        case .hosts: ("hosts", "hosted by")
        case .impersonates: ("impersonates", "impersonated by")
        case .indicates: ("indicates", "indicated by")
        case .investigates: ("investigates", "investigated by")
        case .locatedAt: ("located at", "location of")
        case .mitigates: ("mitigates", "mitigated by")
        case .originatesFrom: ("originates from", "origin of")
        case .owns: ("owns", "owned by")
        case .relatedTo: ("related to", "related to")
        case .remediates: ("remediates", "remediated by")
        case .resolvesTo: ("resolves to", "resolved from")
        case .revokedBy: ("replaced by", "replaces")
        case .subtechniqueOf: ("sub-technique of", "has sub-technique")
        case .targets: ("targets", "targeted by")
        case .uses: ("uses", "used by")
        case .variantOf: ("variant of", "has variant")
        case .objects: ("speaks of", "spoken of in")
        case .sightingOf: ("saw", "seen in")
        case .whereSighted: ("seen by", "saw")
        case .resolvesToValues: ("resolves to", "resolution of")
        }
    }

    static let englishProperty: @Sendable (NamedProperty) -> String = { property in
        switch property {
        case .pattern: "Pattern"
        case .patternType: "Pattern language"
        case .indicatorTypes: "Kind"
        case .validFrom: "Valid from"
        case .validUntil: "Valid until"
        case .value: "Value"
        case .hashes: "Hashes"
        case .size: "Size"
        case .killChainPhases: "Phases"
        case .platforms: "Platforms"
        case .malwareTypes: "Kind"
        case .isFamily: "Is a family"
        case .toolTypes: "Kind"
        case .toolVersion: "Version of the tool"
        case .identityClass: "Kind"
        case .roles: "Roles"
        case .sectors: "Sectors"
        case .contact: "Contact"
        case .reportTypes: "Kind"
        case .published: "Published"
        case .goals: "Goals"
        case .motivation: "Motivation"
        case .resourceLevel: "Resources"
        case .sophistication: "Sophistication"
        case .firstSeen: "First seen"
        case .lastSeen: "Last seen"
        case .firstObserved: "First observed"
        case .lastObserved: "Last observed"
        case .count: "Times seen"
        case .numberObserved: "Times observed"
        case .sightingOf: "What was seen"
        case .whereSighted: "Seen by"
        case .objects: "Objects"
        case .country: "Country"
        case .region: "Region"
        case .detection: "Detection"
        case .dataSource: "Data source"
        case .tactics: "Tactics"
        case .contributors: "Contributors"
        case .domains: "Domains"
        case .labels: "Labels"
        case .confidence: "Confidence"
        case .lang: "Language"
        case .name: "Name"
        case .description: "Description"
        case .aliases: "Also known as"
        case .references: "References"
        case .revoked: "Revoked"
        case .deprecated: "Deprecated"
        case .markings: "Markings"
        case .author: "Author"
        case .created: "Created"
        case .modified: "Modified"
        }
    }
}
