/// The path of an endpoint with typed placeholders: `/objects/{id}.json`.
///
/// Written by interpolating placeholders, so that a template can only name values whose form is known:
/// `"/objects/\(.id).json"`. A path whose value has another form does not match, and is a 404 like any other.
package struct PathTemplate: Sendable, Hashable, CustomStringConvertible {
    /// One value in a path, and the form it must have.
    package enum Placeholder: String, Sendable, Hashable, CaseIterable {
        /// A STIX identifier, `type--uuid`.
        case id
        /// The UUID of a collection.
        case collection
        /// The UUID of a collection, or its alias.
        case name
        /// A STIX type code.
        case type
        /// A version: an RFC 3339 time in UTC.
        case version
        /// Hexadecimal digits that name a file's content.
        case hash
        /// A UUID of something other than a collection: a person, a group, a draft.
        case uuid
        /// A whole number.
        case number
        /// 256 random bits in base64url: whoever knows the address may use it.
        case secret
        /// The rest of the path, several segments of `[0-9a-z._-]`. Stands last.
        case path

        /// Whether a text has the form of this value.
        package func admits(_ text: some StringProtocol) -> Bool {
            switch self {
            case .id: Form.isObjectID(text)
            case .collection: Form.isUUID(text)
            case .name: Form.isName(text)
            case .type: Form.isType(text)
            case .version: Form.isTime(text)
            case .hash: Form.isHash(text)
            case .uuid: Form.isUUID(text)
            case .number: (1...18).contains(text.utf8.count) && text.utf8.allSatisfy(Form.isDigit)
            case .secret: Form.isSecret(text)
            case .path: Form.isRest(text)
            }
        }
    }

    enum Part: Sendable, Hashable {
        case text(String)
        case value(Placeholder)
    }

    let parts: [Part]

    /// The placeholders in their order.
    package var placeholders: [Placeholder] {
        parts.compactMap { if case .value(let placeholder) = $0 { placeholder } else { nil } }
    }

    /// What every path that fits has before its second slash; nil where that differs.
    package var firstSegment: Substring? {
        guard case .text(let text) = parts.first else { return nil }
        let segment = text.dropFirst().prefix { $0 != "/" }
        return parts.count == 1 || segment.count + 1 < text.count ? segment : nil
    }

    /// The template as people write it: `/objects/{id}.json`.
    package var description: String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .value(let placeholder): "{\(placeholder.rawValue)}"
            }
        }.joined()
    }

    /// The values of a path that fits, by placeholder name; nothing if it does not fit.
    package func match(_ path: String) -> [String: String]? {
        guard path.utf8.count <= 1_024 else { return nil }
        var rest = path[...]
        var values: [String: String] = [:]
        for (index, part) in parts.enumerated() {
            switch part {
            case .text(let text):
                guard rest.hasPrefix(text) else { return nil }
                rest = rest.dropFirst(text.count)
            case .value(let placeholder):
                let value = value(of: placeholder, at: index, in: rest)
                guard placeholder.admits(value) else { return nil }
                values[placeholder.rawValue] = String(value)
                rest = rest[value.endIndex...]
            }
        }
        return rest.isEmpty ? values : nil
    }

    /// The path with values in place of the placeholders.
    func filled(_ values: [String]) -> String {
        var left = values[...]
        return parts.map { part in
            switch part {
            case .text(let text): text
            case .value: Percent.encode(left.popFirst() ?? "", keeping: Percent.path)
            }
        }.joined()
    }

    /// What stands in a path for a placeholder: up to the next slash, less the text that follows in the template.
    private func value(of placeholder: Placeholder, at index: Int, in rest: Substring) -> Substring {
        if placeholder == .path { return rest }
        let segment = rest.prefix { $0 != "/" }
        if index + 1 < parts.count, case .text(let next) = parts[index + 1], !next.hasPrefix("/") {
            let suffix = next.prefix { $0 != "/" }
            return segment.hasSuffix(suffix) ? segment.dropLast(suffix.count) : segment.prefix(0)
        }
        return segment
    }
}

extension PathTemplate: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) {
        parts = [.text(value)]
    }

    package init(stringInterpolation: StringInterpolation) {
        parts = stringInterpolation.parts
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { parts.append(.text(literal)) }
        }

        package mutating func appendInterpolation(_ placeholder: Placeholder) {
            parts.append(.value(placeholder))
        }
    }
}
