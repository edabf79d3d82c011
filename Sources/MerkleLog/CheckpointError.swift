/// Why a text is no checkpoint.
public enum CheckpointError: Error, Equatable {
    /// Longer than a signed note may be.
    case tooLong
    /// The text does not end in a newline.
    case noFinalNewline
    /// Fewer than the three lines origin, size, root.
    case tooFewLines
    /// The first line is empty or holds a control character.
    case malformedOrigin
    /// The second line is not a decimal number without leading zeros, or too large to count.
    case malformedSize
    /// The third line is not 32 bytes in base64.
    case malformedRoot
    /// A further line is empty or holds a control character.
    case malformedExtension
}

extension CheckpointError: CustomStringConvertible {
    /// One sentence for people.
    public var description: String {
        switch self {
        case .tooLong: "the checkpoint is too long"
        case .noFinalNewline: "the checkpoint does not end in a newline"
        case .tooFewLines: "the checkpoint lacks its origin, size or root hash"
        case .malformedOrigin: "the checkpoint's origin is empty or holds a control character"
        case .malformedSize: "the checkpoint's tree size is not a plain decimal number"
        case .malformedRoot: "the checkpoint's root hash is not 32 bytes in base64"
        case .malformedExtension: "an extension line of the checkpoint is empty or holds a control character"
        }
    }
}
