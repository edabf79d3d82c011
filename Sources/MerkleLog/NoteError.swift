/// Why bytes are no signed note, or why a note is not to be believed.
public enum NoteError: Error, Equatable {
    /// More than 128 KiB.
    case tooLong
    /// Not valid UTF-8.
    case notUTF8
    /// A control character other than newline.
    case controlCharacter
    /// The text does not end in a newline, or an empty line before the signatures is missing.
    case malformedText
    /// No signature line at all.
    case noSignature
    /// More than 64 signature lines.
    case tooManySignatures
    /// A signature line that is not: em dash, space, key name, space, base64 of more than four bytes, newline.
    case malformedSignature
    /// A key name that is empty or holds a space, a plus or a control character.
    case malformedKeyName
    /// A verifier key whose text, type, length or key ID is wrong.
    case malformedVerifierKey
    /// A known key's signature is false: the note was altered.
    case falseSignature(name: String)
    /// None of the signatures is of a known key.
    case noKnownSignature
    /// The private key could not sign.
    case cannotSign(name: String)
}

extension NoteError: CustomStringConvertible {
    /// One sentence for people.
    public var description: String {
        switch self {
        case .tooLong: "the note is longer than \(SignedNote.maximumByteCount) bytes"
        case .notUTF8: "the note is not valid UTF-8"
        case .controlCharacter: "the note holds a control character"
        case .malformedText: "the note's text does not end in a newline and an empty line"
        case .noSignature: "the note has no signature"
        case .tooManySignatures: "the note has more than \(SignedNote.maximumSignatureCount) signatures"
        case .malformedSignature: "a signature line of the note is malformed"
        case .malformedKeyName: "the key name is empty or holds a space, a plus or a control character"
        case .malformedVerifierKey: "the verifier key is malformed, or its key ID does not fit it"
        case .falseSignature(let name): "the note's signature by \(name) is false"
        case .noKnownSignature: "the note has no signature by a known key"
        case .cannotSign(let name): "the key \(name) could not sign the note"
        }
    }
}
