package import Kinds
package import STIX

/// The texts of an object that people may say in another language, each by where it stands.
package struct TranslatableTexts: Sendable {
    /// One text, as its author wrote it.
    package struct Text: Sendable, Hashable {
        /// Where it stands, from the object down: names of properties, numbers of elements.
        package let path: [String]
        package let original: String
        package let isLong: Bool
        /// What the kind calls it; nil for a property of the object itself.
        package let label: Phrase?
        /// The row of a list that it is in, counted from 1.
        package let row: Int?

        /// The same place as a JSON Pointer (RFC 6901).
        package var pointer: String {
            path.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
        }
    }

    /// In the order in which they are read.
    package let all: [Text]

    /// Most texts of one object.
    private static let most = 400
    /// Properties that people read, in objects without a kind, and whether they are long.
    private static let properties = [
        ("name", false), ("abstract", false), ("description", true), ("content", true), ("explanation", true),
    ]

    /// - Parameter kind: of the object, where it is of one.
    package init(of object: JSON, kind: Kind?) {
        guard let kind, let values = RecordObject.values(of: object)?.values else {
            all = Self.properties.compactMap { name, isLong in
                object[name]?.string.flatMap { text in
                    text.isEmpty ? nil : Text(path: [name], original: text, isLong: isLong, label: nil, row: nil)
                }
            }
            return
        }
        var found: [Text] = []
        func add(_ field: Field, _ value: JSON?, _ path: [String], row: Int?) {
            switch field.type {
            case .text, .longText:
                let texts = value?.array ?? [value].compactMap(\.self)
                for (index, text) in texts.enumerated() {
                    guard let text = text.string, !text.isEmpty, found.count < Self.most else { continue }
                    found.append(
                        Text(
                            path: value?.array == nil ? path : path + [String(index)], original: text,
                            isLong: field.type == .longText, label: field.label, row: row))
                }
            case .list(let inner):
                for (index, line) in (value?.array ?? []).enumerated() {
                    for one in inner { add(one, line[one.name], path + [String(index), one.name], row: index + 1) }
                }
            default: break
            }
        }
        let place = ["extensions", KnownExtension.kindValues.definition.id, "values"]
        for field in kind.fields { add(field, values[field.name], place + [field.name], row: nil) }
        all = found
    }
}

extension JSON {
    /// What stands at a path of names and numbers.
    func at(_ path: some Collection<String>) -> JSON? {
        guard let first = path.first else { return self }
        let next = array == nil ? self[first] : Int(first).flatMap { self[$0] }
        return next?.at(path.dropFirst())
    }

    /// The same with other strings at some paths; a path at which no string stands changes nothing.
    func saying(_ texts: [[String]: String]) -> JSON {
        guard !texts.isEmpty else { return self }
        if case .string = self { return texts[[]].map(JSON.string) ?? self }
        var below: [String: [[String]: String]] = [:]
        for (path, text) in texts {
            guard let first = path.first else { continue }
            below[first, default: [:]][Array(path.dropFirst())] = text
        }
        switch self {
        case .object(let members):
            return .object(members.map { .init(name: $0.name, value: $0.value.saying(below[$0.name] ?? [:])) })
        case .array(let elements):
            return .array(elements.enumerated().map { $1.saying(below[String($0)] ?? [:]) })
        default: return self
        }
    }

    /// Texts by their paths in the shape of what they translate: only what is translated, but lists as long as there (STIX 2.1 §7.1).
    func shape(of texts: [[String]: String]) -> JSON? {
        guard !texts.isEmpty else { return nil }
        if case .string = self { return texts[[]].map(JSON.string) }
        var below: [String: [[String]: String]] = [:]
        for (path, text) in texts {
            guard let first = path.first else { continue }
            below[first, default: [:]][Array(path.dropFirst())] = text
        }
        switch self {
        case .object(let members):
            let said = members.compactMap { member in
                member.value.shape(of: below[member.name] ?? [:]).map { JSON.Member(name: member.name, value: $0) }
            }
            return said.isEmpty ? nil : .object(said)
        case .array(let elements):
            return .array(
                elements.enumerated().map { index, element in
                    element.shape(of: below[String(index)] ?? [:]) ?? element.unsaid
                })
        default: return nil
        }
    }

    /// What stands for an element that is not translated: an empty text, and an object that has one, for no object is empty (§3.1).
    private var unsaid: JSON {
        guard let members else { return .string("") }
        let first = members.first { $0.value.string != nil } ?? members.first
        return .object([.text(first?.name ?? "name", "")])
    }
}
