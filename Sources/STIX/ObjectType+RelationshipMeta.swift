extension ObjectType {
    /// STIX relationship objects (STIX 2.1 §5).
    static let relationship: [ObjectType] = [
        ObjectType(
            "relationship", .relationship, "5.1", required: ["relationship_type", "source_ref", "target_ref"],
            optional: ["description", "start_time", "stop_time"], display: ["relationship_type"],
            searchable: [.prose: ["description"]]),
        ObjectType(
            "sighting", .relationship, "5.2", required: ["sighting_of_ref"],
            optional: [
                "description", "first_seen", "last_seen", "count", "observed_data_refs", "where_sighted_refs",
                "summary",
            ],
            searchable: [.prose: ["description"]]),
    ]

    /// STIX meta objects (STIX 2.1 §7).
    static let meta: [ObjectType] = [
        ObjectType(
            "language-content", .language, "7.1", required: ["object_ref", "contents"], optional: ["object_modified"]),
        ObjectType(
            "marking-definition", .marking, "7.2.1", oneOf: ["definition", "extensions"],
            together: ["definition_type", "definition"], optional: ["name"], display: ["name", "definition_type"],
            searchable: [.name: ["name"]]),
        ObjectType(
            "extension-definition", .extension, "7.3",
            required: ["name", "schema", "version", "extension_types"],
            optional: ["description", "extension_properties"], display: ["name"],
            searchable: [.name: ["name"], .prose: ["description"]]),
    ]
}
