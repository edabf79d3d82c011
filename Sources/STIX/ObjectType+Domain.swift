extension ObjectType {
    private static let described: [SearchableText.Kind: [String]] = [.name: ["name"], .prose: ["description"]]
    private static let aliased: [SearchableText.Kind: [String]] =
        [.name: ["name", "aliases", "x_mitre_aliases"], .prose: ["description"]]

    /// STIX domain objects (STIX 2.1 §4).
    static let domain: [ObjectType] = [
        ObjectType(
            "attack-pattern", .domain, "4.1", required: ["name"],
            optional: ["description", "aliases", "kill_chain_phases"], display: ["name"], searchable: aliased),
        ObjectType(
            "campaign", .domain, "4.2", required: ["name"],
            optional: ["description", "aliases", "first_seen", "last_seen", "objective"], display: ["name"],
            searchable: [.name: ["name", "aliases", "x_mitre_aliases"], .prose: ["description", "objective"]]),
        ObjectType(
            "course-of-action", .domain, "4.3", required: ["name"], optional: ["description"], display: ["name"],
            searchable: described),
        ObjectType(
            "grouping", .domain, "4.4", required: ["context", "object_refs"], optional: ["name", "description"],
            display: ["name", "context"], searchable: described),
        ObjectType(
            "identity", .domain, "4.5", required: ["name"],
            optional: ["description", "roles", "identity_class", "sectors", "contact_information"], display: ["name"],
            searchable: [.name: ["name", "sectors"], .prose: ["description", "contact_information"]]),
        ObjectType(
            "incident", .domain, "4.6", required: ["name"], optional: ["description"], display: ["name"],
            searchable: described),
        ObjectType(
            "indicator", .domain, "4.7", required: ["pattern", "pattern_type", "valid_from"],
            optional: [
                "name", "description", "indicator_types", "pattern_version", "valid_until", "kill_chain_phases",
            ],
            display: ["name", "pattern"],
            searchable: [.name: ["name"], .prose: ["description"], .pattern: ["pattern"]]),
        ObjectType(
            "infrastructure", .domain, "4.8", required: ["name"],
            optional: [
                "description", "infrastructure_types", "aliases", "kill_chain_phases", "first_seen", "last_seen",
            ],
            display: ["name"], searchable: aliased),
        ObjectType(
            "intrusion-set", .domain, "4.9", required: ["name"],
            optional: [
                "description", "aliases", "first_seen", "last_seen", "goals", "resource_level", "primary_motivation",
                "secondary_motivations",
            ],
            display: ["name"], searchable: aliased),
        ObjectType(
            "location", .domain, "4.10", oneOf: ["region", "country", "latitude"],
            together: ["latitude", "longitude"],
            optional: [
                "name", "description", "precision", "administrative_area", "city", "street_address", "postal_code",
            ],
            display: ["name", "city", "administrative_area", "country", "region"],
            searchable: [
                .name: ["name", "region", "country", "administrative_area", "city"],
                .prose: ["description", "street_address"],
            ]),
        ObjectType(
            "malware", .domain, "4.11", required: ["is_family"],
            optional: [
                "name", "description", "malware_types", "aliases", "kill_chain_phases", "first_seen", "last_seen",
                "operating_system_refs", "architecture_execution_envs", "implementation_languages", "capabilities",
                "sample_refs",
            ],
            display: ["name"], searchable: aliased),
        ObjectType(
            "malware-analysis", .domain, "4.12", required: ["product"], oneOf: ["result", "analysis_sco_refs"],
            optional: [
                "version", "host_vm_ref", "operating_system_ref", "installed_software_refs", "configuration_version",
                "modules", "analysis_engine_version", "analysis_definition_version", "submitted", "analysis_started",
                "analysis_ended", "result_name", "sample_ref",
            ],
            display: ["result_name", "product"], searchable: [.name: ["product", "result_name"]]),
        ObjectType(
            "note", .domain, "4.13", required: ["content", "object_refs"], optional: ["abstract", "authors"],
            display: ["abstract", "content"],
            searchable: [.name: ["authors"], .prose: ["abstract", "content"]]),
        ObjectType(
            "observed-data", .domain, "4.14", required: ["first_observed", "last_observed", "number_observed"],
            oneOf: ["objects", "object_refs"]),
        ObjectType(
            "opinion", .domain, "4.15", required: ["opinion", "object_refs"], optional: ["explanation", "authors"],
            display: ["opinion"], searchable: [.name: ["authors"], .prose: ["explanation"]]),
        ObjectType(
            "report", .domain, "4.16", required: ["name", "published", "object_refs"],
            optional: ["description", "report_types"], display: ["name"], searchable: described),
        ObjectType(
            "threat-actor", .domain, "4.17", required: ["name"],
            optional: [
                "description", "threat_actor_types", "aliases", "first_seen", "last_seen", "roles", "goals",
                "sophistication", "resource_level", "primary_motivation", "secondary_motivations",
                "personal_motivations",
            ],
            display: ["name"], searchable: aliased),
        ObjectType(
            "tool", .domain, "4.18", required: ["name"],
            optional: ["description", "tool_types", "aliases", "kill_chain_phases", "tool_version"],
            display: ["name"], searchable: aliased),
        ObjectType(
            "vulnerability", .domain, "4.19", required: ["name"], optional: ["description"], display: ["name"],
            searchable: described),
    ]

    /// What is read of a type that no row describes.
    static let unknown = ObjectType(
        "", .domain, "11.2", display: ["name", "value", "title"],
        searchable: [
            .name: ["name", "aliases", "x_mitre_aliases", "title"], .prose: ["description", "abstract", "content"],
            .value: ["value"], .pattern: ["pattern"],
        ])
}
