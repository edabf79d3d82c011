extension RegularExpression {
    /// Whether a part of the text fits; nil where the budget ended before the answer.
    ///
    /// The text is UTF-8, or, as binary, one character per byte (STIX 2.1 §9.6.1).
    func fits(_ text: UnsafeBufferPointer<UInt8>, isBinary: Bool = false, budget: inout Int) -> Bool? {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 4 * program.count + 4) { memory in
            memory.initialize(repeating: 0)
            return program.withUnsafeBufferPointer { program in
                sets.withUnsafeBufferPointer { sets in
                    var run = Run(
                        program: program, sets: sets, text: text, isBinary: isBinary, memory: memory, budget: budget)
                    let fits = run.whole(isAnchored: isAnchored)
                    budget = run.budget
                    return fits
                }
            }
        }
    }

    private struct Run {
        let program: UnsafeBufferPointer<Instruction>
        let sets: UnsafeBufferPointer<CharacterClass>
        let text: UnsafeBufferPointer<UInt8>
        let isBinary: Bool
        /// Two lists of states, the marks of those that are listed, and a stack, each as long as the program.
        let memory: UnsafeMutableBufferPointer<Int32>
        var budget: Int
        var mark: Int32 = 0

        private var size: Int { program.count + 1 }

        /// The character that begins here and where the next one begins.
        @inline(__always)
        private func character(at index: Int) -> (scalar: UInt32, after: Int) {
            let first = text[index]
            if first < 0x80 || isBinary { return (UInt32(first), index + 1) }
            let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            var scalar = UInt32(first) & (0xFF >> UInt32(count + 1))
            var place = index + 1
            while place < min(index + count, text.count) {
                scalar = scalar << 6 | UInt32(text[place] & 0x3F)
                place += 1
            }
            return (scalar, place)
        }

        /// Remembers the state, and all that are reached from it without reading; true at the end of the program.
        private mutating func add(
            _ state: Int, list: Int, count: inout Int, at index: Int, before: UInt32?, after: UInt32?
        ) -> Bool {
            let marks = 2 * size
            let stack = 3 * size
            var depth = 1
            memory[stack] = Int32(state)
            while depth > 0 {
                depth -= 1
                var state = Int(memory[stack + depth])
                while memory[marks + state] != mark {
                    memory[marks + state] = mark
                    budget -= 1
                    switch program[state] {
                    case .accept: return true
                    case .read:
                        memory[list * size + count] = Int32(state)
                        count += 1
                    case .jump(let target):
                        state = target
                        continue
                    case .split(let one, let other):
                        if memory[marks + other] != mark, depth < size {
                            memory[stack + depth] = Int32(other)
                            depth += 1
                        }
                        state = one
                        continue
                    case .check(let position):
                        if holds(position, index, before, after) {
                            state += 1
                            continue
                        }
                    }
                    break
                }
            }
            return false
        }

        private func holds(_ position: Position, _ index: Int, _ before: UInt32?, _ after: UInt32?) -> Bool {
            switch position {
            case .textStart: before == nil
            case .textEnd: after == nil
            case .textEndOrLastLine: after == nil || (after == 0x0A && index + 1 == text.count)
            case .lineStart: before == nil || before == 0x0A
            case .lineEnd: after == nil || after == 0x0A
            case .wordBoundary: Run.isWord(before) != Run.isWord(after)
            case .noWordBoundary: Run.isWord(before) == Run.isWord(after)
            }
        }

        private static func isWord(_ scalar: UInt32?) -> Bool {
            guard let scalar else { return false }
            return switch scalar {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
            default: false
            }
        }

        mutating func whole(isAnchored: Bool) -> Bool? {
            var index = 0
            var before: UInt32?
            var list = 0
            var present = 0
            mark = 1
            while true {
                let here = index < text.count ? character(at: index) : nil
                if index == 0 || !isAnchored {
                    if add(0, list: list, count: &present, at: index, before: before, after: here?.scalar) {
                        return true
                    }
                }
                guard let here, present > 0 || !isAnchored else { return false }
                budget -= present
                guard budget > 0 else { return nil }
                mark += 1
                var next = 0
                let following = here.after < text.count ? character(at: here.after).scalar : nil
                for place in 0..<present {
                    let state = Int(memory[list * size + place])
                    guard case .read(let set) = program[state], sets[set].contains(here.scalar) else { continue }
                    if add(
                        state + 1, list: 1 - list, count: &next, at: here.after, before: here.scalar, after: following)
                    {
                        return true
                    }
                }
                list = 1 - list
                present = next
                before = here.scalar
                index = here.after
            }
        }
    }
}
