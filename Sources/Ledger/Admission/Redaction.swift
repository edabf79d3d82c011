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
        var link = Composer(id: id, by: author, created: now, marking: marking)
        link.set("relationship_type", "derived-from")
        link.set("source_ref", self.id)
        link.set("target_ref", original)
        return try link.bytes()
    }

    /// What belongs to every object, and says nothing by itself.
    private static let frame: Set<String> = [
        "type", "id", "spec_version", "created", "modified", "created_by_ref", "object_marking_refs", "extensions",
        "external_references", "labels", "confidence", "lang", "granular_markings",
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
        guard !removed.isEmpty, let left = json.without(removed),
            left.members?.contains(where: { !Self.frame.contains($0.name) }) ?? false
        else { return nil }
        // What restricts less than a TLP is kept as the original has it, even where a part of the markings was taken out.
        var new = Composer(changing: left)
        new?.set("object_marking_refs", [marking.markingID] + object.markingRefs.filter { TLP(markingID: $0) == nil })
        new?.set("granular_markings", nil)
        new?.set("id", id)
        new?.set("created", now)
        new?.set("modified", now)
        new?.set("created_by_ref", author.map(JSON.string))
        guard let bytes = try new?.bytes(), let clean = try STIXObject(stored: bytes), clean.findings.isEmpty else {
            return nil
        }
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
