import Crypto

/// Identifiers that follow from a name: version 5 of RFC 9562 §5.5.
public enum NameBasedUUID {
    /// The identifier of a name, in lower case.
    ///
    /// - Parameter namespace: 16 bytes, which say what sort of name it is.
    public static func text(of name: [UInt8], in namespace: [UInt8]) -> String {
        var hash = Insecure.SHA1()
        namespace.withUnsafeBytes { hash.update(bufferPointer: $0) }
        name.withUnsafeBytes { hash.update(bufferPointer: $0) }
        var bytes = Array(hash.finalize().prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Array("0123456789abcdef")
        var text = ""
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text.append("-") }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return text
    }
}
