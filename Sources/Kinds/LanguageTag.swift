/// The form of language tags (BCP 47, RFC 5646 §2.1).
public enum LanguageTag {
    /// Whether it is well-formed: a language of two or three letters, and subtags of up to eight letters and digits.
    ///
    /// Whether somebody registered it is not asked: new tags appear each year.
    public static func isWellFormed(_ text: some StringProtocol) -> Bool {
        guard text.utf8.count <= 35 else { return false }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.utf8.count), first.utf8.allSatisfy(isLetter) else {
            return false
        }
        return parts.dropFirst().allSatisfy { part in
            (1...8).contains(part.utf8.count)
                && part.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
