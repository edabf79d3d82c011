/// Why a file is no kind, no pack, or no taxonomy: where, and in one sentence.
public struct KindFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, for programs.
    public enum Code: String, Sendable, CaseIterable {
        /// It can't be read as YAML or JSON at all.
        case unreadable
        /// It has more bytes, levels, fields or texts than it may.
        case tooLarge = "too-large"
        /// Something must stand here and doesn't.
        case missing
        /// Nobody reads this name.
        case unknownName = "unknown-name"
        /// A text, a list, an object, a number is expected and something else stands here.
        case wrongType = "wrong-type"
        /// A text is not of the form that it must have.
        case badForm = "bad-form"
        /// One name stands for two things.
        case duplicate
        /// A field, a state, a step or a file is named that isn't there.
        case unknownReference = "unknown-reference"
        /// Fields are shown only when each other is.
        case cycle
        /// A signature is missing, or is not that of these bytes.
        case badSignature = "bad-signature"
    }

    /// What is wrong, for programs.
    public let code: Code
    /// What is wrong, for people: one English sentence.
    public let sentence: String
    /// Where in the document (RFC 6901).
    public let pointer: String
    /// The file; nil where it came from no file.
    public var file: String?
    /// Line of the file, from 1; nil where it isn't known.
    public let line: Int?

    /// Makes one.
    public init(_ code: Code, _ sentence: String, at pointer: String = "", line: Int? = nil, file: String? = nil) {
        self.code = code
        self.sentence = sentence
        self.pointer = pointer
        self.line = line
        self.file = file
    }

    /// File, line, place and sentence, as compilers write them.
    public var description: String {
        let place = [file, line.map(String.init)].compactMap(\.self).joined(separator: ":")
        return [place, pointer, sentence].filter { !$0.isEmpty }.joined(separator: ": ")
    }

    /// The same in a file.
    public func inFile(_ file: String) -> KindFault {
        var fault = self
        fault.file = file
        return fault
    }
}
