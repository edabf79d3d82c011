public import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A public key that is trusted under a name (C2SP signed-note, Ed25519, signature type 0x01).
public struct NoteVerifier: Sendable {
    /// The only signature type known here: Ed25519 over the note text.
    static let signatureType: UInt8 = 0x01

    /// The name of the key.
    public let name: String
    /// The key ID that signature lines carry, computed from name and key.
    public let keyID: UInt32
    /// The Ed25519 public key.
    public let key: Curve25519.Signing.PublicKey

    /// Names a public key.
    ///
    /// - Throws: `NoteError.malformedKeyName`.
    public init(name: String, key: Curve25519.Signing.PublicKey) throws(NoteError) {
        guard KeyName.isValid(name) else { throw .malformedKeyName }
        self.name = name
        self.key = key
        self.keyID = KeyName.keyID(name: name, typedKey: Self.typed(key))
    }

    /// Reads `<name>+<key ID in 8 lower-case hex digits>+<base64 of 0x01 and the 32-byte public key>`.
    ///
    /// - Throws: `NoteError.malformedVerifierKey` unless ``vkey`` would write the same text; `malformedKeyName`.
    public init(vkey: String) throws(NoteError) {
        let parts = vkey.utf8.prefix(4096).split(
            separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let typed = Base64.decode(parts[2]), typed.first == Self.signatureType,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: typed.dropFirst())
        else { throw .malformedVerifierKey }
        try self.init(name: String(Substring(parts[0])), key: key)
        guard self.vkey.utf8.elementsEqual(vkey.utf8) else { throw .malformedVerifierKey }
    }

    /// The text by which the key is handed to others: `<name>+<hex key ID>+<base64>`.
    public var vkey: String {
        let digits = String(keyID, radix: 16)
        let hexadecimal = String(repeating: "0", count: 8 - digits.count) + digits
        return "\(name)+\(hexadecimal)+\(Base64.encode(Self.typed(key)))"
    }

    /// Whether a signature claims to be of this key: same name, byte for byte, and same key ID.
    public func claims(_ signature: NoteSignature) -> Bool {
        signature.keyID == keyID && signature.name.utf8.elementsEqual(name.utf8)
    }

    /// Whether the signature over the text is this key's.
    public func isValid(_ signature: NoteSignature, over text: String) -> Bool {
        claims(signature) && key.isValidSignature(signature.bytes, for: Array(text.utf8))
    }

    private static func typed(_ key: Curve25519.Signing.PublicKey) -> [UInt8] {
        [signatureType] + key.rawRepresentation
    }
}

extension NoteVerifier: CustomStringConvertible {
    /// The verifier key's text.
    public var description: String { vkey }
}
