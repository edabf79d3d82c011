import STIX
import Testing

@Suite struct PatternTests {
    @Test func `valid patterns are read without an error, and written the same when read again`() throws {
        let patterns = try PatternFiles.lines("valid.txt")
        #expect(patterns.count > 80)
        for text in patterns {
            let (pattern, findings) = try Pattern.check(Array(text.utf8))
            #expect(findings.allSatisfy { $0.severity == .warning }, "\(text): \(findings)")
            #expect(try Pattern.parse(pattern.description) == pattern, "\(text)")
            #expect(try Pattern.parse(pattern.description).description == pattern.description, "\(text)")
        }
    }

    @Test func `invalid patterns are refused with their code, at a place inside them`() throws {
        let patterns = try PatternFiles.coded("invalid.txt")
        #expect(patterns.count > 80)
        for (code, text) in patterns {
            do throws(PatternError) {
                let findings = try Pattern.check(Array(text.utf8)).findings
                #expect(findings.contains { $0.code.rawValue == code && $0.severity == .error }, "\(text): \(findings)")
            } catch {
                #expect(error.code.rawValue == code, "\(text): \(error)")
                #expect(0...text.utf8.count ~= error.offset, "\(text)")
                #expect(error.sentence.hasSuffix("."))
            }
        }
    }

    @Test func `doubtful patterns are read with a warning`() throws {
        for (code, text) in try PatternFiles.coded("doubtful.txt") {
            let findings = try Pattern.check(Array(text.utf8)).findings
            #expect(findings.contains { $0.code.rawValue == code && $0.severity == .warning }, "\(text): \(findings)")
        }
    }

    @Test(arguments: [
        ("[ file:size==1 ]", "[file:size = 1]"),
        ("[file:size <> +1 and:x]", nil),
        ("[a:b <> 01]", nil),
        ("[a:b<>1]", "[a:b != 1]"),
        ("[a:b=1 AND a:c=2 OR (a:d=.5)]", "[a:b = 1 AND a:c = 2 OR a:d = 0.5]"),
        ("[a:b=1 AND (a:c=2 OR a:d=3)]", "[a:b = 1 AND (a:c = 2 OR a:d = 3)]"),
        ("[a:b=1 AND (a:c=2 AND a:d=3)]", "[a:b = 1 AND (a:c = 2 AND a:d = 3)]"),
        ("([a:b=1])WITHIN 5.0 SECONDS", "[a:b = 1] WITHIN 5 SECONDS"),
        ("([a:b=1] WITHIN 5 SECONDS) WITHIN 6 SECONDS", "([a:b = 1] WITHIN 5 SECONDS) WITHIN 6 SECONDS"),
        ("([a:b=1] AND [a:b=2]) REPEATS 2 TIMES", "([a:b = 1] AND [a:b = 2]) REPEATS 2 TIMES"),
        ("[a:'b'.'c d'[ * ].'IN' = 'x']", "[a:b.'c d'[*].'IN' = 'x']"),
        ("[a:b = t'2024-01-01T00:00:00Z']", "[a:b = t'2024-01-01T00:00:00.000Z']"),
        ("[a:b = h'FFd8']", "[a:b = h'ffd8']"), ("[a:b = b'/9g=']", "[a:b = b'/9g=']"),
        ("[a:b = 100000000000000000000000.0]", "[a:b = 100000000000000000000000.0]"),
        ("[a:b = 0.0000000000001]", "[a:b = 0.0000000000001]"),
        ("[a:b = -0.00000000000012]", "[a:b = -0.00000000000012]"),
        ("[a:b\u{2003}=\u{3000}1]", "[a:b = 1]"), ("[a:b\n=\r\n1] // end", "[a:b = 1]"),
    ])
    func `patterns have one way to be written`(_ text: String, _ canonical: String?) throws {
        #expect((try? Pattern.parse(text))?.description == canonical)
    }

    @Test func `operators bind as the standard says`() throws {
        let pattern = try Pattern.parse("[a:b=1] FOLLOWEDBY [a:b=2] OR [a:b=3] AND [a:b=4] REPEATS 2 TIMES")
        guard case .inOrder(let sequence) = pattern.observations, case .any(let choices) = sequence.elements[1],
            case .all(let parts) = choices.elements[1],
            case .qualified(.one, .repeats(let times)) = parts.elements[1]
        else {
            Issue.record("\(pattern.observations)")
            return
        }
        #expect(times.count == 2)
    }

    @Test func `generated patterns come back from their text`() throws {
        var maker = PatternMaker(dice: Dice(state: 17))
        for _ in 0..<3_000 {
            let pattern = Pattern(maker.observations(depth: 3))
            #expect(try Pattern.parse(pattern.description) == pattern, "\(pattern)")
        }
    }

    @Test func `broken text is refused, never a crash`() throws {
        let seeds = try PatternFiles.lines("valid.txt").map { Array($0.utf8) }
        var dice = Dice(state: 3)
        for _ in 0..<20_000 {
            var bytes = seeds[Int.random(in: 0..<seeds.count, using: &dice)]
            for _ in 0..<Int.random(in: 1...3, using: &dice) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &dice)
                switch Int.random(in: 0..<3, using: &dice) {
                case 0: bytes.remove(at: place)
                case 1: bytes[place] = UInt8.random(in: 0...255, using: &dice)
                default: bytes.insert(contentsOf: bytes[place...], at: place)
                }
            }
            if let pattern = try? Pattern.parse(bytes) { #expect(try Pattern.parse(pattern.description) == pattern) }
        }
    }

    @Test func `nesting, length and bytes beyond UTF-8 have limits`() throws {
        func code(_ bytes: [UInt8]) -> PatternError.Code? {
            do throws(PatternError) {
                _ = try Pattern.parse(bytes)
                return nil
            } catch {
                return error.code
            }
        }
        let open = String(repeating: "(", count: 100_000)
        #expect(code(Array(open.utf8)) == .tooDeep)
        #expect(code(Array("[\(open)".utf8)) == .tooDeep)
        let qualifiers = String(repeating: " REPEATS 1 TIMES", count: 1_000)
        #expect(code(Array("([a:b=1])\(qualifiers)".utf8)) == .tooDeep)
        #expect(code(Array(repeating: 0x20, count: Pattern.mostBytes + 1)) == .tooLong)
        #expect(code(Array("[a:b = '".utf8) + [0xC3, 0x28] + Array("']".utf8)) == .invalidUTF8)
        let many = Array(repeating: "[a:b=1]", count: 50_000).joined(separator: "AND")
        #expect(code(Array(many.utf8)) == nil)
    }
}

/// Makes patterns by chance.
struct PatternMaker {
    var dice: Dice

    private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &dice) }

    private mutating func pick<T>(_ values: [T]) -> T { values[roll(values.count)] }

    mutating func observations(depth: Int) -> Pattern.Observations {
        guard depth > 0 else { return .one(comparisons(depth: 2)) }
        switch roll(6) {
        case 0: return .all(several { $0.observations(depth: depth - 1) })
        case 1: return .any(several { $0.observations(depth: depth - 1) })
        case 2: return .inOrder(several { $0.observations(depth: depth - 1) })
        case 3, 4: return .qualified(observations(depth: depth - 1), qualifier())
        default: return .one(comparisons(depth: 2))
        }
    }

    private mutating func several<T>(_ make: (inout PatternMaker) -> T) -> Pattern.Several<T> {
        Pattern.Several(make(&self), make(&self), roll(2) == 0 ? [] : [make(&self)])
    }

    private mutating func qualifier() -> Pattern.Qualifier {
        switch roll(3) {
        case 0: return .within(.of(pick([1, 2.5, 1e-9, 1e20, 86_400])))
        case 1: return .repeats(.of(1 + roll(1_000)))
        default:
            let start = Int64(roll(1_000_000_000))
            return .startStop(.of(start, start + 1 + Int64(roll(9))))
        }
    }

    mutating func comparisons(depth: Int) -> Pattern.Comparisons {
        switch depth > 0 ? roll(4) : 3 {
        case 0: return .all(several { $0.comparisons(depth: depth - 1) })
        case 1: return .any(several { $0.comparisons(depth: depth - 1) })
        default: return .test(test())
        }
    }

    private mutating func test() -> Pattern.Test {
        let path = path()
        return roll(8) == 0
            ? .exists(path, isNegated: roll(2) == 0) : .compares(path, isNegated: roll(3) == 0, operation())
    }

    private mutating func path() -> Pattern.Path {
        var steps: [Pattern.Step] = []
        for _ in 0..<roll(3) { steps.append(pick([.property(name()), .index(roll(5)), .every])) }
        return Pattern.Path(type: pick(["file", "ipv4-addr", "x-a_b", "_z"]), property: name(), steps: steps)
    }

    private mutating func name() -> String {
        pick(["value", "SHA-256", "IN", "true", "it's", "a b", "", "h", "b", "t", "x_1", "1x", "ключ", "LAST", "\\"])
    }

    private mutating func operation() -> Pattern.Operation {
        switch roll(8) {
        case 0: .equals(constant())
        case 1: .differs(constant())
        case 2: .orders(pick(Pattern.Order.allCases), quantity())
        case 3: .isIn((0..<roll(4)).map { _ in constant() })
        case 4: .isLike(text())
        case 5: .matches(text())
        case 6: .isSubset(text())
        default: .isSuperset(text())
        }
    }

    private mutating func constant() -> Pattern.Constant {
        roll(5) == 0 ? .boolean(roll(2) == 0) : .quantity(quantity())
    }

    private mutating func quantity() -> Pattern.Quantity {
        switch roll(6) {
        case 0: return .integer(pick([0, 7, -7, .max, .min]))
        case 1:
            let value = Double(bitPattern: dice.next())
            return .float(value.isFinite ? value : 1.5)
        case 2: return .string(text())
        case 3: return .binary((0..<roll(5)).map { _ in UInt8(roll(256)) })
        case 4: return .hex((0..<roll(5)).map { _ in UInt8(roll(256)) })
        default: return .timestamp(Timestamp(clamping: Int64(bitPattern: dice.next())))
        }
    }

    private mutating func text() -> String {
        pick(["", "a", "it's", "\\", "a\nb", "日本", "[x] AND", "/* */", "\"", "%_"])
    }
}

// What generated patterns are made of is in range.
extension Pattern.Seconds {
    static func of(_ value: Double) -> Self { Self(value).unsafelyUnwrapped }
}

extension Pattern.Times {
    static func of(_ count: Int) -> Self { Self(count).unsafelyUnwrapped }
}

extension Pattern.Interval {
    static func of(_ start: Int64, _ stop: Int64) -> Self {
        Self(start: Timestamp(clamping: start), stop: Timestamp(clamping: stop)).unsafelyUnwrapped
    }
}
