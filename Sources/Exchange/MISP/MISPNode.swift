import STIX

typealias JSONValue = STIX.JSON

/// One object of a MISP document, read so that every field is accounted for: it is taken, or told as lost.
final class MISPNode {
    /// A field, as a tree or where its bytes are.
    private struct Field {
        let name: String
        let content: Content

        func list(in path: String) -> MISPList {
            switch content {
            case .tree(let tree): MISPList("\(path).\(name)", tree)
            case .text(let text, let span): MISPList("\(path).\(name)", text, span)
            }
        }
    }

    private enum Content {
        case tree(JSONValue)
        case text(MISPText, MISPText.Span)

        /// The value; what is read from bytes was checked when the event was opened.
        var value: JSONValue {
            switch self {
            case .tree(let value): value
            case .text(let text, let span): (try? text.parse(span)) ?? .null
            }
        }
    }

    let path: String
    let account: MISPAccount
    private var fields: [Field]
    /// Why what nobody takes is lost; nil where each name says it.
    var rest: MISPLoss.Reason?

    private init(_ members: [JSONValue.Member], _ path: String, _ account: MISPAccount) {
        fields = members.map { Field(name: $0.name, content: .tree($0.value)) }
        (self.path, self.account) = (path, account)
    }

    /// An object that is read field by field; whoever makes it says with `end` that all was taken.
    ///
    /// - Throws: `malformed`, `tooLarge`: all that is in it is checked.
    init(_ text: MISPText, _ span: MISPText.Span, at path: String, _ account: MISPAccount) throws(ExchangeError) {
        (self.path, self.account, fields) = (path, account, [])
        guard text.first(of: span) == 0x7B else {
            throw ExchangeError(.malformed, "\(path) is no MISP event: it is no JSON object")
        }
        for member in try text.members(of: span) {
            try text.check(member.value)
            fields.append(Field(name: member.name, content: .text(text, member.value)))
        }
    }

    /// Says that everything was taken that will be: the rest is lost.
    func end() { loseRest() }

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
        guard let index = fields.firstIndex(where: { $0.name == name }) else { return nil }
        let path = "\(path).\(name)"
        let value = fields[index].content.value
        var text: String
        switch value {
        case .string(let string): text = string
        case .number(let number): text = number.text
        case .bool(let bool): text = bool ? "1" : "0"
        case .null: text = ""
        case .array, .object: return nil
        }
        fields.remove(at: index)
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
        peek("deleted").map { JSONValue.object([.init(name: "deleted", value: $0)]).isDeletedInMISP } ?? false
    }

    func moment(_ name: String) -> Timestamp? { converted(name, MISPTime.moment) }

    func whole(_ name: String) -> Int? { converted(name) { Int($0) } }

    /// A field that means something only in one form; in another it is lost.
    func converted<Result>(_ name: String, _ convert: (String) -> Result?) -> Result? {
        guard let index = fields.firstIndex(where: { $0.name == name }) else { return nil }
        let value = fields[index].content.value
        let text: String
        switch value {
        case .string(let string): text = string
        case .number(let number): text = number.text
        case .bool, .null, .array, .object: return nil
        }
        fields.remove(at: index)
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
        guard let list = list(name) else { return }
        for index in list.indices { _ = try Self.read(list.value(index), at: list.path(index), account, body) }
    }

    /// Takes a list out, for somebody who reads its elements with `read`, one after the other.
    func list(_ name: String) -> MISPList? {
        fields.firstIndex { $0.name == name }.map { fields.remove(at: $0).list(in: path) }
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
    func peek(_ name: String) -> JSONValue? { fields.first { $0.name == name }?.content.value }

    /// Leaves a field to somebody who reads it at another time.
    func pass(_ name: String) { fields.removeAll { $0.name == name } }

    /// Leaves everything to somebody who has read it or will.
    func passAll() { fields = [] }

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

    func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

    private func take(_ name: String) -> JSONValue? {
        fields.firstIndex { $0.name == name }.map { fields.remove(at: $0).content.value }
    }

    private static let local: Set<String> = [
        "id", "event_id", "object_id", "org_id", "orgc_id", "attribute_id", "tag_id", "galaxy_id", "galaxy_cluster_id",
        "sharing_group_id", "old_id", "local", "local_only", "user_id", "event_uuid", "object_uuid", "source_uuid",
        "numerical_value", "exportable", "hide_tag", "is_galaxy", "is_custom_galaxy", "inherited", "attribute_count",
        "event_creator_email", "proposal_email_lock", "locked", "sighting_timestamp", "disable_correlation",
        "protected",
        "template_version", "template_uuid",
    ]

    private func loseRest() {
        let left = fields
        fields = []
        for field in left {
            let reason = rest ?? (Self.local.contains(field.name) ? .local : .noPlace)
            let list = field.list(in: path)
            for index in list.indices { account.lose(list.value(index), at: list.path(index), reason) }
        }
    }
}

/// The elements of a list, read one after the other; what is no list counts as a list of one.
struct MISPList {
    private enum Content {
        case trees([JSONValue])
        case spans(MISPText, [MISPText.Span])
    }

    private let path: String
    private let isSingle: Bool
    private let content: Content

    init(_ path: String, _ tree: JSONValue) {
        self.path = path
        isSingle = tree.array == nil
        content = .trees(tree.array ?? [tree])
    }

    init(_ path: String, _ text: MISPText, _ span: MISPText.Span) {
        self.path = path
        isSingle = text.first(of: span) != 0x5B
        // It was checked when the event was opened.
        content = .spans(text, isSingle ? [span] : (try? text.elements(of: span)) ?? [])
    }

    var indices: Range<Int> {
        switch content {
        case .trees(let trees): trees.indices
        case .spans(_, let spans): spans.indices
        }
    }

    func value(_ index: Int) -> JSONValue {
        switch content {
        case .trees(let trees): trees[index]
        case .spans(let text, let spans): (try? text.parse(spans[index])) ?? .null
        }
    }

    func path(_ index: Int) -> String { isSingle ? path : "\(path)[\(index)]" }
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
