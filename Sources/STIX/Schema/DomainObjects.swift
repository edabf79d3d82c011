extension ObjectType {
    private static let described: [SearchableText.Kind: [String]] = [.name: ["name"], .prose: ["description"]]
    private static let aliased: [SearchableText.Kind: [String]] =
        [.name: ["name", "aliases", "x_mitre_aliases"], .prose: ["description"]]
    private static let name = Property.must("name", .string)
    private static let description = Property.may("description", .string)
    private static let aliases = Property.may("aliases", .list(.string))
    private static let killChain = Property.may("kill_chain_phases", .list(.object(.killChainPhase)))
    private static let seen: [Property] = [.may("first_seen", .timestamp), .may("last_seen", .timestamp)]
    private static let seenInOrder = Rule.order("first_seen", "last_seen")
    private static let objects = Property.must("object_refs", .list(.identifier(.any)))
    private static let authors = Property.may("authors", .list(.string))

    /// STIX domain objects (STIX 2.1 §4).
    static let domain: [ObjectType] = [
        ObjectType(
            "attack-pattern", .domain, "4.1", [name, description, aliases, killChain], display: ["name"],
            searchable: aliased),
        ObjectType(
            "campaign", .domain, "4.2", [name, description, aliases] + seen + [.may("objective", .string)],
            [seenInOrder], display: ["name"],
            searchable: [.name: ["name", "aliases", "x_mitre_aliases"], .prose: ["description", "objective"]]),
        ObjectType(
            "course-of-action", .domain, "4.3", [name, description], display: ["name"], searchable: described),
        ObjectType(
            "grouping", .domain, "4.4",
            [.may("name", .string), description, .must("context", .term(.groupingContext)), objects],
            display: ["name", "context"], searchable: described),
        ObjectType(
            "identity", .domain, "4.5",
            [
                name, description, .may("roles", .list(.string)), .may("identity_class", .term(.identityClass)),
                .may("sectors", .list(.term(.industrySector))), .may("contact_information", .string),
            ],
            display: ["name"],
            searchable: [.name: ["name", "sectors"], .prose: ["description", "contact_information"]]),
        ObjectType("incident", .domain, "4.6", [name, description], display: ["name"], searchable: described),
        ObjectType(
            "indicator", .domain, "4.7",
            [
                .may("name", .string), description, .may("indicator_types", .list(.term(.indicatorType))),
                .must("pattern", .string), .must("pattern_type", .term(.patternType)),
                .may("pattern_version", .string), .must("valid_from", .timestamp), .may("valid_until", .timestamp),
                killChain,
            ],
            [.strictOrder("valid_from", "valid_until")], display: ["name", "pattern"],
            searchable: [.name: ["name"], .prose: ["description"], .pattern: ["pattern"]]),
        ObjectType(
            "infrastructure", .domain, "4.8",
            [name, description, .may("infrastructure_types", .list(.term(.infrastructureType))), aliases, killChain]
                + seen,
            [seenInOrder], display: ["name"], searchable: aliased),
        ObjectType(
            "intrusion-set", .domain, "4.9",
            [name, description, aliases] + seen + [
                .may("goals", .list(.string)), .may("resource_level", .term(.attackResourceLevel)),
                .may("primary_motivation", .term(.attackMotivation)),
                .may("secondary_motivations", .list(.term(.attackMotivation))),
            ],
            [seenInOrder], display: ["name"], searchable: aliased),
        ObjectType(
            "location", .domain, "4.10",
            [
                .may("name", .string), description, .may("latitude", .float(-90...90)),
                .may("longitude", .float(-180...180)), .may("precision", .float()), .may("region", .term(.region)),
                .may("country", .text(.country)), .may("administrative_area", .string), .may("city", .string),
                .may("street_address", .string), .may("postal_code", .string),
            ],
            [
                .oneOf(["region", "country", "latitude"]), .together(["latitude", "longitude"]),
                .needs("precision", ["latitude", "longitude"]),
            ],
            display: ["name", "city", "administrative_area", "country", "region"],
            searchable: [
                .name: ["name", "region", "country", "administrative_area", "city"],
                .prose: ["description", "street_address"],
            ]),
        ObjectType(
            "malware", .domain, "4.11",
            [
                .may("name", .string), description, .may("malware_types", .list(.term(.malwareType))),
                .must("is_family", .boolean), aliases, killChain,
            ] + seen + [
                .may("operating_system_refs", .list(.identifier(.types("software")))),
                .may("architecture_execution_envs", .list(.term(.processorArchitecture))),
                .may("implementation_languages", .list(.term(.implementationLanguage))),
                .may("capabilities", .list(.term(.malwareCapability))),
                .may("sample_refs", .list(.identifier(.types("artifact", "file")))),
            ],
            [seenInOrder, .needsWhen("is_family", true, ["name"])], display: ["name"], searchable: aliased),
        ObjectType(
            "malware-analysis", .domain, "4.12",
            [
                .must("product", .text(.lowerCase)), .may("version", .string),
                .may("host_vm_ref", .identifier(.types("software"))),
                .may("operating_system_ref", .identifier(.types("software"))),
                .may("installed_software_refs", .list(.identifier(.types("software")))),
                .may("configuration_version", .string), .may("modules", .list(.string)),
                .may("analysis_engine_version", .string), .may("analysis_definition_version", .string),
                .may("submitted", .timestamp), .may("analysis_started", .timestamp),
                .may("analysis_ended", .timestamp), .may("result_name", .string),
                .may("result", .term(.malwareResult)),
                .may(
                    "analysis_sco_refs",
                    .list(.identifier(.category(.observable, description: "a cyber-observable object")))),
                .may("sample_ref", .identifier(.types("file", "network-traffic", "artifact"))),
            ],
            [.oneOf(["result", "analysis_sco_refs"])], display: ["result_name", "product"],
            searchable: [.name: ["product", "result_name"]]),
        ObjectType(
            "note", .domain, "4.13",
            [.may("abstract", .string), .must("content", .string), authors, objects],
            display: ["abstract", "content"],
            searchable: [.name: ["authors"], .prose: ["abstract", "content"]]),
        ObjectType(
            "observed-data", .domain, "4.14",
            [
                .must("first_observed", .timestamp), .must("last_observed", .timestamp),
                .must("number_observed", .integer(1...999_999_999)), .may("objects", .containedObservables),
                .may(
                    "object_refs",
                    .list(
                        .identifier(
                            .category(
                                .observable, .relationship,
                                description: "a cyber-observable object or a relationship")))),
            ],
            [.exactlyOne(["objects", "object_refs"]), .order("first_observed", "last_observed")]),
        ObjectType(
            "opinion", .domain, "4.15",
            [.may("explanation", .string), authors, .must("opinion", .term(.opinion)), objects],
            display: ["opinion"], searchable: [.name: ["authors"], .prose: ["explanation"]]),
        ObjectType(
            "report", .domain, "4.16",
            [
                name, description, .may("report_types", .list(.term(.reportType))), .must("published", .timestamp),
                objects,
            ],
            display: ["name"], searchable: described),
        ObjectType(
            "threat-actor", .domain, "4.17",
            [name, description, .may("threat_actor_types", .list(.term(.threatActorType))), aliases] + seen + [
                .may("roles", .list(.term(.threatActorRole))), .may("goals", .list(.string)),
                .may("sophistication", .term(.threatActorSophistication)),
                .may("resource_level", .term(.attackResourceLevel)),
                .may("primary_motivation", .term(.attackMotivation)),
                .may("secondary_motivations", .list(.term(.attackMotivation))),
                .may("personal_motivations", .list(.term(.attackMotivation))),
            ],
            [seenInOrder], display: ["name"], searchable: aliased),
        ObjectType(
            "tool", .domain, "4.18",
            [
                name, description, .may("tool_types", .list(.term(.toolType))), aliases, killChain,
                .may("tool_version", .string),
            ],
            display: ["name"], searchable: aliased),
        ObjectType("vulnerability", .domain, "4.19", [name, description], display: ["name"], searchable: described),
    ]

    /// What is read of a type that no row describes.
    static let unknown = ObjectType(
        "", .domain, "11.2", [], display: ["name", "value", "title"],
        searchable: [
            .name: ["name", "aliases", "x_mitre_aliases", "title"], .prose: ["description", "abstract", "content"],
            .value: ["value"], .pattern: ["pattern"],
        ])
}
