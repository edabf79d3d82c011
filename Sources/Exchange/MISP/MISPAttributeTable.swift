import STIX

/// What an attribute of one MISP type becomes: the one place where that is decided; `docs/misp.md` shows it to people.
enum MISPForm {
    /// One property of one observable.
    case property(MISPPath)
    /// A hash of a file.
    case hash(String, MISPDigest)
    /// A file's name and hash, with a bar between them.
    case named(String, MISPDigest)
    /// An observable that is more than one property.
    case made(String, @Sendable (String) -> MISPObservable?)
    /// A pattern in a language of its own.
    case rule(String)
    case vulnerability, weakness, link, campaign, threatActor
    /// Text for people.
    case note

    /// For people, as the documentation has it.
    var sentence: String {
        switch self {
        case .property(let path): "`\(path.type):\(path.steps.joined(separator: "."))`"
        case .hash(let name, _): "`file:hashes.\(name)`"
        case .named(let name, _): "`file:name` and `file:hashes.\(name)`"
        case .made(let sentence, _): sentence
        case .rule(let language): "indicator with `pattern_type` `\(language)`"
        case .vulnerability: "`vulnerability`"
        case .weakness, .link: "external reference of the report"
        case .campaign: "`campaign`"
        case .threatActor: "`threat-actor`"
        case .note: "`note`"
        }
    }
}

enum MISPAttributeTable {
    static let forms: [String: MISPForm] =
        hashes.merging(table) { first, _ in first }
        .merging(texts.map { ($0, .note) }) { first, _ in first }

    /// Hash types, the name of each in STIX, and its form; `filename|…` follows from them.
    private static let algorithms: [(type: String, name: String, form: MISPDigest)] = [
        ("md5", "MD5", 32), ("sha1", "SHA-1", 40), ("sha224", "SHA-224", 56), ("sha256", "SHA-256", 64),
        ("sha384", "SHA-384", 96), ("sha512", "SHA-512", 128), ("sha512/224", "SHA-512-224", 56),
        ("sha512/256", "SHA-512-256", 64), ("sha3-224", "SHA3-224", 56), ("sha3-256", "SHA3-256", 64),
        ("sha3-384", "SHA3-384", 96), ("sha3-512", "SHA3-512", 128), ("ssdeep", "SSDEEP", .ssdeep),
        ("tlsh", "TLSH", .tlsh), ("imphash", "IMPHASH", 32), ("pehash", "PEHASH", .word),
        ("authentihash", "AUTHENTIHASH", 64), ("impfuzzy", "IMPFUZZY", .word), ("vhash", "VHASH", .word),
        ("telfhash", "TELFHASH", .word), ("cdhash", "CDHASH", 40),
    ]

    private static let hashes: [String: MISPForm] = algorithms.reduce(into: [:]) { forms, algorithm in
        forms[algorithm.type] = .hash(algorithm.name, algorithm.form)
        forms["filename|\(algorithm.type)"] = .named(algorithm.name, algorithm.form)
    }

    private static let table: [String: MISPForm] = [
        // Network.
        "ip-src": address, "ip-dst": address, "domain": domain, "hostname": domain, "url": url, "uri": uri,
        "ip-src|port": end("src"), "ip-dst|port": end("dst"),
        "hostname|port": end("dst"),
        "domain|ip": .made("`domain-name:value` and `resolves_to_refs`") { text in
            guard let parts = text.parted(), var name = MISPObservable(host: parts.0), name.type == "domain-name",
                let address = MISPObservable(address: parts.1)
            else { return nil }
            name["resolves_to_refs"] = .many([address])
            return name
        },
        "AS": .made("`autonomous-system:number`", MISPObservable.init(system:)),
        "mac-address": .made("`mac-addr:value`") { text in
            let digits = text.lowercased().filter { !":-.".contains($0) }
            guard digits.utf8.count == 12, digits.isHexadecimal else { return nil }
            let pairs = stride(from: 0, to: 12, by: 2).map { digits.dropFirst($0).prefix(2) }
            return MISPObservable("mac-addr:value", pairs.joined(separator: ":"))
        },
        "user-agent": .property("network-traffic:extensions.http-request-ext.request_header.User-Agent"),
        "http-method": .property("network-traffic:extensions.http-request-ext.request_method"),
        "port": .made("`network-traffic:dst_port`") { text in
            text.port.map { MISPObservable("network-traffic", [.init(steps: ["dst_port"], piece: .whole($0))]) }
        },
        "cpe": .property("software:cpe"),
        // Mail.
        "email": email, "email-src": mail("from_ref"), "email-dst": mail("to_refs"), "target-email": mail("to_refs"),
        "email-subject": .property("email-message:subject"), "email-body": .property("email-message:body"),
        "email-message-id": .property("email-message:message_id"), "email-reply-to": header("Reply-To"),
        "email-x-mailer": header("X-Mailer"), "email-src-display-name": shown("from_ref"),
        "email-dst-display-name": shown("to_refs"),
        "email-attachment": .made("`email-message:body_multipart[*].body_raw_ref.name`") { text in
            MISPObservable(
                "email-message", [.init(steps: ["body_multipart"], piece: .row([("body_raw_ref.name", text)]))])
        },
        "dns-soa-email": email, "whois-registrant-email": email,
        // Files and machines.
        "filename": .property("file:name"), "malware-sample": .named("MD5", 32),
        "attachment": .property("file:name"), "mutex": .property("mutex:name"),
        "size-in-bytes": .made("`file:size`") { text in
            Int(text).flatMap {
                $0 >= 0 ? MISPObservable("file", [.init(steps: ["size"], piece: .whole($0))]) : nil
            }
        },
        "mime-type": .property("file:mime_type"),
        "regkey": .made("`windows-registry-key:key`") { text in
            MISPObservable("windows-registry-key:key", text.withWholeHive)
        },
        "regkey|value": .made("`windows-registry-key:key` and `values[*].data`") { text in
            guard let parts = text.parted() else { return nil }
            var key = MISPObservable("windows-registry-key:key", parts.0.withWholeHive)
            key["values"] = .row([("data", parts.1)])
            return key
        },
        "windows-service-name": .property("process:extensions.windows-service-ext.service_name"),
        "windows-service-displayname": .property("process:extensions.windows-service-ext.display_name"),
        "x509-fingerprint-md5": .made("`x509-certificate:hashes.MD5`") { certificate($0, "MD5", 32) },
        "x509-fingerprint-sha1": .made("`x509-certificate:hashes.SHA-1`") { certificate($0, "SHA-1", 40) },
        "x509-fingerprint-sha256": .made("`x509-certificate:hashes.SHA-256`") { certificate($0, "SHA-256", 64) },
        // Accounts.
        "github-username": account("github", "account_login"), "twitter-id": account("twitter", "user_id"),
        "eppn": account("eppn", "account_login"), "jabber-id": account("jabber", "account_login"),
        "target-user": .property("user-account:account_login"),
        // Patterns in languages of their own.
        "yara": .rule("yara"), "snort": .rule("snort"), "suricata": .rule("suricata"), "sigma": .rule("sigma"),
        "bro": .rule("zeek"), "zeek": .rule("zeek"), "kusto-query": .rule("kusto"), "stix2-pattern": .rule("stix"),
        // What is known about things.
        "vulnerability": .vulnerability, "cve": .vulnerability, "weakness": .weakness, "link": .link,
        "campaign-name": .campaign, "threat-actor": .threatActor,
    ]

    /// Text for people, and values that STIX has no observable for.
    private static let texts = [
        "aba-rtn", "anonymised", "azure-application-id", "bank-account-nr", "bic", "bin", "boolean", "btc",
        "campaign-id", "cc-number", "chrome-extension-id", "comment", "community-id", "cookie", "cortex", "counter",
        "country-of-residence", "dash", "date-of-birth", "datetime", "dkim", "dkim-signature", "dom-hash",
        "edge-extension-id", "email-header", "email-mime-boundary", "email-thread-index", "favicon-mmh3",
        "filename-pattern", "first-name", "float", "frequent-flyer-number", "full-name", "gender", "gene",
        "git-commit-id", "github-organisation", "github-repository", "hassh-md5", "hasshserver-md5", "hex", "iban",
        "identity-card-number", "integer", "issue-date-of-the-visa", "ja3-fingerprint-md5", "jarm-fingerprint",
        "last-name", "mac-eui-64", "malware-type", "middle-name", "mobile-application-id", "named pipe",
        "nationality", "onion-address", "other", "passenger-name-record-locator-number", "passport-country",
        "passport-expiration", "passport-number", "pattern-filename", "pattern-in-file", "pattern-in-memory",
        "pattern-in-traffic", "payment-details", "pdb", "pgp-private-key", "pgp-public-key", "phone-number",
        "place-of-birth", "place-port-of-clearance", "place-port-of-onward-foreign-destination",
        "place-port-of-original-embarkation", "primary-residence", "process-state", "prtn", "redress-number",
        "special-service-request", "ssh-fingerprint", "target-external", "target-location", "target-machine",
        "target-org", "text", "travel-details", "uuid", "visa-number", "whois-creation-date", "whois-registrant-name",
        "whois-registrant-org", "whois-registrant-phone", "whois-registrar", "windows-scheduled-task", "xmr",
    ]

    private static let address = MISPForm.made("`ipv4-addr:value` or `ipv6-addr:value`", MISPObservable.init(address:))
    private static let uri = MISPForm.made("`url:value`") { MISPObservable("url:value", $0.percentEncoded) }
    private static let url = MISPForm.made("`url:value`; a host alone, or with a port, is that host") { text in
        if let host = MISPObservable(host: text) { return host }
        guard let colon = text.lastIndex(of: ":"), let port = String(text[text.index(after: colon)...]).port,
            let host = MISPObservable(host: String(text[..<colon]))
        else { return MISPObservable("url:value", text.percentEncoded) }
        return end("dst", host, port)
    }
    private static let email = MISPForm.made("`email-addr:value`", MISPObservable.init(email:))
    private static let domain = MISPForm.made("`domain-name:value`") { text in
        // Written with an address, it is an address all the same.
        MISPObservable(host: text) ?? (text.isBareWord ? MISPObservable("domain-name:value", text.lowercased()) : nil)
    }

    /// An end of a connection and its port.
    private static func end(_ side: String) -> MISPForm {
        .made("`network-traffic:\(side)_ref.value` and `\(side)_port`") { text in
            guard let parts = text.parted(last: true), let host = MISPObservable(host: parts.0), let port = parts.1.port
            else { return nil }
            return end(side, host, port)
        }
    }

    private static func end(_ side: String, _ host: MISPObservable, _ port: Int) -> MISPObservable {
        MISPObservable(
            "network-traffic",
            [
                .init(steps: ["\(side)_ref"], piece: .one(host)),
                .init(steps: ["\(side)_port"], piece: .whole(port)),
            ])
    }

    /// A message from or to an address.
    private static func mail(_ property: String) -> MISPForm {
        .made("`email-message:\(property)\(property.hasSuffix("s") ? "[*]" : "").value`") { text in
            MISPObservable(email: text).map { address in
                let piece: MISPObservable.Piece = property.hasSuffix("s") ? .many([address]) : .one(address)
                return MISPObservable("email-message", [.init(steps: [property], piece: piece)])
            }
        }
    }

    /// What a mail program shows in place of an address; an address object needs the address too.
    private static func shown(_ property: String) -> MISPForm {
        .made("`email-message:\(property)\(property.hasSuffix("s") ? "[*]" : "").display_name`") { text in
            let address = MISPObservable("email-addr", [.init(steps: ["display_name"], piece: .text(text))])
            let piece: MISPObservable.Piece = property.hasSuffix("s") ? .many([address]) : .one(address)
            return MISPObservable("email-message", [.init(steps: [property], piece: piece)])
        }
    }

    private static func header(_ name: String) -> MISPForm {
        .made("`email-message:additional_header_fields.'\(name)'`") { text in
            MISPObservable(
                "email-message", [.init(steps: ["additional_header_fields", name], piece: .texts([text]))])
        }
    }

    private static func account(_ type: String, _ property: String) -> MISPForm {
        let context = MISPObservable.accountTypes.contains(type) ? "" : " in patterns"
        return .made("`user-account:\(property)` with `account_type` `\(type)`\(context)") { text in
            MISPObservable(
                "user-account",
                [.init(steps: ["account_type"], piece: .text(type)), .init(steps: [property], piece: .text(text))])
        }
    }

    private static func certificate(_ text: String, _ algorithm: String, _ digits: Int) -> MISPObservable? {
        let digest = text.lowercased().filter { $0 != ":" }
        guard digest.utf8.count == digits, digest.isHexadecimal else { return nil }
        return MISPObservable("x509-certificate", [.init(steps: ["hashes", algorithm], piece: .text(digest))])
    }
}

extension MISPForm {
    /// What a value of the type observes; nil where it isn't one, or the type observes nothing.
    func observable(_ text: String) -> MISPObservable? {
        switch self {
        case .property(let path): MISPObservable(path, text)
        case .hash(let name, let form): form.read(text).map { .file(hashed: $0, name) }
        case .named(let name, let form):
            text.parted(last: true).flatMap { parts in
                form.read(parts.1).map {
                    var file = MISPObservable.file(hashed: $0, name)
                    file["name"] = .text(parts.0)
                    return file
                }
            }
        case .made(_, let make): make(text)
        case .rule, .vulnerability, .weakness, .link, .campaign, .threatActor, .note: nil
        }
    }
}

extension MISPObservable {
    static func file(hashed digest: String, _ algorithm: String) -> MISPObservable {
        MISPObservable("file", [.init(steps: ["hashes", algorithm], piece: .text(digest))])
    }

    /// The host of a URL without a scheme.
    init?(hostOf text: String) {
        let authority = text.prefix { !"/?#".contains($0) }
        let colon = authority.lastIndex(of: ":").flatMap { colon in
            String(authority[authority.index(after: colon)...]).port == nil ? nil : colon
        }
        self.init(host: String(authority[..<(colon ?? authority.endIndex)]))
    }

    init?(email text: String) {
        guard let at = text.lastIndex(of: "@"), at != text.startIndex, text.index(after: at) != text.endIndex,
            !text.contains(where: \.isWhitespace)
        else { return nil }
        self.init("email-addr:value", text)
    }

    init?(system text: String) {
        let digits = text.uppercased().hasPrefix("AS") ? text.dropFirst(2) : text[...]
        guard let number = UInt32(digits) else { return nil }
        self.init("autonomous-system", [.init(steps: ["number"], piece: .whole(Int(number)))])
    }
}

extension String {
    /// The two halves of a composite value.
    ///
    /// - Parameter last: whether the last bar parts them: no hash and no port holds one, but a name may.
    func parted(last: Bool = false) -> (String, String)? {
        guard let bar = last ? lastIndex(of: "|") : firstIndex(of: "|") else { return nil }
        let halves = (String(self[..<bar]).trimmed, String(self[index(after: bar)...]).trimmed)
        return halves.0.isEmpty || halves.1.isEmpty ? nil : halves
    }

    var isHexadecimal: Bool { utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) } }

    /// Nothing but letters, digits, dots, hyphens and underscores: names that resolvers know though the rules forbid them.
    var isBareWord: Bool {
        !isEmpty && utf8.count <= 253
            && utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || [0x2D, 0x2E, 0x5F].contains($0)
            }
    }

    var port: Int? { Int(self).flatMap { (0...65_535).contains($0) ? $0 : nil } }
}
