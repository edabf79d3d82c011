/// How an identity is reached: the Identity Contact Information extension of OASIS.
extension KnownExtension {
    private static let contactSection = "Identity Contact Information 1.0"

    /// Numbers, addresses and names (`extension-definition--66e2492a-bbd3-4be6-88f5-cc91a017a498`).
    public static let contactInformation = KnownExtension(
        ExtensionDefinition(
            "66e2492a-bbd3-4be6-88f5-cc91a017a498", by: suiteAuthor, "2022-12-16T22:00:00.000Z",
            modified: "2023-01-03T13:00:00.000Z", "Identity Contact Information", version: "1.0.0",
            schema: schemas + "main/extension-definition-specifications/identity-contact-information", .properties),
        of: ["identity"], contactSection,
        [
            .may(
                "contact_numbers",
                .list(
                    .object(
                        contact(
                            "contact-number", .must("contact_number", .string),
                            .must("contact_number_type", .term(.contactNumber)))))),
            .may("email_addresses", .list(.object(digital("email-contact", "email_address_ref", "email-addr")))),
            .may(
                "social_media_accounts",
                .list(.object(digital("social-media-contact", "user_account_ref", "user-account")))),
            .may("first_name", .kept(.innerName, .string)), .may("middle_name", .kept(.innerName, .string)),
            .may("last_name", .kept(.innerName, .string)), .may("prefix", .string), .may("suffix", .string),
        ],
        [.oneOf(["contact_numbers", "email_addresses", "social_media_accounts"])])

    private static func digital(_ name: String, _ reference: String, _ type: String) -> Parts {
        contact(
            name, .must(reference, .identifier(.types(type))),
            .must("digital_contact_type", .term(.digitalContact)))
    }

    private static func contact(_ name: String, _ what: Property, _ use: Property) -> Parts {
        Parts(
            name, contactSection, [what, use, .may("classified", .boolean), .may("description", .string)],
            isOpen: true)
    }
}

extension Vocabulary {
    static let contactNumber = open(
        "contact-number-ov", "Identity Contact Information 1.0",
        "personal-landline-phone personal-mobile-phone personal-fax work-phone work-fax")
    // The schema calls it digital-number-ov.
    static let digitalContact = open(
        "digital-contact-ov", "Identity Contact Information 1.0", "organizational personal work")
}
