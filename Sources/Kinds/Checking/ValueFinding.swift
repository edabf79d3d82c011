/// What is wrong with a value that somebody filled in, or odd about it.
public struct ValueFinding: Sendable, Hashable {
    /// What is wrong, for programs; pages have a sentence in each language for it.
    public enum Code: String, Sendable, CaseIterable {
        /// It must be filled in.
        case missing
        /// It is of another type than the field.
        case wrongType = "wrong-type"
        /// It is longer than it may be; `detail` says how long that is.
        case tooLong = "too-long"
        /// There are more than there may be; `detail` says how many.
        case tooMany = "too-many"
        /// None of those from which one chooses.
        case notAChoice = "not-a-choice"
        /// It stands there twice.
        case twice
        /// There is no such day, moment or length of time.
        case noTime = "no-time"
        /// It is less, or more, than it may be; `detail` says what it may be.
        case outOfRange = "out-of-range"
        /// The low end is above the high one, or the end before the start.
        case wrongOrder = "wrong-order"
        /// It is no identifier, or one of another type of object.
        case badReference = "bad-reference"
        /// It is no country, language, network or address.
        case badForm = "bad-form"
        /// The kind asks for no such thing; it is kept.
        case unknownField = "unknown-field"
        /// The field is not asked, given what the others say; it is kept.
        case notAsked = "not-asked"
    }

    /// What is wrong.
    public let code: Code
    /// Where, from the top of the values (RFC 6901): `/deliverables/0/due`.
    public let pointer: String
    /// The field, or nil for one that the kind does not have.
    public let field: Field?
    /// A bound or a value that belongs to the sentence.
    public let detail: String

    /// Whether it is refused where it is written; otherwise it is only told.
    public var isMistake: Bool { code != .unknownField && code != .notAsked }

    /// What is wrong, for people: one English sentence.
    public var sentence: String {
        let name = field.map { "\u{201C}\($0.label.text(for: "en"))\u{201D}" } ?? pointer
        return switch code {
        case .missing: "\(name) must be filled in."
        case .wrongType: "\(name) must be \(detail)."
        case .tooLong: "\(name) may have \(detail) characters."
        case .tooMany: "\(name) may have \(detail) values."
        case .notAChoice: "\(name): \(detail) is none of the choices."
        case .twice: "\(name): \(detail) stands there twice."
        case .noTime: "\(name): \(detail) is no day, moment or length of time."
        case .outOfRange: "\(name) must be \(detail)."
        case .wrongOrder: "\(name) ends before it begins."
        case .badReference: "\(name): \(detail) is no identifier of an object that may stand there."
        case .badForm: "\(name): \(detail) is not of the form that is wanted."
        case .unknownField: "\(name) is no field of this kind; it is kept."
        case .notAsked: "\(name) is not asked here; it is kept."
        }
    }
}
