import Foundation

/// The rules of mail's lines: what is not plain, or too long, is coded so that any server passes it on unchanged.
package enum MailSyntax {
    /// Text in lines of at most 76 characters (RFC 2045 §6.7).
    package static func quotedPrintable(_ text: String) -> String {
        lines(of: text).map { line -> String in
            var (result, width) = ("", 0)
            for (index, byte) in line.enumerated() {
                let isSpace = byte == 0x20 || byte == 0x09
                // A dot alone in a line, and `From ` at its beginning, are changed by some on the way.
                let isOdd =
                    width == 0
                    && (byte == 0x2E || byte == 0x46 && line.dropFirst(index).starts(with: Array("From ".utf8)))
                let isPlain =
                    !isOdd && ((0x21...0x7E).contains(byte) && byte != 0x3D || isSpace && index + 1 < line.count)
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

    /// Bytes in lines of 76 characters (RFC 2045 §6.8).
    package static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
    }

    /// The lines of a text, whichever way they end.
    static func lines(of text: String) -> [[UInt8]] {
        var (lines, line, wasReturn) = ([[UInt8]](), [UInt8](), false)
        for byte in text.utf8 {
            if byte == 0x0A, wasReturn {
                wasReturn = false
                continue
            }
            wasReturn = byte == 0x0D
            if byte == 0x0A || byte == 0x0D {
                lines.append(line)
                line = []
            } else {
                line.append(byte)
            }
        }
        return lines + [line]
    }

    /// Text of a header: as it is, or as encoded words of at most 75 characters (RFC 2047 §2).
    ///
    /// - Parameter after: characters that stand before it in its line.
    package static func unstructured(_ text: String, after: Int) -> String {
        let flat = text.split(whereSeparator: { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } })
            .joined(separator: " ")
        let isPlain = flat.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !flat.contains("=?")
        // What can't be folded, or would come out with fewer spaces than it had, is coded too.
        guard
            !isPlain || flat.contains("  ") || flat.first == " " || flat.last == " "
                || flat.split(separator: " ").contains(where: { $0.count > 60 })
        else { return folded(flat, after: after) }
        // 12 characters frame a word, and three bytes make four of base64.
        func room(_ before: Int) -> Int { max(3, (76 - before - 12) / 4 * 3) }
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
    package static func phrase(_ text: String) -> String {
        let isControl = { (character: Character) in
            character.isNewline || character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        }
        let bare = text.split(whereSeparator: isControl).joined(separator: " ").filter { $0 != "\"" && $0 != "\\" }
        let isPlain =
            bare.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !bare.contains("=?") && bare.utf8.count <= 60
        return isPlain ? "\"\(bare)\"" : unstructured(bare, after: 6)
    }

    /// `Sun, 22 Nov 2026 05:10:00 +0000` (RFC 5322 §3.3).
    ///
    /// - Parameter microseconds: since 1970.
    package static func date(microseconds: Int64) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return format.string(from: Date(timeIntervalSince1970: Double(microseconds / 1_000_000)))
    }

    /// A stranger's text within a sentence of ours.
    package static func oneLine(_ text: String, most: Int) -> String {
        let plain = String(text.unicodeScalars.filter { $0.value >= 32 && !(127...159 ~= $0.value) }.prefix(most))
        return text.unicodeScalars.count > most ? plain + "…" : plain
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
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
