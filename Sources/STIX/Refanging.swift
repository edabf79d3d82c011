/// Undoes what people do to values so that nobody clicks them, and what mails, HTML and JSON do to text.
enum Refanging {
    /// Stands for a dot that was defanged: proof that a value was meant.
    static let dot: UInt8 = 1
    /// Stands for a dot that was written as a word, which may have been meant as one.
    static let spelledDot: UInt8 = 2

    static func isDot(_ byte: UInt8) -> Bool { byte == dot || byte == spelledDot }

    /// The text as bytes: defanged marks mended, signs beyond ASCII that are no part of a word as spaces, invisible ones left out.
    static func plain(_ text: String) -> [UInt8] {
        var bytes = text.utf8.allSatisfy { $0 < 0x80 } ? Array(text.utf8) : words(text)
        if let body = QuotedPrintable.decoded(bytes) {
            let text = String(decoding: body, as: UTF8.self)
            bytes = body.allSatisfy { $0 < 0x80 } ? body : words(text)
        }
        let isEscaped = isEscaped(bytes)
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"):
                if let (mark, length) = mark(bytes[index...]) {
                    append(mark, to: &plain)
                    index += length
                    if mark.isSpaced { while index < bytes.count, bytes[index] == 0x20 { index += 1 } }
                    continue
                }
                plain.append(byte)
            case UInt8(ascii: "\\"):
                let (sign, length) = escaped(bytes[index...], isEscaped)
                plain += sign
                index += length - 1
            case UInt8(ascii: ".") where isHalfOpen(bytes[index...]):
                plain.append(dot)
                index += 1
            case UInt8(ascii: "&"):
                let (sign, length) = reference(bytes[index...])
                plain.append(sign)
                index += length - 1
            case 0x20 where isSpelled(bytes[index...]) && plain.last?.isPartOfWord ?? false:
                plain.append(spelledDot)
                index += 4
            case 0..<0x20, 0x7F: plain.append(0x20)
            default: plain.append(byte)
            }
            index += 1
        }
        return plain
    }

    private enum Mark {
        case dot, colon, at, scheme, slash

        /// Whether people set spaces around it that belong to it.
        var isSpaced: Bool { self == .dot || self == .at }
    }

    private static func append(_ mark: Mark, to plain: inout [UInt8]) {
        if mark.isSpaced { while plain.last == 0x20 { plain.removeLast() } }
        switch mark {
        case .dot: plain.append(dot)
        case .colon: plain.append(UInt8(ascii: ":"))
        case .at: plain.append(UInt8(ascii: "@"))
        case .scheme: plain += "://".utf8
        case .slash: plain.append(UInt8(ascii: "/"))
        }
    }

    /// The mark in brackets with which the bytes begin, and how many bytes it takes; `[.` may stay open.
    private static func mark(_ bytes: ArraySlice<UInt8>) -> (Mark, Int)? {
        let inner = bytes.dropFirst().prefix(9).drop { $0 == 0x20 }
        let end = inner.firstIndex { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "}") }
        if let end {
            let length = end + 1 - bytes.startIndex
            switch String(decoding: inner[..<end].filter { $0 != 0x20 }, as: UTF8.self).lowercased() {
            case ".", "dot", "punkt", "point": return (.dot, length)
            case ":": return (.colon, length)
            case "@", "at": return (.at, length)
            case "://": return (.scheme, length)
            case "/": return (.slash, length)
            default: break
            }
        }
        let rest = bytes.dropFirst(2)
        let isOpen = bytes.dropFirst().first == UInt8(ascii: ".") && rest.first?.isPartOfWord ?? false
        return isOpen ? (.dot, 2) : nil
    }

    /// `.]` before a word.
    private static func isHalfOpen(_ bytes: ArraySlice<UInt8>) -> Bool {
        let next = bytes.dropFirst()
        return next.first == UInt8(ascii: "]") && next.dropFirst().first?.isPartOfWord ?? false
    }

    /// ` dot ` before a word.
    private static func isSpelled(_ bytes: ArraySlice<UInt8>) -> Bool {
        let word = bytes.prefix(6)
        guard word.count == 6, word[word.startIndex + 4] == 0x20, word[word.startIndex + 5].isPartOfWord else {
            return false
        }
        return word[word.startIndex + 1] | 0x20 == UInt8(ascii: "d")
            && word[word.startIndex + 2] | 0x20 == UInt8(ascii: "o")
            && word[word.startIndex + 3] | 0x20 == UInt8(ascii: "t")
    }

    private static func words(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                bytes.append(UInt8(scalar.value))
                continue
            }
            switch scalar.value {
            // The hyphens that word processors set, and signs of ASCII as wide as a Chinese one.
            case 0x2010, 0x2011: bytes.append(UInt8(ascii: "-"))
            case 0xFF01...0xFF5E: bytes.append(UInt8(scalar.value - 0xFEE0))
            default: append(scalar, to: &bytes)
            }
        }
        return bytes
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber:
            if let coded = UTF8.encode(scalar) { bytes += coded }
        case .format: break
        default: bytes.append(0x20)
        }
    }
}

extension Refanging {
    /// Whether the text is the inside of strings of JSON, where `\n` is the end of a line; elsewhere it may begin a file's name.
    private static func isEscaped(_ bytes: [UInt8]) -> Bool {
        bytes.indices.dropLast().contains { index in
            bytes[index] == UInt8(ascii: "\\") && "\"/".utf8.contains(bytes[index + 1])
        }
    }

    /// What a backslash and what follows it stand for, and how many bytes that takes.
    private static func escaped(_ bytes: ArraySlice<UInt8>, _ isEscaped: Bool) -> (sign: [UInt8], length: Int) {
        let next = bytes.dropFirst()
        switch next.first {
        case UInt8(ascii: "."): return ([dot], 2)
        case UInt8(ascii: "/"): return (Array("/".utf8), 2)
        // Two of them are one, or begin the name of a host.
        case UInt8(ascii: "\\"): return (Array(bytes.prefix(2)), 2)
        case UInt8(ascii: "n") where isEscaped, UInt8(ascii: "r") where isEscaped, UInt8(ascii: "t") where isEscaped:
            return ([0x20], 2)
        case UInt8(ascii: "u") where next.dropFirst().starts(with: "00".utf8):
            guard let byte = bytes.hexadecimalByte(at: bytes.startIndex + 4), byte < 0x7F else { break }
            return ([byte < 0x20 ? 0x20 : byte], 6)
        default: break
        }
        return ([UInt8(ascii: "\\")], 1)
    }

    /// What a character reference of HTML stands for, and how many bytes it takes.
    private static func reference(_ bytes: ArraySlice<UInt8>) -> (sign: UInt8, length: Int) {
        let name = bytes.dropFirst().prefix(6).prefix { $0 != UInt8(ascii: ";") }
        guard name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ";") else {
            return (UInt8(ascii: "&"), 1)
        }
        var sign: UInt8?
        switch String(decoding: name, as: UTF8.self) {
        case "amp": sign = UInt8(ascii: "&")
        case "quot": sign = UInt8(ascii: "\"")
        case "lt": sign = UInt8(ascii: "<")
        case "gt": sign = UInt8(ascii: ">")
        case "apos": sign = UInt8(ascii: "'")
        case "nbsp": sign = 0x20
        case let text where text.hasPrefix("#x") || text.hasPrefix("#X"): sign = UInt8(text.dropFirst(2), radix: 16)
        case let text where text.hasPrefix("#"): sign = UInt8(text.dropFirst())
        default: break
        }
        guard let sign, (0x20..<0x7F).contains(sign) else { return (UInt8(ascii: "&"), 1) }
        return (sign, name.count + 2)
    }
}

extension UInt8 {
    /// A letter or digit, one beyond ASCII too.
    fileprivate var isPartOfWord: Bool { isDigit || isLetter || self >= 0x80 }
}
