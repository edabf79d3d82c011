extension ObjectType {
    private static let end = Targets.category(
        .domain, .observable, description: "a domain object or a cyber-observable object")

    /// STIX relationship objects (STIX 2.1 §5).
    static let relationship: [ObjectType] = [
        ObjectType(
            "relationship", .relationship, "5.1",
            [
                .must("relationship_type", .text(.relationshipType)), .may("description", .string),
                .must("source_ref", .identifier(end)), .must("target_ref", .identifier(end)),
                .may("start_time", .timestamp), .may("stop_time", .timestamp),
            ],
            [.strictOrder("start_time", "stop_time")], display: ["relationship_type"],
            searchable: [.prose: ["description"]]),
        ObjectType(
            "sighting", .relationship, "5.2",
            [
                .may("description", .string), .may("first_seen", .timestamp), .may("last_seen", .timestamp),
                .may("count", .integer(0...999_999_999)),
                .must("sighting_of_ref", .identifier(.category(.domain, description: "a domain object"))),
                .may("observed_data_refs", .list(.identifier(.types("observed-data")))),
                .may("where_sighted_refs", .list(.identifier(.types("identity", "location")))),
                .may("summary", .boolean),
            ],
            [.order("first_seen", "last_seen")], searchable: [.prose: ["description"]]),
    ]
}
