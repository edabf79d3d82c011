/// A short name for content, so that caches notice when it changes.
///
/// Not a proof of anything: FNV-1a, 128 bits.
package enum Fingerprint {
    /// Thirty-two hexadecimal digits.
    package static func of(_ bytes: some Sequence<UInt8>) -> String {
        var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        for byte in bytes {
            hash ^= UInt128(byte)
            hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013b
        }
        let text = String(hash, radix: 16)
        return String(repeating: "0", count: 32 - text.count) + text
    }

    /// A quoted entity tag.
    package static func etag(of bytes: some Sequence<UInt8>) -> String {
        "\"\(of(bytes))\""
    }
}
