/// The names of all properties that STIX 2.1 gives to objects, and the kind of value each of them has.
///
/// No name has two kinds in the standard, so kinds need not be listed per type.
enum PropertyTable {
    /// Properties that the reader knows one by one; their raw value is their number in the table.
    enum Common: Int, CaseIterable {
        case type, id, specVersion, created, modified, createdBy, revoked, objectMarkings, granularMarkings
        case externalReferences, extensions, labels, definitionType, definition, relationshipType, name, objects
        case hashes, killChainPhases, pattern, patternType, confidence, numberObserved, count, latitude, longitude
        case isFamily
    }

    private static let common = [
        "type", "id", "spec_version", "created", "modified", "created_by_ref", "revoked", "object_marking_refs",
        "granular_markings", "external_references", "extensions", "labels", "definition_type", "definition",
        "relationship_type", "name", "objects", "hashes", "kill_chain_phases", "pattern", "pattern_type",
        "confidence", "number_observed", "count", "latitude", "longitude", "is_family",
    ]

    private static let timestamps: Set<String> = [
        "created", "modified", "first_seen", "last_seen", "valid_from", "valid_until", "object_modified", "submitted",
        "analysis_started", "analysis_ended", "first_observed", "last_observed", "published", "start_time",
        "stop_time", "ctime", "mtime", "atime", "date", "start", "end", "created_time", "account_created",
        "account_expires", "credential_last_changed", "account_first_login", "account_last_login", "modified_time",
        "validity_not_before", "validity_not_after",
    ]

    private static let lists: Set<String> = [
        "aliases", "kill_chain_phases", "labels", "external_references", "object_marking_refs", "granular_markings",
        "roles", "sectors", "indicator_types", "infrastructure_types", "goals", "secondary_motivations",
        "malware_types", "architecture_execution_envs", "implementation_languages", "capabilities", "modules",
        "authors", "report_types", "threat_actor_types", "personal_motivations", "tool_types", "extension_types",
        "extension_properties", "received_lines", "body_multipart", "protocols", "languages", "values",
    ]

    private static let booleans: Set<String> = [
        "revoked", "is_family", "summary", "defanged", "is_multipart", "is_active", "is_hidden", "is_service_account",
        "is_privileged", "can_escalate_privs", "is_disabled", "is_self_signed",
    ]

    private static let integers: Set<String> = [
        "confidence", "number_observed", "count", "number", "size", "src_port", "dst_port", "src_byte_count",
        "dst_byte_count", "src_packets", "dst_packets", "pid", "number_of_subkeys", "subject_public_key_exponent",
    ]

    private static let floats: Set<String> = ["latitude", "longitude", "precision"]

    private static let dictionaries: Set<String> = [
        "extensions", "objects", "contents", "additional_header_fields", "ipfix", "environment_variables",
        "definition", "hashes", "x509_v3_extensions",
    ]

    /// The kind of value that a property has; names that the standard does not define count as strings.
    static func kind(of name: String) -> PropertyKind {
        if timestamps.contains(name) { return .timestamp }
        if lists.contains(name) || name.hasSuffix("_refs") { return .list }
        if booleans.contains(name) { return .boolean }
        if integers.contains(name) { return .integer }
        if floats.contains(name) { return .float }
        if dictionaries.contains(name) { return .dictionary }
        return .string
    }

    /// All names, the common ones first.
    static let names: NameTable = {
        var all = common
        var known = Set(common)
        for type in ObjectType.all + [.unknown] {
            let columns =
                [type.category.required, type.category.optional, type.required, type.oneOf, type.together]
                + [type.optional, type.display] + Array(type.searchable.values)
            for name in columns.joined() where known.insert(name).inserted { all.append(name) }
        }
        return NameTable(all)
    }()

    static let kinds: [PropertyKind] = names.names.map(kind)
    static let readings: [Reading] = names.names.map { Reading.topLevel(Array($0.utf8)) }
}

/// The kind of value a property of the standard has.
enum PropertyKind: UInt8 {
    case string, timestamp, list, boolean, integer, float, dictionary

    /// Whether a JSON value is of the kind.
    @inline(__always)
    func allows(_ kind: JSONKind) -> Bool {
        switch self {
        case .string, .timestamp: kind == .string
        case .list: kind == .list
        case .boolean: kind == .true || kind == .false
        case .integer: kind == .integer
        case .float: kind == .integer || kind == .fraction
        case .dictionary: kind == .object
        }
    }

    /// The English name with its article, for sentences.
    var name: String {
        switch self {
        case .string: "a string"
        case .timestamp: "a timestamp in a string"
        case .list: "a list"
        case .boolean: "true or false"
        case .integer: "an integer"
        case .float: "a number"
        case .dictionary: "an object"
        }
    }

    /// The section of STIX 2.1 that defines the kind.
    var section: String {
        switch self {
        case .string: "2.15"
        case .timestamp: "2.16"
        case .list: "2.12"
        case .boolean: "2.2"
        case .integer: "2.10"
        case .float: "2.6"
        case .dictionary: "2.3"
        }
    }
}
