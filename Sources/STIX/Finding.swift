/// One thing that is wrong, or doubtful, in an object.
public struct Finding: Sendable, Equatable, Codable {
    /// How grave a finding is.
    public enum Severity: String, Sendable, Codable {
        /// The standard says MUST, and the object does not.
        case error
        /// The standard says SHOULD, or the object says something that this library does not know.
        case warning
    }

    /// How grave it is.
    public let severity: Severity
    /// What it is, for programs.
    public let code: Code
    /// Where it is inside the object: a JSON pointer (RFC 6901), empty for the object itself.
    public let pointer: String
    /// Where it is in the whole input, in bytes.
    public let offset: Int
    /// What it is, for people: one English sentence.
    public let sentence: String
    /// Section of STIX 2.1 (OASIS Standard, 10 June 2021), the RFC, or the specification of an extension that says so.
    public let section: String?

    /// Makes a finding.
    public init(
        severity: Severity, code: Code, pointer: String, offset: Int, sentence: String, section: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.pointer = pointer
        self.offset = offset
        self.sentence = sentence
        self.section = section
    }
}
