/// Kinds, what people fill in under them, and the steps of its life: types and an extension of ours, under fixed identifiers.
extension KnownExtension {
    private static let kinds = "Kinds 1.0.0"
    private static let ours = "2f6b9c41-7d0e-4a83-8c15-e94b07d3a2f8"
    private static let date = "2026-01-01T00:00:00.000Z"

    private static func type(_ id: String, _ name: String, _ description: String, _ schema: String, _ type: ObjectType)
        -> KnownExtension
    {
        KnownExtension(
            ExtensionDefinition(
                id, by: ours, date, name, description, version: "1.0.0", schema: schema, .newDomainObject), new: type)
    }

    /// What people fill in, as data: fields, steps, words.
    public static let kind = type(
        "733a7d8f-8a14-4930-9cbd-c2de7abd0e2b", "Kind", "What objects of one kind hold, and what people call it.",
        """
        A type concord-kind. name: text, required. description: text. definition: object, required: what the kind says, as \
        docs/kinds.md of Concord describes it. The UUID of its identifier follows from the definition (version 5).
        """, .kind)

    /// What is worth keeping and finding.
    public static let record = type(
        "10d140f8-2465-4ef3-8e1f-1cb7ebe65660", "Record",
        "Something worth keeping and finding: a guide, a law, a lesson.",
        "A type concord-record. name: text, required. description: text.", .record)

    /// People at a time.
    public static let gathering = type(
        "e75ed9ac-e26e-483b-bb34-07c8b80f54ed", "Gathering", "People at a time: a meeting, a course, a drill.",
        "A type concord-gathering. name: text, required. description: text.", .gathering)

    /// What somebody says about somebody, until a date.
    public static let attestation = type(
        "5437a0dc-d1a9-49b7-ada6-0df7ed1b837b", "Attestation", "Somebody says something about somebody, until a date.",
        "A type concord-attestation. name: text, required. description: text.", .attestation)

    /// Something that somebody does to what stands.
    public static let step = type(
        "104674b8-8fc4-4ab7-860f-a0252ca09a9b", "Step", "Something that somebody does to an object, whoever said it.",
        """
        A type concord-step. object_ref: identifier, required. step: text, required. from_state: text, required: the state \
        that its author saw. seen_refs: identifiers of the steps that its author saw. reason: text.
        """, .step)

    /// Which kind an object is of, and what was filled in.
    public static let kindValues = KnownExtension(
        ExtensionDefinition(
            "8e936a25-ec82-401a-a536-fe8283c1b248", by: ours, date, "Values of a kind",
            "Which kind an object is of, and what was filled in.", version: "1.0.0",
            schema: """
                A property extension of concord-record, concord-gathering and concord-attestation. kind_ref: identifier of a \
                concord-kind, required. values: object, required: what was filled in, by the names of the kind's fields.
                """, .properties),
        of: ["concord-record", "concord-gathering", "concord-attestation"], kinds,
        [
            .must("kind_ref", .identifier(.types("concord-kind"))),
            .must("values", .object(Parts("values", kinds, [], isOpen: true))),
        ])

    /// The types that these declare.
    static let typesOfKinds = [
        "concord-kind", "concord-record", "concord-gathering", "concord-attestation", "concord-step",
    ]
}

extension ObjectType {
    private static let kinds = "Kinds 1.0.0"
    private static let declared = Property.must("extensions", .extensions([]))

    private static func said(_ name: String, _ more: [Property] = []) -> ObjectType {
        ObjectType(
            name, .domain, kinds, [.must("name", .string), .may("description", .string)] + more + [declared],
            display: ["name"], searchable: [.name: ["name"], .prose: ["description"]])
    }

    /// What people fill in, as data.
    static let kind = said("concord-kind", [.must("definition", .object(Parts("definition", kinds, [], isOpen: true)))])
    /// What is worth keeping and finding.
    static let record = said("concord-record")
    /// People at a time.
    static let gathering = said("concord-gathering")
    /// What somebody says about somebody.
    static let attestation = said("concord-attestation")
    /// Something that somebody does to what stands.
    static let step = ObjectType(
        "concord-step", .domain, kinds,
        [
            .must("object_ref", .identifier(.any)), .must("step", .string), .must("from_state", .string),
            .may("seen_refs", .list(.identifier(.types("concord-step")))), .may("reason", .string), declared,
        ], display: ["step"], searchable: [.prose: ["reason"]])
}
