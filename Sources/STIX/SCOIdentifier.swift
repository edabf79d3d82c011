/// Deterministic identifiers of cyber-observable objects (STIX 2.1 §2.9 and §3.4).
public enum SCOIdentifier {
    /// The namespace of the UUIDs, `00abedb4-aa42-466c-9c01-fed23315a9b7`.
    private static let namespace: [UInt8] = [
        0x00, 0xAB, 0xED, 0xB4, 0xAA, 0x42, 0x46, 0x6C, 0x9C, 0x01, 0xFE, 0xD2, 0x33, 0x15, 0xA9, 0xB7,
    ]

    /// The ID Contributing Properties of each type (STIX 2.1 §6).
    static let contributing: [String: [String]] = [
        "artifact": ["hashes", "payload_bin"],
        "autonomous-system": ["number"],
        "directory": ["path"],
        "domain-name": ["value"],
        "email-addr": ["value"],
        "email-message": ["from_ref", "subject", "body"],
        "file": ["hashes", "name", "parent_directory_ref", "extensions"],
        "ipv4-addr": ["value"],
        "ipv6-addr": ["value"],
        "mac-addr": ["value"],
        "mutex": ["name"],
        "network-traffic": [
            "start", "end", "src_ref", "dst_ref", "src_port", "dst_port", "protocols", "extensions",
        ],
        "software": ["name", "cpe", "swid", "vendor", "version"],
        "url": ["value"],
        "user-account": ["account_type", "user_id", "account_login"],
        "windows-registry-key": ["key", "values"],
        "x509-certificate": ["hashes", "serial_number"],
    ]

    /// The identifier that the standard prescribes for this object.
    ///
    /// It is nil where the standard wants a random one: for processes, for objects without any contributing property, and
    /// for types that it does not define.
    public static func deterministicID(of object: JSON) -> String? {
        guard let type = object["type"]?.string, let names = contributing[type] else { return nil }
        return deterministicID(
            of: type, names.compactMap { name in object[name].map { JSON.Member(name: name, value: $0) } })
    }

    /// The identifier of an observable of the type with these contributing properties; nil where there is none of them.
    static func deterministicID(of type: String, _ contributing: [JSON.Member]) -> String? {
        let members = contributing.compactMap { member in
            guard member.name == "hashes" else { return member }
            return preferredHash(member.value).map { JSON.Member(name: member.name, value: .object([$0])) }
        }
        guard !members.isEmpty, let name = try? JSON.object(members).canonical() else { return nil }
        return type + "--" + NameBasedUUID.text(of: name, in: namespace)
    }

    /// One hash of several: the first of MD5, SHA-1, SHA-256 and SHA-512, else the first by name.
    private static func preferredHash(_ hashes: JSON) -> JSON.Member? {
        let members = hashes.members ?? []
        for algorithm in [HashAlgorithm.md5, .sha1, .sha256, .sha512] {
            if let member = members.first(where: { $0.name == algorithm.rawValue }) { return member }
        }
        return members.min { $0.name < $1.name }
    }
}
