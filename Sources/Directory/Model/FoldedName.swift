import Foundation

/// A name of a person, organisation or group: as it was written, and as it is compared.
struct FoldedName: Sendable, Hashable {
    /// Without white space around it, and single spaces within.
    let text: String
    /// In one case and one Unicode form (NFC), so that nobody takes the name of another by writing it differently.
    let folded: String

    private static let longest = 120

    /// - Throws: `badName` where it is empty, long, or has characters that nobody sees.
    init(_ text: String) throws {
        self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !self.text.isEmpty, self.text.utf8.count <= Self.longest else {
            throw DirectoryError(.badName, "a name has 1 to \(Self.longest) bytes")
        }
        let isVisible = self.text.unicodeScalars.allSatisfy { scalar in
            ![.control, .format, .surrogate, .privateUse, .unassigned].contains(scalar.properties.generalCategory)
        }
        guard isVisible else { throw DirectoryError(.badName, "a name has no characters that nobody sees") }
        folded = Self.fold(self.text)
    }

    static func fold(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").precomposedStringWithCanonicalMapping
            .lowercased().precomposedStringWithCanonicalMapping
    }
}
