extension Pattern {
    /// Longest pattern that is read, in bytes.
    public static let mostBytes = 1 << 20
    /// Deepest nesting of parentheses and qualifiers that is read.
    public static let mostDepth = 64

    /// The version of the standard whose grammar a pattern follows (`pattern_version`).
    public enum Version: Sendable {
        /// Moments behind `START` and `STOP` may be strings, qualifiers may come twice, and there is no `EXISTS`.
        case two0
        case two1
    }

    /// Reads a pattern from UTF-8.
    public static func parse(_ bytes: [UInt8], _ version: Version = .two1) throws(PatternError) -> Pattern {
        try bytes.withUnsafeBufferPointer { buffer throws(PatternError) in try read(buffer, version).pattern }
    }

    /// Reads a pattern.
    public static func parse(_ text: String, _ version: Version = .two1) throws(PatternError) -> Pattern {
        try parse(Array(text.utf8), version)
    }

    /// Reads a pattern from UTF-8, with everything in it that is wrong or doubtful.
    public static func check(
        _ bytes: [UInt8], _ version: Version = .two1
    ) throws(PatternError) -> (pattern: Pattern, findings: [PatternFinding]) {
        try bytes.withUnsafeBufferPointer { buffer throws(PatternError) in try read(buffer, version) }
    }

    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ version: Version
    ) throws(PatternError) -> (pattern: Pattern, findings: [PatternFinding]) {
        guard bytes.count <= mostBytes else {
            throw PatternError(
                code: .tooLong, offset: mostBytes, sentence: "The pattern is longer than the limit.", section: "9")
        }
        if bytes.contains(where: { $0 >= 0x80 }), let offset = firstInvalid(bytes) {
            throw PatternError(
                code: .invalidUTF8, offset: offset, sentence: "These bytes are not UTF-8.", section: "9.2")
        }
        var parser = try PatternParser(PatternLexer(bytes), version)
        let observations = try parser.sequence()
        guard parser.token.kind == .end else { throw parser.unexpected("an operator, a qualifier or the end", "9.4") }
        return (Pattern(observations), parser.findings)
    }

    /// Where UTF-8 is first broken, or nil.
    private static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var decoder = UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .valid(let scalar) = decoder.parseScalar(from: &iterator) { offset += scalar.count }
        return offset
    }
}

/// Reads the grammar of patterns by recursive descent, with one token in view.
struct PatternParser {
    typealias Token = PatternLexer.Token

    var lexer: PatternLexer
    var token: Token
    var depth = 0
    var findings: [PatternFinding] = []
    /// Instructions of the regular expressions so far.
    var instructions = 0
    let version: Pattern.Version

    init(_ lexer: PatternLexer, _ version: Pattern.Version) throws(PatternError) {
        self.version = version
        var lexer = lexer
        token = try lexer.next()
        self.lexer = lexer
    }

    mutating func advance() throws(PatternError) { token = try lexer.next() }

    /// Reads a token of this kind, or says what was expected.
    mutating func take(_ kind: PatternLexer.Kind, _ expected: String, _ section: String) throws(PatternError) -> Token {
        let taken = token
        guard taken.kind == kind else { throw unexpected(expected, section) }
        try advance()
        return taken
    }

    func unexpected(_ expected: String, _ section: String) -> PatternError {
        let isEnd = token.kind == .end
        return PatternError(
            code: isEnd ? .unexpectedEnd : .unexpectedToken, offset: token.start,
            sentence: isEnd
                ? "The pattern ends where \(expected) was expected." : "Here \(expected) was expected.",
            section: section)
    }

    mutating func note(_ code: PatternFinding.Code, _ offset: Int, _ sentence: String, _ section: String) {
        // A pattern of a thousand strange paths says nothing new with the hundred-and-first.
        guard findings.count < 100 else { return }
        findings.append(PatternFinding(code: code, offset: offset, sentence: sentence, section: section))
    }

    private mutating func deepen() throws(PatternError) {
        depth += 1
        guard depth <= Pattern.mostDepth else {
            throw PatternError(
                code: .tooDeep, offset: token.start, sentence: "The pattern is nested too deeply.", section: "9.4")
        }
    }

    // MARK: Observation expressions (§9.5); FOLLOWEDBY binds weakest, AND strongest.

    mutating func sequence() throws(PatternError) -> Pattern.Observations {
        let first = try alternatives()
        guard token.kind == .followedBy else { return first }
        var all = [first]
        while token.kind == .followedBy {
            try advance()
            all.append(try alternatives())
        }
        return .inOrder(Pattern.Several(unchecked: all))
    }

    private mutating func alternatives() throws(PatternError) -> Pattern.Observations {
        let first = try conjunction()
        guard token.kind == .or else { return first }
        var all = [first]
        while token.kind == .or {
            try advance()
            all.append(try conjunction())
        }
        return .any(Pattern.Several(unchecked: all))
    }

    private mutating func conjunction() throws(PatternError) -> Pattern.Observations {
        let first = try qualified()
        guard token.kind == .and else { return first }
        var all = [first]
        while token.kind == .and {
            try advance()
            all.append(try qualified())
        }
        return .all(Pattern.Several(unchecked: all))
    }

    private mutating func qualified() throws(PatternError) -> Pattern.Observations {
        let depthBefore = depth
        defer { depth = depthBefore }
        var expression: Pattern.Observations
        let isGroup = token.kind == .openParenthesis
        switch token.kind {
        case .openBracket:
            let start = token.start
            try advance()
            let comparisons = try disjunction()
            noteMixedTypes(comparisons, start)
            _ = try take(.closeBracket, "an operator or a closing bracket", "9.5")
            expression = .one(comparisons)
        case .openParenthesis:
            try deepen()
            try advance()
            expression = try sequence()
            _ = try take(.closeParenthesis, "an operator or a closing parenthesis", "9.5")
        default: throw unexpected("an observation in square brackets, or an opening parenthesis,", "9.5")
        }
        var used: [PatternLexer.Kind] = []
        while token.kind == .within || token.kind == .repeats || token.kind == .start {
            // What parentheses enclose is another expression, which may be qualified again.
            if !isGroup, version == .two1, used.contains(token.kind) {
                throw PatternError(
                    code: .repeatedQualifier, offset: token.start,
                    sentence: "This qualifier comes twice behind one observation: use parentheses.", section: "9.5.1")
            }
            used.append(token.kind)
            try deepen()
            expression = .qualified(expression, try qualifier())
        }
        return expression
    }

    private mutating func qualifier() throws(PatternError) -> Pattern.Qualifier {
        let keyword = token
        try advance()
        func refuse(_ sentence: String) -> PatternError {
            PatternError(code: .badQualifier, offset: keyword.start, sentence: sentence, section: "9.5.1")
        }
        switch keyword.kind {
        case .within:
            let number = token
            guard number.kind == .integer || number.kind == .float, lexer.bytes[number.start] != 0x2D else {
                throw unexpected("a positive number of seconds", "9.5.1")
            }
            try advance()
            _ = try take(.seconds, "SECONDS", "9.5.1")
            guard let seconds = Pattern.Seconds(value(of: number)) else {
                throw refuse("WITHIN needs a number of seconds that is greater than 0.")
            }
            return .within(seconds)
        case .repeats:
            let number = token
            guard number.kind == .integer, lexer.bytes[number.start] != 0x2D else {
                throw unexpected("a positive integer", "9.5.1")
            }
            try advance()
            _ = try take(.times, "TIMES", "9.5.1")
            guard let times = Pattern.Times(Int(try integer(number))) else {
                throw refuse("REPEATS needs a number that is greater than 0.")
            }
            return .repeats(times)
        default:
            let start = try bound()
            _ = try take(.stop, "STOP", "9.5.1")
            let stop = try bound()
            guard let interval = Pattern.Interval(start: start, stop: stop) else {
                throw refuse("The time behind START must come before the time behind STOP.")
            }
            return .startStop(interval)
        }
    }

    /// The moment behind `START` or `STOP`.
    private mutating func bound() throws(PatternError) -> Timestamp {
        let kind: PatternLexer.Kind = version == .two0 && token.kind == .string ? .string : .timestamp
        return try timestamp(try take(kind, "a timestamp such as t'2024-01-01T00:00:00Z'", "9.5.1"))
    }

    // MARK: Comparison expressions (§9.6)

    private mutating func disjunction() throws(PatternError) -> Pattern.Comparisons {
        let first = try comparisonConjunction()
        guard token.kind == .or else { return first }
        var all = [first]
        while token.kind == .or {
            try advance()
            all.append(try comparisonConjunction())
        }
        return .any(Pattern.Several(unchecked: all))
    }

    private mutating func comparisonConjunction() throws(PatternError) -> Pattern.Comparisons {
        let first = try comparison()
        guard token.kind == .and else { return first }
        var all = [first]
        while token.kind == .and {
            try advance()
            all.append(try comparison())
        }
        return .all(Pattern.Several(unchecked: all))
    }

    private mutating func comparison() throws(PatternError) -> Pattern.Comparisons {
        switch token.kind {
        case .openParenthesis:
            try deepen()
            try advance()
            let inner = try disjunction()
            _ = try take(.closeParenthesis, "an operator or a closing parenthesis", "9.6")
            depth -= 1
            return inner
        case .exists, .not:
            guard version == .two1 else { throw unexpected("a type of object or an opening parenthesis", "9.7") }
            let isNegated = token.kind == .not
            if isNegated { try advance() }
            _ = try take(.exists, "EXISTS", "9.6.1")
            return .test(.exists(try path().path, isNegated: isNegated))
        default:
            let (path, offset) = try path()
            let isNegated = token.kind == .not
            if isNegated { try advance() }
            let operation = try operation(path)
            noteKind(path, operation, offset)
            return .test(.compares(path, isNegated: isNegated, operation))
        }
    }

    private mutating func operation(_ path: Pattern.Path) throws(PatternError) -> Pattern.Operation {
        let sign = token.kind
        switch sign {
        case .equal, .unequal:
            try advance()
            let start = token.start
            let constant = try constant()
            noteHash(path, constant, start)
            return sign == .equal ? .equals(constant) : .differs(constant)
        case .greater, .less, .atLeast, .atMost:
            try advance()
            let order: Pattern.Order =
                switch sign {
                case .greater: .greater
                case .less: .less
                case .atLeast: .atLeast
                default: .atMost
                }
            return .orders(order, try quantity())
        case .in:
            try advance()
            return .isIn(try set(path))
        case .like, .matches, .isSubset, .isSuperset:
            try advance()
            let string = try take(.string, "a string in single quotes", "9.6.1")
            let text = text(string)
            switch sign {
            case .like: return .isLike(text)
            case .matches:
                noteExpression(text, string.start)
                return .matches(text)
            default:
                noteNetwork(text, string.start)
                return sign == .isSubset ? .isSubset(text) : .isSuperset(text)
            }
        default: throw unexpected("a comparison operator", "9.6.1")
        }
    }

    private mutating func set(_ path: Pattern.Path) throws(PatternError) -> [Pattern.Constant] {
        let open = try take(.openParenthesis, "a set in parentheses", "9.6.1")
        var constants: [Pattern.Constant] = []
        while token.kind != .closeParenthesis {
            if !constants.isEmpty { _ = try take(.comma, "a comma or a closing parenthesis", "9.6.1") }
            let start = token.start
            let constant = try constant()
            noteHash(path, constant, start)
            constants.append(constant)
        }
        try advance()
        if constants.isEmpty {
            note(.emptySet, open.start, "The set is empty, so that nothing is in it.", "9.6.1")
        } else if constants.dropFirst().contains(where: { $0.kind != constants[0].kind }) {
            note(.mixedSet, open.start, "The constants of a set must all be of one kind.", "9.6.1")
        }
        return constants
    }

    // MARK: Object paths (§9.7)

    private mutating func path() throws(PatternError) -> (path: Pattern.Path, offset: Int) {
        let type = token
        guard type.kind == .name || type.kind == .hyphenated else {
            throw unexpected("a type of object or an opening parenthesis", "9.7")
        }
        try advance()
        _ = try take(.colon, "a colon between type and property", "9.7")
        let property = try stepName()
        var steps: [Pattern.Step] = []
        while true {
            if token.kind == .dot {
                try advance()
                steps.append(.property(try stepName()))
            } else if token.kind == .openBracket {
                try advance()
                if token.kind == .asterisk {
                    try advance()
                    steps.append(.every)
                } else {
                    let number = try take(.integer, "an index or an asterisk", "9.7.2")
                    let index = try integer(number)
                    guard index >= 0 else {
                        throw PatternError(
                            code: .badConstant, offset: number.start,
                            sentence: "The elements of a list are counted from 0 upwards.", section: "9.7.2")
                    }
                    steps.append(.index(Int(index)))
                }
                _ = try take(.closeBracket, "a closing bracket", "9.7.2")
            } else {
                break
            }
        }
        let path = Pattern.Path(type: text(type), property: property, steps: steps)
        noteNames(path, type.start)
        return (path, type.start)
    }

    private mutating func stepName() throws(PatternError) -> String {
        guard token.kind == .name || token.kind == .string else { throw unexpected("the name of a property", "9.7") }
        let name = text(token)
        try advance()
        return name
    }
}
