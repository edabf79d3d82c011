/// The comparisons between one pair of square brackets, as a flat program with jumps.
struct ObservationCondition: Sendable {
    /// One test, and where to go on; `pass` and `fail` end the program.
    struct Branch: Sendable {
        var test: ObjectTest
        var onTrue: Int
        var onFalse: Int
    }

    static let pass = -1
    static let fail = -2

    private(set) var branches: [Branch] = []
    /// Instructions of its regular expressions.
    private(set) var instructions = 0

    init(_ comparisons: Pattern.Comparisons) throws(MatchRefusal) {
        try emit(comparisons, onTrue: ObservationCondition.pass, onFalse: ObservationCondition.fail)
    }

    /// Writes the tests of an expression behind those before; the place behind them is that of the next expression.
    private mutating func emit(_ comparisons: Pattern.Comparisons, onTrue: Int, onFalse: Int) throws(MatchRefusal) {
        switch comparisons {
        case .test(let test):
            let branch = Branch(test: try ObjectTest(test), onTrue: onTrue, onFalse: onFalse)
            if case .matches(let expression) = branch.test.operation.operation {
                instructions += expression.program.count
                guard instructions <= RegularExpression.mostInstructionsTogether else { throw .tooMuchWork }
            }
            branches.append(branch)
        case .all(let parts): try emit(parts.elements, onTrue, onFalse, isAll: true)
        case .any(let parts): try emit(parts.elements, onTrue, onFalse, isAll: false)
        }
    }

    private mutating func emit(
        _ parts: [Pattern.Comparisons], _ onTrue: Int, _ onFalse: Int, isAll: Bool
    ) throws(MatchRefusal) {
        for (index, part) in parts.enumerated() {
            guard index < parts.count - 1 else {
                try emit(part, onTrue: onTrue, onFalse: onFalse)
                return
            }
            let next = branches.count + part.testCount
            try emit(part, onTrue: isAll ? next : onTrue, onFalse: isAll ? onFalse : next)
        }
    }

    /// Whether an object of the observation passes.
    func holds(_ observed: ObservedData, _ budget: inout Int) throws(MatchRefusal) -> Bool {
        for object in observed.objects where try holds(object, observed, &budget) { return true }
        return false
    }

    private func holds(
        _ object: ObservedObject, _ observed: ObservedData, _ budget: inout Int
    ) throws(MatchRefusal) -> Bool {
        var place = 0
        repeat {
            budget -= 1
            guard budget > 0 else { throw .tooMuchWork }
            let isTrue = try branches[place].test.holds(object, observed, &budget)
            place = isTrue ? branches[place].onTrue : branches[place].onFalse
        } while place >= 0
        return place == ObservationCondition.pass
    }
}

extension Pattern.Comparisons {
    /// How many tests it has.
    var testCount: Int {
        switch self {
        case .test: 1
        case .all(let parts), .any(let parts): parts.elements.reduce(0) { $0 + $1.testCount }
        }
    }
}
