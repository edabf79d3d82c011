/// What of MISP a document is, known by its beginning.
package enum MISPShape: String, Sendable, CaseIterable {
    /// `{"Event": …}`.
    case event
    /// An event by itself, as PyMISP writes it: `{"info": …, "Attribute": […]}`.
    case bareEvent = "bare-event"
    /// What a search for events answers: `{"response": [{"Event": …}]}`.
    case searchResult = "search-result"
    /// A list of events.
    case events
    /// What a search for attributes answers: `{"response": {"Attribute": […]}}`.
    case attributes
    /// The list of what a feed holds; the events themselves are files beside it.
    case manifest

    /// How much of a document tells what it is.
    package static let beginning = 1 << 16

    /// Looks at the first bytes of a document: the more of them, up to `beginning`, the surer.
    ///
    /// - Returns: nil for what is nothing of MISP. It doesn't say that the rest can be read.
    package static func recognise(_ bytes: some Collection<UInt8>) -> MISPShape? {
        var glance = Glance(bytes: Array(bytes.prefix(beginning)))
        if glance.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { glance.position = 3 }
        return glance.shape()
    }

    /// Whether there are events in it that can be read.
    package var holdsEvents: Bool {
        switch self {
        case .event, .bareEvent, .searchResult, .events: true
        case .attributes, .manifest: false
        }
    }

    /// What to do with one that holds no events: a sentence for people; nil where it does.
    package var advice: String? {
        switch self {
        case .event, .bareEvent, .searchResult, .events: nil
        case .attributes:
            "this is a list of MISP attributes without their events; ask the server for events instead (/events/restSearch)"
        case .manifest:
            "this is the manifest of a MISP feed, which only lists its events; give the folder that it is in, or add its "
                + "address as a source of the kind misp"
        }
    }
}

/// A look at the beginning of a JSON text, wherever it is cut off; it judges nothing.
private struct Glance {
    let bytes: [UInt8]
    var position = 0
    /// How deep it looks into itself: no shape of MISP lies deeper, and what nests without end would take the stack.
    private var depth = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// What an event has and a manifest's entry too.
    private static let eventNames: Set<String> = [
        "info", "date", "Orgc", "orgc_id", "Org", "threat_level_id", "analysis", "distribution", "publish_timestamp",
        "published", "Attribute", "Object", "EventReport", "RelatedEvent", "ShadowAttribute", "timestamp", "Tag",
    ]
    /// What no event has, and much else does.
    private static let foreignNames: Set<String> = ["type", "spec_version", "objects", "created_by_ref", "$schema"]

    mutating func shape() -> MISPShape? {
        guard depth < 4 else { return nil }
        depth += 1
        switch byte {
        case 0x7B: return object()
        case 0x5B:
            position += 1
            let inner = shape()
            return inner == .event || inner == .bareEvent ? .events : nil
        default: return nil
        }
    }

    private mutating func object() -> MISPShape? {
        var names: Set<String> = []
        var isManifest = false
        let isWhole = members { glance, name in
            switch (name, glance.byte) {
            case ("Event", 0x7B): return .event
            case ("response", 0x5B), ("response", 0x7B):
                if let inner = glance.answer() { return inner }
            case ("Attribute", 0x5B) where glance.holdsAttributes: return .bareEvent
            case (_, 0x7B) where names.isEmpty && name.isUUID: isManifest = glance.names().count >= 2
            default: break
            }
            names.insert(name)
            return isManifest ? .manifest : nil
        }
        if let isWhole { return isWhole }
        guard names.isDisjoint(with: Self.foreignNames) else { return nil }
        return names.intersection(Self.eventNames).count >= 3 && names.contains("info") ? .bareEvent : nil
    }

    /// What stands under `response`.
    private mutating func answer() -> MISPShape? {
        var glance = self
        if glance.byte == 0x5B {
            glance.position += 1
            if glance.byte == 0x5D { return .searchResult }
        }
        switch glance.shape() {
        case .event: return .searchResult
        // A list of attributes looks like an event's.
        case .bareEvent: return byte == 0x5B ? .searchResult : .attributes
        default: return nil
        }
    }

    /// Whether the list that comes next begins with an attribute.
    private var holdsAttributes: Bool {
        var glance = self
        glance.position += 1
        guard glance.byte == 0x7B else { return false }
        var found: Set<String> = []
        _ = glance.members { _, name -> MISPShape? in
            found.insert(name)
            return nil
        }
        return found.isSuperset(of: ["type", "value"]) && !found.isDisjoint(with: ["category", "to_ids", "uuid"])
    }

    /// Those of an event's names that the object has that comes next.
    private func names() -> Set<String> {
        var glance = self
        var found: Set<String> = []
        _ = glance.members { _, name -> MISPShape? in
            found.insert(name)
            return nil
        }
        return found.intersection(Self.eventNames)
    }

    /// The next byte that is no white space; 0 at the end.
    private var byte: UInt8 {
        mutating get {
            while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
            return position < bytes.count ? bytes[position] : 0
        }
    }

    /// Calls with each name of the object that comes next, before its value, until something is returned or the text ends.
    private mutating func members(_ look: (inout Glance, String) -> MISPShape?) -> MISPShape? {
        position += 1
        while byte == 0x22, let name = string() {
            guard byte == 0x3A else { return nil }
            position += 1
            let start = position
            if let found = look(&self, name) { return found }
            position = start
            guard skip(), byte == 0x2C else { return nil }
            position += 1
        }
        return nil
    }

    /// Reads a string, escapes left as they are; nil where the text ends in it.
    private mutating func string() -> String? {
        let start = position + 1
        position = start
        while position < bytes.count {
            switch bytes[position] {
            case 0x22:
                position += 1
                return String(decoding: bytes[start..<position - 1], as: UTF8.self)
            case 0x5C: position += 2
            default: position += 1
            }
        }
        return nil
    }

    /// Passes over a value; false where the text ends in it.
    private mutating func skip() -> Bool {
        var depth = 0
        repeat {
            switch byte {
            case 0: return false
            case 0x22: if string() == nil { return false }
            case 0x7B, 0x5B:
                depth += 1
                position += 1
            case 0x7D, 0x5D:
                depth -= 1
                position += 1
            case 0x2C, 0x3A:
                // At depth 0 there is no value at all.
                if depth == 0 { return false }
                position += 1
            default: while position < bytes.count, !Self.ends.contains(bytes[position]) { position += 1 }
            }
        } while depth > 0
        return position < bytes.count && depth == 0
    }

    private static let ends: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0x22, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D]
}

extension String {
    /// Whether it has the form of a UUID: what a manifest calls its events.
    var isUUID: Bool {
        let parts = split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [8, 4, 4, 4, 12] && parts.allSatisfy { String($0).isHexadecimal }
    }
}
