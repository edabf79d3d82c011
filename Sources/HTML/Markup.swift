/// Markup that is safe to send: text enters it only escaped.
///
/// Write it as a string literal and interpolate. A `String` is escaped, another `Markup` is inserted as it stands:
///
/// ```swift
/// let name = "<script>"
/// let row: HTML = "<td title=\"\(name)\">\(name)</td>"   // <td title="&lt;script&gt;">&lt;script&gt;</td>
/// ```
///
/// Escaping makes text safe between tags and inside *quoted* attribute values. Three places stay unsafe for text from
/// others, and nothing here helps there: unquoted attribute values, addresses (use ``Link``), and the inside of
/// `<script>` and `<style>`.
public struct Markup: Sendable, Hashable {
    /// The markup itself.
    public private(set) var markup: String

    /// Markup with nothing in it.
    public init() {
        markup = ""
    }

    /// Text, escaped.
    public init(text: some StringProtocol) {
        markup = ""
        Escaping.append(text, to: &markup)
    }

    /// JSON-LD for programs that read pages (JSON-LD 1.1 §7): a data block, which no browser runs.
    ///
    /// `<`, `>` and `&` are written as escapes of JSON, so that nothing in it ends the block.
    public init(jsonLD json: String) {
        let safe = json.replacing("<", with: "\\u003c").replacing(">", with: "\\u003e").replacing("&", with: "\\u0026")
        markup = "<script type=\"application/ld+json\">\(safe)</script>\n"
    }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { markup.isEmpty }

    /// Adds markup at the end.
    public static func += (left: inout Markup, right: Markup) {
        left.markup += right.markup
    }

    /// One piece of markup after another.
    public static func + (left: Markup, right: Markup) -> Markup {
        var sum = left
        sum += right
        return sum
    }
}

extension Array where Element == Markup {
    /// The pieces one after another, with a separator between each two.
    public func joined(separator: Markup = Markup()) -> Markup {
        var result = Markup()
        for (index, piece) in enumerated() {
            if index > 0 { result += separator }
            result += piece
        }
        return result
    }
}

extension Markup: ExpressibleByStringInterpolation {
    /// The literal text of a program, taken as markup.
    ///
    /// Never call this with a variable.
    public init(stringLiteral value: String) {
        markup = value
    }

    /// A literal with its interpolated values.
    public init(stringInterpolation: StringInterpolation) {
        markup = stringInterpolation.markup
    }

    /// Takes literal pieces as markup and escapes every `String` between them.
    ///
    /// There is no overload for `String?` or `[String]`: a closure that returns a literal is then read as markup, which
    /// it is meant to be, and not as text.
    public struct StringInterpolation: StringInterpolationProtocol {
        var markup: String

        public init(literalCapacity: Int, interpolationCount: Int) {
            markup = ""
            markup.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        /// Markup of the program.
        public mutating func appendLiteral(_ literal: String) {
            markup += literal
        }

        /// Text, escaped.
        public mutating func appendInterpolation(_ text: String) {
            Escaping.append(text, to: &markup)
        }

        /// Text, escaped.
        public mutating func appendInterpolation(_ text: Substring) {
            Escaping.append(text, to: &markup)
        }

        /// A whole number in plain digits.
        public mutating func appendInterpolation(_ number: Int) {
            markup += String(number)
        }

        /// An address that ``Link`` has admitted.
        public mutating func appendInterpolation(_ link: Link) {
            Escaping.append(link.text, to: &markup)
        }

        /// Markup as it stands.
        public mutating func appendInterpolation(_ html: Markup) {
            markup += html.markup
        }

        /// Markup as it stands, or nothing.
        public mutating func appendInterpolation(_ html: Markup?) {
            if let html { markup += html.markup }
        }

        /// Pieces of markup one after another.
        public mutating func appendInterpolation(_ pieces: [Markup]) {
            for piece in pieces { markup += piece.markup }
        }
    }
}
