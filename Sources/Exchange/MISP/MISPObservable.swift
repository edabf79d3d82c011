import STIX

/// What an attribute or object of MISP observes: one thing, from which come a pattern and the cyber-observable objects.
struct MISPObservable {
    indirect enum Piece {
        case text(String)
        case whole(Int)
        case flag(Bool)
        case moment(Timestamp)
        /// A list of texts.
        case texts([String])
        /// `…_ref`.
        case one(MISPObservable)
        /// `…_refs`.
        case many([MISPObservable])
        /// A list of one dictionary.
        case row([(name: String, text: String)])
        /// Something that no pattern asks for.
        case tree(JSONValue)
    }

    struct Field {
        let steps: [String]
        var piece: Piece
    }

    let type: String
    var fields: [Field]

    init(_ type: String, _ fields: [Field] = []) {
        (self.type, self.fields) = (type, fields)
    }

    /// A thing with one text.
    init(_ path: MISPPath, _ text: String) {
        self.init(path.type)
        self[path.steps] = .text(text)
    }

    /// An address, or a network; nil where the text is neither.
    init?(address text: String) {
        guard let prefix = IPPrefix(text) else { return nil }
        self.init(prefix.version == .four ? "ipv4-addr" : "ipv6-addr")
        self["value"] = .text(prefix.description)
    }

    /// An address or a name.
    init?(host text: String) {
        if let address = MISPObservable(address: text) {
            self = address
        } else if let name = ObservableValue(text), name.kind == .domain {
            self.init("domain-name")
            self["value"] = .text(name.text)
        } else {
            return nil
        }
    }

    subscript(_ steps: String...) -> Piece? {
        get { self[steps] }
        set { self[steps] = newValue }
    }

    subscript(_ steps: [String]) -> Piece? {
        get { fields.first { $0.steps == steps }?.piece }
        set {
            fields.removeAll { $0.steps == steps }
            if let newValue { fields.append(Field(steps: steps, piece: newValue)) }
        }
    }

    /// The comparisons that a pattern makes of it.
    var pattern: String { "[" + comparisons(in: type + ":").joined(separator: " AND ") + "]" }

    private func comparisons(in prefix: String, namesType: Bool = false) -> [String] {
        var all = namesType ? ["\(prefix)type = \(Self.literal(type))"] : []
        for field in fields {
            let path = prefix + field.steps.map(Self.step).joined(separator: ".")
            switch field.piece {
            case .text(let text):
                let isNetwork = field.steps == ["value"] && type.hasPrefix("ipv") && text.contains("/")
                all.append("\(path) \(isNetwork ? "ISSUBSET" : "=") \(Self.literal(text))")
            case .whole(let number): all.append("\(path) = \(number)")
            case .flag(let flag): all.append("\(path) = \(flag)")
            case .moment(let moment): all.append("\(path) = t'\(moment)'")
            case .texts(let texts): all += texts.map { "\(path)[*] = \(Self.literal($0))" }
            case .one(let other): all += other.comparisons(in: path + ".", namesType: Self.areTyped.contains(path))
            case .many(let others): all += others.flatMap { $0.comparisons(in: path + "[*].") }
            case .row(let row):
                all += row.map { cell in
                    let steps = cell.name.split(separator: ".").map { Self.step(String($0)) }
                    return "\(path)[*].\(steps.joined(separator: ".")) = \(Self.literal(cell.text))"
                }
            case .tree: break
            }
        }
        return all
    }

    /// `account-type-ov` (STIX 2.1 §10.1); other types stand in patterns alone, where they narrow.
    static let accountTypes: Set<String> = [
        "facebook", "ldap", "nis", "openid", "radius", "skype", "tacacs", "twitter", "unix", "windows-local",
        "windows-domain",
    ]

    /// References that point to addresses or names.
    private static let areTyped: Set<String> = ["network-traffic:src_ref", "network-traffic:dst_ref"]

    /// A step of an object path (STIX 2.1 §9.7): quoted where it is more than letters, digits and underscores.
    private static func step(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy {
            $0 == 0x5F || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
        }
        return isPlain ? name : literal(name)
    }

    /// A string literal (STIX 2.1 §9.6.1).
    static func literal(_ text: String) -> String {
        "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }

    /// Whether it can stand as cyber-observable objects too.
    var canStand: Bool {
        let isSayable = fields.allSatisfy { field in
            if case .tree = field.piece { return true }
            return field.steps.first != "extensions" && field.steps.count <= 2
        }
        guard isSayable else { return false }
        let names = Set(fields.compactMap(\.steps.first))
        let others = fields.flatMap { field -> [MISPObservable] in
            switch field.piece {
            case .one(let other): [other]
            case .many(let others): others
            default: []
            }
        }
        return others.allSatisfy(\.canStand) && !names.contains("body_multipart") && hasNeeded(names)
    }

    private func hasNeeded(_ names: Set<String>) -> Bool {
        switch type {
        case "network-traffic": !names.isDisjoint(with: ["src_ref", "dst_ref"])
        case "software": names.contains("name")
        case "email-addr": names.contains("value")
        case "file": !names.isDisjoint(with: ["hashes", "name"])
        default: !names.isEmpty
        }
    }

    /// The objects of which it is made, those it refers to first.
    ///
    /// - Parameter uuid: for the types whose identifiers the standard does not compute.
    func objects(uuid: String) -> [MISPDraft] {
        var before: [MISPDraft] = []
        var members: [String: JSONValue] = ["type": .string(type), "spec_version": .string("2.1")]
        func put(_ value: JSONValue, at steps: [String]) {
            guard steps.count == 2 else {
                members[steps[0]] = value
                return
            }
            let others = (members[steps[0]]?.members ?? []).filter { $0.name != steps[1] }
            members[steps[0]] = .object(others + [.init(name: steps[1], value: value)])
        }
        func reference(_ other: MISPObservable, _ name: String) -> JSONValue {
            let made = other.objects(uuid: MISPIdentifier.derived(uuid, name))
            before += made
            return .string(made.last?.id ?? "")
        }
        for field in fields {
            let name = field.steps.joined(separator: ".")
            switch field.piece {
            case .text(let text) where name == "account_type" && !Self.accountTypes.contains(text): continue
            case .text(let text): put(.string(text), at: field.steps)
            case .whole(let number): put(.whole(number), at: field.steps)
            case .flag(let flag): put(.bool(flag), at: field.steps)
            case .moment(let moment): put(.string(moment.description), at: field.steps)
            case .texts(let texts): put(.array(texts.map { .string($0) }), at: field.steps)
            case .one(let other): put(reference(other, name), at: field.steps)
            case .many(let others):
                put(.array(others.enumerated().map { reference($1, "\(name)[\($0)]") }), at: field.steps)
            case .row(let row):
                put(.array([.object(row.map { .init(name: $0.name, value: .string($0.text)) })]), at: field.steps)
            case .tree(let tree): put(tree, at: field.steps)
            }
        }
        if type == "email-message", members["is_multipart"] == nil { members["is_multipart"] = .bool(false) }
        if type == "network-traffic", members["protocols"] == nil {
            members["protocols"] = .array([protocolOfAddresses])
        }
        let object = JSONValue.object(members.map { .init(name: $0.key, value: $0.value) })
        members["id"] = .string(
            SCOIdentifier.deterministicID(of: object) ?? "\(type)--\(MISPIdentifier.withRandomForm(uuid))")
        return before + [MISPDraft(members)]
    }

    /// What is known of a connection's protocols when only its ends are.
    private var protocolOfAddresses: JSONValue {
        let ends = fields.compactMap { if case .one(let end) = $0.piece { end.type } else { nil } }
        return .string(ends.contains("ipv6-addr") ? "ipv6" : ends.contains("ipv4-addr") ? "ipv4" : "ip")
    }
}

/// A path of a pattern, such as `file:hashes.SHA-256`: the type, and the names of properties.
struct MISPPath: ExpressibleByStringLiteral {
    let type: String
    let steps: [String]

    init(stringLiteral text: String) {
        let halves = text.split(separator: ":", maxSplits: 1)
        type = String(halves[0])
        steps = halves.dropFirst().flatMap { $0.split(separator: ".") }.map(String.init)
    }
}

extension JSONValue {
    static func whole(_ number: Int) -> JSONValue { Number(Double(number)).map { .number($0) } ?? .null }
}
