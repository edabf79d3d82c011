import STIX

/// What changed in one property between two versions of an object.
struct Difference: Equatable {
    enum Change: Equatable {
        case added(String)
        case removed(String)
        case changed(from: String, to: String)
        /// Elements that came into a list and left it.
        case elements(added: [String], removed: [String])
        /// The same elements in another order.
        case reordered
    }

    let property: String
    let change: Change

    /// The differences, property by property, in the order of the newer version; removed ones last.
    ///
    /// `modified` is left out: it differs in every version, and names it.
    static func between(_ old: JSON, _ new: JSON) -> [Difference] {
        let newMembers = new.members ?? []
        let names = Set(newMembers.map(\.name))
        let changed = newMembers.compactMap { member -> Difference? in
            guard member.name != "modified" else { return nil }
            guard let before = old[member.name] else {
                return Difference(property: member.name, change: .added(text(of: member.value)))
            }
            return change(before, member.value).map { Difference(property: member.name, change: $0) }
        }
        let removed = (old.members ?? []).filter { !names.contains($0.name) }.map { member in
            Difference(property: member.name, change: .removed(text(of: member.value)))
        }
        return changed + removed
    }

    private static func change(_ old: JSON, _ new: JSON) -> Change? {
        guard old != new else { return nil }
        if let before = old.array, let after = new.array {
            let (before, after) = (before.map(text), after.map(text))
            let (known, present) = (Set(before), Set(after))
            let added = after.filter { !known.contains($0) }
            let removed = before.filter { !present.contains($0) }
            return added.isEmpty && removed.isEmpty ? .reordered : .elements(added: added, removed: removed)
        }
        let (before, after) = (text(of: old), text(of: new))
        guard before != after else { return nil }
        let (from, to) = around(before, after)
        return .changed(from: from, to: to)
    }

    static func text(of value: JSON) -> String {
        switch value {
        case .string(let text): text
        case .object(let members) where members.contains { $0.name == "source_name" }:
            [value.text("source_name"), value.text("external_id"), value.text("url")]
                .compactMap(\.self).joined(separator: " · ")
        case .object where value["phase_name"]?.string != nil:
            value.text("phase_name") ?? ""
        default: value.compact()
        }
    }

    /// Two long texts without what both begin and end with, save for a few words of it.
    private static func around(_ old: String, _ new: String) -> (String, String) {
        guard max(old.utf8.count, new.utf8.count) > 120 else { return (old, new) }
        let (before, after) = (Array(old.unicodeScalars), Array(new.unicodeScalars))
        let most = min(before.count, after.count)
        var start = 0
        while start < most, before[start] == after[start] { start += 1 }
        var end = 0
        while end < most - start, before[before.count - 1 - end] == after[after.count - 1 - end] { end += 1 }
        return (piece(of: before, from: start, leaving: end), piece(of: after, from: start, leaving: end))
    }

    /// The middle of a text, with whole words of what stands around it.
    private static func piece(of text: [Unicode.Scalar], from start: Int, leaving end: Int) -> String {
        var from = max(0, start - 24)
        while from > 0, from < start, text[from - 1] != " " { from += 1 }
        var to = min(text.count, text.count - end + 24)
        while to < text.count, to > text.count - end, text[to] != " " { to -= 1 }
        var middle = String.UnicodeScalarView()
        middle.append(contentsOf: text[from..<max(from, to)])
        return (from > 0 ? "…" : "") + String(middle) + (to < text.count ? "…" : "")
    }
}
