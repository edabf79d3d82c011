/// A text and the signatures over it (C2SP signed-note).
///
/// The text is only somebody's claim until ``verify(with:)`` returns.
public struct SignedNote: Equatable, Sendable {
    /// The longest note read or written: 128 KiB, room for the 16 post-quantum signatures that all must accept.
    public static let maximumByteCount = 131_072
    /// The most signatures in one note: 64.
    public static let maximumSignatureCount = 64

    /// The text, ending in a newline; unverified.
    public let text: String
    /// The signatures in the order of their lines, those of unknown keys among them.
    public private(set) var signatures: [NoteSignature]

    /// Signs a text.
    ///
    /// - Throws: `NoteError` if the text cannot stand in a note, or there are no or too many signers.
    public init(text: String, signers: [NoteSigner]) throws(NoteError) {
        try Self.check(text: text)
        guard !signers.isEmpty else { throw .noSignature }
        self.text = text
        self.signatures = []
        for signer in signers {
            try sign(with: signer)
        }
    }

    /// Reads a note, at most 128 KiB and 64 signatures, verifying nothing yet.
    ///
    /// - Throws: `NoteError` for whatever breaks the format; what was read is written the same.
    public init(parsing bytes: some Collection<UInt8>) throws(NoteError) {
        guard bytes.count <= Self.maximumByteCount else { throw .tooLong }
        let whole = Array(bytes)
        // Texts may hold empty lines: the last one separates.
        guard let blank = whole.indices.dropLast().last(where: { whole[$0] == newline && whole[$0 + 1] == newline })
        else { throw .malformedText }
        guard String(validating: whole, as: UTF8.self) != nil else { throw .notUTF8 }
        text = String(decoding: whole[...blank], as: UTF8.self)
        try Self.check(text: text)

        var lines = whole[(blank + 2)...].split(separator: newline, omittingEmptySubsequences: false)
        guard lines.popLast()?.isEmpty ?? false else { throw .malformedSignature }
        guard !lines.isEmpty else { throw .noSignature }
        guard lines.count <= Self.maximumSignatureCount else { throw .tooManySignatures }
        signatures = []
        for line in lines {
            signatures.append(try NoteSignature(line: Substring(decoding: line, as: UTF8.self)))
        }
    }

    /// The note as it is stored and served: text, empty line, signature lines.
    public var encoded: String {
        text + "\n" + signatures.map(\.line).joined()
    }

    /// Adds a signature, in place of an earlier one by the same key.
    ///
    /// - Throws: `NoteError.tooManySignatures` or `tooLong`; the note is then unchanged.
    public mutating func append(_ signature: NoteSignature) throws(NoteError) {
        var changed = self
        changed.signatures.removeAll { $0.isBySameKey(as: signature) }
        changed.signatures.append(signature)
        guard changed.signatures.count <= Self.maximumSignatureCount else { throw .tooManySignatures }
        guard changed.encoded.utf8.count <= Self.maximumByteCount else { throw .tooLong }
        self = changed
    }

    /// Signs the text once more, as a witness or a peer does.
    ///
    /// - Throws: `NoteError`, as `append`, or `cannotSign`.
    public mutating func sign(with signer: NoteSigner) throws(NoteError) {
        try append(signer.sign(text))
    }

    /// Verifies the note: at least one known key signed it, and no known key's signature is false.
    ///
    /// Signatures of unknown keys are ignored, even if they share a name or a key ID (not both) with a known one.
    ///
    /// - Returns: The signatures of known keys, at least one.
    /// - Throws: `NoteError.falseSignature`, `noKnownSignature`.
    public func verify(with verifiers: [NoteVerifier]) throws(NoteError) -> [NoteSignature] {
        var verified: [NoteSignature] = []
        for signature in signatures {
            let known = verifiers.filter { $0.claims(signature) }
            guard known.allSatisfy({ $0.isValid(signature, over: text) }) else {
                throw .falseSignature(name: signature.name)
            }
            if !known.isEmpty { verified.append(signature) }
        }
        guard !verified.isEmpty else { throw .noKnownSignature }
        return verified
    }

    /// Compares the exact bytes.
    public static func == (left: SignedNote, right: SignedNote) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8) && left.signatures == right.signatures
    }

    /// Makes sure that a text can stand in a note.
    static func check(text: String) throws(NoteError) {
        guard text.utf8.count <= maximumByteCount else { throw .tooLong }
        guard text.utf8.last == newline else { throw .malformedText }
        guard text.utf8.allSatisfy({ $0 >= 0x20 || $0 == newline }) else { throw .controlCharacter }
    }
}

private let newline = UInt8(ascii: "\n")
