/// Why some text is no pattern (STIX 2.1 §9).
public struct PatternError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, for programs.
    public enum Code: String, Sendable, Codable, CaseIterable {
        /// The bytes are no UTF-8.
        case invalidUTF8 = "invalid-utf8"
        /// The pattern is longer than `Pattern.mostBytes`.
        case tooLong = "pattern-too-long"
        /// Parentheses and qualifiers are nested deeper than `Pattern.mostDepth`.
        case tooDeep = "pattern-too-deep"
        /// A character stands where none like it may.
        case unexpectedCharacter = "unexpected-character"
        /// A word or mark stands where another is expected.
        case unexpectedToken = "unexpected-token"
        /// The pattern ends too early.
        case unexpectedEnd = "unexpected-end"
        /// A string, binary constant or comment is not closed.
        case unclosed
        /// A backslash stands before something other than a quotation mark or a backslash.
        case badEscape = "bad-escape"
        /// A constant is malformed: bytes, or a moment.
        case badConstant = "bad-constant"
        /// A number is beyond what can be computed with.
        case numberOutOfRange = "number-out-of-range"
        /// A qualifier asks for what cannot be: no time, no repetition, or an end before its start.
        case badQualifier = "bad-qualifier"
        /// The same qualifier comes twice behind one observation.
        case repeatedQualifier = "repeated-qualifier"
    }

    /// What is wrong, for programs.
    public let code: Code
    /// Where, in bytes from the start of the pattern.
    public let offset: Int
    /// What it is, for people: one English sentence.
    public let sentence: String
    /// Section of STIX 2.1 (OASIS Standard, 10 June 2021) that says so.
    public let section: String

    /// The sentence and the place.
    public var description: String { "\(sentence) (byte \(offset))" }
}

/// One thing that is wrong, or doubtful, in a pattern that can be read.
public struct PatternFinding: Sendable, Equatable {
    /// What a finding is about.
    public enum Code: String, Sendable, Codable, CaseIterable {
        /// Neither the standard nor this library knows the type of object.
        case unknownType = "unknown-type"
        /// The standard does not give the type this property.
        case unknownProperty = "unknown-property"
        /// No value of the property can be compared with the constant.
        case wrongKind = "wrong-kind"
        /// Comparisons of different types of object are joined by `AND`, and no object has two types.
        case mixedTypes = "mixed-types"
        /// The constants of a set are of different kinds.
        case mixedSet = "mixed-set"
        /// A set is empty, so that nothing is in it.
        case emptySet = "empty-set"
        /// The constant has not the form of the hash it is compared with.
        case badHash = "bad-hash"
        /// The constant is no IP address and no CIDR block.
        case badNetwork = "bad-network"
        /// The constant is no regular expression.
        case badExpression = "bad-expression"
        /// The regular expression needs more than linear time, or too much memory, and is not matched here.
        case unsupportedExpression = "unsupported-expression"

        /// How grave it is: an error where the standard says MUST.
        public var severity: Finding.Severity {
            switch self {
            case .mixedSet, .badHash, .badNetwork, .badExpression: .error
            default: .warning
            }
        }
    }

    /// What it is, for programs.
    public let code: Code
    /// Where, in bytes from the start of the pattern.
    public let offset: Int
    /// What it is, for people: one English sentence.
    public let sentence: String
    /// Section of STIX 2.1 that says so.
    public let section: String

    /// How grave it is.
    public var severity: Finding.Severity { code.severity }
}
