/// Writes one object the way all that is written here is: named, dated in milliseconds, marked, in canonical bytes.
///
/// A property without a value is left out: a text or a list of STIX is never empty (§2.9, §3.1).
public struct Composer: Sendable {
    private var members: [JSON.Member]

    /// A new object that has an author and versions (STIX 2.1 §3.2).
    ///
    /// - Parameters:
    ///   - uuid: of its identifier.
    ///   - author: the identity that says so; its own identifier for an identity that speaks of itself.
    ///   - modified: nil for the first version.
    public init(
        _ type: String, uuid: String, by author: String, created: Timestamp, modified: Timestamp? = nil, marking: TLP
    ) {
        self.init(
            id: "\(type)--\(uuid)", by: author, created: created, modified: modified, marking: marking)
    }

    /// The same under an identifier that is known; its type is the beginning of that.
    public init(id: String, by author: String, created: Timestamp, modified: Timestamp? = nil, marking: TLP) {
        let type = STIXIdentifier.split(id)?.type ?? ""
        members = [
            .text("type", String(type)), .text("spec_version", "2.1"), .text("id", id),
            .text("created_by_ref", author), .text("created", created.inMilliseconds.description),
            .text("modified", (modified ?? created).inMilliseconds.description),
            .init(name: "object_marking_refs", value: .array([.string(marking.markingID)])),
        ]
    }

    /// Begins with what an object says, unknown properties too; its TLP becomes this one, and its statements stay.
    ///
    /// - Parameter marking: nil to leave its markings as they are.
    public init?(changing object: JSON, marking: TLP? = nil) {
        guard let members = object.members else { return nil }
        self.members = members
        guard let marking else { return }
        let statements = (object["object_marking_refs"]?.array ?? []).compactMap(\.string)
            .filter { TLP(markingID: $0) == nil }
        set("object_marking_refs", [marking.markingID] + statements)
    }

    /// Its value as a tree, members in the order in which they were set.
    public var object: JSON { .object(members) }

    /// Its identifier.
    public var id: String { object["id"]?.string ?? "" }

    /// Its canonical bytes (RFC 8785).
    public func bytes() throws -> [UInt8] { try object.canonical() }

    /// Sets a property where it stands, else at the end; nil takes it away.
    public mutating func set(_ name: String, _ value: JSON?) {
        let place = members.firstIndex { $0.name == name }
        switch (place, value) {
        case (let place?, let value?): members[place] = .init(name: name, value: value)
        case (let place?, nil): members.remove(at: place)
        case (nil, let value?): members.append(.init(name: name, value: value))
        case (nil, nil): break
        }
    }

    /// Sets a text; an empty one is none.
    public mutating func set(_ name: String, _ text: String) { set(name, text.isEmpty ? nil : JSON.string(text)) }

    /// Sets a list of texts; an empty one is none.
    public mutating func set(_ name: String, _ texts: [String]) {
        set(name, texts.isEmpty ? nil : JSON.array(texts.map(JSON.string)))
    }

    /// Sets a time, to the millisecond.
    public mutating func set(_ name: String, _ time: Timestamp) { set(name, JSON.time(time)) }

    /// Sets a whole number.
    public mutating func set(_ name: String, _ number: Int) {
        set(name, JSON.Number(Double(number)).map(JSON.number))
    }

    /// Says by which extension the type of the object is declared (§7.3).
    public mutating func declare(_ definition: String) {
        let said = JSON.object([.text("extension_type", "new-sdo")])
        let all = (object["extensions"]?.members ?? []).filter { $0.name != definition }
        set("extensions", .object(all + [.init(name: definition, value: said)]))
    }

    /// Says what a property extension adds (§7.3); an extension that says nothing is left out.
    public mutating func extend(_ definition: String, _ properties: [JSON.Member]) {
        var all = object["extensions"]?.members ?? []
        all.removeAll { $0.name == definition }
        if !properties.isEmpty {
            let said = [JSON.Member.text("extension_type", "property-extension")] + properties
            all.append(.init(name: definition, value: .object(said)))
        }
        set("extensions", all.isEmpty ? nil : JSON.object(all))
    }
}

extension JSON {
    /// A time as STIX writes it, to the millisecond.
    public static func time(_ time: Timestamp) -> JSON { .string(time.inMilliseconds.description) }
}

extension JSON.Member {
    /// A member whose value is a text.
    public static func text(_ name: String, _ value: String) -> JSON.Member { .init(name: name, value: .string(value)) }
    /// A member whose value is a list of texts.
    public static func list(_ name: String, _ texts: [String]) -> JSON.Member {
        .init(name: name, value: .array(texts.map(JSON.string)))
    }
}

extension Timestamp {
    /// As STIX wants `created` and `modified`: whole milliseconds (§3.2).
    public var inMilliseconds: Timestamp { Timestamp(clamping: microseconds / 1_000 * 1_000) }
}
