/// Gives places their observations, no observation to more places than it stands for.
struct MatchFlow {
    let capacities: [Int]
    private var free: [Int]
    private var demands: [MatchSearch.Demand] = []
    /// How many of an observation each demand has.
    private var given: [[Int: Int]] = []
    /// Which demands have some of an observation.
    private var holders: [Int: Set<Int>] = [:]

    init(capacities: [Int]) {
        self.capacities = capacities
        free = capacities
    }

    /// The observations that were given, in the order of the list.
    var used: [Int] { Array(holders.filter { !$0.value.isEmpty }.keys).sorted() }

    /// Whether all demands can be met together; where they can, `used` says by which observations.
    mutating func fill(
        _ demands: [MatchSearch.Demand], _ candidates: [[MatchSearch.Candidate]], _ earliestFirst: [[Int64]],
        _ budget: inout Int
    ) throws(MatchRefusal) -> Bool {
        self.demands = demands
        given = Array(repeating: [:], count: demands.count)
        for number in demands.indices {
            var missing = demands[number].times
            while missing > 0 {
                guard let moved = try augment(number, missing, candidates, earliestFirst, &budget) else { return false }
                missing -= moved
            }
        }
        return true
    }

    /// Finds observations for a demand, where need be by giving other demands other ones; how many, or nil for none.
    private mutating func augment(
        _ root: Int, _ missing: Int, _ candidates: [[MatchSearch.Candidate]], _ earliestFirst: [[Int64]],
        _ budget: inout Int
    ) throws(MatchRefusal) -> Int? {
        /// By which demand and which observation of its predecessor a demand was reached.
        var origin: [Int: (from: Int, observed: Int)] = [:]
        var visited: Set<Int> = []
        var queue = [root]
        var place = 0
        while place < queue.count {
            let number = queue[place]
            place += 1
            let demand = demands[number]
            let own = candidates[demand.slot]
            var index = MatchFlow.firstIndex(own, endingAt: demand.bounds.earliestLast)
            while index < own.count, earliestFirst[demand.slot][index] <= demand.bounds.latestFirst {
                budget -= 1
                guard budget > 0 else { throw .tooMuchWork }
                let candidate = own[index]
                index += 1
                guard candidate.window.first <= demand.bounds.latestFirst,
                    visited.insert(candidate.observed).inserted
                else { continue }
                if free[candidate.observed] > 0 {
                    return move(candidate.observed, to: number, root, missing, origin)
                }
                for holder in holders[candidate.observed] ?? [] where holder != root && origin[holder] == nil {
                    origin[holder] = (number, candidate.observed)
                    queue.append(holder)
                }
            }
        }
        return nil
    }

    /// Gives a free observation to a demand, and what that demand can spare in turn to the one it was reached from.
    private mutating func move(
        _ observed: Int, to number: Int, _ root: Int, _ missing: Int, _ origin: [Int: (from: Int, observed: Int)]
    ) -> Int {
        var amount = min(missing, free[observed])
        var at = number
        while at != root, let (from, through) = origin[at] {
            amount = min(amount, given[at][through] ?? 0)
            at = from
        }
        free[observed] -= amount
        var gained = observed
        at = number
        while true {
            given[at][gained, default: 0] += amount
            holders[gained, default: []].insert(at)
            guard at != root, let (from, through) = origin[at] else { return amount }
            given[at][through, default: 0] -= amount
            if given[at][through] == 0 {
                given[at][through] = nil
                holders[through]?.remove(at)
            }
            (gained, at) = (through, from)
        }
    }

    /// The first candidate, of those in the order of their ends, that ends no earlier.
    private static func firstIndex(_ candidates: [MatchSearch.Candidate], endingAt earliest: Int64) -> Int {
        var (low, high) = (0, candidates.count)
        while low < high {
            let middle = (low + high) / 2
            if candidates[middle].window.last < earliest { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
