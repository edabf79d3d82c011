/// Reads the syntax of PCRE.
struct RegularExpressionParser {
    typealias Tree = RegularExpression.Tree
    typealias Refusal = RegularExpression.Refusal

    struct Flags {
        var ignoresCase = false
        var isMultiline = false
        var dotsMatchNewlines = false
        var isExtended = false
    }

    let text: [UInt32]
    var index = 0
    var flags = Flags()
    private var depth = 0

    init(_ text: String) { self.text = text.unicodeScalars.map(\.value) }

    var isAtEnd: Bool { index >= text.count }

    func peek(_ offset: Int = 0) -> UInt32? { index + offset < text.count ? text[index + offset] : nil }

    func follows(_ literal: String) -> Bool {
        let scalars = literal.unicodeScalars.map(\.value)
        return index + scalars.count <= text.count && text[index..<(index + scalars.count)].elementsEqual(scalars)
    }

    mutating func skip(_ literal: String) -> Bool {
        guard follows(literal) else { return false }
        index += literal.unicodeScalars.count
        return true
    }

    func invalid(_ sentence: String) -> Refusal { Refusal(reason: .invalid, sentence: sentence) }

    func unsupported(_ what: String) -> Refusal {
        Refusal(
            reason: .unsupported,
            sentence: "The regular expression has \(what), which cannot be matched in linear time.")
    }

    mutating func parse() throws(Refusal) -> Tree {
        let tree = try alternatives()
        guard isAtEnd else { throw invalid("A parenthesis of the regular expression is not opened.") }
        return tree
    }

    private mutating func alternatives() throws(Refusal) -> Tree {
        var all: [Tree] = []
        repeat { all.append(try sequence()) } while skip("|")
        return all.count == 1 ? all[0] : .alternatives(all)
    }

    private mutating func sequence() throws(Refusal) -> Tree {
        var all: [Tree] = []
        while let scalar = peek(), scalar != 0x7C, scalar != 0x29 {
            if flags.isExtended, skipIgnored(scalar) { continue }
            if skip("\\Q") {
                while !isAtEnd, !skip("\\E") {
                    all.append(literal(text[index]))
                    index += 1
                }
                if let last = all.popLast() { all.append(try quantified(last)) }
                continue
            }
            if skip("\\E") { continue }
            guard let atom = try atom() else { continue }
            all.append(try quantified(atom))
        }
        return all.count == 1 ? all[0] : .sequence(all)
    }

    private mutating func skipIgnored(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20, 0x09...0x0D: index += 1
        case 0x23: while peek() != nil, peek() != 0x0A { index += 1 }
        default: return false
        }
        return true
    }

    func literal(_ scalar: UInt32) -> Tree {
        .read(CharacterClass([scalar...scalar], folds: flags.ignoresCase))
    }

    func set(_ ranges: [ClosedRange<UInt32>], isNegated: Bool = false) -> Tree {
        .read(CharacterClass(ranges, isNegated: isNegated))
    }

    // MARK: Quantifiers

    private mutating func quantified(_ atom: Tree) throws(Refusal) -> Tree {
        guard let (least, most) = try quantifier() else { return atom }
        if skip("+") { throw unsupported("a possessive quantifier") }
        // Whether the longest or the shortest part fits makes no difference to whether one does.
        _ = skip("?")
        return .repeated(atom, least, most)
    }

    private mutating func quantifier() throws(Refusal) -> (Int, Int?)? {
        if flags.isExtended { while let scalar = peek(), skipIgnored(scalar) {} }
        switch peek() {
        case 0x2A:
            index += 1
            return (0, nil)
        case 0x2B:
            index += 1
            return (1, nil)
        case 0x3F:
            index += 1
            return (0, 1)
        case 0x7B: return try counts()
        default: return nil
        }
    }

    /// `{2}`, `{2,}` or `{2,3}`; braces around anything else are characters like others.
    private mutating func counts() throws(Refusal) -> (Int, Int?)? {
        let start = index
        index += 1
        guard let least = try count() else {
            index = start
            return nil
        }
        var most: Int? = least
        if skip(",") { most = peek() == 0x7D ? nil : try count() ?? -1 }
        guard skip("}"), most != -1 else {
            index = start
            return nil
        }
        if let most, most < least {
            throw invalid("A quantifier of the regular expression has a maximum below its minimum.")
        }
        return (least, most)
    }

    private mutating func count() throws(Refusal) -> Int? {
        var value: Int?
        while let digit = peek(), 0x30...0x39 ~= digit {
            value = (value ?? 0) * 10 + Int(digit - 0x30)
            guard value ?? 0 <= 65_535 else {
                throw invalid("A quantifier of the regular expression is greater than 65,535.")
            }
            index += 1
        }
        return value
    }

    // MARK: Atoms

    /// The next part that a quantifier can follow, or nil for what only changes how to read on.
    private mutating func atom() throws(Refusal) -> Tree? {
        let scalar = text[index]
        switch scalar {
        case 0x28: return try group()
        case 0x5B: return .read(try bracketed())
        case 0x5C: return try escape()
        case 0x2E:
            index += 1
            return set(flags.dotsMatchNewlines ? [] : [0x0A...0x0A], isNegated: true)
        case 0x5E:
            index += 1
            return .check(flags.isMultiline ? .lineStart : .textStart)
        case 0x24:
            index += 1
            return .check(flags.isMultiline ? .lineEnd : .textEndOrLastLine)
        case 0x2A, 0x2B, 0x3F:
            throw invalid("A quantifier of the regular expression has nothing before it to repeat.")
        default:
            index += 1
            return literal(scalar)
        }
    }

    private mutating func group() throws(Refusal) -> Tree? {
        let outer = flags
        index += 1
        if follows("*") { throw unsupported("a control verb") }
        if skip("?#") {
            while peek() != nil, peek() != 0x29 { index += 1 }
            guard skip(")") else { throw invalid("A comment of the regular expression is not closed.") }
            return nil
        }
        if follows("?") { if try !groupOptions() { return nil } }
        depth += 1
        guard depth <= 100 else {
            throw Refusal(reason: .tooLarge, sentence: "The groups of the regular expression are nested too deeply.")
        }
        let tree = try alternatives()
        depth -= 1
        guard skip(")") else { throw invalid("A parenthesis of the regular expression is not closed.") }
        flags = outer
        return tree
    }

    /// Reads what follows `(?`; false where it only sets flags for the rest of the group around it.
    private mutating func groupOptions() throws(Refusal) -> Bool {
        for (mark, what) in [
            ("?=", "a look-ahead"), ("?!", "a look-ahead"), ("?<=", "a look-behind"), ("?<!", "a look-behind"),
            ("?>", "an atomic group"), ("?P=", "a back reference"), ("?P>", "a recursion"), ("?R", "a recursion"),
            ("?&", "a recursion"), ("?(", "a condition"), ("?C", "a callout"), ("?+", "a recursion"),
        ] where follows(mark) {
            throw unsupported(what)
        }
        if let digit = peek(1), 0x30...0x39 ~= digit { throw unsupported("a recursion") }
        if skip("?:") || skip("?|") { return true }
        for (mark, end) in [("?P<", ">"), ("?<", ">"), ("?'", "'")] where skip(mark) {
            var length = 0
            while !isAtEnd, !follows(end) {
                guard case 0x30...0x39 = text[index] else {
                    guard CharacterClass.word.contains(text[index]) else { break }
                    (index, length) = (index + 1, length + 1)
                    continue
                }
                guard length > 0 else { break }
                (index, length) = (index + 1, length + 1)
            }
            guard length > 0, skip(end) else { throw invalid("A group of the regular expression has no proper name.") }
            return true
        }
        index += 1
        var sets = true
        while let scalar = peek() {
            index += 1
            switch scalar {
            case 0x5E: flags = Flags()
            case 0x2D: sets = false
            case 0x69: flags.ignoresCase = sets
            case 0x6D: flags.isMultiline = sets
            case 0x73: flags.dotsMatchNewlines = sets
            case 0x78: flags.isExtended = sets
            case 0x55: break  // Greed makes no difference here.
            case 0x3A: return true
            case 0x29: return false
            default: throw invalid("A group of the regular expression begins with unknown flags.")
            }
        }
        throw invalid("A parenthesis of the regular expression is not closed.")
    }
}
