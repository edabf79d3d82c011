package import STIX
import Storage

/// An object without the parts that are marked above a ceiling: a new object, with its own id and author (law 8).
package struct Redaction: Sendable {
    /// Exact bytes of the new object.
    package let object: [UInt8]
    package let id: String
    /// The marking that the new object carries.
    package let marking: TLP

    /// The link that says from which object it comes; it belongs where that one stands, and nowhere else.
    package func link(to original: String, id: String, author: String, marking: TLP, now: Timestamp) throws -> [UInt8] {
        let time = now.inMilliseconds.description
        return try JSON.object([
            .text("type", "relationship"), .text("spec_version", "2.1"), .text("id", id),
            .text("created_by_ref", author),
            .text("created", time), .text("modified", time), .text("relationship_type", "derived-from"),
            .text("source_ref", self.id), .text("target_ref", original),
            .init(name: "object_marking_refs", value: .array([.string(marking.markingID)])),
        ]).canonical()
    }

    /// What belongs to every object, and says nothing by itself.
    private static let frame: Set<String> = [
        "type", "id", "spec_version", "created", "modified", "created_by_ref", "object_marking_refs", "extensions",
        "external_references", "labels", "confidence", "lang",
    ]

    /// Nil where what is left is no clean object, or says nothing.
    ///
    /// - Parameters:
    ///   - id: of the new object.
    ///   - author: the `created_by_ref` of the new object: the organisation of whoever redacts.
    ///   - floor: the effective marking of the original, which the new object does not fall below (law 7).
    init?(
        of object: STIXObject, into collection: LogCollection, atLeast floor: TLP, id: String, author: String?,
        now: Timestamp,
        _ markings: inout Markings, in session: Session
    ) throws {
        // An observable's id is computed from its value, so there is no other object with the same value.
        guard object.created != nil, floor <= collection.ceiling,
            case .known(var marking, _) = try markings.judge(
                object, default: collection.defaultMarking, in: session), marking <= collection.ceiling
        else { return nil }
        let json = try JSON.parse(object.bytes)
        marking = max(marking, floor)
        var removed: [[Substring]] = []
        for part in json["granular_markings"]?.array ?? [] {
            if part["lang"] != nil { continue }
            guard let reference = part["marking_ref"]?.string, let selectors = part["selectors"]?.array else {
                return nil
            }
            guard let restricts = try markings.look(up: reference, in: session) else { return nil }
            guard let tlp = restricts else { continue }
            if tlp > collection.ceiling {
                // A selector that names nothing would leave in what it was meant to take out.
                let paths = selectors.compactMap(\.string).map { $0.split(separator: ".") }
                guard paths.count == selectors.count, paths.allSatisfy(json.resolves) else { return nil }
                removed += paths
            } else {
                // Positions in lists move; so what marked a part now marks the whole.
                marking = max(marking, tlp)
            }
        }
        // What nothing was taken out of is the original, in somebody else's name.
        guard !removed.isEmpty, let left = json.without(removed)?.members else { return nil }
        let statements = object.markingRefs.filter { TLP(markingID: $0) == nil }
        let time = now.inMilliseconds.description
        var members: [JSON.Member] = []
        for member in left where member.name != "granular_markings" && member.name != "object_marking_refs" {
            switch member.name {
            case "id": members.append(.text("id", id))
            case "created", "modified": members.append(.text(member.name, time))
            case "created_by_ref": break
            default: members.append(member)
            }
        }
        if let author { members.append(.text("created_by_ref", author)) }
        members.append(
            .init(name: "object_marking_refs", value: .array(([marking.markingID] + statements).map(JSON.string))))
        let bytes = try JSON.object(members).canonical()
        guard members.contains(where: { !Self.frame.contains($0.name) }), let new = try STIXObject(stored: bytes),
            new.findings.isEmpty
        else { return nil }
        (self.object, self.id, self.marking) = (bytes, id, marking)
    }
}

extension GatewayLedger {
    /// The redacted form of an object for a collection, with an id of its own and the author who redacts; nil where
    /// nothing would be left of it.
    ///
    /// - Parameter floor: the effective marking of the original where it stands.
    package func redaction(
        of bytes: [UInt8], atLeast floor: TLP, for collection: LogCollection, author: String
    ) async throws -> Redaction? {
        let (now, uuid) = (surroundings.now(), surroundings.uuid())
        return try await database.read { session in
            guard let object = try STIXObject(stored: bytes) else { return nil }
            var markings = try Markings(collection, in: session)
            return try Redaction(
                of: object, into: collection, atLeast: floor, id: "\(object.type)--\(uuid)", author: author, now: now,
                &markings,
                in: session)
        }
    }
}

extension JSON {
    /// Whether a selector names something in the value.
    fileprivate func resolves(_ selector: [Substring]) -> Bool {
        guard let step = selector.first else { return true }
        let rest = Array(selector.dropFirst())
        switch self {
        case .object(let members): return members.first { $0.name == step }?.value.resolves(rest) ?? false
        case .array(let elements):
            guard let index = Int(step.dropFirst().dropLast()), "[\(index)]" == step, elements.indices.contains(index)
            else {
                return false
            }
            return elements[index].resolves(rest)
        default: return false
        }
    }

    /// The value without what these selectors name (STIX 2.1 §7.2.3.1); nil where nothing is left of it.
    func without(_ selectors: [[Substring]]) -> JSON? {
        if selectors.contains(where: \.isEmpty) { return nil }
        guard !selectors.isEmpty else { return self }
        func below(_ step: String) -> [[Substring]] {
            selectors.filter { $0.first.map(String.init) == step }.map { Array($0.dropFirst()) }
        }
        switch self {
        case .object(let members):
            let left = members.compactMap { member in
                member.value.without(below(member.name)).map { JSON.Member(name: member.name, value: $0) }
            }
            return left.isEmpty ? nil : .object(left)
        case .array(let elements):
            let left = elements.enumerated().compactMap { $1.without(below("[\($0)]")) }
            return left.isEmpty ? nil : .array(left)
        default: return self
        }
    }
}

extension JSON.Member {
    package static func text(_ name: String, _ value: String) -> JSON.Member {
        .init(name: name, value: .string(value))
    }
}

extension Timestamp {
    /// As STIX wants `created` and `modified`: whole milliseconds (§3.2).
    package var inMilliseconds: Timestamp { Timestamp(clamping: microseconds / 1_000 * 1_000) }
}
