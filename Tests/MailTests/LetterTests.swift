import Foundation
import Testing

@testable import Mail

/// Letters as they travel; `script/test-mail` has Python's parser read them too.
@Suite struct LetterTests {
    static func letter(
        _ text: String, subject: String = "Hello", html: String? = nil, to: String = "amina@cirt.example",
        name: String? = nil, thread: [String] = [], unsubscribing: String? = nil, isAutomatic: Bool = true
    ) throws -> Letter {
        try Letter(
            from: Mailbox(MailAddress("cirt@valdoria.example"), name: HeaderText("CIRT Valdoria")),
            to: Mailbox(MailAddress(to), name: name.map { try HeaderText($0) }), subject: HeaderText(subject),
            text: text,
            html: html, id: MessageID("0123456789abcdef@valdoria.example"), date: 1_767_225_600_000_000,
            thread: thread.map { try MessageID($0) }, unsubscribing: unsubscribing.map { try Unsubscribing($0) },
            isAutomatic: isAutomatic)
    }

    /// Head and body; every line ends as it must.
    private func lines(_ letter: Letter) throws -> (head: [String], body: String) {
        let text = String(decoding: letter.bytes, as: UTF8.self)
        #expect(!text.replacing("\r\n", with: "").contains { $0 == "\r" || $0 == "\n" || $0 == "\r\n" })
        let parts = try #require(text.range(of: "\r\n\r\n"))
        return (text[..<parts.lowerBound].components(separatedBy: "\r\n"), String(text[parts.upperBound...]))
    }

    @Test func `a plain letter is as plain as it was written`() throws {
        let (head, body) = try lines(Self.letter("One.\n.\n..two\nthree\n"))
        #expect(
            head == [
                "Date: Thu, 01 Jan 2026 00:00:00 +0000", "From: \"CIRT Valdoria\"", " <cirt@valdoria.example>",
                "To: amina@cirt.example", "Subject: Hello", "Message-ID: <0123456789abcdef@valdoria.example>",
                "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: 7bit",
            ])
        #expect(body == "One.\r\n.\r\n..two\r\nthree\r\n")
    }

    static let texts = [
        "", "\n", "a", "كتب هذه الرسالة برنامج البوابة.\nسطر ثان\n",
        "Événement à signaler : l’accès reste ouvert = oui\n",
        "漢字" + String(repeating: "文", count: 400), String(repeating: "x", count: 5_000), "space at the end \ntab\t\n",
        "From here on\n.From\n>From\n", "a\u{0}b\u{1B}c", "\r\rmixed\r\nends\n\r", "=41=\n=", "\u{FEFF}mark\n",
        "emoji 👩🏽‍💻 e\u{301}",
        String(repeating: "word ", count: 1_000), ".\n..\n...\n", String(repeating: ".", count: 200),
    ]

    @Test(arguments: texts) func `whatever the text, lines are short and plain, and what comes out is what went in`(
        _ text: String
    ) throws {
        let letter = try Self.letter(text)
        let (head, body) = try lines(letter)
        for line in String(decoding: letter.bytes, as: UTF8.self).components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 78 && line.utf8.allSatisfy { 0x20...0x7E ~= $0 || $0 == 0x09 }, "\(line)")
        }
        let expected = MailSyntax.lines(of: text).map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
        let coding = try #require(
            head.first { $0.hasPrefix("Content-Transfer-Encoding: ") }?.split(separator: " ").last)
        let found =
            switch coding {
            case "base64":
                String(decoding: try #require(Data(base64Encoded: body.replacing("\r\n", with: ""))), as: UTF8.self)
            case "quoted-printable": Self.unquoted(body)
            default: body
            }
        #expect(found.replacing("\r\n", with: "\n") == expected)
    }

    /// RFC 2045 §6.7 backwards.
    static func unquoted(_ text: String) -> String {
        var (out, rest) = ([UInt8](), Array(text.replacing("=\r\n", with: "").utf8)[...])
        while let byte = rest.popFirst() {
            if byte == 0x3D, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                out.append(value)
                rest = rest.dropFirst(2)
            } else {
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    @Test(arguments: [
        "Hello", "تنبيه: ثغرة في خادم البريد", "Événement", "a  b", " a", String(repeating: "a", count: 200),
        String(repeating: "word ", count: 80) + "end", String(repeating: "文", count: 160), "=?utf-8?Q?no?=", "a:b<c>@d",
        "👩🏽‍💻 " + String(repeating: "é", count: 100),
    ]) func `a subject is folded and coded, and reads as it was`(_ subject: String) throws {
        let (head, _) = try lines(Self.letter("x", subject: subject, name: subject))
        #expect(head.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { 0x20...0x7E ~= $0 } })
        let start = try #require(head.firstIndex { $0.hasPrefix("Subject: ") })
        let field =
            [String(head[start].dropFirst("Subject: ".count))] + head[(start + 1)...].prefix { $0.hasPrefix(" ") }
        // Between two encoded words the line end counts for nothing (RFC 2047 §6.2).
        let words = field.joined().split(separator: " ", omittingEmptySubsequences: false)
        let isCoded = field[0].hasPrefix("=?utf-8?B?")
        let read =
            isCoded
            ? String(
                decoding: words.flatMap { word in
                    Array(Data(base64Encoded: String(word.dropFirst("=?utf-8?B?".count).dropLast(2))) ?? Data())
                }, as: UTF8.self) : field.joined()
        #expect(read == subject)
    }

    @Test func `a letter with headings has two parts, the plain one first`() throws {
        let (head, body) = try lines(
            Self.letter("Plain.\n", html: "<p>Événement signalé hier soir, voir la page de la passerelle</p>"))
        let border = try #require(head.last?.split(separator: "\"").dropFirst().first)
        #expect(head.contains("Content-Type: multipart/alternative;") && body.hasPrefix("--\(border)\r\n"))
        #expect(body.components(separatedBy: "--\(border)").count == 4)
        #expect(
            body.contains("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\nPlain."))
        #expect(body.contains("<p>=C3=89v=C3=A9nement signal=C3=A9 hier"))
        #expect(body.hasSuffix("\r\n--\(border)--\r\n"))
    }

    @Test func `a text that holds the border gets another`() throws {
        let (head, body) = try lines(Self.letter("--=_0123456789abcdef--\n", html: "=_0123456789abcdef_"))
        #expect(head.last == " boundary=\"=_0123456789abcdef__\"")
        #expect(body.hasSuffix("--=_0123456789abcdef__--\r\n"))
    }

    @Test func `threads, and one click to hear no more`() throws {
        let (head, _) = try lines(
            Self.letter(
                "x", thread: ["a@b.example", "c@d.example"], unsubscribing: "https://valdoria.example/u/5f0c",
                isAutomatic: false))
        for line in [
            "In-Reply-To: <c@d.example>", "References: <a@b.example>", " <c@d.example>", "List-Unsubscribe:",
            " <https://valdoria.example/u/5f0c>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        ] { #expect(head.contains(line), "\(line)") }
        #expect(!head.contains { $0.hasPrefix("Auto-Submitted") })
    }

    @Test func `what is too long is refused, and a long thread is cut`() throws {
        #expect(throws: MailError.self) { try Self.letter(String(repeating: "a", count: Letter.longestText + 1)) }
        #expect(throws: MailError.self) {
            try Self.letter("", html: String(repeating: "a", count: Letter.longestText + 1))
        }
        #expect(try Self.letter("", thread: (0..<50).map { "\($0)@x" }).thread.map(\.description).last == "49@x")
        #expect(try Self.letter("", thread: (0..<50).map { "\($0)@x" }).thread.count == 20)
    }

    @Test func `only an address of other letters asks more of a server`() throws {
        #expect(try !Self.letter("أمينة", subject: "أمينة", name: "أمينة").isInternational)
        let letter = try Self.letter("x", to: "أمينة@cirt.example")
        #expect(letter.isInternational)
        #expect(String(decoding: letter.bytes, as: UTF8.self).contains("To: أمينة@cirt.example\r\n"))
    }

    @Test func `a line of base64 and of quoted-printable`() {
        #expect(MailSyntax.quotedPrintable("a=b \nü") == "a=3Db=20\r\n=C3=BC")
        #expect(MailSyntax.quotedPrintable(".\nFrom x\nFro") == "=2E\r\n=46rom x\r\nFro")
        #expect(MailSyntax.base64([]).isEmpty)
        #expect(MailSyntax.date(microseconds: 1_795_324_200_123_000) == "Sun, 22 Nov 2026 05:10:00 +0000")
        let subject = MailSyntax.unstructured(
            "a\r\nBcc: x@y.example \(String(repeating: "word ", count: 40))end", after: 9)
        #expect(subject.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
        #expect(subject.split(separator: "\r\n").dropFirst().allSatisfy { $0.hasPrefix(" ") })
    }
}
