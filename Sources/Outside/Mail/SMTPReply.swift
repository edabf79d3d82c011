import Mail

/// What a mail server answers (RFC 5321 §4.2).
struct SMTPReply: Sendable, Equatable {
    /// 200 to 599.
    let code: Int
    /// What follows the code in each line.
    let lines: [String]

    /// RFC 2034 §4.
    var status: MailStatus? { lines.first.flatMap { MailStatus($0) } }
    var isDone: Bool { 200..<300 ~= code }
    /// Whether the same may go well later.
    var passes: Bool { 400..<500 ~= code }

    /// For people: the code, and what the server says of it in one short line.
    var sentence: String {
        OutsideError.excerpt("\(code) " + lines.filter { !$0.isEmpty }.joined(separator: " "), most: 300)
    }
}

/// Reads answers of a mail server piece by piece and believes nothing: whatever the bytes, an answer or an error.
struct SMTPReplyReader: Sendable {
    /// Why the bytes are no answer.
    struct Malformed: Error, Equatable {
        let sentence: String
    }

    private var input: [UInt8] = []
    private var lines: [String] = []
    private var code: Int?

    /// RFC 5321 §4.5.3.1.5 has 512; some say more.
    private static let longestLine = 2_048
    private static let mostLines = 128

    /// Bytes that came behind the last answer, which nobody asked for.
    var hasMore: Bool { !input.isEmpty || code != nil }

    mutating func feed(_ bytes: [UInt8]) { input += bytes }

    /// The next answer; nil where more bytes are needed.
    ///
    /// - Throws: `Malformed`.
    mutating func next() throws -> SMTPReply? {
        while let end = input.firstIndex(of: 0x0A) {
            var line = input[..<end]
            if line.last == 0x0D { line = line.dropLast() }
            guard line.count <= Self.longestLine else { throw Malformed(sentence: "a line of its answer is too long") }
            let digits = line.prefix(3)
            guard digits.count == 3, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else {
                throw Malformed(sentence: "it does not speak SMTP")
            }
            let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            let mark = line.dropFirst(3).first
            guard 200...599 ~= number, mark == nil || mark == 0x20 || mark == 0x2D else {
                throw Malformed(sentence: "its answer has no code")
            }
            guard code == nil || code == number else { throw Malformed(sentence: "one answer of it has two codes") }
            let text = String(decoding: line.dropFirst(4), as: UTF8.self)
            input.removeSubrange(...end)
            code = number
            lines.append(text)
            guard lines.count <= Self.mostLines else { throw Malformed(sentence: "its answer has no end") }
            guard mark == 0x2D else {
                defer { (code, lines) = (nil, []) }
                return SMTPReply(code: number, lines: lines)
            }
        }
        guard input.count <= Self.longestLine else { throw Malformed(sentence: "a line of its answer has no end") }
        return nil
    }
}
