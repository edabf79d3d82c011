/// Marking definitions that came after the standard.
extension KnownExtension {
    private static let markingAuthor = "b3bca3c2-1f3d-4b54-b44f-dac42c3a8f01"
    private static let markingSchemas = schemas + "master/extension-definition-specifications/"

    /// The Traffic Light Protocol 2.0; its marking definitions are fixed, see ``TLP``.
    public static let tlp2 = KnownExtension(
        ExtensionDefinition(
            "60a3c5c5-0d10-413e-aab3-9e08dde9e88d", by: markingAuthor, "2022-10-01T00:00:00.000Z", "TLP 2.0",
            version: "1.0.0", schema: markingSchemas + "tlp-2.0", .properties),
        of: ["marking-definition"], "TLP 2.0", [.must("tlp_2_0", .kept(.tlp2, .term(.tlp2)))])

    /// The Information Exchange Policy 2.0 of FIRST.
    ///
    /// What it permits is not mapped to a level: it counts as RED, as every marking does that nobody has mapped. Its schema and
    /// text demand external references, which its own examples lack; the schema alone demands `tlp_ref` and `policy_name`, and
    /// defines neither.
    public static let iep2 = KnownExtension(
        ExtensionDefinition(
            "762e2e97-ee51-43e5-a9ea-165fbb862c4a", by: markingAuthor, "2022-12-19T00:00:00.000Z", "IEP 2.0",
            version: "1.0.0", schema: markingSchemas + "iep-marking-definition-762", .properties),
        of: ["marking-definition"], "IEP 2.0",
        [
            .must("encrypt_in_transit", .term(iepTerms("encrypt_in_transit", "must may"))),
            .must("permitted_actions", .term(.permittedActions)),
            .must("affected_party_notifications", .term(iepTerms("affected_party_notifications", "may must-not"))),
            .must("tlp", .term(iepTerms("tlp", "red amber green white"))),
            .must("provider_attribution", .term(iepTerms("provider_attribution", "may must must-not"))),
            .must("unmodified_resale", .term(iepTerms("unmodified_resale", "may must-not"))),
            .must("iep_id", .text(.uuid)), .must("iep_version", .float(2...2)), .must("description", .string),
            .must("start_date", .timestamp), .may("end_date", .timestamp),
            .may("tlp_ref", .identifier(.types("marking-definition"))), .may("policy_name", .string),
        ],
        beside: ["external_references"])

    private static func iepTerms(_ name: String, _ terms: String) -> Vocabulary {
        .closed("\(name) of IEP", "IEP 2.0", terms)
    }
}

extension Vocabulary {
    static let tlp2 = closed("TLP labels", "TLP 2.0", "clear green amber amber+strict red")
    static let permittedActions = closed(
        "iep-permitted-actions-enum", "IEP 2.0",
        """
        none contact-for-instruction internally-visible-actions externally-visible-indirect-actions \
        externally-visible-direct-actions
        """)
}
