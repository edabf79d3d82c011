/// A JSON value as a small tree, for pages and for canonical forms; the scanner never builds one.
///
/// Objects keep the order of their members, and numbers the way they were written.
public enum JSON: Sendable, Equatable {
    /// The literal `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, as written and as a double.
    case number(Number)
    /// A string, escapes resolved.
    case string(String)
    /// A list.
    case array([JSON])
    /// An object: members in the order written, names without duplicates.
    case object([Member])

    /// One name and value of an object.
    public struct Member: Sendable, Equatable {
        /// The name, escapes resolved.
        public let name: String
        /// The value.
        public let value: JSON

        /// Makes a member.
        public init(name: String, value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// A number as it was written, and its value.
    public struct Number: Sendable, Equatable {
        /// The digits as they were written.
        public let text: String
        /// The nearest double.
        public let value: Double

        /// Makes a number that is written the way RFC 8785 writes it; nil for infinity and not-a-number.
        public init?(_ value: Double) {
            guard let text = ECMAScriptNumber.text(of: value) else { return nil }
            self.text = text
            self.value = value
        }

        init(text: String, value: Double) {
            self.text = text
            self.value = value
        }
    }

    /// The bytes cannot be read as JSON.
    public struct ParseError: Error, Sendable, Equatable {
        /// What is wrong, by the codes of refusals.
        public let code: Finding.Code
        /// Where, in bytes from the start.
        public let offset: Int
        /// What is wrong, for people: one English sentence.
        public let sentence: String
    }

    /// The value of the member with this name, or nil.
    public subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The element at this index, or nil.
    public subscript(index: Int) -> JSON? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// The string, if it is one.
    public var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The truth value, if it is one.
    public var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The number, if it is one.
    public var number: Number? {
        guard case .number(let number) = self else { return nil }
        return number
    }

    /// The elements, if it is a list.
    public var array: [JSON]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The members in the order written, if it is an object.
    public var members: [Member]? {
        guard case .object(let members) = self else { return nil }
        return members
    }
}
