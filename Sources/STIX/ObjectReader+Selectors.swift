extension ObjectReader {
    /// A selector of a granular marking, and the path to it.
    struct Selector {
        var text: JSONText
        var marking: Int32
        var list: JSONText
        var index: Int32
    }

    /// Looks whether the selectors point to something in the object (STIX 2.1 §7.2.3.1).
    ///
    /// One walk through the object for all of them: what they select is made a tree first.
    mutating func checkSelectors() {
        var tree = SelectorTree()
        let branches = selectors.map { tree.add(cursor.decoded($0.text), depth: limits.depth) }
        if branches.contains(nil) {
            note(.findingsOmitted, "The object has too many different selectors; some were not looked up.")
        }
        var walk = cursor
        walk.position = 0
        let found = tree.find(in: &walk)
        for (selector, branch) in zip(selectors, branches) {
            guard let branch, !found.contains(branch) else { continue }
            if let member = member(.granularMarkings) { path[0] = Step(name: member.name) }
            path[1].index = selector.marking
            path[2] = Step(name: selector.list)
            path[3].index = selector.index
            note(
                .unresolvedSelector, at: selector.text.start, level: 4,
                "The selector points to nothing in this object.", section: "7.2.3.1")
        }
    }
}

/// Selectors by their steps, so that each value of an object is looked at once.
private struct SelectorTree {
    private var branches: [[String: Int]] = [[:]]
    /// So many steps are kept: the memory for them is bounded.
    private static let mostBranches = 20_000

    /// Adds a selector and returns its branch: -1 for one that lies deeper than an object may, nil for one too many.
    mutating func add(_ selector: String, depth: Int) -> Int? {
        let steps = selector.split(separator: ".", omittingEmptySubsequences: false)
        guard steps.count <= depth + 1 else { return -1 }
        var branch = 0
        for step in steps {
            let name = SelectorTree.normal(step)
            if let next = branches[branch][name] {
                branch = next
            } else {
                guard branches.count < SelectorTree.mostBranches else { return nil }
                branches.append([:])
                branches[branch][name] = branches.count - 1
                branch = branches.count - 1
            }
        }
        return branch
    }

    /// An index without leading zeros.
    private static func normal(_ step: Substring) -> String {
        guard step.first == "[", let index = Int(step.dropFirst().dropLast()) else { return String(step) }
        return "[\(index)]"
    }

    /// The branches that select something; the object was read before, and so is known to be well formed.
    func find(in cursor: inout JSONCursor) -> Set<Int> {
        var found: Set<Int> = []
        try? walk(0, &cursor, &found)
        return found
    }

    private func walk(_ branch: Int, _ cursor: inout JSONCursor, _ found: inout Set<Int>) throws(Refusal) {
        found.insert(branch)
        let first = try cursor.peek()
        guard !branches[branch].isEmpty, first == 0x7B || first == 0x5B else { return try skip(&cursor) }
        cursor.position += 1
        var index = 0
        var byte = try cursor.peek()
        while byte != 0x7D, byte != 0x5D {
            if byte == 0x2C {
                cursor.position += 1
                byte = try cursor.peek()
            }
            var step = "[\(index)]"
            if first == 0x7B { step = cursor.decoded(try cursor.name(byte)) }
            if let next = branches[branch][step] {
                try walk(next, &cursor, &found)
            } else {
                try skip(&cursor)
            }
            index += 1
            byte = try cursor.peek()
        }
        cursor.position += 1
    }

    private func skip(_ cursor: inout JSONCursor) throws(Refusal) {
        switch try cursor.peek() {
        case 0x22: _ = try cursor.string()
        case 0x7B, 0x5B:
            var splitter = Splitter(findsContainers: false)
            if case .end(let end) = splitter.advance(cursor.bytes, from: cursor.position) { cursor.position = end }
        case 0x2D, 0x30...0x39: _ = try cursor.number()
        default: _ = try cursor.literal()
        }
    }
}

/// Whether the text has the form of a granular marking selector, such as `external_references.[0].url` (STIX 2.1 §7.2.3.1).
func isSelector(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var length = 0
    var isIndex = false
    var isFirst = true
    func ends() -> Bool { length > 0 && !isIndex && length <= 250 }
    for (position, byte) in text.enumerated() {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x5F, 0x2D, 0x30...0x39:
            if isIndex, !(0x30...0x39 ~= byte) { return false }
            // Behind the bracket of an index only a dot may come.
            if length == Int.max { return false }
            length += 1
        case 0x5B:
            guard length == 0, !isFirst, position > 0, text[position - 1] == 0x2E else { return false }
            isIndex = true
        case 0x5D:
            guard isIndex, length > 0 else { return false }
            isIndex = false
            length = Int.max
        case 0x2E:
            guard length == Int.max || ends() else { return false }
            length = 0
            isFirst = false
        default: return false
        }
    }
    return length == Int.max || ends()
}
