package import Kinds
package import STIX

/// How terms are called now: which were renamed, or merged into others.
///
/// What was said stays as it was said; lists, counts and pages read an old term as the one that it became.
package struct TermMap: Sendable, Hashable {
    /// By vocabulary: what each old term became.
    private var became: [String: [String: String]] = [:]

    package init() {}

    /// - Parameter changes: in the order in which they were made; a later one of the same term counts.
    package init(_ changes: [TermChange]) {
        for change in changes {
            became[change.vocabulary, default: [:]][change.old] = change.old == change.new ? nil : change.new
        }
    }

    package var isEmpty: Bool { became.allSatisfy(\.value.isEmpty) }

    /// Whether anything of a vocabulary changed.
    package func touches(_ vocabulary: String) -> Bool { became[vocabulary]?.isEmpty == false }

    /// What a term is called now; a circle ends where it began.
    package func now(_ term: String, in vocabulary: String) -> String {
        guard let became = became[vocabulary] else { return term }
        var (last, seen) = (term, Set([term]))
        while let next = became[last], seen.insert(next).inserted { last = next }
        return last
    }

    /// The term and all that became it.
    package func all(_ term: String, in vocabulary: String) -> [String] {
        guard let became = became[vocabulary] else { return [term] }
        return [term] + became.keys.filter { $0 != term && now($0, in: vocabulary) == term }.sorted()
    }

    /// Every old term of a vocabulary, with what it became.
    package func old(in vocabulary: String) -> [(old: String, new: String)] {
        (became[vocabulary] ?? [:]).keys.sorted().map { ($0, now($0, in: vocabulary)) }
    }

    /// Values with every term as it is called now.
    package func applied(to values: JSON, of kind: Kind) -> JSON {
        guard !isEmpty, let members = values.members else { return values }
        return .object(
            members.map { member in
                guard let vocabulary = kind.field(member.name).flatMap(kind.vocabulary), touches(vocabulary) else {
                    return member
                }
                func renamed(_ value: JSON) -> JSON { value.string.map { .string(now($0, in: vocabulary)) } ?? value }
                guard let elements = member.value.array else {
                    return .init(name: member.name, value: renamed(member.value))
                }
                var all: [JSON] = []
                for element in elements.map(renamed) where !all.contains(element) { all.append(element) }
                return .init(name: member.name, value: .array(all))
            })
    }
}

/// One term that is called otherwise from then on.
package struct TermChange: Sendable, Hashable {
    package let vocabulary: String
    package let old: String
    /// The same as before where a change is taken back.
    package let new: String
    package let reason: String
    /// Who changed it.
    package let name: String
    package let at: Timestamp

    package init(vocabulary: String, old: String, new: String, reason: String, name: String, at: Timestamp) {
        (self.vocabulary, self.old, self.new, self.reason, self.name, self.at) = (
            vocabulary, old, new, reason, name, at
        )
    }
}

extension Kind {
    /// Where the terms of a field come from: the namespace of a taxonomy, or the kind itself; nil for a field without terms.
    package func vocabulary(of field: Field) -> String? {
        switch field.type {
        case .choice(.taxonomy(let namespace)), .choices(.taxonomy(let namespace)): namespace
        case .choice(.inline), .choices(.inline): "\(name).\(field.name)"
        default: nil
        }
    }
}
