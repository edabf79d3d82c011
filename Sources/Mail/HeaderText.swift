/// Text that may stand in the head of a letter: one line, which can't end early and begin another field.
package struct HeaderText: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    private static let longest = 500

    /// - Throws: `badLine`.
    package init(_ text: String) throws {
        guard text.utf8.count <= Self.longest else {
            throw MailError(.badLine, "a line of a letter's head has at most \(Self.longest) bytes")
        }
        guard !text.unicodeScalars.contains(where: Self.isControl), text.contains(where: { $0 != " " }) else {
            throw MailError(.badLine, "a line of a letter's head holds text, without line ends and control characters")
        }
        description = text
    }

    /// What fits of a text: control characters are spaces, and what is too long is cut; nil where nothing is left.
    package init?(cutting text: String) {
        var kept = ""
        for scalar in text.unicodeScalars {
            let next = Self.isControl(scalar) ? " " : scalar
            guard kept.utf8.count + String(next).utf8.count <= Self.longest - 3 else {
                kept += "…"
                break
            }
            kept.unicodeScalars.append(next)
        }
        try? self.init(kept)
    }

    /// C0, C1, DEL and the separators of lines and paragraphs.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value || scalar.value == 0x2028 || scalar.value == 0x2029
    }
}

/// The name of one letter among all (RFC 5322 §3.6.4), without its angle brackets.
package struct MessageID: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    private static let longest = 250

    /// - Throws: `badLine`.
    package init(_ text: String) throws {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longest, parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
            // Others' are looser than the standard; nothing of what passes here ends a line or a bracket.
            text.utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != 0x3C && $0 != 0x3E })
        else { throw MailError(.badLine, "\(MailSyntax.oneLine(text, most: 100)) is no message id: it is word@word") }
        description = text
    }

    /// What stands before the @.
    package var word: Substring { description.prefix { $0 != "@" } }
}

/// Where a reader can say in one click that no more letters shall come (RFC 2369 §3.2, RFC 8058 §3.1).
package struct Unsubscribing: Sendable, Hashable {
    /// The address, which begins with `https://`.
    package let address: String

    /// - Throws: `badLine`.
    package init(_ address: String) throws {
        guard address.hasPrefix("https://"), 9...900 ~= address.utf8.count,
            address.utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != 0x3C && $0 != 0x3E && $0 != 0x2C })
        else { throw MailError(.badLine, "the address where letters are unsubscribed begins with https://") }
        self.address = address
    }
}
