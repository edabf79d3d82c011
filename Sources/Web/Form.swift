/// The forms of the values that stand in paths.
///
/// Nothing here says that the named thing exists.
package enum Form {
    /// `type--uuid`.
    package static func isObjectID(_ text: some StringProtocol) -> Bool {
        guard text.utf8.count <= 290, text.utf8.count > 38 else { return false }
        let uuid = text.suffix(36)
        let head = text.dropLast(36)
        return head.hasSuffix("--") && isType(head.dropLast(2)) && isUUID(uuid)
    }

    /// `8-4-4-4-12` hexadecimal digits.
    package static func isUUID(_ text: some StringProtocol) -> Bool {
        let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return groups.map(\.count) == [8, 4, 4, 4, 12] && groups.allSatisfy { $0.allSatisfy(isHexadecimal) }
    }

    /// Lower-case letters, digits and hyphens, at most 63 of them: an alias, and every lower-case UUID.
    package static func isName(_ text: some StringProtocol) -> Bool {
        (1...63).contains(text.utf8.count)
            && text.utf8.allSatisfy { isLowerCase($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    }

    /// Lower-case letters, digits and hyphens, 3 to 250 of them.
    package static func isType(_ text: some StringProtocol) -> Bool {
        (3...250).contains(text.utf8.count)
            && text.utf8.allSatisfy { isLowerCase($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    }

    /// An RFC 3339 time in UTC with any number of decimals up to nine.
    package static func isTime(_ text: some StringProtocol) -> Bool {
        Moment(String(text)).parts != nil
    }

    static func isHash(_ text: some StringProtocol) -> Bool {
        (8...64).contains(text.utf8.count) && text.utf8.allSatisfy(isHexadecimal)
    }

    static func isRest(_ text: some StringProtocol) -> Bool {
        guard (1...256).contains(text.utf8.count) else { return false }
        return text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { segment in
            !segment.isEmpty && segment != "." && segment != ".."
                && segment.utf8.allSatisfy { isLowerCase($0) || isDigit($0) || ".-_".utf8.contains($0) }
        }
    }

    /// 32 bytes in base64url without padding, RFC 4648 §5.
    package static func isSecret(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 43
            && text.utf8.allSatisfy { byte in
                isDigit(byte) || isLowerCase(byte | 0x20) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLowerCase(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x66).contains(byte) || (0x41...0x46).contains(byte)
    }
}
