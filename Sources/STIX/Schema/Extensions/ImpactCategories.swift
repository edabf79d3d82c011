/// What the Incident Extension Suite says of each category of impact, as extensions of `impact`.
extension Parts {
    private static let suite = KnownExtension.incidentSuite

    /// Every category; the schema calls the one about money economic, the text and the examples call it monetary.
    static let impactCategories = [
        Parts("availability-ext", suite, [.must("availability_impact", .integer(0...100))]),
        information("confidentiality-ext", "loss_type", .confidentialityLoss),
        Parts("external-ext", suite, [.must("impact_type", .term(.externalImpact))]),
        information("integrity-ext", "alteration", .integrityAlteration), money("economic-ext"),
        money("monetary-ext"),
        Parts(
            "physical-ext", suite,
            [
                .must("impact_type", .kept(.absence, .term(.physicalImpact))), .may("asset_type", .term(.assetType)),
            ],
            [.needsUnlessNone("impact_type", ["asset_type"])]),
        Parts("traceability-ext", suite, [.must("traceability_impact", .term(.traceability))]),
    ]

    /// What happened to which information; which one must be said unless nothing happened.
    private static func information(_ name: String, _ fate: String, _ terms: Vocabulary) -> Parts {
        Parts(
            name, suite,
            [
                .must(fate, .kept(.absence, .term(terms))), .may("information_type", .term(.informationType)),
                .may("record_count", .integer(from: 0)), .may("record_size", .integer(from: 0)),
            ],
            [.needsUnlessNone(fate, ["information_type"])])
    }

    private static func money(_ name: String) -> Parts {
        let amount = ValueType.float(0...9_007_199_254_740_991)
        return Parts(
            name, suite,
            [
                .must("variety", .term(.monetaryImpactType)), .may("currency", .string),
                .may("currency_actual", .string), .may("conversion_rate", amount),
                .may("conversion_time", .timestamp), .may("max_amount", amount), .may("min_amount", amount),
            ],
            [
                .together(["min_amount", "max_amount"]), .needs("min_amount", ["currency"]),
                .needs("currency_actual", ["currency", "conversion_rate"]),
                .needs("conversion_rate", ["conversion_time", "currency_actual"]),
            ])
    }
}
