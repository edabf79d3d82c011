/// The input itself is broken, so that nothing after this place can be read; objects before it were delivered.
public struct StreamError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is broken, for programs.
    public enum Code: String, Sendable, Codable, CaseIterable {
        /// The brackets, commas or members around the objects are not JSON (RFC 8259).
        case notJSON = "not-json"
        /// The input begins with the byte order mark of UTF-16; JSON is UTF-8 (RFC 8259 §8.1).
        case byteOrderMark = "byte-order-mark"
        /// Something that is no object stands at the top.
        case notAnObject = "not-an-object"
        /// Something other than white space or another object follows an object.
        case trailingGarbage = "trailing-garbage"
        /// The input ends inside an object or a container.
        case truncated
        /// The members around the objects are longer than `ScanLimits.objectBytes`.
        case tooLarge = "too-large"
        /// An object that is no bundle has a list of objects.
        case notABundle = "not-a-bundle"
        /// The scanner was fed after it had thrown or finished.
        case closed
    }

    /// What is broken, for programs.
    public let code: Code
    /// Where, in bytes from the start of the input.
    public let offset: Int
    /// What it is, for people: one English sentence.
    public let sentence: String

    /// The sentence and the place.
    public var description: String { "\(sentence) (byte \(offset))" }
}
