extension ObjectType {
    private static let valued: [SearchableText.Kind: [String]] = [.value: ["value"]]
    private static let sco = Targets.category(.observable, description: "a cyber-observable object")
    private static let address = Targets.types("ipv4-addr", "ipv6-addr", "mac-addr", "domain-name")
    private static let times: [Property] = [
        .may("ctime", .timestamp), .may("mtime", .timestamp), .may("atime", .timestamp),
    ]

    private static func addr(_ name: String, _ section: String, _ form: TextForm) -> ObjectType {
        ObjectType(
            name, .observable, section,
            [
                .must("value", .text(form)), .may("resolves_to_refs", .list(.identifier(.types("mac-addr")))),
                .may("belongs_to_refs", .list(.identifier(.types("autonomous-system")))),
            ],
            display: ["value"], searchable: valued)
    }

    /// STIX cyber-observable objects (STIX 2.1 §6).
    static let observable: [ObjectType] = [
        ObjectType(
            "artifact", .observable, "6.1",
            [
                .may("mime_type", .text(.mediaType)), .may("payload_bin", .binary), .may("url", .text(.url)),
                .may("hashes", .hashes()), .may("encryption_algorithm", .term(.encryptionAlgorithm)),
                .may("decryption_key", .string),
            ],
            [
                .exactlyOne(["payload_bin", "url"]), .needs("url", ["hashes"]),
                .needs("decryption_key", ["encryption_algorithm"]),
            ],
            display: ["url", "mime_type"], searchable: [.value: ["url"]]),
        ObjectType(
            "autonomous-system", .observable, "6.2",
            [.must("number", .integer()), .may("name", .string), .may("rir", .string)],
            display: ["name", "number"], searchable: [.name: ["name"], .value: ["number"]]),
        ObjectType(
            "directory", .observable, "6.3",
            [.must("path", .string), .may("path_enc", .text(.characterSet))] + times + [
                .may("contains_refs", .list(.identifier(.types("file", "directory"))))
            ],
            display: ["path"], searchable: [.local: ["path"]]),
        ObjectType(
            "domain-name", .observable, "6.4",
            [
                .must("value", .text(.domainName)),
                .may("resolves_to_refs", .list(.identifier(.types("ipv4-addr", "ipv6-addr", "domain-name")))),
            ],
            display: ["value"], searchable: valued),
        ObjectType(
            "email-addr", .observable, "6.5",
            [
                .must("value", .text(.emailAddress)), .may("display_name", .string),
                .may("belongs_to_ref", .identifier(.types("user-account"))),
            ],
            display: ["value"], searchable: [.value: ["value"], .name: ["display_name"]]),
        ObjectType(
            "email-message", .observable, "6.6",
            [
                .must("is_multipart", .boolean), .may("date", .timestamp), .may("content_type", .string),
                .may("from_ref", .identifier(.types("email-addr"))),
                .may("sender_ref", .identifier(.types("email-addr"))),
                .may("to_refs", .list(.identifier(.types("email-addr")))),
                .may("cc_refs", .list(.identifier(.types("email-addr")))),
                .may("bcc_refs", .list(.identifier(.types("email-addr")))), .may("message_id", .string),
                .may("subject", .string), .may("received_lines", .list(.string)),
                .may("additional_header_fields", .dictionary(.list(.string))), .may("body", .string),
                .may("body_multipart", .list(.object(.mimePart))),
                .may("raw_email_ref", .identifier(.types("artifact"))),
            ],
            [.excludesWhen("is_multipart", true, "body"), .excludesWhen("is_multipart", false, "body_multipart")],
            display: ["subject", "message_id"],
            searchable: [.value: ["message_id"], .local: ["subject"], .prose: ["body"]]),
        ObjectType(
            "file", .observable, "6.7",
            [
                .may("extensions", .extensions([.archive, .ntfs, .pdf, .rasterImage, .windowsPEBinary])),
                .may("hashes", .hashes()), .may("size", .integer(from: 0)), .may("name", .string),
                .may("name_enc", .text(.characterSet)), .may("magic_number_hex", .hex),
                .may("mime_type", .text(.mediaType)),
            ] + times + [
                .may("parent_directory_ref", .identifier(.types("directory"))),
                .may("contains_refs", .list(.identifier(sco))), .may("content_ref", .identifier(.types("artifact"))),
            ],
            [.oneOf(["hashes", "name"])], display: ["name"], searchable: [.local: ["name"]]),
        addr("ipv4-addr", "6.8", .ipv4),
        addr("ipv6-addr", "6.9", .ipv6),
        ObjectType(
            "mac-addr", .observable, "6.10", [.must("value", .text(.mac))], display: ["value"], searchable: valued),
        ObjectType(
            "mutex", .observable, "6.11", [.must("name", .string)], display: ["name"], searchable: [.local: ["name"]]),
        ObjectType(
            "network-traffic", .observable, "6.12",
            [
                .may("extensions", .extensions([.httpRequest, .icmp, .socket, .tcp])), .may("start", .timestamp),
                .may("end", .timestamp), .may("is_active", .boolean), .may("src_ref", .identifier(address)),
                .may("dst_ref", .identifier(address)), .may("src_port", .integer(0...65_535)),
                .may("dst_port", .integer(0...65_535)), .must("protocols", .list(.string)),
                .may("src_byte_count", .integer(from: 0)), .may("dst_byte_count", .integer(from: 0)),
                .may("src_packets", .integer(from: 0)), .may("dst_packets", .integer(from: 0)),
                .may("ipfix", .dictionary(.integerOrString)), .may("src_payload_ref", .identifier(.types("artifact"))),
                .may("dst_payload_ref", .identifier(.types("artifact"))),
                .may("encapsulates_refs", .list(.identifier(.types("network-traffic")))),
                .may("encapsulated_by_ref", .identifier(.types("network-traffic"))),
            ],
            [.oneOf(["src_ref", "dst_ref"]), .excludesWhen("is_active", true, "end"), .order("start", "end")]),
        ObjectType(
            "process", .observable, "6.13",
            [
                .may("extensions", .extensions([.windowsProcess, .windowsService])), .may("is_hidden", .boolean),
                .may("pid", .integer()), .may("created_time", .timestamp), .may("cwd", .string),
                .may("command_line", .string), .may("environment_variables", .dictionary(.string)),
                .may("opened_connection_refs", .list(.identifier(.types("network-traffic")))),
                .may("creator_user_ref", .identifier(.types("user-account"))),
                .may("image_ref", .identifier(.types("file"))), .may("parent_ref", .identifier(.types("process"))),
                .may("child_refs", .list(.identifier(.types("process")))),
            ],
            [
                .oneOf([
                    "extensions", "is_hidden", "pid", "created_time", "cwd", "command_line", "environment_variables",
                    "opened_connection_refs", "creator_user_ref", "image_ref", "parent_ref", "child_refs",
                ])
            ],
            display: ["command_line"], searchable: [.local: ["command_line", "cwd"]]),
        ObjectType(
            "software", .observable, "6.14",
            [
                .must("name", .string), .may("cpe", .text(.cpe)), .may("swid", .string),
                .may("languages", .list(.text(.language))), .may("vendor", .string), .may("version", .string),
            ],
            display: ["name"], searchable: [.name: ["name", "vendor"], .local: ["cpe", "swid"]]),
        ObjectType(
            "url", .observable, "6.15", [.must("value", .text(.url))], display: ["value"], searchable: valued),
        ObjectType(
            "user-account", .observable, "6.16",
            [
                .may("extensions", .extensions([.unixAccount])), .may("user_id", .string),
                .may("credential", .string), .may("account_login", .string),
                .may("account_type", .term(.accountType)), .may("display_name", .string),
                .may("is_service_account", .boolean), .may("is_privileged", .boolean),
                .may("can_escalate_privs", .boolean), .may("is_disabled", .boolean),
                .may("account_created", .timestamp), .may("account_expires", .timestamp),
                .may("credential_last_changed", .timestamp), .may("account_first_login", .timestamp),
                .may("account_last_login", .timestamp),
            ],
            [
                .oneOf([
                    "extensions", "user_id", "credential", "account_login", "account_type", "display_name",
                    "is_service_account", "is_privileged", "can_escalate_privs", "is_disabled", "account_created",
                    "account_expires", "credential_last_changed", "account_first_login", "account_last_login",
                ])
            ],
            display: ["display_name", "account_login", "user_id"],
            searchable: [.local: ["user_id", "account_login"], .name: ["display_name"]]),
        ObjectType(
            "windows-registry-key", .observable, "6.17",
            [
                .may("key", .text(.registryKey)), .may("values", .list(.object(.registryValue))),
                .may("modified_time", .timestamp), .may("creator_user_ref", .identifier(.types("user-account"))),
                .may("number_of_subkeys", .integer()),
            ],
            [.oneOf(["key", "values", "modified_time", "creator_user_ref", "number_of_subkeys"])], display: ["key"],
            searchable: [.local: ["key"]]),
        ObjectType(
            "x509-certificate", .observable, "6.18",
            [
                .may("is_self_signed", .boolean), .may("hashes", .hashes()), .may("version", .string),
                .may("serial_number", .string), .may("signature_algorithm", .string), .may("issuer", .string),
                .may("validity_not_before", .timestamp), .may("validity_not_after", .timestamp),
                .may("subject", .string), .may("subject_public_key_algorithm", .string),
                .may("subject_public_key_modulus", .string), .may("subject_public_key_exponent", .integer()),
                .may("x509_v3_extensions", .object(.x509v3)),
            ],
            [
                .oneOf([
                    "is_self_signed", "hashes", "version", "serial_number", "signature_algorithm", "issuer",
                    "validity_not_before", "validity_not_after", "subject", "subject_public_key_algorithm",
                    "subject_public_key_modulus", "subject_public_key_exponent", "x509_v3_extensions",
                ])
            ],
            display: ["subject", "serial_number"],
            searchable: [.value: ["subject", "issuer", "serial_number"]]),
    ]
}
