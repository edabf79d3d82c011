/// Text for a terminal: what the program says is as written, and what others wrote can neither move the cursor nor begin a
/// line of its own.
///
/// Names, values and sentences of others reach a string literal by interpolation, and every interpolated `String` is
/// cleaned: control characters (escape sequences begin with one), line and paragraph separators, and the marks that turn
/// the direction of text are shown as `\u{1B}`. So a name holds one line, and a line that looks like a result is one.
struct Printed: Equatable, CustomStringConvertible {
    private(set) var description: String

    /// A text of several lines by others, such as a signed note: every line is cleaned, and they stay lines.
    init(lines text: String) {
        description = text.split(separator: "\n", omittingEmptySubsequences: false).map { Self.clean(String($0)) }
            .joined(separator: "\n")
    }

    /// What others wrote, as a piece of one line.
    init(_ text: String) { description = Self.clean(text) }

    static func + (left: Printed, right: Printed) -> Printed { "\(left)\(right)" }

    /// Nothing in it is left that a terminal obeys.
    static func clean(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isObeyed) else { return text }
        var clean = ""
        for scalar in text.unicodeScalars {
            if isObeyed(scalar) {
                clean += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                clean.unicodeScalars.append(scalar)
            }
        }
        return clean
    }

    /// Control characters, separators of lines, and what reorders or hides text (UAX #9 §2, UTS #39 §5.4).
    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format:
            // Joiners belong to words of Persian, Hindi and to emoji; the others reorder text or are not seen.
            scalar.value != 0x200C && scalar.value != 0x200D
        default: false
        }
    }
}

extension Printed: ExpressibleByStringInterpolation {
    init(stringLiteral text: String) { description = text }

    init(stringInterpolation: StringInterpolation) { description = stringInterpolation.text }

    struct StringInterpolation: StringInterpolationProtocol {
        var text = ""

        init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

        mutating func appendLiteral(_ literal: String) { text += literal }

        mutating func appendInterpolation(_ printed: Printed) { text += printed.description }

        mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            text += Printed.clean(value.description)
        }
    }
}

extension Sequence<Printed> {
    /// One text of them all; the separator is the program's own.
    func joined(separator: Printed) -> Printed {
        var whole: Printed = ""
        for (number, piece) in enumerated() { whole = number == 0 ? piece : "\(whole)\(separator)\(piece)" }
        return whole
    }
}
