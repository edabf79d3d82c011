import Crypto

/// The SHA-256 of the bytes of a file: its name here and for everybody.
package struct BlobHash: Sendable, Hashable {
    package let bytes: [UInt8]

    /// Nil for what is no SHA-256.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == SHA256.byteCount else { return nil }
        self.bytes = bytes
    }

    init(_ digest: SHA256.Digest) { bytes = Array(digest) }

    /// Of 64 hexadecimal digits, be they large or small (STIX 2.1 §2.7 prescribes neither).
    package init?(hex: some StringProtocol) {
        guard hex.utf8.count == 2 * SHA256.byteCount else { return nil }
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in hex.utf8 {
            guard let value = Character(Unicode.Scalar(digit)).hexDigitValue.map(UInt8.init) else { return nil }
            if let first = high { bytes.append(first << 4 | value) }
            high = high == nil ? value : nil
        }
        self.bytes = bytes
    }

    /// Of a text in memory.
    package init(of bytes: [UInt8]) { self.init(SHA256.hash(data: bytes)) }
}

extension BlobHash: CustomStringConvertible {
    /// 64 hexadecimal digits, the letters small.
    package var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension BlobHash: SQLValue {
    package var sql: Value { .blob(bytes) }

    package init?(sql: Value) {
        guard case .blob(let bytes) = sql else { return nil }
        self.init(bytes)
    }
}
