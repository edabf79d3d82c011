import Ledger

/// Turns UTF-16, which some programs write, into UTF-8 piece by piece.
struct UTF16Decoding: ByteSource {
    private var inner: any ByteSource
    private var isLittleEndian: Bool?
    /// The first byte of a unit whose second has not come.
    private var half: UInt8?
    /// The first of two surrogates.
    private var high: UInt16?

    init(_ inner: any ByteSource) { self.inner = inner }

    mutating func next() async throws -> [UInt8]? {
        guard let piece = try await inner.next() else {
            guard half == nil, high == nil else { throw Self.broken }
            return nil
        }
        var text = String.UnicodeScalarView()
        var bytes = half.map { [$0] + piece } ?? piece
        half = bytes.count % 2 == 1 ? bytes.removeLast() : nil
        for index in stride(from: 0, to: bytes.count, by: 2) {
            if isLittleEndian == nil {
                // The mark says it; without one, the zero beside the first character of JSON does.
                isLittleEndian = bytes[index] == 0xFF || bytes[index + 1] == 0
                if bytes[index] >= 0xFE { continue }
            }
            let (low, next) = isLittleEndian == true ? (index, index + 1) : (index + 1, index)
            try take(UInt16(bytes[low]) | UInt16(bytes[next]) << 8, &text)
        }
        return Array(String(text).utf8)
    }

    private mutating func take(_ unit: UInt16, _ text: inout String.UnicodeScalarView) throws {
        if let first = high {
            guard 0xDC00...0xDFFF ~= unit,
                let scalar = Unicode.Scalar(
                    0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(unit) - 0xDC00)
            else { throw Self.broken }
            high = nil
            text.append(scalar)
        } else if 0xD800...0xDBFF ~= unit {
            high = unit
        } else {
            guard let scalar = Unicode.Scalar(unit) else { throw Self.broken }
            text.append(scalar)
        }
    }

    private static let broken = ExchangeError(.malformed, "what is written in UTF-16 is damaged; save it as UTF-8")
}
