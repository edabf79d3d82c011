import Crypto
import STIX

/// A STIX object that is being made.
struct MISPDraft {
    private(set) var members: [String: JSONValue]

    init(_ members: [String: JSONValue]) { self.members = members }

    /// - Parameter modified: not before `created`.
    init(_ type: String, uuid: String, created: Timestamp, modified: Timestamp) {
        members = [
            "type": .string(type), "spec_version": .string("2.1"), "id": .string("\(type)--\(uuid)"),
            "created": .string(created.description), "modified": .string(max(created, modified).description),
        ]
    }

    var id: String {
        get { members["id"]?.string ?? "" }
        set { members["id"] = .string(newValue) }
    }

    /// The TLP it bears.
    var marking: TLP { members["object_marking_refs"]?[0]?.string.flatMap(TLP.init(markingID:)) ?? .red }

    /// What stands in place of the words of something deleted.
    static let gone = "Deleted in MISP."

    /// Whether it is a cyber-observable object, which has neither author nor versions.
    var isObservable: Bool { members["created"] == nil }

    /// What it says beside its marking, for telling two contents under one identifier apart.
    var content: String {
        var members = members
        members["object_marking_refs"] = nil
        let object = JSONValue.object(members.map { .init(name: $0.key, value: $0.value) })
        return (try? object.canonical()).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Whether all that it says is one text, of which its identifier is made.
    var isPlain: Bool {
        let own = members.filter { !["type", "spec_version", "id", "object_marking_refs"].contains($0.key) }
        return own.count == 1 && own.values.first?.string != nil
    }

    /// Points to other objects than before; an identifier that was made of the references is made anew.
    mutating func redirect(_ ids: [String: String]) {
        guard !ids.isEmpty else { return }
        let before = members
        defer {
            let object = JSONValue.object(members.map { .init(name: $0.key, value: $0.value) })
            if before != members, let id = SCOIdentifier.deterministicID(of: object) { self.id = id }
        }
        for (name, value) in members where name.hasSuffix("_ref") || name.hasSuffix("_refs") {
            switch value {
            case .string(let id): members[name] = .string(ids[id] ?? id)
            case .array(let list):
                members[name] = .array(list.map { .string(ids[$0.string ?? ""] ?? $0.string ?? "") })
            default: break
            }
        }
    }

    subscript(_ name: String) -> String? {
        get { members[name]?.string }
        set { members[name] = newValue.map { .string($0) } }
    }

    /// Sets a list; an empty one isn't written.
    mutating func set(_ name: String, _ texts: [String]) {
        var seen: Set<String> = []
        let texts = texts.filter { !$0.isEmpty && seen.insert($0).inserted }
        members[name] = texts.isEmpty ? nil : .array(texts.map { .string($0) })
    }

    mutating func set(_ name: String, _ value: JSONValue?) { members[name] = value }

    /// Whether nothing speaks against it but that MISP knows more hashes and rule languages than STIX names.
    ///
    /// Both vocabularies are open (STIX 2.1 §10.7, §10.19), and a hash is worth more under its own name than in a note.
    var isClean: Bool {
        var isClean = true
        func look(_ scanned: Scanned) {
            guard case .object(let object) = scanned else { return isClean = false }
            isClean = isClean && object.findings.allSatisfy(\.isOpenName)
        }
        var scanner = ObjectScanner()
        do {
            try scanner.feed(bytes(), look)
            try scanner.finish(look)
        } catch {
            return false
        }
        return isClean
    }

    /// Its canonical bytes (RFC 8785).
    func bytes() throws -> [UInt8] {
        try JSONValue.object(members.map { .init(name: $0.key, value: $0.value) }).canonical()
    }
}

extension Finding {
    /// Whether it is about the name of a hash or of a rule language outside of the vocabulary.
    fileprivate var isOpenName: Bool {
        code == .notInVocabulary && (pointer.hasPrefix("/hashes") || pointer == "/pattern_type")
    }
}

/// Identifiers that are the same whenever the same thing comes again.
enum MISPIdentifier {
    /// The same UUID in the form of version 4, which most of MISP's have: STIX 2.1 §2.9 asks for it where it computes none.
    static func withRandomForm(_ uuid: String) -> String { String(uuid.prefix(14)) + "4" + uuid.dropFirst(15) }

    /// A name-based UUID, version 5 (RFC 9562 §5.5).
    static func derived(_ names: String...) -> String {
        let hex = bytes(names).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return [hex[0..<4], hex[4..<6], hex[6..<8], hex[8..<10], hex[10..<16]].map { $0.joined() }.joined(
            separator: "-")
    }

    static func bytes(_ names: [String]) -> [UInt8] {
        var hash = Insecure.SHA1()
        // Ours; a name of another kind never has the same UUID.
        hash.update(data: Array("concord misp 1".utf8))
        for name in names { hash.update(data: [0] + Array(name.utf8)) }
        var bytes = Array(hash.finalize().prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        return bytes
    }
}
