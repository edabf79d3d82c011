/// Looks for observations that fill the places of a plan.
///
/// What binds places to each other in time is turned into bounds of each place by trying every moment that can matter: for
/// `WITHIN` the earliest end of an observation in it, for `FOLLOWEDBY` the latest beginning of one before it. What is left is to
/// give each place its observations and no observation to more places than it stands for, which is a flow.
struct MatchSearch {
    /// An observation that can fill a place, and when.
    struct Candidate {
        var observed: Int
        var window: MatchPlan.Window
    }

    /// Bounds of the time of an observation: it begins no later than one, and ends no earlier than the other.
    struct Bounds {
        var latestFirst = Int64.max
        var earliestLast = Int64.min

        @inline(__always)
        func allow(_ window: MatchPlan.Window) -> Bool { window.first <= latestFirst && window.last >= earliestLast }
    }

    /// A place that must be filled so often, within bounds.
    struct Demand {
        var slot: Int
        var times: Int
        var bounds: Bounds
    }

    var budget: Int
    /// The candidates of each place, by the ends of their windows.
    private(set) var candidates: [[Candidate]] = []
    /// For each candidate the earliest beginning from it on.
    private(set) var earliestFirst: [[Int64]] = []
    let capacities: [Int]

    init(_ matcher: PatternMatcher, _ observed: [ObservedData], _ budget: Int) throws(MatchRefusal) {
        self.budget = budget
        capacities = observed.map(\.count)
        for slot in matcher.slots.indices {
            var found: [Candidate] = []
            for (place, one) in observed.enumerated() {
                guard let window = try matcher.holds(slot, one, &self.budget) else { continue }
                // Each alternative may give another window, of which any will do.
                if matcher.slots[slot].alternatives.allSatisfy({ $0.window == .always }) {
                    found.append(Candidate(observed: place, window: window))
                    continue
                }
                for alternative in matcher.slots[slot].alternatives {
                    guard let window = alternative.window.cut(one.first, one.last),
                        try matcher.conditions[alternative.condition].holds(one, &self.budget)
                    else { continue }
                    found.append(Candidate(observed: place, window: window))
                }
            }
            self.budget -= found.count
            found.sort { ($0.window.last, $0.observed) < ($1.window.last, $1.observed) }
            var earliest = found.map(\.window.first)
            for index in earliest.indices.dropLast().reversed() {
                earliest[index] = min(earliest[index], earliest[index + 1])
            }
            candidates.append(found)
            earliestFirst.append(earliest)
        }
    }

    /// The observations that were found, in the order of the list, or nil.
    mutating func run(_ plan: MatchPlan.Step) throws(MatchRefusal) -> [Int]? {
        try search([(plan, Bounds())], [])
    }

    /// Settles the open steps one after the other.
    private mutating func search(
        _ open: [(step: MatchPlan.Step, bounds: Bounds)], _ demands: [Demand]
    ) throws(MatchRefusal) -> [Int]? {
        var open = open
        var demands = demands
        // What needs no choice comes first: it may show soon that no choice helps.
        var choices: [(step: MatchPlan.Step, bounds: Bounds)] = []
        while let (step, bounds) = open.popLast() {
            budget -= 1
            switch step {
            case .slot(let slot, let times): demands.append(Demand(slot: slot, times: times, bounds: bounds))
            case .all(let parts): open += parts.reversed().map { ($0, bounds) }
            default: choices.append((step, bounds))
            }
        }
        var needed = demands
        for (step, bounds) in choices {
            step.forEachNeeded { needed.append(Demand(slot: $0, times: $1, bounds: bounds)) }
        }
        guard budget > 0 else { throw .tooMuchWork }
        var flow = MatchFlow(capacities: capacities)
        guard try flow.fill(needed, candidates, earliestFirst, &budget) else { return nil }
        guard let (step, bounds) = choices.first else { return flow.used }
        let others = Array(choices.dropFirst())
        switch step {
        case .any(let parts):
            for part in parts {
                if let found = try search(others + [(part, bounds)], demands) { return found }
            }
            return nil
        case .within(let length, let part):
            for start in try moments(of: part, bounds, \.last) {
                var inner = bounds
                inner.earliestLast = max(bounds.earliestLast, start)
                inner.latestFirst = min(bounds.latestFirst, start.addingClamped(length))
                if let found = try search(others + [(part, inner)], demands) { return found }
            }
            return nil
        case .inOrder(let parts):
            let head = Array(parts.dropLast())
            let before = head.count == 1 ? head[0] : .inOrder(head)
            for moment in try moments(of: before, bounds, \.first) {
                var early = bounds
                early.latestFirst = min(bounds.latestFirst, moment)
                var late = bounds
                late.earliestLast = max(bounds.earliestLast, moment)
                if let found = try search(others + [(before, early), (parts[parts.count - 1], late)], demands) {
                    return found
                }
            }
            return nil
        case .slot, .all: return nil
        }
    }

    /// The different beginnings or ends of the candidates of a step, from the earliest.
    private mutating func moments(
        of step: MatchPlan.Step, _ bounds: Bounds, _ end: KeyPath<MatchPlan.Window, Int64>
    ) throws(MatchRefusal) -> [Int64] {
        var moments: Set<Int64> = []
        var seen = 0
        step.forEachSlot { slot in
            seen += candidates[slot].count
            for candidate in candidates[slot] where bounds.allow(candidate.window) {
                moments.insert(candidate.window[keyPath: end])
            }
        }
        budget -= seen
        guard budget > 0 else { throw .tooMuchWork }
        return moments.sorted()
    }
}

extension Int64 {
    /// The sum, or the greatest number where it is greater; the other is not negative.
    fileprivate func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? .max : sum
    }
}
