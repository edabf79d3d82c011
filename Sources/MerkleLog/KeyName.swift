import Crypto

/// The rules about names and IDs of keys (C2SP signed-note, "Format" and "Signatures").
enum KeyName {
    /// Not empty; no Unicode space, no plus, and no control character, which no note may hold.
    static func isValid(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy { scalar in
                scalar.value >= 0x20 && scalar != "+" && !scalar.properties.isWhitespace
            }
    }

    /// The first four bytes of SHA-256(name ‖ newline ‖ signature type ‖ public key), big-endian.
    static func keyID(name: String, typedKey: [UInt8]) -> UInt32 {
        var hash = SHA256()
        for part in [Array(name.utf8), [UInt8(ascii: "\n")], typedKey] {
            part.withUnsafeBytes { hash.update(bufferPointer: $0) }
        }
        return hash.finalize().prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The four bytes of a key ID, big-endian.
    static func bytes(of keyID: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: keyID >> $0) }
    }
}
