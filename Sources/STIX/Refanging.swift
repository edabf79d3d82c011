/// Undoes what people do to values so that nobody clicks them.
enum Refanging {
    /// Stands for a dot that was defanged: proof that a value was meant.
    static let dot: UInt8 = 1

    /// The text as bytes: defanged marks mended, signs beyond ASCII that are no part of a word as spaces, invisible ones left out.
    static func plain(_ text: String) -> [UInt8] {
        let bytes = text.utf8.allSatisfy { $0 < 0x80 } ? Array(text.utf8) : words(text)
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
            case UInt8(ascii: "\\") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "."):
                plain.append(dot)
                index += 1
            case UInt8(ascii: ".") where isHalfOpen(bytes[index...]):
                plain.append(dot)
                index += 1
            case UInt8(ascii: "&") where bytes[index...].starts(with: "&amp;".utf8):
                // As a mail in HTML writes it.
                plain.append(byte)
                index += 4
            case 0x20 where isSpelled(bytes[index...]) && plain.last?.isPartOfWord ?? false:
                plain.append(dot)
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
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
                .spacingMark, .decimalNumber:
                bytes += UTF8.encode(scalar).map(Array.init) ?? []
            case .format: break
            default: bytes.append(0x20)
            }
        }
        return bytes
    }
}

extension UInt8 {
    /// A letter or digit, one beyond ASCII too.
    fileprivate var isPartOfWord: Bool { isDigit || isLetter || self >= 0x80 }
}
