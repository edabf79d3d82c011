/// Reads IPv6 addresses as people write them (RFC 4291 §2.2).
package enum IPv6Text {
    /// The 16 bytes; nil where it is no address.
    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        guard text.utf8.count <= 45 else { return nil }
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        switch halves.count {
        case 1:
            guard let words = words(halves[0]), words.count == 16 else { return nil }
            return words
        case 2:
            guard let left = words(halves[0]), let right = words(halves[1]), left.count + right.count <= 14 else {
                return nil
            }
            return left + Array(repeating: 0, count: 16 - left.count - right.count) + right
        default: return nil
        }
    }

    private static func words(_ text: some StringProtocol) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        var bytes: [UInt8] = []
        let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() {
            if index == pieces.count - 1, piece.contains("."), let last = IPv4Text.bytes(piece) {
                bytes += last
                continue
            }
            guard (1...4).contains(piece.utf8.count), piece.utf8.allSatisfy({ Character(.init($0)).isHexDigit }),
                let word = UInt16(piece, radix: 16)
            else { return nil }
            bytes += [UInt8(word >> 8), UInt8(word & 0xFF)]
        }
        return bytes
    }
}

/// Reads IPv4 addresses in dotted decimal form.
package enum IPv4Text {
    /// The 4 bytes; nil where it is no address.
    ///
    /// A leading zero is refused: some read it as octal.
    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
        guard pieces.count == 4 else { return nil }
        let bytes = pieces.compactMap { piece -> UInt8? in
            guard (1...3).contains(piece.utf8.count), piece.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                return nil
            }
            guard piece.count == 1 || !piece.hasPrefix("0") else { return nil }
            return UInt8(piece)
        }
        return bytes.count == 4 ? bytes : nil
    }
}
