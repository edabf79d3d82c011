/// One test of a pattern, ready to be made on objects.
struct ObjectTest: Sendable {
    /// One step from a value to the next.
    struct Step: Sendable {
        enum Way: Sendable {
            case property([UInt8])
            case index(Int)
            case every
        }
        let way: Way
        /// Whether what it leads to is a reference, and the next step goes into what is referred to (STIX 2.1 §9.7.4).
        let isFollowed: Bool
    }

    let type: [UInt8]
    let steps: [Step]
    let isNegated: Bool
    let operation: ValueTest

    init(_ test: Pattern.Test) throws(MatchRefusal) {
        switch test {
        case .exists(let path, let isNegated):
            (self.isNegated, operation) = (isNegated, .exists)
            (type, steps) = ObjectTest.steps(path)
        case .compares(let path, let isNegated, let operation):
            self.isNegated = isNegated
            self.operation = try ValueTest(operation, property: path.lastProperty)
            (type, steps) = ObjectTest.steps(path)
        }
    }

    private static func steps(_ path: Pattern.Path) -> ([UInt8], [Step]) {
        var steps: [Step] = []
        var isList = false
        let all = [Pattern.Step.property(path.property)] + path.steps
        for (index, step) in all.enumerated() {
            let isLast = index == all.count - 1
            switch step {
            case .property(let name):
                steps.append(Step(way: .property(Array(name.utf8)), isFollowed: !isLast && name.hasSuffix("_ref")))
                isList = name.hasSuffix("_refs")
            case .index(let number):
                steps.append(Step(way: .index(number), isFollowed: !isLast && isList))
                isList = false
            case .every:
                steps.append(Step(way: .every, isFollowed: !isLast && isList))
                isList = false
            }
        }
        return (Array(path.type.utf8), steps)
    }

    /// Whether the object has the type, and the path leads to a value that passes.
    @inline(__always)
    func holds(
        _ object: ObservedObject, _ observed: ObservedData, _ budget: inout Int
    ) throws(MatchRefusal) -> Bool {
        let isOfType = type.withUnsafeBufferPointer { type in
            object.tape.withText(object.type) { sameBytes($0, type) }
        }
        guard isOfType else { return false }
        let isFound = try walk(object.tape, object.root, 0, observed, &budget) {
            tape, node, budget throws(MatchRefusal) in
            try operation.holds(tape, node, isNegated: isNegated, &budget)
        }
        if isNegated, case .exists = operation.operation { return !isFound }
        return isFound
    }

    /// Whether one of the values that the path leads to passes.
    func walk(
        _ tape: JSONTape, _ node: Int, _ step: Int, _ observed: ObservedData, _ budget: inout Int,
        _ passes: (JSONTape, Int, inout Int) throws(MatchRefusal) -> Bool
    ) throws(MatchRefusal) -> Bool {
        guard step < steps.count else { return try passes(tape, node, &budget) }
        switch steps[step].way {
        case .property(let name):
            budget -= 1
            guard let value = name.withUnsafeBufferPointer({ tape.member($0, of: node) }) else { return false }
            return try go(tape, value, step, observed, &budget, passes)
        case .index(let index):
            guard tape.nodes[node].kind == .list else { return false }
            let end = Int(tape.nodes[node].after)
            var element = node + 1
            var skipped = 0
            while element < end, skipped < index {
                element = Int(tape.nodes[element].after)
                skipped += 1
                budget -= 1
            }
            guard element < end else { return false }
            return try go(tape, element, step, observed, &budget, passes)
        case .every:
            guard tape.nodes[node].kind == .list else { return false }
            let end = Int(tape.nodes[node].after)
            var element = node + 1
            while element < end {
                budget -= 1
                guard budget > 0 else { throw .tooMuchWork }
                if try go(tape, element, step, observed, &budget, passes) { return true }
                element = Int(tape.nodes[element].after)
            }
            return false
        }
    }

    /// Goes on from where a step led, through a reference if it is one that is followed.
    private func go(
        _ tape: JSONTape, _ value: Int, _ step: Int, _ observed: ObservedData, _ budget: inout Int,
        _ passes: (JSONTape, Int, inout Int) throws(MatchRefusal) -> Bool
    ) throws(MatchRefusal) -> Bool {
        guard steps[step].isFollowed else { return try walk(tape, value, step + 1, observed, &budget, passes) }
        guard tape.nodes[value].kind == .string else { return false }
        for object in observed.objects {
            budget -= 1
            guard object.tape.nodes[object.name].kind == .string, tape.equals(value, object.tape, object.name) else {
                continue
            }
            guard budget > 0 else { throw .tooMuchWork }
            return try walk(object.tape, object.root, step + 1, observed, &budget, passes)
        }
        return false
    }
}

extension Pattern.Path {
    /// The last property on the way, whose name may say that its value is bytes.
    var lastProperty: String {
        for case .property(let name) in steps.reversed() { return name }
        return property
    }
}
