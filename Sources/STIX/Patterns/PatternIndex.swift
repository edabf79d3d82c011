/// Many patterns at once: an observation is matched with those only that it can fulfil.
///
/// Each observation of a pattern asks for something that is easily looked up: an object of a type, mostly with a certain value
/// or an address of a certain block. The index has these necessary conditions; what it finds is then matched in full.
public struct PatternIndex: Sendable {
    /// The patterns, in the order in which they were added.
    public private(set) var matchers: [PatternMatcher] = []
    private var types: [[UInt8]: TypeEntry] = [:]

    /// What the patterns ask of objects of one type.
    private struct TypeEntry: Sendable {
        var paths: [PathEntry] = []
        var pathNumbers: [Pattern.Path: Int] = [:]
        /// Patterns that ask for no value that could be looked up.
        var residual: [Int32] = []
    }

    /// What the patterns ask of the values that a path leads to.
    fileprivate struct PathEntry: Sendable {
        let test: ObjectTest
        var texts: [ArraySlice<UInt8>: [Int32]] = [:]
        var numbers: [Double: [Int32]] = [:]
        var blocks: [IPPrefix: [Int32]] = [:]
        /// Lengths of the blocks, by version, from the longest.
        var lengths: [Set<Int>] = [[], []]
    }

    /// Something that any object asked for has, or one of several.
    private enum Atom {
        case value(Pattern.Path, Pattern.Constant)
        case block(Pattern.Path, IPPrefix)
        case type(String)
    }

    /// Makes an empty index.
    public init() {}

    /// Adds a pattern; its number is that of the patterns before.
    ///
    /// Throws `MatchRefusal` where the pattern cannot be matched; then it has no number.
    public mutating func add(_ pattern: Pattern) throws(MatchRefusal) {
        let number = Int32(matchers.count)
        matchers.append(try PatternMatcher(pattern))
        for atom in PatternIndex.atoms(pattern.observations) { insert(atom, number) }
    }

    /// The numbers of the patterns of which the observation may fulfil a part, in order.
    public func candidates(_ observed: ObservedData, budget: inout Int) throws(MatchRefusal) -> [Int] {
        var found: Set<Int32> = []
        for object in observed.objects {
            let type = object.tape.withText(object.type) { Array($0) }
            guard let entry = types[type] else { continue }
            found.formUnion(entry.residual)
            budget -= entry.residual.count
            for path in entry.paths {
                _ = try path.test.walk(object.tape, object.root, 0, observed, &budget) {
                    tape, node, budget throws(MatchRefusal) in
                    path.look(up: tape, node, &found, &budget)
                    return false
                }
            }
            guard budget > 0 else { throw .tooMuchWork }
        }
        return found.sorted().map(Int.init)
    }

    /// The numbers of the patterns that the observation alone fulfils.
    public func matches(
        _ observed: ObservedData, budget: Int = PatternMatcher.standardBudget
    ) throws(MatchRefusal) -> [Int] {
        var budget = budget
        var matching: [Int] = []
        for number in try candidates(observed, budget: &budget)
        where try matchers[number].matches(observed, budget: &budget) {
            matching.append(number)
        }
        return matching
    }

    /// The numbers of the patterns that the observations fulfil, each with observations that do so together.
    public func matches(
        _ observed: [ObservedData], budget: Int = PatternMatcher.standardBudget
    ) throws(MatchRefusal) -> [(pattern: Int, observations: [Int])] {
        var budget = budget
        var places: [Int: [Int]] = [:]
        for (place, one) in observed.enumerated() {
            for number in try candidates(one, budget: &budget) { places[number, default: []].append(place) }
        }
        var matching: [(pattern: Int, observations: [Int])] = []
        for (number, some) in places.sorted(by: { $0.key < $1.key }) {
            if let found = try matchers[number].match(some.map { observed[$0] }, budget: &budget) {
                matching.append((number, found.map { some[$0] }))
            }
        }
        return matching
    }

    private mutating func insert(_ atom: Atom, _ number: Int32) {
        switch atom {
        case .type(let type):
            if types[Array(type.utf8), default: TypeEntry()].residual.last != number {
                types[Array(type.utf8), default: TypeEntry()].residual.append(number)
            }
        case .value(let path, .quantity(.string(let text))):
            change(path) { $0.texts[Array(text.utf8)[...], default: []].append(number) }
        case .value(let path, .quantity(.integer(let value))):
            change(path) { $0.numbers[Double(value), default: []].append(number) }
        case .value(let path, .quantity(.float(let value))):
            change(path) { $0.numbers[value, default: []].append(number) }
        case .value(let path, _): insert(.type(path.type), number)
        case .block(let path, let block):
            change(path) {
                $0.blocks[block, default: []].append(number)
                $0.lengths[block.version == .four ? 0 : 1].insert(block.length)
            }
        }
    }

    private mutating func change(_ path: Pattern.Path, _ body: (inout PathEntry) -> Void) {
        let type = Array(path.type.utf8)
        guard let test = try? ObjectTest(.exists(path, isNegated: false)) else { return }
        if let place = types[type]?.pathNumbers[path] {
            body(&types[type, default: TypeEntry()].paths[place])
        } else {
            var entry = PathEntry(test: test)
            body(&entry)
            types[type, default: TypeEntry()].pathNumbers[path] = types[type]?.paths.count ?? 0
            types[type, default: TypeEntry()].paths.append(entry)
        }
    }
}

extension PatternIndex {
    /// Each observation of the pattern has an object with one of these.
    private static func atoms(_ observations: Pattern.Observations) -> [Atom] {
        switch observations {
        case .one(let comparisons): atoms(comparisons)
        case .all(let parts), .any(let parts), .inOrder(let parts): parts.elements.flatMap(atoms)
        case .qualified(let inner, _): atoms(inner)
        }
    }

    private static func atoms(_ comparisons: Pattern.Comparisons) -> [Atom] {
        switch comparisons {
        case .any(let parts): parts.elements.flatMap(atoms)
        // One of them is enough: the one that says most.
        case .all(let parts): parts.elements.map(atoms).min { cost($0) < cost($1) } ?? []
        case .test(.exists(let path, isNegated: _)): [.type(path.type)]
        case .test(.compares(let path, isNegated: false, let operation)): atoms(path, operation)
        case .test(.compares(let path, isNegated: true, _)): [.type(path.type)]
        }
    }

    private static func atoms(_ path: Pattern.Path, _ operation: Pattern.Operation) -> [Atom] {
        let isBinary = path.lastProperty.hasSuffix("_hex") || path.lastProperty.hasSuffix("_bin")
        switch operation {
        case .equals(let constant) where !isBinary: return [.value(path, constant)]
        case .isIn(let constants) where !isBinary: return constants.map { .value(path, $0) }
        case .isSubset(let text):
            if let block = IPPrefix(text) { return [.block(path, block)] }
        default: break
        }
        return [.type(path.type)]
    }

    /// How many observations a set of conditions lets through, more or less.
    private static func cost(_ atoms: [Atom]) -> Int {
        atoms.reduce(0) { sum, atom in
            switch atom {
            case .value(_, .quantity(.string)), .value(_, .quantity(.integer)), .value(_, .quantity(.float)): sum + 1
            case .block: sum + 10
            default: sum + 1_000_000
            }
        }
    }
}

extension PatternIndex.PathEntry {
    /// Adds the patterns that ask for this value.
    fileprivate func look(up tape: JSONTape, _ node: Int, _ found: inout Set<Int32>, _ budget: inout Int) {
        budget -= 1
        func add(_ numbers: [Int32]?) {
            guard let numbers else { return }
            found.formUnion(numbers)
            budget -= numbers.count
        }
        switch tape.nodes[node].kind {
        case .string:
            if !texts.isEmpty {
                let isPlain = !tape.nodes[node].hasEscapes
                add(
                    texts[
                        isPlain
                            ? tape.bytes[Int(tape.nodes[node].start)..<Int(tape.nodes[node].end)]
                            : tape.withText(node) { Array($0)[...] }])
            }
            if !blocks.isEmpty, let prefix = tape.withText(node, { IPPrefix(ArraySlice($0)) }) {
                for length in lengths[prefix.version == .four ? 0 : 1] where length <= prefix.length {
                    add(blocks[prefix.shortened(to: length)])
                }
            }
        case .integer, .fraction:
            switch tape.number(node) {
            case .integer(let value): add(numbers[Double(value)])
            case .float(let value): add(numbers[value])
            case nil: break
            }
        default: break
        }
    }
}
