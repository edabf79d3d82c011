import Crypto

extension Version20Conversion {
    /// What stands inside of observed data in STIX 2.0 stands beside it in STIX 2.1 (§4.14).
    mutating func separateObservables() throws {
        guard self["object_refs"] == nil, let objects = self["objects"]?.members, !objects.isEmpty else { return }
        markWhole("objects")
        var container = Version20Container(objects, in: id)
        container.markings = self["object_marking_refs"]
        var ids: [String] = []
        var known: Set<[UInt8]> = []
        for key in container.keys {
            let observable = container.observable(key)
            guard known.insert(Array(SHA256.hash(data: try JSON.object(observable).canonical()))).inserted else {
                continue
            }
            try keep(observable)
            if let id = container.id(of: key), !ids.contains(id) { ids.append(id) }
        }
        notes += container.notes
        // Nothing readable stands in it: then it stays as it is, which STIX 2.1 still knows.
        guard !ids.isEmpty else { return }
        self["objects"] = nil
        self["object_refs"] = .array(ids.map(JSON.string))
    }
}

/// The observed objects of one `observed-data` of STIX 2.0, which refer to each other by keys (part 4 §2).
struct Version20Container {
    /// Keys of what can be read, in the order written.
    private(set) var keys: [String] = []
    private(set) var notes: [Version20.Note] = []
    /// Markings of the whole, which its parts bear too.
    var markings: JSON?
    private let owner: String
    /// Members in the names of STIX 2.1, references still by key.
    private var objects: [String: [JSON.Member]] = [:]
    private var ids: [String: String] = [:]
    private var entered: Set<String> = []
    /// References by which an identifier is computed can lead on and on; beyond so many it is computed without them.
    private static let mostSteps = 16

    init(_ members: [JSON.Member], in owner: String) {
        self.owner = owner
        var images: [(key: String, object: [JSON.Member])] = []
        for member in members {
            guard let properties = member.value.members, let type = member.value["type"]?.string,
                STIXIdentifier.isTypeName(type)
            else {
                notes.append(.init(place: "observed-data.objects", kind: .notObservable))
                continue
            }
            var renamed = rename(properties, of: type, at: type)
            if type == "process", let image = image(&renamed, properties, member.name) { images.append(image) }
            keys.append(member.name)
            objects[member.name] = renamed
        }
        for image in images where objects[image.key] == nil {
            keys.append(image.key)
            objects[image.key] = image.object
        }
        for key in keys {
            guard let object = objects[key] else { continue }
            let type = object.first { $0.name == "type" }?.value.string ?? ""
            objects[key] = object.compactMap { without(dangling: $0, at: type) }
        }
    }

    /// The name of a process is that of its image (STIX 2.1 §6.13), where it has none that is said otherwise.
    private mutating func image(
        _ process: inout [JSON.Member], _ original: [JSON.Member], _ key: String
    ) -> (key: String, object: [JSON.Member])? {
        guard let name = original.first(where: { $0.name == "name" })?.value, name.string?.isEmpty == false,
            !process.contains(where: { $0.name == "image_ref" })
        else { return nil }
        process.removeAll { $0.name == Version20Names.custom("name") }
        if let index = notes.lastIndex(where: { $0.place == "process.name" }) { notes.remove(at: index) }
        let image = "image of \(key)"
        process.append(.init(name: "image_ref", value: .string(image)))
        return (image, [.init(name: "type", value: .string("file")), .init(name: "name", value: name)])
    }

    /// Members under the names of STIX 2.1.
    private mutating func rename(_ members: [JSON.Member], of part: String, at place: String) -> [JSON.Member] {
        members.compactMap { member in
            // Local keys have taken the place of identifiers.
            if part == place, member.name == "id" || member.name == "spec_version" { return nil }
            let target = part == place ? Version20Names.renamed[part]?[member.name] : nil
            let isTaken = target.map { target in members.contains { $0.name == target } } ?? false
            if isTaken || Version20Names.gone[part]?.contains(member.name) == true {
                notes.append(.init(place: "\(part).\(member.name)", kind: .keptAsCustom))
                return .init(name: Version20Names.custom(member.name), value: member.value)
            }
            let name = target ?? member.name
            return .init(name: name, value: rename(member.value, under: name))
        }
    }

    private mutating func rename(_ value: JSON, under name: String) -> JSON {
        switch value {
        case .object(let members) where name == "hashes" || name.hasSuffix("_hashes"):
            return .object(
                members.map { .init(name: $0.name == "ssdeep" ? "SSDEEP" : $0.name, value: $0.value) })
        case .object(let members) where Version20Names.listed.contains(name):
            return .object(
                members.map { .init(name: $0.name, value: $0.value.string == nil ? $0.value : .array([$0.value])) })
        case .object where Version20Names.free.contains(name): return value
        case .object(let members): return .object(rename(members, of: name, at: ""))
        case .array(let elements): return .array(elements.map { rename($0, under: "") })
        default: return value
        }
    }

    /// A member without the references in it that lead nowhere.
    private mutating func without(dangling member: JSON.Member, at place: String) -> JSON.Member? {
        let path = "\(place).\(member.name)"
        if Version20Names.isOpaque(member.name) { return member }
        if member.name.hasSuffix("_ref") {
            guard let key = member.value.string, objects[key] != nil else { return drop(path) }
            return member
        }
        if member.name.hasSuffix("_refs"), let elements = member.value.array {
            let left = elements.filter { $0.string.map { objects[$0] != nil } ?? false }
            if left.count < elements.count { _ = drop(path) }
            return left.isEmpty ? nil : .init(name: member.name, value: .array(left))
        }
        return .init(name: member.name, value: without(dangling: member.value, at: path))
    }

    private mutating func without(dangling value: JSON, at path: String) -> JSON {
        switch value {
        case .object(let members): .object(members.compactMap { without(dangling: $0, at: path) })
        case .array(let elements): .array(elements.map { without(dangling: $0, at: path) })
        default: value
        }
    }

    private mutating func drop(_ path: String) -> JSON.Member? {
        notes.append(.init(place: path, kind: .danglingReference))
        return nil
    }

    // MARK: Identifiers

    /// The object with its identifier, its references and its markings.
    mutating func observable(_ key: String) -> [JSON.Member] {
        var members = resolved(objects[key] ?? [], steps: 0)
        members.append(.init(name: "id", value: .string(id(of: key) ?? "")))
        members.append(.init(name: "spec_version", value: .string("2.1")))
        guard let marks = markings?.array else { return members }
        // STIX 2.0 knows no markings here; where there are some all the same, they hold too.
        let own = members.first { $0.name == "object_marking_refs" }?.value.array ?? []
        let more = own.filter { !marks.contains($0) }
        members.removeAll { $0.name == "object_marking_refs" }
        members.append(.init(name: "object_marking_refs", value: .array(marks + more)))
        return members
    }

    /// The identifier of STIX 2.1 §2.9; nil where nothing stands under the key.
    mutating func id(of key: String) -> String? { id(of: key, steps: 0) }

    private mutating func id(of key: String, steps: Int) -> String? {
        if let known = ids[key] { return known }
        guard let object = objects[key], let type = object.first(where: { $0.name == "type" })?.value.string else {
            return nil
        }
        var made: String?
        if steps < Self.mostSteps, entered.insert(key).inserted, let names = SCOIdentifier.contributing[type] {
            let contributing = resolved(object.filter { names.contains($0.name) }, steps: steps + 1)
            // Names in the order of the standard do not matter: the canonical form sorts them.
            made = SCOIdentifier.deterministicID(of: type, contributing)
        }
        // Whoever leads back here has been given an identifier meanwhile.
        let id = ids[key] ?? made ?? "\(type)--\(unnamed(object))"
        ids[key] = id
        return id
    }

    private mutating func resolved(_ members: [JSON.Member], steps: Int) -> [JSON.Member] {
        members.map { member in
            if Version20Names.isOpaque(member.name) { return member }
            if member.name.hasSuffix("_ref"), let key = member.value.string {
                return .init(name: member.name, value: .string(id(of: key, steps: steps) ?? key))
            }
            if member.name.hasSuffix("_refs"), let keys = member.value.array {
                let ids = keys.map { key in key.string.flatMap { id(of: $0, steps: steps) }.map(JSON.string) ?? key }
                return .init(name: member.name, value: .array(ids))
            }
            return .init(name: member.name, value: resolved(member.value, steps: steps))
        }
    }

    private mutating func resolved(_ value: JSON, steps: Int) -> JSON {
        switch value {
        case .object(let members): .object(resolved(members, steps: steps))
        case .array(let elements): .array(elements.map { resolved($0, steps: steps) })
        default: value
        }
    }

    /// Where the standard wants a random UUID: one in that form that is the same whenever the same thing comes again.
    private func unnamed(_ object: [JSON.Member]) -> String {
        var hash = SHA256()
        hash.update(data: Array("stix 2.0 \(owner) ".utf8))
        hash.update(data: (try? JSON.object(object).canonical()) ?? [])
        var bytes = Array(hash.finalize().prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return [hex[0..<4], hex[4..<6], hex[6..<8], hex[8..<10], hex[10..<16]].map { $0.joined() }.joined(
            separator: "-")
    }
}
