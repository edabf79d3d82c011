/// What a pattern asks of a set of observations: places to fill, and how they are bound in time.
struct MatchPlan {
    /// A stretch of time in whole microseconds, both ends included.
    struct Window: Sendable, Equatable {
        var first: Int64
        var last: Int64

        static let always = Window(first: .min, last: .max)

        /// What the interval has in common with it, or nil.
        func cut(_ first: Timestamp, _ last: Timestamp) -> Window? {
            let cut = Window(first: max(self.first, first.microseconds), last: min(self.last, last.microseconds))
            return cut.first <= cut.last ? cut : nil
        }
    }

    /// One way to fill a place: a condition, and the time in which the observation must lie.
    struct Alternative: Sendable, Equatable {
        var condition: Int
        var window: Window
    }

    /// A place that an observation fills: one of its alternatives must hold.
    struct Slot: Sendable, Equatable {
        var alternatives: [Alternative]
    }

    indirect enum Step: Sendable {
        /// So many observations that fill the place.
        case slot(Int, times: Int)
        case all([Step])
        case any([Step])
        /// All of these, in the order of time.
        case inOrder([Step])
        /// All in a window of so many microseconds.
        case within(Int64, Step)
    }

    /// Most places of one pattern, repeats written out: more would make each try too long.
    static let mostSlots = 4_096
    private static let mostTimes = 1 << 40

    var conditions: [ObservationCondition] = []
    var slots: [Slot] = []
    private var instructions = 0

    /// Plans an expression whose observations must all lie in the window.
    ///
    /// `START … STOP` is a window of each observation by itself, so that it is handed down to them.
    mutating func plan(_ observations: Pattern.Observations, _ window: Window) throws(MatchRefusal) -> Step {
        switch observations {
        case .one(let comparisons):
            conditions.append(try ObservationCondition(comparisons))
            instructions += conditions[conditions.count - 1].instructions
            guard instructions <= RegularExpression.mostInstructionsTogether else { throw .tooMuchWork }
            return try place([Alternative(condition: conditions.count - 1, window: window)])
        case .all(let parts): return .all(try plan(parts, window))
        case .inOrder(let parts): return .inOrder(try plan(parts, window))
        case .any(let parts):
            let steps = try plan(parts, window)
            // Alternatives of one observation each are one place with several ways to fill it.
            var merged: [Alternative] = []
            for step in steps {
                guard case .slot(let slot, times: 1) = step else { return .any(steps) }
                merged += slots[slot].alternatives
            }
            return try place(merged)
        case .qualified(let inner, .startStop(let interval)):
            let stop = interval.stop.microseconds - 1
            return try plan(
                inner,
                Window(first: max(window.first, interval.start.microseconds), last: min(window.last, stop)))
        case .qualified(let inner, .within(let seconds)):
            let step = try plan(inner, window)
            if case .slot(_, times: 1) = step { return step }
            return .within(Int64(min(seconds.value * 1e6, 1e18)), step)
        case .qualified(let inner, .repeats(let times)):
            return try repeated(try plan(inner, window), times.count)
        }
    }

    private mutating func plan(
        _ parts: Pattern.Several<Pattern.Observations>, _ window: Window
    ) throws(MatchRefusal) -> [Step] {
        var steps: [Step] = []
        for part in parts.elements { steps.append(try plan(part, window)) }
        return steps
    }

    private mutating func place(_ alternatives: [Alternative]) throws(MatchRefusal) -> Step {
        guard slots.count < MatchPlan.mostSlots else { throw .tooMuchWork }
        slots.append(Slot(alternatives: alternatives))
        return .slot(slots.count - 1, times: 1)
    }

    /// The step so many times, each with other observations.
    private func repeated(_ step: Step, _ times: Int) throws(MatchRefusal) -> Step {
        guard times > 1 else { return step }
        switch step {
        case .slot(let slot, times: let before):
            let (product, overflows) = before.multipliedReportingOverflow(by: times)
            // More than there can be observations is as good as any greater number.
            return .slot(slot, times: overflows ? MatchPlan.mostTimes : min(product, MatchPlan.mostTimes))
        case .all(let parts):
            var steps: [Step] = []
            for part in parts { steps.append(try repeated(part, times)) }
            return .all(steps)
        case .any, .inOrder, .within:
            // Each repetition chooses for itself.
            guard times * step.size <= MatchPlan.mostSlots else { throw .tooMuchWork }
            return .all(Array(repeating: step, count: times))
        }
    }
}

extension MatchPlan.Step {
    /// How many places it names.
    var size: Int {
        switch self {
        case .slot: 1
        case .all(let parts), .any(let parts), .inOrder(let parts): parts.reduce(0) { $0 + $1.size }
        case .within(_, let part): part.size
        }
    }

    /// The places that are filled whatever is chosen, with how often.
    func forEachNeeded(_ body: (_ slot: Int, _ times: Int) -> Void) {
        switch self {
        case .slot(let slot, let times): body(slot, times)
        case .all(let parts), .inOrder(let parts): for part in parts { part.forEachNeeded(body) }
        case .within(_, let part): part.forEachNeeded(body)
        case .any: break
        }
    }

    /// All the places that it names.
    func forEachSlot(_ body: (Int) -> Void) {
        switch self {
        case .slot(let slot, _): body(slot)
        case .all(let parts), .any(let parts), .inOrder(let parts): for part in parts { part.forEachSlot(body) }
        case .within(_, let part): part.forEachSlot(body)
        }
    }
}
