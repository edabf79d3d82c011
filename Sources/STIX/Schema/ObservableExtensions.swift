/// The extensions that the standard defines itself.
extension Parts {
    // Of files (§6.7).

    static let archive = Parts(
        "archive-ext", "6.7.2",
        [
            .must("contains_refs", .list(.identifier(.types("file", "directory")))), .may("comment", .string),
        ])

    static let ntfs = Parts(
        "ntfs-ext", "6.7.3",
        [.may("sid", .string), .may("alternate_data_streams", .list(.object(.alternateDataStream)))],
        [.oneOf(["sid", "alternate_data_streams"])])

    static let pdf = Parts(
        "pdf-ext", "6.7.4",
        [
            .may("version", .string), .may("is_optimized", .boolean),
            .may("document_info_dict", .dictionary(.string)), .may("pdfid0", .string), .may("pdfid1", .string),
        ],
        [.oneOf(["version", "is_optimized", "document_info_dict", "pdfid0", "pdfid1"])])

    static let rasterImage = Parts(
        "raster-image-ext", "6.7.5",
        [
            .may("image_height", .integer()), .may("image_width", .integer()), .may("bits_per_pixel", .integer()),
            .may("exif_tags", .dictionary(.integerOrString)),
        ],
        [.oneOf(["image_height", "image_width", "bits_per_pixel", "exif_tags"])])

    static let windowsPEBinary = Parts(
        "windows-pebinary-ext", "6.7.6",
        [
            .must("pe_type", .term(.windowsPEBinaryType)), .may("imphash", .string), .may("machine_hex", .hex),
            .may("number_of_sections", .integer(from: 0)), .may("time_date_stamp", .timestamp),
            .may("pointer_to_symbol_table_hex", .hex), .may("number_of_symbols", .integer(from: 0)),
            .may("size_of_optional_header", .integer(from: 0)), .may("characteristics_hex", .hex),
            .may("file_header_hashes", .hashes()), .may("optional_header", .object(.optionalHeader)),
            .may("sections", .list(.object(.peSection))),
        ],
        [
            .oneOf([
                "imphash", "machine_hex", "number_of_sections", "time_date_stamp", "pointer_to_symbol_table_hex",
                "number_of_symbols", "size_of_optional_header", "characteristics_hex", "file_header_hashes",
                "optional_header", "sections",
            ])
        ])

    // Of network traffic (§6.12).

    static let httpRequest = Parts(
        "http-request-ext", "6.12.2",
        [
            .must("request_method", .string), .must("request_value", .string), .may("request_version", .string),
            .may("request_header", .dictionary(.list(.string))), .may("message_body_length", .integer()),
            .may("message_body_data_ref", .identifier(.types("artifact"))),
        ])

    static let icmp = Parts(
        "icmp-ext", "6.12.3", [.must("icmp_type_hex", .hex), .must("icmp_code_hex", .hex)])

    static let socket = Parts(
        "socket-ext", "6.12.4",
        [
            .must("address_family", .term(.networkSocketAddressFamily)), .may("is_blocking", .boolean),
            .may("is_listening", .boolean), .may("options", .dictionary(.integer())),
            .may("socket_type", .term(.networkSocketType)), .may("socket_descriptor", .integer(from: 0)),
            .may("socket_handle", .integer()),
        ])

    static let tcp = Parts(
        "tcp-ext", "6.12.5", [.may("src_flags_hex", .hex), .may("dst_flags_hex", .hex)],
        [.oneOf(["src_flags_hex", "dst_flags_hex"])])

    // Of processes (§6.13).

    static let windowsProcess = Parts(
        "windows-process-ext", "6.13.2",
        [
            .may("aslr_enabled", .boolean), .may("dep_enabled", .boolean), .may("priority", .text(.priorityClass)),
            .may("owner_sid", .string), .may("window_title", .string), .may("startup_info", .dictionary(.any)),
            .may("integrity_level", .term(.windowsIntegrityLevel)),
        ],
        [
            .oneOf([
                "aslr_enabled", "dep_enabled", "priority", "owner_sid", "window_title", "startup_info",
                "integrity_level",
            ])
        ])

    static let windowsService = Parts(
        "windows-service-ext", "6.13.3",
        [
            .may("service_name", .string), .may("descriptions", .list(.string)), .may("display_name", .string),
            .may("group_name", .string), .may("start_type", .term(.windowsServiceStartType)),
            .may("service_dll_refs", .list(.identifier(.types("file")))),
            .may("service_type", .term(.windowsServiceType)), .may("service_status", .term(.windowsServiceStatus)),
        ],
        [
            .oneOf([
                "service_name", "descriptions", "display_name", "group_name", "start_type", "service_dll_refs",
                "service_type", "service_status",
            ])
        ])

    // Of user accounts (§6.16).

    static let unixAccount = Parts(
        "unix-account-ext", "6.16.2",
        [
            .may("gid", .integer()), .may("groups", .list(.string)), .may("home_dir", .string),
            .may("shell", .string),
        ],
        [.oneOf(["gid", "groups", "home_dir", "shell"])])
}
