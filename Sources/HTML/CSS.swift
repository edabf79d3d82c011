/// A stylesheet, or a part of one, that the program holds as a literal: text of others can't get in.
public struct CSS: Sendable, Hashable, ExpressibleByStringLiteral {
    public let text: String

    /// The literal text of a program, taken as a stylesheet.
    ///
    /// Never call this with a variable.
    public init(stringLiteral value: String) {
        precondition(!value.contains("</"), "a stylesheet within a page does not end its element")
        text = value
    }

    private init(_ text: String) { self.text = text }

    /// One part after another.
    public static func + (left: CSS, right: CSS) -> CSS { CSS(left.text + right.text) }
}

extension Markup.StringInterpolation {
    /// A stylesheet, for the inside of `<style>`.
    public mutating func appendInterpolation(_ css: CSS) {
        appendLiteral(css.text)
    }
}
