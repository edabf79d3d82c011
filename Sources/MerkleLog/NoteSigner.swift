public import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A private key that signs notes under a name (C2SP signed-note, Ed25519, signature type 0x01).
///
/// A log that signs two histories is broken for good: ask for the last signed checkpoint before signing the next.
public struct NoteSigner: Sendable {
    /// What others need to verify.
    public let verifier: NoteVerifier
    private let key: Curve25519.Signing.PrivateKey

    /// Names a private key.
    ///
    /// - Throws: `NoteError.malformedKeyName`.
    public init(name: String, key: Curve25519.Signing.PrivateKey) throws(NoteError) {
        self.verifier = try NoteVerifier(name: name, key: key.publicKey)
        self.key = key
    }

    /// The name of the key.
    public var name: String { verifier.name }

    /// Signs a note text.
    ///
    /// - Throws: `NoteError.malformedText`, `controlCharacter` or `tooLong` if the text cannot stand in a note;
    ///   `cannotSign`.
    public func sign(_ text: String) throws(NoteError) -> NoteSignature {
        try SignedNote.check(text: text)
        guard let signature = try? key.signature(for: Array(text.utf8)) else { throw .cannotSign(name: name) }
        return try NoteSignature(name: name, keyID: verifier.keyID, bytes: Array(signature))
    }
}

extension NoteSigner: CustomStringConvertible {
    /// The verifier key's text: a signer that slips into a message does not take its private key along.
    public var description: String { verifier.vkey }
}
