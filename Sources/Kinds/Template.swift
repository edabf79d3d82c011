/// A text with fields in it, `{name} ({country})`, by languages.
public struct Template: Sendable, Hashable {
    /// A piece of it.
    public enum Piece: Sendable, Hashable {
        /// Text as it stands.
        case text(String)
        /// What a field says.
        case field(String)
    }

    /// As it was written.
    public let phrase: Phrase

    /// The pieces for a reader of this language; `{{` is a brace.
    public func pieces(for language: String) -> [Piece] { Self.pieces(of: phrase.text(for: language)) ?? [] }

    /// The fields that it names in any language.
    var names: Set<String> {
        var names: Set<String> = []
        for translation in phrase.translations {
            for case .field(let name) in Self.pieces(of: translation.text) ?? [] { names.insert(name) }
        }
        return names
    }

    /// The text, with what the fields say; what says nothing leaves nothing, and no brackets around it.
    public func filled(for language: String, _ value: (String) -> String?) -> String {
        var text = ""
        for piece in pieces(for: language) {
            switch piece {
            case .text(let more): text += more
            case .field(let name): text += value(name) ?? ""
            }
        }
        return text.replacing("()", with: "").split(separator: " ").joined(separator: " ")
    }

    /// The same with its lines as they are, for letters.
    public func letter(for language: String, _ value: (String) -> String?) -> String {
        pieces(for: language).map { piece in
            switch piece {
            case .text(let text): text
            case .field(let name): value(name) ?? ""
            }
        }.joined()
    }

    /// Nil where a brace is open or a name is none.
    static func pieces(of text: String) -> [Piece]? {
        var (pieces, literal) = ([Piece](), "")
        var rest = text[...]
        while let sign = rest.popFirst() {
            switch (sign, rest.first) {
            case ("{", "{"), ("}", "}"):
                literal.append(sign)
                rest.removeFirst()
            case ("{", _):
                guard let end = rest.firstIndex(of: "}") else { return nil }
                let name = String(rest[..<end])
                guard !name.isEmpty, name.utf8.allSatisfy({ Self.isNameByte($0) }) else { return nil }
                if !literal.isEmpty { pieces.append(.text(literal)) }
                pieces.append(.field(name))
                (literal, rest) = ("", rest[end...].dropFirst())
            case ("}", _): return nil
            default: literal.append(sign)
            }
        }
        if !literal.isEmpty { pieces.append(.text(literal)) }
        return pieces
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
    }
}
