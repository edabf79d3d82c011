extension ObjectType {
    private static let valued: [SearchableText.Kind: [String]] = [.value: ["value"]]

    /// STIX cyber-observable objects (STIX 2.1 §6).
    static let observable: [ObjectType] = [
        ObjectType(
            "artifact", .observable, "6.1", oneOf: ["payload_bin", "url"],
            optional: ["mime_type", "hashes", "encryption_algorithm", "decryption_key"],
            display: ["url", "mime_type"], searchable: [.value: ["url"]]),
        ObjectType(
            "autonomous-system", .observable, "6.2", required: ["number"], optional: ["name", "rir"],
            display: ["name", "number"], searchable: [.name: ["name"], .value: ["number"]]),
        ObjectType(
            "directory", .observable, "6.3", required: ["path"],
            optional: ["path_enc", "ctime", "mtime", "atime", "contains_refs"], display: ["path"],
            searchable: [.value: ["path"]]),
        ObjectType(
            "domain-name", .observable, "6.4", required: ["value"], optional: ["resolves_to_refs"],
            display: ["value"], searchable: valued),
        ObjectType(
            "email-addr", .observable, "6.5", required: ["value"], optional: ["display_name", "belongs_to_ref"],
            display: ["value"], searchable: [.value: ["value"], .name: ["display_name"]]),
        ObjectType(
            "email-message", .observable, "6.6", required: ["is_multipart"],
            optional: [
                "date", "content_type", "from_ref", "sender_ref", "to_refs", "cc_refs", "bcc_refs", "message_id",
                "subject", "received_lines", "additional_header_fields", "body", "body_multipart", "raw_email_ref",
            ],
            display: ["subject", "message_id"],
            searchable: [.value: ["subject", "message_id"], .prose: ["body"]]),
        ObjectType(
            "file", .observable, "6.7", oneOf: ["hashes", "name"],
            optional: [
                "size", "name_enc", "magic_number_hex", "mime_type", "ctime", "mtime", "atime",
                "parent_directory_ref", "contains_refs", "content_ref",
            ],
            display: ["name"], searchable: [.value: ["name"]]),
        ObjectType(
            "ipv4-addr", .observable, "6.8", required: ["value"], optional: ["resolves_to_refs", "belongs_to_refs"],
            display: ["value"], searchable: valued),
        ObjectType(
            "ipv6-addr", .observable, "6.9", required: ["value"], optional: ["resolves_to_refs", "belongs_to_refs"],
            display: ["value"], searchable: valued),
        ObjectType(
            "mac-addr", .observable, "6.10", required: ["value"], display: ["value"], searchable: valued),
        ObjectType(
            "mutex", .observable, "6.11", required: ["name"], display: ["name"], searchable: [.value: ["name"]]),
        ObjectType(
            "network-traffic", .observable, "6.12", required: ["protocols"], oneOf: ["src_ref", "dst_ref"],
            optional: [
                "start", "end", "is_active", "src_port", "dst_port", "src_byte_count", "dst_byte_count",
                "src_packets", "dst_packets", "ipfix", "src_payload_ref", "dst_payload_ref", "encapsulates_refs",
                "encapsulated_by_ref",
            ]),
        ObjectType(
            "process", .observable, "6.13",
            oneOf: [
                "extensions", "is_hidden", "pid", "created_time", "cwd", "command_line", "environment_variables",
                "opened_connection_refs", "creator_user_ref", "image_ref", "parent_ref", "child_refs",
            ],
            display: ["command_line"], searchable: [.value: ["command_line", "cwd"]]),
        ObjectType(
            "software", .observable, "6.14", required: ["name"],
            optional: ["cpe", "swid", "languages", "vendor", "version"], display: ["name"],
            searchable: [.name: ["name", "vendor"], .value: ["cpe", "swid"]]),
        ObjectType("url", .observable, "6.15", required: ["value"], display: ["value"], searchable: valued),
        ObjectType(
            "user-account", .observable, "6.16",
            oneOf: [
                "extensions", "user_id", "credential", "account_login", "account_type", "display_name",
                "is_service_account", "is_privileged", "can_escalate_privs", "is_disabled", "account_created",
                "account_expires", "credential_last_changed", "account_first_login", "account_last_login",
            ],
            display: ["display_name", "account_login", "user_id"],
            searchable: [.value: ["user_id", "account_login"], .name: ["display_name"]]),
        ObjectType(
            "windows-registry-key", .observable, "6.17",
            oneOf: ["key", "values", "modified_time", "creator_user_ref", "number_of_subkeys"], display: ["key"],
            searchable: [.value: ["key"]]),
        ObjectType(
            "x509-certificate", .observable, "6.18",
            oneOf: [
                "is_self_signed", "hashes", "version", "serial_number", "signature_algorithm", "issuer",
                "validity_not_before", "validity_not_after", "subject", "subject_public_key_algorithm",
                "subject_public_key_modulus", "subject_public_key_exponent", "x509_v3_extensions",
            ],
            display: ["subject", "serial_number"],
            searchable: [.value: ["subject", "issuer", "serial_number"]]),
    ]
}
