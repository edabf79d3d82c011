import STIX

/// What the attributes of a MISP object become, by their relation to it; `docs/misp.md` shows it to people.
struct MISPTemplate {
    /// The place of one attribute in the observable.
    enum Slot {
        case text([String])
        case whole(String)
        case flag(String)
        case moment(String)
        case digest(String, MISPDigest)
        /// `…_ref` to an address or a name of a host.
        case host(String)
        /// `…_refs` to addresses.
        case addresses(String)
        case mail(String)
        case mails(String)
        /// A property of what a reference points to: property, type of the other, its property.
        case part(String, String, String)
        case wholePart(String, String, String)
        /// A cell of the only row of a list of dictionaries.
        case cell(String, String)
        /// A text in a list.
        case listed([String])
        /// The number of an autonomous system.
        case system
    }

    let type: String
    let slots: [String: Slot]
    /// Relations without a place whose attributes mean what their types say.
    var others: Set<String> = []

    /// What the type of an attribute with this relation means.
    func role(_ relation: String) -> MISPRole {
        slots[relation] != nil || others.contains(relation) ? .known(relation) : .foreign(relation)
    }

    /// Whether attributes make one observable of it.
    func fits(_ attributes: [JSONValue]) -> Bool {
        var observable = MISPObservable(type)
        for attribute in attributes {
            guard let value = attribute["value"]?.string ?? attribute["value"]?.number?.text,
                let slot = slots[attribute["object_relation"]?.string ?? ""]
            else { continue }
            _ = observable.fill(slot, value.trimmed)
        }
        // Addresses without the name that resolves to them are addresses.
        return !observable.fields.isEmpty && (type != "domain-name" || observable["value"] != nil)
    }

    /// Whether a pattern of it would match one occurrence again and nothing else: moments, counts, numbers of processes.
    func isOfOneOccurrence(_ slot: Slot) -> Bool {
        switch slot {
        // When a certificate is valid is a part of it.
        case .moment: type != "x509-certificate"
        case .whole(let name): ["pid", "src_byte_count", "dst_byte_count"].contains(name)
        case .wholePart(_, _, let property): property == "pid"
        default: false
        }
    }

    /// The names of the templates that become one observable.
    static let all: [String: MISPTemplate] = [
        "file": MISPTemplate(
            type: "file",
            slots: digests.merging([
                "filename": .text(["name"]), "size-in-bytes": .whole("size"), "mimetype": .text(["mime_type"]),
                "path": .part("parent_directory_ref", "directory", "path"),
            ]) { first, _ in first }, others: ["malware-sample"]),
        // The hashes are those of the shortcut itself.
        "lnk": MISPTemplate(
            type: "file",
            slots: digests.merging([
                "filename": .text(["name"]), "size-in-bytes": .whole("size"),
                "path": .part("parent_directory_ref", "directory", "path"),
            ]) { first, _ in first }, others: ["malware-sample"]),
        // Its names are claims of the file about itself, and its sections are no files.
        "pe": MISPTemplate(
            type: "file", slots: ["imphash": .text(["extensions", "windows-pebinary-ext", "imphash"])]),
        "credential": MISPTemplate(
            type: "user-account", slots: ["username": .text(["account_login"]), "password": .text(["credential"])]),
        "domain-ip": MISPTemplate(
            type: "domain-name",
            slots: ["domain": .text(["value"]), "hostname": .text(["value"]), "ip": .addresses("resolves_to_refs")]),
        "ip-port": MISPTemplate(
            type: "network-traffic",
            slots: [
                "ip": .host("dst_ref"), "ip-dst": .host("dst_ref"), "ip-src": .host("src_ref"),
                "domain": .host("dst_ref"), "hostname": .host("dst_ref"), "dst-port": .whole("dst_port"),
                "src-port": .whole("src_port"), "protocol": .listed(["protocols"]), "first-seen": .moment("start"),
                "last-seen": .moment("end"),
            ]),
        "network-connection": MISPTemplate(
            type: "network-traffic",
            slots: [
                "ip-src": .host("src_ref"), "ip-dst": .host("dst_ref"), "hostname-src": .host("src_ref"),
                "hostname-dst": .host("dst_ref"), "src-port": .whole("src_port"), "dst-port": .whole("dst_port"),
                "layer3-protocol": .listed(["protocols"]), "layer4-protocol": .listed(["protocols"]),
                "layer7-protocol": .listed(["protocols"]), "first-packet-seen": .moment("start"),
                "src-bytes-count": .whole("src_byte_count"), "dst-bytes-count": .whole("dst_byte_count"),
            ]),
        "network-socket": MISPTemplate(
            type: "network-traffic",
            slots: [
                "ip-src": .host("src_ref"), "ip-dst": .host("dst_ref"), "hostname-src": .host("src_ref"),
                "hostname-dst": .host("dst_ref"), "src-port": .whole("src_port"), "dst-port": .whole("dst_port"),
                "protocol": .listed(["protocols"]),
            ]),
        "email": MISPTemplate(
            type: "email-message",
            slots: [
                "from": .mail("from_ref"), "to": .mails("to_refs"), "cc": .mails("cc_refs"), "bcc": .mails("bcc_refs"),
                "subject": .text(["subject"]), "message-id": .text(["message_id"]), "email-body": .text(["body"]),
                "send-date": .moment("date"), "reply-to": .listed(["additional_header_fields", "Reply-To"]),
                "x-mailer": .listed(["additional_header_fields", "X-Mailer"]),
            ], others: ["attachment"]),
        "url": MISPTemplate(type: "url", slots: ["url": .text(["value"])]),
        "x509": MISPTemplate(
            type: "x509-certificate",
            slots: [
                "x509-fingerprint-md5": .digest("MD5", 32),
                "x509-fingerprint-sha1": .digest("SHA-1", 40),
                "x509-fingerprint-sha256": .digest("SHA-256", 64), "serial-number": .text(["serial_number"]),
                "issuer": .text(["issuer"]), "subject": .text(["subject"]), "version": .text(["version"]),
                "validity-not-before": .moment("validity_not_before"),
                "validity-not-after": .moment("validity_not_after"),
                "signature_algorithm": .text(["signature_algorithm"]), "self_signed": .flag("is_self_signed"),
                "pubkey-info-algorithm": .text(["subject_public_key_algorithm"]),
                "pubkey-info-modulus": .text(["subject_public_key_modulus"]),
                "pubkey-info-exponent": .whole("subject_public_key_exponent"),
            ]),
        "process": MISPTemplate(
            type: "process",
            slots: [
                "pid": .whole("pid"), "command-line": .text(["command_line"]), "current-directory": .text(["cwd"]),
                "creation-time": .moment("created_time"), "hidden": .flag("is_hidden"),
                "name": .part("image_ref", "file", "name"), "image": .part("image_ref", "file", "name"),
                "parent-pid": .wholePart("parent_ref", "process", "pid"),
                "parent-command-line": .part("parent_ref", "process", "command_line"),
            ]),
        "registry-key": MISPTemplate(
            type: "windows-registry-key",
            slots: [
                "key": .text(["key"]), "data": .cell("values", "data"), "data-type": .cell("values", "data_type"),
                "name": .cell("values", "name"), "last-modified": .moment("modified_time"),
            ]),
        "asn": MISPTemplate(type: "autonomous-system", slots: ["asn": .system, "description": .text(["name"])]),
        "mutex": MISPTemplate(type: "mutex", slots: ["name": .text(["name"])]),
        "directory": MISPTemplate(type: "directory", slots: ["path": .text(["path"])]),
        "user-account": MISPTemplate(
            type: "user-account",
            slots: [
                "username": .text(["account_login"]), "user-id": .text(["user_id"]),
                "account-type": .text(["account_type"]), "display-name": .text(["display_name"]),
                "privileged": .flag("is_privileged"), "disabled": .flag("is_disabled"),
                "is_service_account": .flag("is_service_account"), "created": .moment("account_created"),
                "expires": .moment("account_expires"), "first_login": .moment("account_first_login"),
                "last_login": .moment("account_last_login"),
            ]),
    ]

    static let digests: [String: Slot] = [
        "md5": .digest("MD5", 32), "sha1": .digest("SHA-1", 40), "sha224": .digest("SHA-224", 56),
        "sha256": .digest("SHA-256", 64), "sha384": .digest("SHA-384", 96), "sha512": .digest("SHA-512", 128),
        "sha512/224": .digest("SHA-512-224", 56), "sha512/256": .digest("SHA-512-256", 64),
        "sha3-224": .digest("SHA3-224", 56), "sha3-256": .digest("SHA3-256", 64),
        "sha3-384": .digest("SHA3-384", 96), "sha3-512": .digest("SHA3-512", 128),
        "ssdeep": .digest("SSDEEP", .ssdeep), "tlsh": .digest("TLSH", .tlsh), "imphash": .digest("IMPHASH", 32),
        "authentihash": .digest("AUTHENTIHASH", 64), "vhash": .digest("VHASH", .word),
        "telfhash": .digest("TELFHASH", .word),
    ]
}

extension MISPObservable {
    /// Puts a value in its place; false where the place is taken, or the value isn't what belongs there.
    mutating func fill(_ slot: MISPTemplate.Slot, _ text: String) -> Bool {
        switch slot {
        case .text(let steps):
            set(steps, piece(steps, text))
        case .whole(let name): set([name], Int(text).flatMap { $0 >= 0 ? .whole($0) : nil })
        case .flag(let name):
            set([name], ["0": false, "1": true, "false": false, "true": true][text.lowercased()].map { .flag($0) })
        case .moment(let name): set([name], MISPTime.moment(text).map { .moment($0) })
        case .digest(let name, let form): set(["hashes", name], form.read(text).map { .text($0) })
        case .host(let name): set([name], MISPObservable(host: text).map { .one($0) })
        case .addresses(let name): add(name, MISPObservable(address: text))
        case .mail(let name): set([name], MISPObservable(email: text).map { .one($0) })
        case .mails(let name): add(name, MISPObservable(email: text))
        case .part(let name, let type, let property): part(name, type, property, .text(text))
        case .wholePart(let name, let type, let property): part(name, type, property, Int(text).map { .whole($0) })
        case .cell(let name, let cell): addCell(name, cell, text)
        case .listed(let steps): list(steps, text)
        case .system: set(["number"], MISPObservable(system: text)?["number"])
        }
    }

    /// A text in the form that its property asks for; nil where it has none.
    private func piece(_ steps: [String], _ text: String) -> Piece? {
        switch (type, steps) {
        case ("domain-name", _): Self.name(text)
        case ("windows-registry-key", ["key"]): .text(text.withWholeHive)
        case ("url", ["value"]): .text(text.percentEncoded)
        case ("user-account", ["account_type"]): Self.accountTypes.contains(text) ? .text(text) : nil
        case ("file", ["mime_type"]): text.isMediaType ? .text(text) : nil
        default: .text(text)
        }
    }

    /// The name of a host; nil where it is an address.
    private static func name(_ text: String) -> Piece? {
        MISPObservable(host: text).flatMap { $0.type == "domain-name" ? $0["value"] : nil }
    }

    private mutating func set(_ steps: [String], _ piece: Piece?) -> Bool {
        guard let piece, self[steps] == nil else { return false }
        self[steps] = piece
        return true
    }

    private mutating func add(_ name: String, _ other: MISPObservable?) -> Bool {
        guard let other else { return false }
        guard case .many(let others)? = self[name] else { return set([name], .many([other])) }
        self[name] = .many(others + [other])
        return true
    }

    private mutating func part(_ name: String, _ type: String, _ property: String, _ piece: Piece?) -> Bool {
        guard let piece else { return false }
        var other = MISPObservable(type)
        if case .one(let known)? = self[name] { other = known }
        guard other.set([property], piece) else { return false }
        self[name] = .one(other)
        return true
    }

    private mutating func addCell(_ name: String, _ cell: String, _ text: String) -> Bool {
        guard cell != "data_type" || Self.registryTypes.contains(text) else { return false }
        guard case .row(let row)? = self[name] else { return set([name], .row([(cell, text)])) }
        guard !row.contains(where: { $0.name == cell }) else { return false }
        self[name] = .row(row + [(cell, text)])
        return true
    }

    /// `windows-registry-datatype-enum` (STIX 2.1 §10.29).
    private static let registryTypes: Set<String> = [
        "REG_NONE", "REG_SZ", "REG_EXPAND_SZ", "REG_BINARY", "REG_DWORD", "REG_DWORD_BIG_ENDIAN",
        "REG_DWORD_LITTLE_ENDIAN", "REG_LINK", "REG_MULTI_SZ", "REG_RESOURCE_LIST", "REG_FULL_RESOURCE_DESCRIPTION",
        "REG_RESOURCE_REQUIREMENTS_LIST", "REG_QWORD", "REG_INVALID_TYPE",
    ]

    private mutating func list(_ steps: [String], _ text: String) -> Bool {
        let text = steps == ["protocols"] ? text.lowercased() : text
        guard case .texts(let texts)? = self[steps] else { return set(steps, .texts([text])) }
        self[steps] = .texts(texts + [text])
        return true
    }
}
