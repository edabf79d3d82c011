/// Where a letter goes or comes from: `local@domain` (RFC 5321 §4.1.2, RFC 6531 §3.3), which holds nothing that could end a line or
/// begin a parameter.
///
/// Quoted local parts and addresses of machines in brackets are standard and in nobody's use; each is one more way to read one text in
/// two ways, and is refused.
package struct MailAddress: Sendable, Hashable, CustomStringConvertible {
    package let local: String
    /// In lower case.
    package let domain: String

    private static let longestLocal = 64
    private static let longestDomain = 253
    private static let longest = 254

    /// - Throws: `badAddress`.
    package init(_ text: String) throws {
        func refusal(_ why: String) -> MailError {
            MailError(.badAddress, "\(MailSyntax.oneLine(text, most: 100)) is no mail address: \(why)")
        }
        guard text.utf8.count <= Self.longest, let at = text.lastIndex(of: "@") else {
            throw refusal("it is name@domain, of up to \(Self.longest) bytes")
        }
        let (local, domain) = (text[..<at], text[text.index(after: at)...].lowercased())
        guard 1...Self.longestLocal ~= local.utf8.count, Self.isDotted(local, Self.isAtom) else {
            throw refusal(
                "before the @ stand letters, digits and any of !#$%&'*+-/=?^_`{|}~, in parts between single dots")
        }
        guard 1...Self.longestDomain ~= domain.utf8.count, Self.isDotted(domain, Self.isLabel),
            domain.split(separator: ".").allSatisfy({ $0.first != "-" && $0.last != "-" && $0.utf8.count <= 63 })
        else { throw refusal("behind the @ stands a domain") }
        (self.local, self.domain) = (String(local), domain)
    }

    package var description: String { "\(local)@\(domain)" }

    /// Whether a server must speak SMTPUTF8 to take it.
    package var isInternational: Bool { !description.utf8.allSatisfy { $0 < 0x80 } }

    /// What two spellings of one address have in common; servers may tell letters of different case apart, and none does.
    package var key: String { description.lowercased() }

    /// The same with a word between the name and the domain (RFC 5233), to which answers come back; nil where it has no room.
    package func tagged(_ word: String) -> MailAddress? { try? MailAddress("\(local)+\(word)@\(domain)") }

    private static func isDotted(_ text: some StringProtocol, _ isPart: (Unicode.Scalar) -> Bool) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.unicodeScalars.allSatisfy(isPart)
        }
    }

    /// RFC 5322 §3.2.3 and RFC 6531 §3.3; nothing that is white, invisible or turns text around.
    private static func isAtom(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: scalar.value < 0x80 ? "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar) : isLetter(scalar)
        }
    }

    private static func isLabel(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "0"..."9", "-": true
        default: scalar.value >= 0x80 && isLetter(scalar)
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .nonspacingMark,
            .spacingMark, .decimalNumber:
            true
        default: false
        }
    }
}

/// An address with the name of whose it is.
package struct Mailbox: Sendable, Hashable, CustomStringConvertible {
    package let name: HeaderText?
    package let address: MailAddress

    package init(_ address: MailAddress, name: HeaderText? = nil) {
        self.address = address
        self.name = name
    }

    package var description: String { name.map { "\($0) <\(address)>" } ?? "\(address)" }
}
