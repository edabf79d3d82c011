import Crypto
import STIX

/// Makes STIX of the demonstration's text: names become identifiers, and times before now become times.
struct DemoText {
    let now: Timestamp
    private var identifiers: [String: String] = [:]

    /// Reads the texts once for the names in them.
    ///
    /// - Parameter known: identifiers of those who speak, by their names in the story.
    init(_ texts: [String], now: Timestamp, known: [String: String] = [:]) throws {
        self.now = now
        identifiers = known
        for object in try texts.flatMap({ try Self.objects($0) }) {
            guard let name = object["as"]?.string, let type = object["type"]?.string else { continue }
            if known[name] != nil { continue }
            identifiers[name] = "\(type)--\(Self.uuid(name))"
        }
    }

    /// The identifier of the object with this name; the name itself where nothing bears it.
    func identifier(_ name: String) -> String { identifiers[name] ?? name }

    /// The objects of a chapter, one a line.
    func bytes(of chapter: DemoStory.Chapter) throws -> [UInt8] {
        try Self.objects(chapter.objects).flatMap { object in
            guard case .object(let members) = filled(object) else { return [UInt8]() }
            var rest = members.filter { $0.name != "as" }
            rest.append(.init(name: "spec_version", value: .string("2.1")))
            rest.append(.init(name: "id", value: .string(identifier(object["as"]?.string ?? ""))))
            if let created = rest.first(where: { $0.name == "created" }) {
                rest.append(.init(name: "modified", value: created.value))
            }
            return try JSON.object(rest).canonical() + [UInt8(ascii: "\n")]
        }
    }

    /// The objects of a text, one a line, with what names and times stand for put in.
    func lines(of text: String) throws -> [JSON] { try Self.objects(text).map(filled) }

    private func filled(_ value: JSON) -> JSON {
        switch value {
        case .object(let members): .object(members.map { .init(name: $0.name, value: filled($0.value)) })
        case .array(let elements): .array(elements.map(filled))
        case .string(let text) where text.hasPrefix("@@"):
            .string(TLP.allCases.first { $0.label == "TLP:" + text.dropFirst(2) }?.markingID ?? text)
        case .string(let text) where text.hasPrefix("@"): .string(identifier(String(text.dropFirst())))
        case .string(let text): .string(time(text) ?? day(text) ?? text)
        default: value
        }
    }

    /// `-3d` and `-2h`, to the second.
    private func time(_ text: String) -> String? {
        guard text.hasPrefix("-"), let unit = text.last, let count = Int64(text.dropFirst().dropLast()),
            let seconds: Int64 = ["d": 86_400, "h": 3_600][unit]
        else { return nil }
        let second: Int64 = 1_000_000
        return Timestamp(microseconds: (now.microseconds / second - count * seconds) * second)?.description
    }

    /// `day+40` and `day-3`, with what stands behind it.
    private func day(_ text: String) -> String? {
        guard let match = text.wholeMatch(of: /day([+-][0-9]{1,4})([^0-9].*)?/), let count = Int64(match.1),
            let day = Timestamp(microseconds: now.microseconds + count * 86_400_000_000)
        else { return nil }
        return "\(day.description.prefix(10))\(match.2 ?? "")"
    }

    private static func objects(_ text: String) throws -> [JSON] {
        try text.split(separator: "\n").map { try JSON.parse(Array($0.utf8)) }
    }

    /// A UUID by the name, so that a second demonstration tells the same story; in the form of version 4, because STIX 2.1 §2.9
    /// asks for one of RFC 4122.
    private static func uuid(_ name: String) -> String {
        var bytes = Array(SHA256.hash(data: Array("concord demo \(name)".utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return [hex[0..<4], hex[4..<6], hex[6..<8], hex[8..<10], hex[10..<16]].map { $0.joined() }.joined(
            separator: "-")
    }
}
