import STIX

typealias JSONValue = STIX.JSON

/// One object of a MISP document, read so that every field is accounted for: it is taken, or told as lost.
final class MISPNode {
    let path: String
    let account: MISPAccount
    private var members: [JSONValue.Member]
    /// Why what nobody takes is lost; nil where each name says it.
    var rest: MISPLoss.Reason?

    private init(_ members: [JSONValue.Member], _ path: String, _ account: MISPAccount) {
        (self.members, self.path, self.account) = (members, path, account)
    }

    /// Reads an object; what `body` does not take is lost.
    static func read<Result>(
        _ value: JSONValue, at path: String, _ account: MISPAccount, _ body: (MISPNode) throws -> Result
    ) rethrows -> Result? {
        guard let members = value.members else {
            account.lose(value, at: path, .wrongKind)
            return nil
        }
        let node = MISPNode(members, path, account)
        defer { node.loseRest() }
        return try body(node)
    }

    /// A text longer than that is nobody's remark.
    private static let longestText = 1 << 20

    /// The text of a field, without white space around it; MISP writes numbers and truth values as texts, or not.
    func text(_ name: String) -> String? {
        guard let index = members.firstIndex(where: { $0.name == name }) else { return nil }
        let path = "\(path).\(name)"
        let value = members[index].value
        var text: String
        switch value {
        case .string(let string): text = string
        case .number(let number): text = number.text
        case .bool(let bool): text = bool ? "1" : "0"
        case .null: text = ""
        case .array, .object: return nil
        }
        members.remove(at: index)
        text = text.trimmed
        guard text.isStorable, text.utf8.count <= Self.longestText else {
            account.lose(value, at: path, .unsafeText)
            return nil
        }
        account.use(path)
        return text.isEmpty ? nil : text
    }

    func flag(_ name: String) -> Bool { text(name).map { $0 == "1" || $0.lowercased() == "true" } ?? false }

    /// Whether MISP keeps it only to say that it is gone.
    var isDeleted: Bool {
        peek("deleted").map { $0 == .bool(true) || $0.string == "1" || $0.number?.text == "1" } ?? false
    }

    func moment(_ name: String) -> Timestamp? { converted(name, MISPTime.moment) }

    func whole(_ name: String) -> Int? { converted(name) { Int($0) } }

    /// A field that means something only in one form; in another it is lost.
    func converted<Result>(_ name: String, _ convert: (String) -> Result?) -> Result? {
        guard let index = members.firstIndex(where: { $0.name == name }) else { return nil }
        let value = members[index].value
        let text: String
        switch value {
        case .string(let string): text = string
        case .number(let number): text = number.text
        case .bool, .null, .array, .object: return nil
        }
        members.remove(at: index)
        // What MISP writes where nothing is set.
        guard !text.isEmpty, text != "0" else {
            account.use("\(path).\(name)")
            return nil
        }
        let result = convert(text)
        if result == nil {
            account.lose(value, at: "\(path).\(name)", .badValue)
        } else {
            account.use("\(path).\(name)")
        }
        return result
    }

    /// Reads the object in a field.
    func node<Result>(_ name: String, _ body: (MISPNode) throws -> Result) rethrows -> Result? {
        try take(name).flatMap { try MISPNode.read($0, at: "\(path).\(name)", account, body) }
    }

    /// Reads the objects of a list; a single object counts as a list of one.
    func each(_ name: String, _ body: (MISPNode) throws -> Void) rethrows {
        if let list = detach(name) { try Self.each(list.value, at: list.path, account, body) }
    }

    static func each(
        _ list: JSONValue, at path: String, _ account: MISPAccount, _ body: (MISPNode) throws -> Void
    ) rethrows {
        guard let elements = list.array else {
            _ = try read(list, at: path, account, body)
            return
        }
        for (index, element) in elements.enumerated() { _ = try read(element, at: "\(path)[\(index)]", account, body) }
    }

    /// Takes a field out whole, for somebody who reads it with `read` or `each` in time.
    func detach(_ name: String) -> (value: JSONValue, path: String)? { take(name).map { ($0, "\(path).\(name)") } }

    /// What stands in a field that somebody else is going to take.
    func peek(_ name: String) -> JSONValue? { members.first { $0.name == name }?.value }

    /// Leaves fields out, with the reason.
    func lose(_ reason: MISPLoss.Reason, _ names: String...) {
        for name in names {
            if let value = take(name) { account.lose(value, at: "\(path).\(name)", reason) }
        }
    }

    /// Says that a field that was read led nowhere.
    func lose(taken name: String, _ reason: MISPLoss.Reason) {
        account.lose(.string("…"), at: "\(path).\(name)", reason)
    }

    func has(_ name: String) -> Bool { members.contains { $0.name == name } }

    private func take(_ name: String) -> JSONValue? {
        members.firstIndex { $0.name == name }.map { members.remove(at: $0).value }
    }

    private static let local: Set<String> = [
        "id", "event_id", "object_id", "org_id", "orgc_id", "attribute_id", "tag_id", "galaxy_id", "galaxy_cluster_id",
        "sharing_group_id", "old_id", "local", "local_only", "user_id", "event_uuid", "object_uuid", "source_uuid",
        "numerical_value", "exportable", "hide_tag", "is_galaxy", "is_custom_galaxy", "inherited", "attribute_count",
        "event_creator_email", "proposal_email_lock", "locked", "sighting_timestamp", "disable_correlation",
        "protected",
        "template_version", "template_uuid", "object_relation",
    ]

    private func loseRest() {
        for member in members {
            account.lose(
                member.value, at: "\(path).\(member.name)",
                rest ?? (Self.local.contains(member.name) ? .local : .noPlace))
        }
        members = []
    }
}

extension String {
    /// Without white space around it.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    /// Whether every system can keep it: no NUL, no Unicode noncharacter (RFC 7493 §2.1).
    var isStorable: Bool {
        unicodeScalars.allSatisfy { scalar in
            scalar.value != 0 && !(0xFDD0...0xFDEF).contains(scalar.value) && scalar.value & 0xFFFE != 0xFFFE
        }
    }
}

/// How MISP writes moments: seconds since 1970, a day, or ISO 8601 with an offset.
enum MISPTime {
    static func moment(_ text: String) -> Timestamp? {
        if let seconds = Int64(text) {
            return seconds > 0 && seconds < 100_000_000_000 ? Timestamp(microseconds: seconds * 1_000_000) : nil
        }
        if text.utf8.count == 10 { return Timestamp("\(text)T00:00:00Z") }
        let text = text.replacing(" ", with: "T", maxReplacements: 1)
        if let moment = Timestamp(text) ?? Timestamp(text + "Z") { return moment }
        guard let match = text.wholeMatch(of: /(.+)([+-])([0-9]{2}):?([0-9]{2})/), let local = Timestamp("\(match.1)Z"),
            let hours = Int64(match.3), let minutes = Int64(match.4)
        else { return nil }
        let offset = (hours * 60 + minutes) * 60_000_000
        return Timestamp(microseconds: local.microseconds + (match.2 == "-" ? offset : -offset))
    }
}
