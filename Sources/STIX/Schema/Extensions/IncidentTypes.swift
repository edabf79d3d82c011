/// The types that the Incident Extension Suite declares.
extension ObjectType {
    private static let suite = KnownExtension.incidentSuite
    private static let described: [Property] = [.may("name", .string), .may("description", .string)]
    private static let period: [Property] = [
        .may("start_time", .timestamp), .may("start_time_fidelity", .term(.timestampFidelity)),
        .may("end_time", .timestamp), .may("end_time_fidelity", .term(.timestampFidelity)),
    ]
    private static let inOrder = Rule.order("start_time", "end_time")
    private static let changed = Property.may("changed_objects", .list(.object(.stateChange)))
    private static let declared = Property.must("extensions", .extensions([]))

    /// Something that happened, or may have.
    static let event = ObjectType(
        "event", .domain, suite,
        described + period + [
            .must("status", .term(.eventStatus)), .may("event_types", .list(.term(.eventType))),
            .may("goal", .string), changed, .may("sighting_refs", .list(.identifier(.types("sighting")))),
            .may("next_event_refs", .list(.identifier(.types("event")))),
            .may("subevents", .list(.object(.eventEntry))), declared,
        ],
        [inOrder, .disputed("subevents", instead: "next_event_refs")], display: ["name", "description"],
        searchable: [.name: ["name", "event_types"], .prose: ["description", "goal"]])

    /// What it did to whom; each category has an extension with its details.
    static let impact = ObjectType(
        "impact", .domain, suite,
        [
            .must("impact_category", .string), .may("criticality", .integer(0...100)), .may("description", .string),
            .may("impacted_entity_counts", .object(.entityCounts)),
            .may(
                "impacted_refs",
                .list(
                    .identifier(
                        .category(
                            .domain, .observable, description: "a domain object or a cyber-observable object")))),
            .may("recoverability", .term(.recoverability)),
            .may("superseded_by_ref", .identifier(.types("impact"))),
            .may("sub_imact_refs", .list(.identifier(.any))), .may("sub_impact_refs", .list(.identifier(.any))),
            .must("extensions", .extensions(Parts.impactCategories)),
        ] + period,
        [
            inOrder, .disputed("sub_imact_refs", instead: "sub_impact_refs"),
            .asks("superseded_by_ref", ["end_time"]),
        ],
        display: ["description", "impact_category"],
        searchable: [.name: ["impact_category"], .prose: ["description"]])

    /// What somebody does about it.
    static let task = ObjectType(
        "task", .domain, suite,
        described + period + [
            .must("outcome", .term(.taskOutcome)), .may("task_types", .list(.term(.taskType))),
            .may("priority", .integer(0...100)), .may("due_date", .timestamp), .may("error", .string), changed,
            .may("impacted_entity_counts", .object(.entityCount)),
            .may("affectedimpacted_entity_counts", .object(.entityCount)),
            .may("next_task_refs", .list(.identifier(.types("task")))),
            .may("subtasks", .list(.object(.taskEntry))), declared,
        ],
        [
            inOrder, .disputed("subtasks", instead: "next_task_refs"),
            .disputed("affectedimpacted_entity_counts", instead: "impacted_entity_counts"),
        ],
        display: ["name", "description"],
        searchable: [.name: ["name", "task_types"], .prose: ["description", "error"]])
}

/// Parts that incidents, events, impacts and tasks share.
extension Parts {
    private static let suite = KnownExtension.incidentSuite

    /// An object that changed, from what, to what.
    static let stateChange = Parts(
        "state-change", suite,
        [
            .must("state_change_type", .term(.stateChangeType)), .may("initial_ref", .identifier(.any)),
            .may("result_ref", .identifier(.any)),
        ],
        [.oneOf(["initial_ref", "result_ref"])])

    static let incidentScore = Parts(
        "incident-score", suite,
        [
            .must("name", .kept(.innerName, .string)), .must("value", .float()), .may("description", .string),
        ], isOpen: true)

    private static let counted: [Property] = [
        .may("entity_type", .term(.entityType)), .may("count", .integer(from: 0)),
        .may("precise_within", .integer()),
    ]
    private static let counting: [Rule] = [
        .together(["entity_type", "count"]), .needs("precise_within", ["entity_type", "count"]),
    ]

    /// One kind of thing and how many of them; by the text kinds are keys and counts are values, here too.
    static let entityCount = Parts(
        "entity-count", suite, counted, counting + [.asks(nil, ["entity_type"])], others: .integer(from: 0))

    /// How many of what in an impact, kinds as keys and counts as values; elsewhere the schemas have one kind and its count.
    static let entityCounts = Parts(
        "entity-count", suite, counted,
        counting + [.disputed("entity_type", instead: "the kinds as names and the counts as values")],
        others: .integer(from: 0))

    static let eventEntry = entry("event")
    static let taskEntry = entry("task")

    /// A step of a sequence, and those after it.
    private static func entry(_ type: String) -> Parts {
        let reference = Property.must("\(type)_ref", .identifier(.types(type)))
        let next = Parts(
            "\(type)-sequence-entry", suite,
            [
                reference, .must("condition_type", .term(.activityCondition)),
                .must("transition_type", .term(.activityTransition)),
            ])
        return Parts(
            "\(type)-entry", suite,
            [reference, .may("next_steps", .list(.object(next))), .may("sequence_start", .boolean)])
    }
}
