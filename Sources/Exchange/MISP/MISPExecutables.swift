import STIX

/// Which objects of an event say what another one is inside: a `file` that includes a `pe` and its `pe-section`s.
///
/// Only where the event says so, where nothing of it is to be detected by itself, and where nothing is stricter than the file:
/// then they are the file's `windows-pebinary-ext` (STIX 2.1 §6.7.6).
struct MISPExecutables {
    struct Executable {
        let index: Int
        var sections: [Int] = []
    }

    private var executables: [Int: Executable] = [:]
    private var files: [Int: Int] = [:]

    /// What is said of one object, as far as it matters here.
    private struct Candidate {
        let index: Int
        let marking: TLP
        let included: [MISPRegister.UUID]
    }

    init(_ objects: MISPList?, _ around: MISPAround) {
        guard let objects else { return }
        var found: [String: [MISPRegister.UUID: Candidate]] = [:]
        for index in objects.indices {
            let object = objects.value(index)
            guard let name = object["name"]?.string, ["file", "pe", "pe-section"].contains(name),
                let uuid = object["uuid"]?.string, Self.isWhole(object, name)
            else { continue }
            let candidate = Candidate(
                index: index, marking: Self.marking(of: object, around, isFile: name == "file"),
                included: Self.included(in: object))
            found[name, default: [:]][MISPRegister.UUID(given: uuid.lowercased())] = candidate
        }
        guard let executables = found["pe"] else { return }
        for file in (found["file"] ?? [:]).values.sorted(by: { $0.index < $1.index }) {
            // Of two, nobody says which one the file is.
            let included = file.included.compactMap { executables[$0] }
            guard included.count == 1, let inner = included.first, inner.marking <= file.marking,
                files[inner.index] == nil
            else { continue }
            var executable = Executable(index: inner.index)
            for section in inner.included.compactMap({ found["pe-section"]?[$0] })
            where section.marking <= file.marking && files[section.index] == nil {
                executable.sections.append(section.index)
                files[section.index] = file.index
            }
            files[inner.index] = file.index
            self.executables[file.index] = executable
        }
    }

    func executable(of file: Int) -> Executable? { executables[file] }

    /// Whether the file has read it.
    func isPart(_ index: Int) -> Bool { files[index] != nil }

    /// The file that an object is a part of; else itself.
    func whole(_ index: Int) -> Int { files[index] ?? index }

    private static func isWhole(_ object: JSONValue, _ name: String) -> Bool {
        let attributes = object["Attribute"]?.array ?? []
        guard !object.isDeletedInMISP, !attributes.contains(where: { $0.isDeletedInMISP || $0.isToDetect }) else {
            return false
        }
        func value(_ relation: String) -> String? {
            attributes.first { $0["object_relation"]?.string == relation }?["value"]?.string
        }
        switch name {
        case "file": return ["filename", "md5", "sha1", "sha256"].contains { value($0) != nil }
        case "pe":
            var kept = MISPExecutable()
            for attribute in attributes {
                _ = kept.fill(attribute["object_relation"]?.string ?? "", attribute["value"]?.string ?? "")
            }
            return kept.isWhole
        default: return value("name").map { !$0.trimmed.isEmpty } ?? false
        }
    }

    private static func marking(of object: JSONValue, _ around: MISPAround, isFile: Bool) -> TLP {
        let account = MISPAccount { _ in }
        return MISPNode.read(object, at: "", account) { node in
            let own = MISPAround(of: node, MISPTags(node), in: around)
            var marking = own.marking
            // What is inside of the file must be as lax as all of it.
            node.each("Attribute") {
                let inner = MISPAround(of: $0, MISPTags($0), in: own).marking
                marking = isFile ? min(marking, inner) : max(marking, inner)
            }
            return marking
        } ?? .red
    }

    private static func included(in object: JSONValue) -> [MISPRegister.UUID] {
        (object["ObjectReference"]?.array ?? []).compactMap { reference in
            guard !reference.isDeletedInMISP, let uuid = reference["referenced_uuid"]?.string,
                ["includes", "contains"].contains(reference["relationship_type"]?.string?.lowercased() ?? "")
            else { return nil }
            return MISPRegister.UUID(given: uuid.lowercased())
        }
    }
}

extension JSONValue {
    fileprivate var isToDetect: Bool {
        self["to_ids"].map { $0 == .bool(true) || $0.string == "1" || $0.number?.text == "1" } ?? false
    }
}

/// What a `pe` object and its sections say in `windows-pebinary-ext`.
struct MISPExecutable {
    private var members: [String: JSONValue] = [:]
    private var sections: [[String: JSONValue]] = []

    var isWhole: Bool { members["pe_type"] != nil && members.count > 1 }

    var tree: JSONValue {
        func object(_ members: [String: JSONValue]) -> JSONValue {
            .object(members.map { .init(name: $0.key, value: $0.value) })
        }
        var all = members
        if !sections.isEmpty { all["sections"] = .array(sections.map(object)) }
        return object(all)
    }

    /// Takes what an attribute of the executable says; false where there is no place for it, or it is taken.
    mutating func fill(_ relation: String, _ text: String) -> Bool {
        let text = text.trimmed
        switch relation {
        case "type": return set("pe_type", Self.types[text.lowercased()].map { .string($0) })
        case "imphash": return set("imphash", MISPDigest.digits(32).read(text).map { .string($0) })
        case "compilation-timestamp":
            return set("time_date_stamp", MISPTime.moment(text).map { .string($0.description) })
        case "number-sections": return set("number_of_sections", Self.whole(text))
        case "number-of-symbols": return set("number_of_symbols", Self.whole(text))
        case "size-of-optional-header": return set("size_of_optional_header", Self.whole(text))
        case "machine-type-hex": return set("machine_hex", Self.hex(text))
        case "characteristics-hex": return set("characteristics_hex", Self.hex(text))
        case "pointer-to-symbol-table": return set("pointer_to_symbol_table_hex", Self.hex(text))
        default: return false
        }
    }

    mutating func beginSection() { sections.append([:]) }

    /// Takes what an attribute of the section that was begun last says.
    mutating func fillSection(_ relation: String, _ text: String) -> Bool {
        guard var section = sections.popLast() else { return false }
        defer { sections.append(section) }
        let text = text.trimmed
        func set(_ name: String, _ value: JSONValue?) -> Bool {
            guard let value, section[name] == nil else { return false }
            section[name] = value
            return true
        }
        switch relation {
        case "name": return set("name", .string(text))
        case "size-in-bytes": return set("size", Self.whole(text))
        case "entropy":
            return set("entropy", Double(text).flatMap { JSONValue.Number($0) }.map { .number($0) })
        default:
            guard case .digest(let name, let form)? = MISPTemplate.digests[relation], let digest = form.read(text)
            else {
                return false
            }
            let others = section["hashes"]?.members ?? []
            guard !others.contains(where: { $0.name == name }) else { return false }
            section["hashes"] = .object(others + [.init(name: name, value: .string(digest))])
            return true
        }
    }

    private mutating func set(_ name: String, _ value: JSONValue?) -> Bool {
        guard let value, members[name] == nil else { return false }
        members[name] = value
        return true
    }

    private static let types = ["exe": "exe", "dll": "dll", "driver": "sys", "sys": "sys"]

    private static func whole(_ text: String) -> JSONValue? {
        Int(text).flatMap { (0..<1 << 53).contains($0) ? .whole($0) : nil }
    }

    /// An even number of hexadecimal digits (STIX 2.1 §2.8).
    private static func hex(_ text: String) -> JSONValue? {
        let digits = text.lowercased().hasPrefix("0x") ? String(text.dropFirst(2)) : text
        guard !digits.isEmpty, digits.isHexadecimal else { return nil }
        return .string(digits.utf8.count % 2 == 0 ? digits : "0" + digits)
    }
}

extension MISPEvent {
    /// Reads the executable that a file is, and its sections.
    func take(_ executable: MISPExecutables.Executable, _ part: inout MISPPart, _ made: inout Observed) {
        var inside = MISPExecutable()
        take(executable.index, &part, &made) { inside.fill($0, $1) }
        for section in executable.sections {
            inside.beginSection()
            take(section, &part, &made) { inside.fillSection($0, $1) }
        }
        made.observable[["extensions", "windows-pebinary-ext"]] = .tree(inside.tree)
    }

    private func take(
        _ index: Int, _ part: inout MISPPart, _ made: inout Observed, _ fill: (String, String) -> Bool
    ) {
        guard let (value, path) = otherObject(index) else { return }
        _ = MISPNode.read(value, at: path, account) { node in
            let name = node.text("name") ?? ""
            let own = MISPPart(node, in: self, around, seed: node.path)
            _ = node.text("meta-category")
            node.lose(.noPlace, "description")
            node.pass("ObjectReference")
            node.each("Attribute") { attribute in
                let type = attribute.text("type") ?? ""
                let relation = attribute.text("object_relation") ?? ""
                guard let value = attribute.text("value") else {
                    attribute.lose(taken: "type", .badValue)
                    attribute.rest = .badValue
                    return
                }
                guard fill(relation, value) else {
                    self.attribute(attribute, type: type, value: value, in: own.around, as: .foreign(relation))
                    return
                }
                attribute.lose(.proposal, "ShadowAttribute")
                attribute.lose(.binary, "data")
                _ = attribute.flag("to_ids")
                let inner = MISPPart(attribute, in: self, own.around, seed: "\(own.uuid) \(type) \(value)")
                part.join(inner, of: attribute)
                part.comments += inner.comments.map { "\(name) \(relation): \($0)" }
                if let key = inner.key { made.keys.append(key) }
                if let sightings = attribute.detach("Sighting") { made.sightings.append(sightings) }
            }
            part.join(own, of: node)
            part.comments += own.comments.map { "\(name): \($0)" }
            if let key = own.key { made.keys.append(key) }
        }
    }
}
