/// What a mail server says became of a letter (RFC 3464): a letter of its own, which anybody can send.
///
/// It proves nothing by itself. What makes it worth reading is a secret that only the letter bore: it stands in the address to which the
/// report came, in the envelope's id or in the name of the letter that is sent back with it.
package struct DeliveryReport: Sendable, Equatable {
    package struct Recipient: Sendable, Equatable {
        package enum Action: String, Sendable {
            case failed, delayed, delivered, relayed, expanded
        }

        /// To whom the letter was sent, where the server says so, else whom it reached.
        package let address: String
        package let action: Action
        /// `5.1.1` (RFC 3463).
        package let status: MailStatus
        /// What another server said; one line.
        package let diagnostic: String?
    }

    /// Where the secret of the letter may stand: words of the addresses to which the report came, the envelope's id, and the names of the
    /// letters that are sent back.
    package let words: [String]
    package let recipients: [Recipient]

    /// The longest report that is read.
    package static let longest = 1 << 20
    private static let mostRecipients = 100
    private static let deepest = 4

    /// - Throws: `noReport`, `tooLong`.
    package init(_ bytes: [UInt8]) throws {
        guard bytes.count <= Self.longest else {
            throw MailError(.tooLong, "a report of a mail server has at most \(Self.longest >> 20) MB")
        }
        let whole = MailPart(bytes[...])
        guard let report = Self.report(in: whole, depth: 0) else {
            throw MailError(.noReport, "this is no report of a mail server on what became of a letter (RFC 3464)")
        }
        var words: [String] = []
        for name in ["to", "delivered-to", "x-original-to"] {
            words += whole.fields.filter { $0.name == name }.flatMap { Self.tags(in: $0.value) }
        }
        var recipients: [Recipient] = []
        for part in report.parts {
            switch part.type {
            case "message/delivery-status", "message/global-delivery-status":
                var rest = part.fields.isEmpty ? part.body : part.body.drop { $0 == 0x0D || $0 == 0x0A }
                while !rest.isEmpty, recipients.count < Self.mostRecipients {
                    let group = MailPart(rest)
                    if let id = group.value("original-envelope-id") { words.append(id) }
                    if let one = Recipient(group) { recipients.append(one) }
                    rest = group.body.drop { $0 == 0x0D || $0 == 0x0A }
                }
            case "message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global",
                "message/global-headers":
                if let id = MailPart(part.body).value("message-id") {
                    words.append(String(id.drop { $0 == "<" }.prefix { $0 != "@" }))
                }
            default: break
            }
        }
        guard !recipients.isEmpty else {
            throw MailError(.noReport, "the report names nobody whom the letter did not reach")
        }
        self.words = words
        self.recipients = recipients
    }

    /// A report may come within another letter that a mailing list or a rule made around it.
    private static func report(in part: MailPart, depth: Int) -> MailPart? {
        guard depth <= deepest else { return nil }
        if part.type == "multipart/report" { return part }
        if part.type == "message/rfc822" { return report(in: MailPart(part.body), depth: depth + 1) }
        for inner in part.parts { if let found = report(in: inner, depth: depth + 1) { return found } }
        return nil
    }

    /// What stands between `+` and `@` in the addresses of a field.
    private static func tags(in value: String) -> [String] {
        value.split(separator: "+").dropFirst().prefix(20).compactMap { piece in
            piece.firstIndex(of: "@").map { String(piece[..<$0]) }
        }
    }
}

extension DeliveryReport.Recipient {
    /// One group of fields (RFC 3464 §2.3); nil where it is none of a recipient.
    fileprivate init?(_ group: MailPart) {
        guard let action = group.value("action").flatMap({ Action(rawValue: $0.lowercased()) }),
            let address = (group.value("original-recipient") ?? group.value("final-recipient")).flatMap(Self.address)
        else { return nil }
        self.init(
            address: address, action: action,
            status: group.value("status").flatMap { MailStatus($0) } ?? MailStatus(action == .failed ? 5 : 4, 0, 0),
            diagnostic: group.value("diagnostic-code").map { MailSyntax.oneLine($0, most: 300) })
    }

    /// `rfc822;amina@cirt.example`; RFC 3461 §4.2 writes odd characters as `+2B`.
    private static func address(_ value: String) -> String? {
        guard let semicolon = value.firstIndex(of: ";") else { return nil }
        let text = value[value.index(after: semicolon)...].filter { $0 != " " && $0 != "<" && $0 != ">" }
        guard value.lowercased().hasPrefix("rfc822") || value.lowercased().hasPrefix("utf-8"), text.contains("@") else {
            return nil
        }
        return text
    }
}

/// The three numbers by which servers say what became of a letter (RFC 3463).
package struct MailStatus: Sendable, Hashable, CustomStringConvertible {
    package let kind: Int
    package let subject: Int
    package let detail: Int

    package init(_ kind: Int, _ subject: Int, _ detail: Int) {
        (self.kind, self.subject, self.detail) = (kind, subject, detail)
    }

    /// The numbers at the beginning of a text; nil where there are none.
    package init?(_ text: some StringProtocol) {
        let parts = text.prefix { "0123456789.".contains($0) }.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.utf8.count <= 3 ? Int($0) : nil }
        guard parts.count == 3, numbers.count == 3, [2, 4, 5].contains(numbers[0]) else { return nil }
        self.init(numbers[0], numbers[1], numbers[2])
    }

    /// Whether the address itself is what is wrong (X.1.Y; a mailbox that is closed), so that no other letter will reach it either.
    package var isOfTheAddress: Bool {
        kind == 5 && (subject == 1 && ![7, 8, 9].contains(detail) || subject == 2 && detail == 1)
    }

    package var description: String { "\(kind).\(subject).\(detail)" }
}
