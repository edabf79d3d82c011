/// The Incident Extension Suite 2.0 of OASIS: what an incident is beyond its name.
///
/// Its schemas, its text (a draft of version 2.1 under the same identifiers) and its examples contradict each other in places.
/// All shapes are read; `docs/stix.md` says which one is written here, and the others are a warning.
extension KnownExtension {
    /// The name of the specification, in findings.
    static let incidentSuite = "Incident Extension Suite 2.0"

    static let suiteAuthor = "8ce3f695-d5a4-4dc8-9e93-a65af453a31a"
    static let schemas = "https://github.com/oasis-open/cti-stix-common-objects/tree/"
    private static let incidentSchemas = schemas + "main/extension-definition-specifications/incident-core"

    /// The core of an incident (`extension-definition--ef765651-680c-498d-9894-99799f2fa126`).
    public static let incidentCore = KnownExtension(
        ExtensionDefinition(
            "ef765651-680c-498d-9894-99799f2fa126", by: suiteAuthor, "2020-10-19T20:51:00.000Z",
            modified: "2022-10-27T15:09:00.000Z", "Incident Core Extension", version: "1.1.0", schema: incidentSchemas,
            .properties),
        of: ["incident"], incidentSuite,
        [
            .must("determination", .term(.incidentDetermination)),
            .must("investigation_status", .term(.incidentInvestigation)), .may("criticality", .integer(0...100)),
            .may("detection_methods", .list(.term(.detectionMethods))),
            .may("event_refs", .list(.identifier(.types("event")))),
            .may("events", .list(.object(.eventEntry))),
            .may("impact_refs", .list(.identifier(.types("impact")))),
            .may("impacted_entity_counts", .object(.entityCount)),
            .may("incident_types", .list(.term(.eventType))), .may("recoverability", .term(.recoverability)),
            .may("scores", .list(.object(.incidentScore))),
            .may("task_refs", .list(.identifier(.types("task")))), .may("tasks", .list(.object(.taskEntry))),
        ],
        [.disputed("events", instead: "event_refs"), .disputed("tasks", instead: "task_refs")],
        relationships: [
            ("incident", "attributed-to", ["intrusion-set", "threat-actor"]),
            ("incident", "impacts", ["identity", "infrastructure"]), ("incident", "led-to", ["incident"]),
            ("incident", "located-at", ["location"]), ("incident", "targets", ["identity", "infrastructure"]),
            ("campaign", "associated-with", ["incident"]), ("identity", "contact-for", ["incident"]),
            ("indicator", "detected", ["incident"]),
        ])

    /// Activities that harm, or may (`extension-definition--4ca6de00-5b0d-45ef-a1dc-ea7279ea910e`).
    public static let event = KnownExtension(
        ExtensionDefinition(
            "4ca6de00-5b0d-45ef-a1dc-ea7279ea910e", by: suiteAuthor, "2023-05-16T20:47:23.388576Z",
            "Event Extension", version: "1.0.0", schema: incidentSchemas + "/event", .newDomainObject),
        new: .event,
        relationships: [
            ("event", "impacts", ["infrastructure", "observable"]), ("event", "led-to", ["event"]),
            ("event", "located-at", ["location"]), ("indicator", "based-on", ["event"]),
            ("malware", "performed", ["event"]), ("tool", "performed", ["event"]),
        ])

    /// What an incident did to whom (`extension-definition--7cc33dd6-f6a1-489b-98ea-522d351d71b9`).
    public static let impact = KnownExtension(
        ExtensionDefinition(
            "7cc33dd6-f6a1-489b-98ea-522d351d71b9", by: suiteAuthor, "2023-05-16T21:01:53.607242Z",
            "Impact Extension", version: "1.0.0", schema: incidentSchemas + "/impact", .newDomainObject),
        new: .impact)

    /// What defenders do about it (`extension-definition--2074a052-8be4-4932-849e-f5e7798e0030`).
    public static let task = KnownExtension(
        ExtensionDefinition(
            "2074a052-8be4-4932-849e-f5e7798e0030", by: suiteAuthor, "2023-05-16T21:24:16.596743Z",
            "Task Extension", version: "1.0.0", schema: incidentSchemas + "/task", .newDomainObject),
        new: .task,
        relationships: [
            ("task", "blocks", ["event"]), ("task", "causes", ["event"]), ("task", "creates", ["indicator"]),
            ("task", "detects", ["event"]), ("task", "impacts", ["infrastructure", "observable"]),
            ("task", "located-at", ["location"]), ("task", "uses", ["course-of-action"]),
            ("identity", "assigned", ["task"]), ("identity", "contact-for", ["task"]),
            ("identity", "participated-in", ["task"]), ("identity", "performed", ["task"]),
            ("tool", "performed", ["task"]),
        ])
}
