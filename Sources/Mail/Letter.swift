/// A letter to one person, as it is meant; `bytes` is how it travels.
///
/// One letter has one recipient: nobody learns who else was told, what comes back is about one address, and so is the secret in its
/// name.
package struct Letter: Sendable, Hashable {
    package let from: Mailbox
    package let to: Mailbox
    package let subject: HeaderText
    /// What every reader can read.
    package let text: String
    /// The same with headings and links, where there is such a thing.
    package let html: String?
    package let id: MessageID
    /// Microseconds since 1970.
    package let date: Int64
    /// The letters that it continues, the one that it answers last.
    package let thread: [MessageID]
    package let unsubscribing: Unsubscribing?
    /// Whether a program wrote it: other programs then send no answer (RFC 3834 §5).
    package let isAutomatic: Bool

    /// Of text and HTML each.
    package static let longestText = 256 << 10
    private static let longestThread = 20

    /// - Throws: `tooLong`.
    package init(
        from: Mailbox, to: Mailbox, subject: HeaderText, text: String, html: String? = nil, id: MessageID, date: Int64,
        thread: [MessageID] = [], unsubscribing: Unsubscribing? = nil, isAutomatic: Bool = true
    ) throws {
        guard text.utf8.count <= Self.longestText, html?.utf8.count ?? 0 <= Self.longestText else {
            throw MailError(.tooLong, "a letter has up to \(Self.longestText >> 10) kB of text; link to what is longer")
        }
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.id = id
        self.date = date
        self.thread = thread.suffix(Self.longestThread)
        self.unsubscribing = unsubscribing
        self.isAutomatic = isAutomatic
    }

    /// Whether only servers that speak SMTPUTF8 can take it: an address stands in its head as it is (RFC 6532 §3.2).
    package var isInternational: Bool { from.address.isInternational || to.address.isInternational }
}

extension Letter {
    /// RFC 5322 with RFC 2045: lines of at most 998 bytes that end in CR LF, and no byte above 127 but in international addresses.
    package var bytes: [UInt8] {
        var head = [
            "Date: \(MailSyntax.date(microseconds: date))", "From: \(Self.written(from))", "To: \(Self.written(to))",
            "Subject: \(MailSyntax.unstructured("\(subject)", after: 9))", "Message-ID: <\(id)>",
        ]
        if let answered = thread.last {
            head.append("In-Reply-To: <\(answered)>")
            head.append("References: " + thread.map { "<\($0)>" }.joined(separator: "\r\n "))
        }
        if isAutomatic { head.append("Auto-Submitted: auto-generated") }
        if let unsubscribing {
            head.append("List-Unsubscribe:\r\n <\(unsubscribing.address)>")
            head.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
        }
        head.append("MIME-Version: 1.0")
        let plain = Part(text, type: "plain")
        guard let html else {
            return Array(((head + plain.head).joined(separator: "\r\n") + "\r\n\r\n" + plain.body).utf8)
        }
        let border = border
        head.append("Content-Type: multipart/alternative;\r\n boundary=\"\(border)\"")
        var whole = head.joined(separator: "\r\n") + "\r\n"
        // The last is what a reader's program shows first (RFC 2046 §5.1.4).
        for part in [plain, Part(html, type: "html")] {
            whole += "\r\n--\(border)\r\n" + part.head.joined(separator: "\r\n") + "\r\n\r\n" + part.body
        }
        return Array((whole + "\r\n--\(border)--\r\n").utf8)
    }

    /// A line that stands in neither part: one of quoted-printable and base64 has no `=_`, and what is plain is looked at.
    private var border: String {
        var border =
            "=_"
            + id.word.unicodeScalars.filter { $0.properties.isASCIIHexDigit || $0 == "-" }.prefix(40).map(String.init)
            .joined()
        while text.contains(border) || html?.contains(border) == true { border += "_" }
        return border
    }

    private static func written(_ mailbox: Mailbox) -> String {
        guard let name = mailbox.name else { return "\(mailbox.address)" }
        return MailSyntax.phrase("\(name)") + "\r\n <\(mailbox.address)>"
    }

    /// A part of text, coded as it travels shortest.
    private struct Part {
        let head: [String]
        let body: String

        init(_ text: String, type: String) {
            let lines = MailSyntax.lines(of: text)
            let coding: String
            if lines.allSatisfy(Self.isPlain) {
                coding = "7bit"
                body = lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\r\n")
            } else {
                let bytes = Array(lines.joined(separator: [0x0D, 0x0A]))
                let coded = bytes.count {
                    $0 >= 0x7F || $0 == 0x3D || $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09
                }
                // A sixth of what is coded in three bytes is as much as a third more of all.
                if coded * 6 <= bytes.count {
                    (coding, body) = ("quoted-printable", MailSyntax.quotedPrintable(text))
                } else {
                    (coding, body) = ("base64", MailSyntax.base64(bytes))
                }
            }
            head = ["Content-Type: text/\(type); charset=utf-8", "Content-Transfer-Encoding: \(coding)"]
        }

        /// What nobody on the way changes: printable, short, with no space at its end and no mark of an old mailbox at its start.
        private static func isPlain(_ line: [UInt8]) -> Bool {
            line.count <= 78 && line.allSatisfy { 0x20...0x7E ~= $0 || $0 == 0x09 } && line.last != 0x20
                && line.last != 0x09
                && !line.starts(with: Array("From ".utf8))
        }
    }
}
