/// What a note or an opinion says of a text: of which words, in which other words, and what came of it; under a fixed identifier.
extension KnownExtension {
    private static let remarks = "Remark on a text 1.0.0"

    /// Which words a note or an opinion speaks of, which others its author would agree to, and what is done about it.
    public static let textRemark = KnownExtension(
        ExtensionDefinition(
            "5d1c0a72-64be-4f2b-9f0d-3b9b7c6a1e54", by: "2f6b9c41-7d0e-4a83-8c15-e94b07d3a2f8",
            "2026-01-01T00:00:00.000Z",
            "Remark on a text",
            "Which words a note or an opinion speaks of, which others are proposed, and what is done about it.",
            version: "1.0.0",
            schema: """
                A property extension of note and opinion. anchor: object with field (text, required: the name of a field or \
                property of the object) and quote (text, required: the words as they stood). wording: text that is proposed \
                instead. disposition: one of accepted, partly-accepted, not-accepted, noted: what whoever said the text does about \
                the remark that this note is about.
                """, .properties),
        of: ["note", "opinion"], remarks,
        [
            .may(
                "anchor",
                .object(
                    Parts("anchor", remarks, [.must("field", .string), .must("quote", .string)], isOpen: true))),
            .may("wording", .string),
            .may(
                "disposition",
                .term(
                    Vocabulary.closed(
                        "disposition", remarks, "accepted partly-accepted not-accepted noted"))),
        ])
}
