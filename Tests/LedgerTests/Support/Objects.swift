import Crypto
import STIX
import TestSupport

/// Minimal STIX objects, as texts.
enum Make {
    /// Numbered identifiers whose digits are mixed, so that they come in no order.
    static func id(_ type: String, _ number: Int) -> String {
        var dice = Dice(UInt64(number))
        let mixed = (dice.next(), dice.next())
        func hex(_ value: UInt64, _ count: Int) -> String {
            let digits = String(value, radix: 16)
            return String((String(repeating: "0", count: 16) + digits).suffix(count))
        }
        return
            "\(type)--\(hex(mixed.0, 8))-\(hex(mixed.0 >> 32, 4))-4\(hex(mixed.0 >> 48, 3))-a\(hex(mixed.1, 3))-\(hex(mixed.1 >> 16, 12))"
    }

    /// So many minutes into 2024.
    static func time(_ minute: Int) -> Timestamp {
        Timestamp(clamping: 1_704_067_200_000_000 + Int64(minute) * 60_000_000)
    }

    /// A versioned object; `more` are further members with a comma behind.
    static func object(
        _ type: String, _ number: Int, version: Int = 0, created: Int = 0, by author: Int? = nil, marked: [String] = [],
        revoked: Bool = false, _ more: String = ""
    ) -> String {
        var text = #"{"type":"\#(type)","spec_version":"2.1","id":"\#(id(type, number))","#
        text += #""created":"\#(time(created))","modified":"\#(time(version))","#
        if let author { text += #""created_by_ref":"\#(id("identity", author))","# }
        if !marked.isEmpty {
            text += #""object_marking_refs":[\#(marked.map { "\"\($0)\"" }.joined(separator: ","))],"#
        }
        if revoked { text += #""revoked":true,"# }
        return text + more + #""x_end":0}"#
    }

    static func tool(
        _ number: Int, version: Int = 0, name: String = "tool", created: Int = 0, by author: Int? = nil,
        marked: [String] = [], revoked: Bool = false, _ more: String = ""
    ) -> String {
        object(
            "tool", number, version: version, created: created, by: author, marked: marked, revoked: revoked,
            #""name":"\#(name)","# + more)
    }

    static func relationship(_ number: Int, _ source: String, _ verb: String, _ target: String, version: Int = 0)
        -> String
    {
        object(
            "relationship", number, version: version,
            #""relationship_type":"\#(verb)","source_ref":"\#(source)","target_ref":"\#(target)","#)
    }

    /// An observable with the identifier that its value has.
    static func address(_ value: String, _ more: String = "") -> String {
        #"{"type":"ipv4-addr","spec_version":"2.1","id":"\#(addressID(value))",\#(more)"value":"\#(value)"}"#
    }

    static func addressID(_ value: String) -> String {
        SCOIdentifier.deterministicID(
            of: .object([
                .init(name: "type", value: .string("ipv4-addr")), .init(name: "value", value: .string(value)),
            ])) ?? ""
    }

    static func markingID(_ number: Int) -> String { id("marking-definition", number) }

    static func statement(_ number: Int, marked: [String] = [], created: Int = 0) -> String {
        definition(number, #""definition_type":"statement","definition":{"statement":"©"}"#, marked, created)
    }

    /// A marking of a kind that nobody here has mapped.
    static func unmapped(_ number: Int, marked: [String] = [], created: Int = 0) -> String {
        definition(number, #""definition_type":"x-iep","definition":{"x":"y"}"#, marked, created)
    }

    private static func definition(_ number: Int, _ content: String, _ marked: [String], _ created: Int) -> String {
        let markings =
            marked.isEmpty ? "" : #""object_marking_refs":[\#(marked.map { "\"\($0)\"" }.joined(separator: ","))],"#
        return
            #"{"type":"marking-definition","spec_version":"2.1","id":"\#(markingID(number))","created":"\#(time(created))",\#(markings)\#(content)}"#
    }

    static let tlp1White = "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"
    static let tlp1Amber = "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"
    static let tlp1Red = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"
}

extension String {
    var bytes: [UInt8] { Array(utf8) }
}

enum STIXHash {
    static func of(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}
