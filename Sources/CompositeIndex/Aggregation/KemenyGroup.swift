/// The best orders of at most 23 units, over all their subsets.
///
/// best(S) = max over i in S of best(S ∖ i) + the weight that ranks S ∖ i above i. Which i reach the maximum is kept
/// for every S (4 bytes), and from these the orders are counted, averaged and listed. At no time are more than 20 bytes
/// per subset in use.
struct KemenyGroup {
    /// The mean place of each member, from 1.
    let meanPlaces: [Double]
    /// Best orders, as row numbers from the top.
    let orders: [[Int]]
    /// The number of best orders; 23! needs 75 bits.
    let count: UInt128

    init(of members: [Int], in outranking: Outranking, listing: Int) {
        let subsets = 1 << members.count
        let lasts = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: subsets)
        defer { lasts.deallocate() }
        Self.findLasts(lasts, members, outranking)
        count = Self.countOrders(lasts)
        orders = Self.list(lasts, members, limit: listing)
        if count == 1 {
            let order = orders[0]
            meanPlaces = members.map { member in Double((order.firstIndex(of: member) ?? 0) + 1) }
        } else {
            meanPlaces = Self.averagePlaces(lasts, members.count)
        }
    }

    /// For each subset, as bits, the members that can stand last in a best order of it.
    private static func findLasts(
        _ lasts: UnsafeMutableBufferPointer<UInt32>, _ members: [Int], _ outranking: Outranking
    ) {
        let n = members.count
        let lowBits = min(n, 12)
        let (lowSize, highSize) = (1 << lowBits, 1 << (n - lowBits))
        // The weight that ranks a subset above a member is the sum of two table entries: its lower and its upper bits.
        let low = UnsafeMutableBufferPointer<Int64>.allocate(capacity: n * lowSize)
        let high = UnsafeMutableBufferPointer<Int64>.allocate(capacity: n * highSize)
        let best = UnsafeMutableBufferPointer<Int64>.allocate(capacity: lasts.count)
        defer {
            low.deallocate()
            high.deallocate()
            best.deallocate()
        }
        for (member, unit) in members.enumerated() {
            let above = members.map { $0 == unit ? 0 : outranking.support[$0 * outranking.count + unit] }
            sumSubsets(of: above[..<lowBits], into: low, from: member * lowSize)
            sumSubsets(of: above[lowBits...], into: high, from: member * highSize)
        }
        best[0] = 0
        lasts[0] = 0
        for subset in 1..<lasts.count {
            var (greatest, reachedBy) = (Int64.min, UInt32(0))
            var rest = subset
            while rest != 0 {
                let member = rest.trailingZeroBitCount
                rest &= rest &- 1
                let upper = subset ^ (1 << member)
                let value =
                    best[upper] &+ low[member &* lowSize &+ (upper & (lowSize &- 1))]
                    &+ high[member &* highSize &+ (upper >> lowBits)]
                if value > greatest {
                    greatest = value
                    reachedBy = 1 << UInt32(truncatingIfNeeded: member)
                } else if value == greatest {
                    reachedBy |= 1 << UInt32(truncatingIfNeeded: member)
                }
            }
            best[subset] = greatest
            lasts[subset] = reachedBy
        }
    }

    private static func sumSubsets(
        of weights: ArraySlice<Int64>, into table: UnsafeMutableBufferPointer<Int64>, from start: Int
    ) {
        table[start] = 0
        for (bit, weight) in weights.enumerated() {
            for subset in 0..<(1 << bit) { table[start + (1 << bit) + subset] = table[start + subset] + weight }
        }
    }

    private static func countOrders(_ lasts: UnsafeMutableBufferPointer<UInt32>) -> UInt128 {
        let counts = UnsafeMutableBufferPointer<UInt128>.allocate(capacity: lasts.count)
        defer { counts.deallocate() }
        counts[0] = 1
        for subset in 1..<lasts.count {
            var sum: UInt128 = 0
            var rest = lasts[subset]
            while rest != 0 {
                sum &+= counts[subset ^ (1 << rest.trailingZeroBitCount)]
                rest &= rest &- 1
            }
            counts[subset] = sum
        }
        return counts[lasts.count - 1]
    }

    /// A place weighs as many orders as lead to it from above times those that go on from it below.
    private static func averagePlaces(_ lasts: UnsafeMutableBufferPointer<UInt32>, _ n: Int) -> [Double] {
        let above = UnsafeMutableBufferPointer<Double>.allocate(capacity: lasts.count)
        let below = UnsafeMutableBufferPointer<Double>.allocate(capacity: lasts.count)
        defer {
            above.deallocate()
            below.deallocate()
        }
        below.initialize(repeating: 0)
        above[0] = 1
        for subset in 1..<lasts.count {
            var sum = 0.0
            var rest = lasts[subset]
            while rest != 0 {
                sum += above[subset ^ (1 << rest.trailingZeroBitCount)]
                rest &= rest &- 1
            }
            above[subset] = sum
        }
        var places = [Double](repeating: 0, count: n)
        below[lasts.count - 1] = 1
        for subset in stride(from: lasts.count - 1, to: 0, by: -1) where below[subset] > 0 {
            let place = Double(subset.nonzeroBitCount)
            var rest = lasts[subset]
            while rest != 0 {
                let member = rest.trailingZeroBitCount
                let upper = subset ^ (1 << member)
                below[upper] += below[subset]
                places[member] += place * above[upper] * below[subset]
                rest &= rest &- 1
            }
        }
        // To nine decimals: units that stand alike must be equal whatever the rounding of their sums.
        return places.map { ($0 / above[lasts.count - 1] * 1e9).rounded() / 1e9 }
    }

    /// The first best orders, filling places from the last one up and trying later members first.
    private static func list(
        _ lasts: UnsafeMutableBufferPointer<UInt32>, _ members: [Int], limit: Int
    ) -> [[Int]] {
        var orders: [[Int]] = []
        var open: [(subset: Int, tail: [Int])] = [(lasts.count - 1, [])]
        while orders.count < limit, let (subset, tail) = open.popLast() {
            if subset == 0 {
                orders.append(tail)
                continue
            }
            for member in members.indices where lasts[subset] >> UInt32(member) & 1 == 1 {
                open.append((subset ^ (1 << member), [members[member]] + tail))
            }
        }
        return orders
    }
}
