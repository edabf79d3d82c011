import Foundation
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
            "Date: \(MailSyntax.date(published.text))",
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

/// The few rules of mail that a saved advisory needs.
enum MailSyntax {
    /// Text in lines of at most 76 characters that any mail server passes on unchanged (RFC 2045 §6.7).
    static func quotedPrintable(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            var (result, width) = ("", 0)
            let bytes = Array(line.utf8)
            for (index, byte) in bytes.enumerated() {
                let isSpace = byte == 0x20 || byte == 0x09
                let isPlain = (0x21...0x7E).contains(byte) && byte != 0x3D || isSpace && index + 1 < bytes.count
                let piece = isPlain ? String(UnicodeScalar(byte)) : "=" + hex(byte)
                if width + piece.utf8.count > 75 {
                    result += "=\r\n"
                    width = 0
                }
                result += piece
                width += piece.utf8.count
            }
            return result
        }.joined(separator: "\r\n")
    }

    /// Text of a header: as it is, or as encoded words of at most 75 characters (RFC 2047 §2).
    ///
    /// - Parameter after: characters that stand before it in its line.
    static func unstructured(_ text: String, after: Int) -> String {
        let flat = text.split(whereSeparator: { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } })
            .joined(separator: " ")
        guard !flat.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) || flat.contains("=?") else {
            return folded(flat, after: after)
        }
        // 12 characters frame a word, and three bytes make four of base64.
        func room(_ before: Int) -> Int { (76 - before - 12) / 4 * 3 }
        var words: [String] = []
        var word: [UInt8] = []
        for scalar in flat.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if word.count + bytes.count > room(words.isEmpty ? after : 1) {
                words.append("=?utf-8?B?\(Data(word).base64EncodedString())?=")
                word = []
            }
            word += bytes
        }
        if !word.isEmpty { words.append("=?utf-8?B?\(Data(word).base64EncodedString())?=") }
        return words.joined(separator: "\r\n ")
    }

    /// A name before an address.
    static func phrase(_ text: String) -> String {
        let isControl = { (character: Character) in
            character.isNewline || character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        }
        let bare = text.split(whereSeparator: isControl).joined(separator: " ").filter { $0 != "\"" && $0 != "\\" }
        return bare.utf8.allSatisfy { (0x20...0x7E).contains($0) } ? "\"\(bare)\"" : unstructured(bare, after: 6)
    }

    /// `Sun, 22 Nov 2026 05:10:00 +0000` (RFC 5322 §3.3).
    static func date(_ text: String) -> String {
        guard let time = Timestamp(text) else { return "Thu, 01 Jan 1970 00:00:00 +0000" }
        let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let day = Int((Double(time.microseconds) / 86_400_000_000).rounded(.down))
        let parts = Array(time.description)
        let month = Int(String(parts[5...6])) ?? 1
        return
            "\(days[((day % 7) + 7) % 7]), \(String(parts[8...9])) \(months[month - 1]) \(String(parts[0...3])) \(String(parts[11...18])) +0000"
    }

    /// A line of at most 78 characters where it has spaces to break at (RFC 5322 §2.1.1).
    private static func folded(_ text: String, after: Int) -> String {
        var (result, width) = ("", after)
        for (index, word) in text.split(separator: " ").enumerated() {
            if index > 0, width + word.count + 1 > 76 {
                result += "\r\n "
                width = 1
            } else if index > 0 {
                result += " "
                width += 1
            }
            result += word
            width += word.count
        }
        return result
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }
}
