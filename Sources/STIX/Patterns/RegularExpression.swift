/// A regular expression that takes time in proportion to the text, whatever it is.
///
/// It reads the part of PCRE that describes regular languages: classes, groups, alternatives, anchors, counted repeats, flags.
/// All states of Thompson's automaton run at once, so that no text makes it try again; it says only whether a part of the text
/// fits. What needs memory of the text (back references, look-around, atomic groups, recursion) is refused.
struct RegularExpression: Sendable {
    /// Why an expression is not used.
    struct Refusal: Error, Equatable {
        enum Reason { case invalid, unsupported, tooLarge }
        let reason: Reason
        let sentence: String
    }

    /// One step of the automaton.
    enum Instruction: Sendable {
        /// Reads a character of the set with this number.
        case read(Int)
        /// Goes on at both places.
        case split(Int, Int)
        case jump(Int)
        /// Goes on with the next instruction if this holds here.
        case check(Position)
        case accept
    }

    /// What can be said of a place in the text.
    enum Position: Sendable, Equatable {
        case textStart, textEnd, textEndOrLastLine, lineStart, lineEnd, wordBoundary, noWordBoundary
    }

    /// Greatest number of instructions: more states would make each character cost too much.
    static let mostInstructions = 5_000
    /// Greatest number of instructions of all expressions of one pattern.
    static let mostInstructionsTogether = 200_000

    let program: [Instruction]
    let sets: [CharacterClass]
    /// Whether it fits at the start of the text only.
    let isAnchored: Bool

    init(_ text: String) throws(Refusal) {
        var parser = RegularExpressionParser(text)
        let tree = try parser.parse()
        var compiler = Compiler()
        try compiler.emit(tree)
        compiler.program.append(.accept)
        program = compiler.program
        sets = compiler.sets
        if case .check(.textStart) = compiler.program[0] { isAnchored = true } else { isAnchored = false }
    }

    /// What an expression says.
    indirect enum Tree: Sendable {
        case read(CharacterClass)
        case check(Position)
        case sequence([Tree])
        case alternatives([Tree])
        /// So often; without a maximum for ever.
        case repeated(Tree, Int, Int?)
    }

    private struct Compiler {
        var program: [Instruction] = []
        var sets: [CharacterClass] = []
        /// Repeats of nothing emit nothing, and must not take for ever.
        var parts = 0

        private mutating func grow(_ count: Int) throws(Refusal) {
            parts += 1
            guard program.count + count <= mostInstructions, parts < 4 * mostInstructions else {
                throw Refusal(
                    reason: .tooLarge, sentence: "The regular expression is too large, its repeats written out.")
            }
        }

        /// Writes a part, or copies what was written for it before.
        private mutating func emit(_ part: Tree, again template: inout Range<Int>?) throws(Refusal) {
            let start = program.count
            guard let range = template else {
                try emit(part)
                template = start..<program.count
                return
            }
            try grow(range.count)
            let shift = start - range.lowerBound
            for place in range {
                switch program[place] {
                case .jump(let target): program.append(.jump(target + shift))
                case .split(let one, let other): program.append(.split(one + shift, other + shift))
                default: program.append(program[place])
                }
            }
        }

        mutating func emit(_ tree: Tree) throws(Refusal) {
            try grow(1)
            switch tree {
            case .read(let set):
                program.append(.read(sets.count))
                sets.append(set)
            case .check(let position): program.append(.check(position))
            case .sequence(let parts): for part in parts { try emit(part) }
            case .alternatives(let parts):
                var ends: [Int] = []
                for (index, part) in parts.enumerated() {
                    guard index < parts.count - 1 else {
                        try emit(part)
                        break
                    }
                    let fork = program.count
                    program.append(.jump(0))
                    try emit(part)
                    ends.append(program.count)
                    program.append(.jump(0))
                    program[fork] = .split(fork + 1, program.count)
                }
                for end in ends { program[end] = .jump(program.count) }
            case .repeated(let part, let least, let most):
                var template: Range<Int>?
                for _ in 0..<least { try emit(part, again: &template) }
                guard let most else {
                    let fork = program.count
                    program.append(.jump(0))
                    try emit(part, again: &template)
                    program.append(.jump(fork))
                    program[fork] = .split(fork + 1, program.count)
                    return
                }
                var forks: [Int] = []
                for _ in least..<most {
                    forks.append(program.count)
                    program.append(.jump(0))
                    try emit(part, again: &template)
                }
                for fork in forks { program[fork] = .split(fork + 1, program.count) }
            }
        }
    }
}

/// Characters that one place of an expression reads.
struct CharacterClass: Sendable {
    private var ranges: [ClosedRange<UInt32>] = []
    /// General categories of Unicode, one bit each, of which all characters belong to it.
    private var categories: UInt32 = 0
    private(set) var isNegated = false
    private var folds = false
    /// Which of the first 128 characters belong to it, by everything above.
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ ranges: [ClosedRange<UInt32>] = [], categories: UInt32 = 0, isNegated: Bool = false, folds: Bool = false) {
        self.ranges = ranges
        self.categories = categories
        self.isNegated = isNegated
        self.folds = folds
        for scalar: UInt32 in 0..<128 where slowlyContains(scalar) {
            if scalar < 64 { low |= 1 << UInt64(scalar) } else { high |= 1 << UInt64(scalar - 64) }
        }
    }

    @inline(__always)
    func contains(_ scalar: UInt32) -> Bool {
        if scalar < 64 { return low >> UInt64(scalar) & 1 == 1 }
        if scalar < 128 { return high >> UInt64(scalar - 64) & 1 == 1 }
        return slowlyContains(scalar)
    }

    private func slowlyContains(_ scalar: UInt32) -> Bool {
        var isIn = has(scalar)
        if !isIn, folds, let character = Unicode.Scalar(scalar) {
            let properties = character.properties
            for mapping in [properties.lowercaseMapping, properties.uppercaseMapping] where !isIn {
                if let other = mapping.unicodeScalars.first, mapping.unicodeScalars.count == 1 {
                    isIn = has(other.value)
                }
            }
        }
        return isIn != isNegated
    }

    private func has(_ scalar: UInt32) -> Bool {
        if ranges.contains(where: { $0.contains(scalar) }) { return true }
        guard categories != 0, let character = Unicode.Scalar(scalar) else { return false }
        return categories >> UInt32(UnicodeCategory.number(character.properties.generalCategory)) & 1 == 1
    }
}

/// General categories of Unicode by the names that expressions give them.
enum UnicodeCategory {
    private static let all: [(String, Unicode.GeneralCategory)] = [
        ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter), ("Lm", .modifierLetter),
        ("Lo", .otherLetter), ("Mn", .nonspacingMark), ("Mc", .spacingMark), ("Me", .enclosingMark),
        ("Nd", .decimalNumber), ("Nl", .letterNumber), ("No", .otherNumber), ("Pc", .connectorPunctuation),
        ("Pd", .dashPunctuation), ("Ps", .openPunctuation), ("Pe", .closePunctuation), ("Pi", .initialPunctuation),
        ("Pf", .finalPunctuation), ("Po", .otherPunctuation), ("Sm", .mathSymbol), ("Sc", .currencySymbol),
        ("Sk", .modifierSymbol), ("So", .otherSymbol), ("Zs", .spaceSeparator), ("Zl", .lineSeparator),
        ("Zp", .paragraphSeparator), ("Cc", .control), ("Cf", .format), ("Cs", .surrogate), ("Co", .privateUse),
        ("Cn", .unassigned),
    ]

    static func number(_ category: Unicode.GeneralCategory) -> Int { all.firstIndex { $0.1 == category } ?? 31 }

    /// The bits of the categories whose names begin so, as `L` stands for all letters; nil for a name that none has.
    static func mask(_ name: String) -> UInt32? {
        var mask: UInt32 = 0
        for (index, entry) in all.enumerated() where entry.0 == name || (name.count == 1 && entry.0.hasPrefix(name)) {
            mask |= 1 << UInt32(index)
        }
        return mask == 0 ? nil : mask
    }
}
