import Foundation

/// The comparison of one value with the constants of a pattern (STIX 2.1 §9.6.1).
struct ValueTest: Sendable {
    enum Operation: Sendable {
        case exists
        case equals(Constant)
        case differs(Constant)
        case orders(Pattern.Order, Constant)
        case isIn([Constant])
        /// A set of many strings.
        case isAmong(Set<ArraySlice<UInt8>>)
        case isLike(LikePattern)
        case matches(RegularExpression)
        case isSubset(IPPrefix)
        case isSuperset(IPPrefix)
    }

    enum Constant: Sendable {
        case boolean(Bool)
        case integer(Int64)
        case float(Double)
        case text([UInt8])
        case bytes([UInt8])
        case moment(Timestamp)
    }

    static let exists = ValueTest(operation: .exists, encoding: .none)

    /// How the bytes of a binary property are written (STIX 2.1 §2.1, §2.7): its name ends so.
    enum Encoding: Sendable { case none, base64, hexadecimal }

    let operation: Operation
    let encoding: Encoding

    private init(operation: Operation, encoding: Encoding) {
        self.operation = operation
        self.encoding = encoding
    }

    init(_ operation: Pattern.Operation, property: String) throws(MatchRefusal) {
        encoding = property.hasSuffix("_hex") ? .hexadecimal : property.hasSuffix("_bin") ? .base64 : .none
        switch operation {
        case .equals(let constant): self.operation = .equals(Constant(constant))
        case .differs(let constant): self.operation = .differs(Constant(constant))
        case .orders(let order, let quantity): self.operation = .orders(order, Constant(.quantity(quantity)))
        case .isIn(let constants):
            let all = constants.map(Constant.init)
            let texts = all.compactMap { if case .text(let text) = $0 { text[...] } else { nil } }
            self.operation =
                texts.count == all.count && all.count > 8 && encoding == .none ? .isAmong(Set(texts)) : .isIn(all)
        case .isLike(let text): self.operation = .isLike(LikePattern(text.composed))
        case .matches(let text):
            do throws(RegularExpression.Refusal) {
                self.operation = .matches(try RegularExpression(text.composed))
            } catch {
                throw MatchRefusal(
                    code: error.reason == .invalid ? .badExpression : .unsupportedExpression, sentence: error.sentence)
            }
        case .isSubset(let text): self.operation = .isSubset(try ValueTest.network(text))
        case .isSuperset(let text): self.operation = .isSuperset(try ValueTest.network(text))
        }
    }

    private static func network(_ text: String) throws(MatchRefusal) -> IPPrefix {
        guard let prefix = IPPrefix(text) else {
            throw MatchRefusal(
                code: .badNetwork, sentence: "The pattern compares with something that is no IP address or CIDR block.")
        }
        return prefix
    }

    /// Whether the value passes, or, negated, does not; a value that no order compares with the constant never passes.
    func holds(
        _ tape: JSONTape, _ node: Int, isNegated: Bool, _ budget: inout Int
    ) throws(MatchRefusal) -> Bool {
        budget -= 1
        switch operation {
        case .exists: return true
        case .equals(let constant): return equal(tape, node, constant) != isNegated
        case .differs(let constant): return equal(tape, node, constant) == isNegated
        case .orders(let order, let constant):
            guard let comparison = compare(tape, node, constant) else { return false }
            let isTrue =
                switch order {
                case .greater: comparison > 0
                case .less: comparison < 0
                case .atLeast: comparison >= 0
                case .atMost: comparison <= 0
                }
            return isTrue != isNegated
        case .isIn(let constants):
            budget -= constants.count
            guard budget > 0 else { throw .tooMuchWork }
            return constants.contains { equal(tape, node, $0) } != isNegated
        case .isAmong(let texts):
            guard tape.nodes[node].kind == .string else { return isNegated }
            let isIn =
                tape.nodes[node].hasEscapes
                ? texts.contains(tape.withText(node) { Array($0)[...] })
                : texts.contains(tape.bytes[Int(tape.nodes[node].start)..<Int(tape.nodes[node].end)])
            return isIn != isNegated
        case .isLike(let like): return try fits(tape, node, &budget) { like.fits($0, isBinary: $1, &$2) } != isNegated
        case .matches(let expression):
            return try fits(tape, node, &budget) { expression.fits($0, isBinary: $1, budget: &$2) } != isNegated
        case .isSubset(let block):
            guard let prefix = prefix(tape, node) else { return false }
            return block.contains(prefix) != isNegated
        case .isSuperset(let block):
            guard let prefix = prefix(tape, node) else { return false }
            return prefix.contains(block) != isNegated
        }
    }

    private func prefix(_ tape: JSONTape, _ node: Int) -> IPPrefix? {
        guard tape.nodes[node].kind == .string else { return nil }
        return tape.withText(node) { IPPrefix(ArraySlice($0)) }
    }

    /// Whether text or bytes fit, characters composed (STIX 2.1 §9.6.1); false for anything else.
    private func fits(
        _ tape: JSONTape, _ node: Int, _ budget: inout Int,
        _ test: (UnsafeBufferPointer<UInt8>, Bool, inout Int) -> Bool?
    ) throws(MatchRefusal) -> Bool {
        guard tape.nodes[node].kind == .string else { return false }
        var left = budget
        let result: Bool?
        if encoding != .none {
            guard let bytes = bytes(tape, node) else { return false }
            result = bytes.withUnsafeBufferPointer { test($0, true, &left) }
        } else {
            result = tape.withText(node) { text in
                left -= text.count / 8
                guard text.contains(where: { $0 >= 0x80 }) else { return test(text, false, &left) }
                var composed = String(decoding: text, as: UTF8.self).composed
                return composed.withUTF8 { test($0, false, &left) }
            }
        }
        budget = left
        guard let result, budget > 0 else { throw .tooMuchWork }
        return result
    }

    private func bytes(_ tape: JSONTape, _ node: Int) -> [UInt8]? {
        tape.withText(node) { encoding == .hexadecimal ? HexDigits.bytes($0) : Base64Text.bytes($0) }
    }

    private func equal(_ tape: JSONTape, _ node: Int, _ constant: Constant) -> Bool {
        switch (tape.nodes[node].kind, constant) {
        case (.true, .boolean(let value)): return value
        case (.false, .boolean(let value)): return !value
        case (.string, .text(let text)) where encoding == .none:
            return text.withUnsafeBufferPointer { text in tape.withText(node) { sameBytes($0, text) } }
        default: return compare(tape, node, constant) == 0
        }
    }

    /// Negative, zero or positive as the value is less than, equal to or greater than the constant; nil where they do not
    /// compare.
    private func compare(_ tape: JSONTape, _ node: Int, _ constant: Constant) -> Int? {
        switch (tape.nodes[node].kind, constant) {
        case (.integer, .integer(let other)), (.fraction, .integer(let other)):
            switch tape.number(node) {
            case .integer(let value): return value < other ? -1 : value > other ? 1 : 0
            case .float(let value): return ValueTest.order(value, Double(other))
            case nil: return nil
            }
        case (.integer, .float(let other)), (.fraction, .float(let other)):
            switch tape.number(node) {
            case .integer(let value): return ValueTest.order(Double(value), other)
            case .float(let value): return ValueTest.order(value, other)
            case nil: return nil
            }
        case (.string, .moment(let other)):
            guard let moment = tape.timestamp(node) else { return nil }
            return moment < other ? -1 : moment > other ? 1 : 0
        case (.string, .text(let other)):
            guard encoding != .none else { return tape.withText(node) { ValueTest.order(Array($0), other) } }
            // A string compares with bytes where each of its characters is one (STIX 2.1 §9.6.1).
            guard let value = bytes(tape, node), let narrow = ValueTest.narrow(other) else { return nil }
            return ValueTest.order(value, narrow)
        case (.string, .bytes(let other)):
            let value = encoding == .none ? ValueTest.narrow(tape.withText(node) { Array($0) }) : bytes(tape, node)
            guard let value else { return nil }
            return ValueTest.order(value, other)
        default: return nil
        }
    }

    private static func order(_ one: Double, _ other: Double) -> Int { one < other ? -1 : one > other ? 1 : 0 }

    /// Bytes of UTF-8 stand in the order of the characters.
    private static func order(_ one: [UInt8], _ other: [UInt8]) -> Int {
        one == other ? 0 : one.lexicographicallyPrecedes(other) ? -1 : 1
    }

    /// The characters of a text as one byte each; nil where one is beyond U+00FF.
    private static func narrow(_ text: [UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            guard scalar.value < 256 else { return nil }
            bytes.append(UInt8(scalar.value))
        }
        return bytes
    }
}

extension ValueTest.Constant {
    init(_ constant: Pattern.Constant) {
        switch constant {
        case .boolean(let value): self = .boolean(value)
        case .quantity(.integer(let value)): self = .integer(value)
        case .quantity(.float(let value)): self = .float(value)
        case .quantity(.string(let text)): self = .text(Array(text.utf8))
        case .quantity(.binary(let bytes)), .quantity(.hex(let bytes)): self = .bytes(bytes)
        case .quantity(.timestamp(let moment)): self = .moment(moment)
        }
    }
}

/// The right-hand side of `LIKE`.
struct LikePattern: Sendable {
    private let parts: [UInt32]

    init(_ text: String) { parts = text.unicodeScalars.map(\.value) }

    /// Whether the whole text fits; nil where the budget ended before the answer.
    func fits(_ text: UnsafeBufferPointer<UInt8>, isBinary: Bool, _ budget: inout Int) -> Bool? {
        let scalars =
            isBinary ? text.map(UInt32.init) : String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value)
        var (place, part) = (0, 0)
        // Where to try again, one character later, after the last percent sign.
        var (again, star) = (0, -1)
        while place < scalars.count {
            budget -= 1
            guard budget > 0 else { return nil }
            if part < parts.count, parts[part] == 0x25 {
                (star, again) = (part, place)
                part += 1
            } else if part < parts.count, parts[part] == 0x5F || parts[part] == scalars[place] {
                (place, part) = (place + 1, part + 1)
            } else if star >= 0 {
                again += 1
                (place, part) = (again, star + 1)
            } else {
                return false
            }
        }
        return parts[part...].allSatisfy { $0 == 0x25 }
    }
}

extension String {
    /// The text with its characters composed (Unicode Normalization Form C).
    var composed: String { utf8.contains { $0 >= 0x80 } ? precomposedStringWithCanonicalMapping : self }
}
