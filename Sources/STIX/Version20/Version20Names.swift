/// What STIX 2.1 calls otherwise than STIX 2.0, as tables.
enum Version20Names {
    /// Where the `labels` of a type stand in STIX 2.1, and the vocabulary whose terms belong there; nil for all of them.
    ///
    /// Each vocabulary of 2.1 holds all terms of its predecessor in 2.0.
    static let labels: [String: (property: String, vocabulary: Vocabulary?)] = [
        "identity": ("roles", nil), "indicator": ("indicator_types", .indicatorType),
        "malware": ("malware_types", .malwareType), "report": ("report_types", .reportType),
        "threat-actor": ("threat_actor_types", .threatActorType), "tool": ("tool_types", .toolType),
    ]

    /// Properties of observables with another name: STIX 2.0 part 4, and STIX 2.1 §6.
    static let renamed: [String: [String: String]] = [
        "directory": ["created": "ctime", "modified": "mtime", "accessed": "atime"],
        "file": ["created": "ctime", "modified": "mtime", "accessed": "atime"],
        "process": ["created": "created_time", "binary_ref": "image_ref"],
        "user-account": ["password_last_changed": "credential_last_changed"],
        "windows-registry-key": ["modified": "modified_time"],
    ]

    /// Properties of observables that STIX 2.1 does not have.
    static let gone: [String: Set<String>] = [
        "file": ["is_encrypted", "encryption_algorithm", "decryption_key"], "process": ["name", "arguments"],
        "archive-ext": ["version"], "raster-image-ext": ["image_compression_algorithm"],
        "socket-ext": ["protocol_family"],
    ]

    /// Dictionaries whose keys their author chose: a name with `_ref` in them refers to nothing.
    static let free: Set<String> = [
        "additional_header_fields", "document_info_dict", "environment_variables", "exif_tags", "hashes", "ipfix",
        "options", "request_header", "startup_info",
    ]

    /// Whether names and values in it are none of ours: free dictionaries, and what holds identifiers in both versions.
    static func isOpaque(_ name: String) -> Bool {
        free.contains(name) || ["created_by_ref", "object_marking_refs", "granular_markings"].contains(name)
    }

    /// Dictionaries of single texts that are dictionaries of lists in STIX 2.1 (§6.6, §6.12.2).
    static let listed: Set<String> = ["additional_header_fields", "request_header"]

    /// The name under which a property without place is kept.
    static func custom(_ name: String) -> String { "x_stix20_" + name }

    /// How an object says of what bytes it was made (STIX 2.1 §2.5).
    static func reference(to hash: String) -> JSON {
        .object([
            .init(name: "source_name", value: .string(Version20.sourceName)),
            .init(
                name: "description",
                value: .string("Published as STIX 2.0; the id is the SHA-256 of the original's RFC 8785 form.")),
            .init(name: "external_id", value: .string(hash)),
        ])
    }
}

extension Version20 {
    /// The `source_name` of the external reference that names an original by its SHA-256.
    public static let sourceName = "stix-2.0-original"

    /// SHA-256 of what an object says to have been made of.
    public static func originals(namedBy object: [UInt8]) -> [[UInt8]] {
        let references = (try? JSON.parse(object))?["external_references"]?.array ?? []
        return references.filter { $0["source_name"]?.string == sourceName }.compactMap { reference in
            let digits = (reference["external_id"]?.string ?? "").utf8.map { HexDigits.value($0) ?? 16 }
            guard digits.count == 64, digits.allSatisfy({ $0 < 16 }) else { return nil }
            return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
        }
    }
}
