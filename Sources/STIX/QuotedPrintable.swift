/// The transfer encoding of mails in which `=` at the end of a line joins and `=3D` is `=` (RFC 2045 §6.7).
enum QuotedPrintable {
    /// The text without that encoding; nil where nothing says that it has it.
    ///
    /// A header says so, or an attribute of HTML that begins with `=3D"`, or an encoded `=` beside a line that goes on: a single
    /// `=3D` may stand in an address.
    static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
        guard let start = start(of: bytes) else { return nil }
        var plain = Array(bytes[..<start])
        plain.reserveCapacity(bytes.count)
        var index = start
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "=") else {
                plain.append(bytes[index])
                index += 1
                continue
            }
            if let next = lineEnd(behind: index + 1, in: bytes) {
                index = next
            } else if let byte = codedByte(at: index + 1, in: bytes) {
                plain.append(byte)
                index += 3
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return plain
    }

    private static func start(of bytes: [UInt8]) -> Int? {
        var isCoded = false
        var isJoined = false
        let name = Array("quoted-printable".utf8)
        for index in bytes.indices {
            if bytes[index] | 0x20 == name[0], bytes.count - index >= name.count,
                zip(bytes[index...], name).allSatisfy({ $0 | 0x20 == $1 })
            {
                return index + name.count
            }
            guard bytes[index] == UInt8(ascii: "=") else { continue }
            if codedByte(at: index + 1, in: bytes) == UInt8(ascii: "=") {
                isCoded = true
                if index + 3 < bytes.count, bytes[index + 3] == UInt8(ascii: "\"") { return 0 }
            } else if lineEnd(behind: index + 1, in: bytes) != nil {
                isJoined = true
            }
            if isCoded, isJoined { return 0 }
        }
        return nil
    }

    /// The beginning of the next line where only white space lies before it.
    private static func lineEnd(behind start: Int, in bytes: [UInt8]) -> Int? {
        var index = start
        while index < bytes.count, index < start + 76, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        if index < bytes.count, bytes[index] == 0x0D { index += 1 }
        return index < bytes.count && bytes[index] == 0x0A ? index + 1 : nil
    }

    /// Upper-case digits only: others stand in addresses that were never encoded.
    private static func codedByte(at index: Int, in bytes: [UInt8]) -> UInt8? {
        guard index + 1 < bytes.count,
            bytes[index...(index + 1)].allSatisfy({ $0.isDigit || (0x41...0x46).contains($0) })
        else { return nil }
        return bytes[...].hexadecimalByte(at: index)
    }
}
