/// One signature line of a note: whose key, and what it made of the text (C2SP signed-note, "Format").
///
/// The signature may be of any type; only those of known keys are ever looked into.
public struct NoteSignature: Sendable {
    /// The name of the key; with the key ID it tells the key.
    public let name: String
    /// The key ID, the first four bytes of the line's base64.
    public let keyID: UInt32
    /// The signature itself, at least one byte.
    public let bytes: [UInt8]

    /// States a signature.
    ///
    /// - Throws: `NoteError.malformedKeyName`, or `malformedSignature` without any bytes.
    public init(name: String, keyID: UInt32, bytes: [UInt8]) throws(NoteError) {
        guard KeyName.isValid(name) else { throw .malformedKeyName }
        guard !bytes.isEmpty else { throw .malformedSignature }
        self.name = name
        self.keyID = keyID
        self.bytes = bytes
    }

    /// Reads a line without its newline.
    init(line: Substring) throws(NoteError) {
        let parts = line.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].elementsEqual("—".utf8) else { throw .malformedSignature }
        guard let bytes = Base64.decode(parts[2]), bytes.count > 4 else { throw .malformedSignature }
        let keyID = bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        try self.init(name: String(Substring(parts[1])), keyID: keyID, bytes: Array(bytes.dropFirst(4)))
    }

    /// The line with its newline: em dash, name, base64 of key ID and signature.
    public var line: String {
        "— \(name) \(Base64.encode(KeyName.bytes(of: keyID) + bytes))\n"
    }

    /// Whether both are of the same key: same name, byte for byte, and same key ID.
    func isBySameKey(as other: NoteSignature) -> Bool {
        keyID == other.keyID && name.utf8.elementsEqual(other.name.utf8)
    }
}

extension NoteSignature: Equatable {
    /// Compares the exact bytes of the lines.
    public static func == (left: NoteSignature, right: NoteSignature) -> Bool {
        left.isBySameKey(as: right) && left.bytes == right.bytes
    }
}
