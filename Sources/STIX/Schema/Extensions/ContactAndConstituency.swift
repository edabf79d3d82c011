/// What we say of a party beyond what others have an extension for: when and in which languages it answers, and for whom.
extension KnownExtension {
    private static let constituencySection = "Contact and constituency 1.0.0"

    /// Hours, languages, keys and constituency, under a fixed identifier, the same on every gateway.
    ///
    /// `email` and `phone` are read of cards that were written before these went into ``contactInformation``.
    public static let contactAndConstituency = KnownExtension(
        ExtensionDefinition(
            "8d0a5f3e-6c1b-4f0e-9b57-3a2d41c7e9b6", by: "2f6b9c41-7d0e-4a83-8c15-e94b07d3a2f8",
            "2026-01-01T00:00:00.000Z", "Contact and constituency", "How a party is reached, and whom it answers for.",
            version: "1.0.0",
            schema: """
                A property extension of identity. languages: list of RFC 5646 tags, best first. time_zone: IANA name. \
                hours: text. email, phone: text. keys: list of fingerprints or addresses of public keys. networks: list \
                of IPv4 and IPv6 prefixes. asns: list of AS numbers. domains: list of domain names, each with everything \
                below it. sectors: list of industry-sector-ov. All properties are optional.
                """, .properties),
        of: ["identity"], constituencySection,
        [
            .may("languages", .list(.text(.language))), .may("time_zone", .text(.timeZone)), .may("hours", .string),
            .may("email", .text(.emailAddress)), .may("phone", .string), .may("keys", .list(.string)),
            .may("networks", .list(.text(.network))), .may("asns", .list(.integer(0...4_294_967_295))),
            .may("domains", .list(.text(.domainName))), .may("sectors", .list(.term(.industrySector))),
        ])

    /// The identity that made the extensions of ours: the same bytes wherever they are written.
    public static let ownAuthor: [UInt8] = Array(
        """
        {"created":"2026-01-01T00:00:00.000Z","description":"The authors of Concord, a cybersecurity cooperation gateway.",\
        "id":"identity--2f6b9c41-7d0e-4a83-8c15-e94b07d3a2f8","identity_class":"organization",\
        "modified":"2026-01-01T00:00:00.000Z","name":"Concord","object_marking_refs":["\(TLP.clear.markingID)"],\
        "spec_version":"2.1","type":"identity"}
        """.utf8)
}
