/// Parts of observables that are objects themselves, but no extensions.
extension Parts {
    /// A part of a message (§6.6.2).
    static let mimePart = Parts(
        "mime-part-type", "6.6.2",
        [
            .may("body", .string), .may("body_raw_ref", .identifier(.types("artifact", "file"))),
            .may("content_type", .string), .may("content_disposition", .string),
        ],
        [.oneOf(["body", "body_raw_ref"])])

    /// A value of a registry key (§6.17.2).
    static let registryValue = Parts(
        "windows-registry-value-type", "6.17.2",
        [.may("name", .string), .may("data", .string), .may("data_type", .term(.windowsRegistryDatatype))],
        [.oneOf(["name", "data", "data_type"])])

    private static let x509Texts = [
        "basic_constraints", "name_constraints", "policy_constraints", "key_usage", "extended_key_usage",
        "subject_key_identifier", "authority_key_identifier", "subject_alternative_name", "issuer_alternative_name",
        "subject_directory_attributes", "crl_distribution_points", "inhibit_any_policy", "certificate_policies",
        "policy_mappings",
    ]
    private static let x509Times = ["private_key_usage_period_not_before", "private_key_usage_period_not_after"]

    /// The extensions of a certificate (§6.18.2).
    static let x509v3 = Parts(
        "x509-v3-extensions-type", "6.18.2",
        x509Texts.map { .may($0, .string) } + x509Times.map { .may($0, .timestamp) }, [.oneOf(x509Texts + x509Times)])

    /// A stream beside the content of an NTFS file (§6.7.3.2).
    static let alternateDataStream = Parts(
        "alternate-data-stream-type", "6.7.3.2",
        [.must("name", .string), .may("hashes", .hashes()), .may("size", .integer(from: 0))])

    private static let optionalHeaderParts: [Property] =
        [.may("magic_hex", .hex)]
        + ["major_linker_version", "minor_linker_version"].map { .may($0, .integer()) }
        + ["size_of_code", "size_of_initialized_data", "size_of_uninitialized_data"].map {
            .may($0, .integer(from: 0))
        }
        + [
            "address_of_entry_point", "base_of_code", "base_of_data", "image_base", "section_alignment",
            "file_alignment", "major_os_version", "minor_os_version", "major_image_version", "minor_image_version",
            "major_subsystem_version", "minor_subsystem_version",
        ].map { .may($0, .integer()) }
        + [.may("win32_version_value_hex", .hex)]
        + ["size_of_image", "size_of_headers"].map { .may($0, .integer(from: 0)) }
        + ["checksum_hex", "subsystem_hex", "dll_characteristics_hex"].map { .may($0, .hex) }
        + ["size_of_stack_reserve", "size_of_stack_commit", "size_of_heap_reserve", "size_of_heap_commit"].map {
            .may($0, .integer(from: 0))
        }
        + [.may("loader_flags_hex", .hex), .may("number_of_rva_and_sizes", .integer()), .may("hashes", .hashes())]

    /// The optional header of a PE binary (§6.7.6.2).
    static let optionalHeader = Parts(
        "windows-pe-optional-header-type", "6.7.6.2", optionalHeaderParts, [.oneOf(optionalHeaderParts.map(\.name))])

    /// A section of a PE binary (§6.7.6.3).
    static let peSection = Parts(
        "windows-pe-section-type", "6.7.6.3",
        [
            .must("name", .string), .may("size", .integer(from: 0)), .may("entropy", .float()),
            .may("hashes", .hashes()),
        ])
}
