import Mail
import STIX
import Web

/// An advisory as text that can stand in any mail: its marking in the first line, nothing but what its reader may read.
struct AdvisoryText: Sendable {
    let title: String
    let marking: TLP
    /// By the name that the author itself wrote, else the words that say that nobody knows.
    let author: String
    let published: Moment
    let text: String
    /// What it speaks of, in words: type and name.
    let objects: [String]
    let sources: [String]
    /// Where it stands.
    let address: String
    let id: String

    /// The words between its parts.
    struct Labels: Sendable {
        let by: String
        let published: String
        let objects: String
        let sources: String
        let address: String
        /// The object names no author.
        let noAuthor: String
        /// It names one who has not said this, or whose name the reader does not know.
        let unknownAuthor: String
    }

    func plain(_ labels: Labels) -> String {
        var parts = [marking.label, title + "\n" + String(repeating: "=", count: min(title.count, 70))]
        parts.append(
            ["\(labels.by): \(author)", "\(labels.published): \(published.text)"].joined(separator: "\n"))
        parts.append(text)
        if !objects.isEmpty { parts.append(Self.list(labels.objects, objects)) }
        if !sources.isEmpty { parts.append(Self.list(labels.sources, sources)) }
        parts.append("\(labels.address): \(address)")
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// The same as a message to save and send on (RFC 5322); mail programs open it as a draft.
    func mail(_ labels: Labels, from sender: String, host: String) -> [UInt8] {
        let subject = "[\(marking.label)] \(title)"
        let headers = [
            "Date: \(MailSyntax.date(microseconds: Timestamp(published.text)?.microseconds ?? 0))",
            "From: \(MailSyntax.phrase(sender)) <noreply@\(host)>",
            "Subject: \(MailSyntax.unstructured(subject, after: 9))",
            "Message-ID: <\(id)@\(host)>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "X-Unsent: 1",
        ]
        return Array((headers.joined(separator: "\r\n") + "\r\n\r\n" + MailSyntax.quotedPrintable(plain(labels))).utf8)
    }

    private static func list(_ title: String, _ lines: [String]) -> String {
        ([title + ":"] + lines.map { "- \($0)" }).joined(separator: "\n")
    }
}
