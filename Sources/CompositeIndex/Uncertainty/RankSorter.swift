/// Ranks many score lists of the same length without allocating.
///
/// Rank 1 is the highest score and ties share their middle rank. Ranks are kept doubled, so that a middle rank is a whole
/// number: the units at places p…q all get p + q. A missing score gets 0 and takes no place.
struct RankSorter: ~Copyable {
    /// More units would not fit a doubled rank into 16 bits.
    static let mostUnits = 32_767

    private let units: Int
    private let buckets: Int
    private let starts: UnsafeMutablePointer<UInt16>
    private let bucketOf: UnsafeMutablePointer<UInt16>
    private let keys: UnsafeMutablePointer<Double>
    private let order: UnsafeMutablePointer<UInt16>

    init(units: Int) {
        precondition((1...Self.mostUnits).contains(units))
        self.units = units
        var buckets = 16
        while buckets < units { buckets *= 2 }
        self.buckets = buckets
        starts = .allocate(capacity: buckets + 1)
        bucketOf = .allocate(capacity: units)
        keys = .allocate(capacity: units)
        order = .allocate(capacity: units)
    }

    deinit {
        starts.deallocate()
        bucketOf.deallocate()
        keys.deallocate()
        order.deallocate()
    }

    /// Writes the doubled rank of every unit.
    ///
    /// Scores fall into about as many equal buckets as there are units, highest first, and each bucket is put in order:
    /// linear time where scores spread, n log n where they do not.
    func rank(_ scores: UnsafePointer<Double>, into ranks: UnsafeMutablePointer<UInt16>) {
        var low = Double.infinity
        var high = -Double.infinity
        for unit in 0..<units {
            let score = scores[unit]
            low = score < low ? score : low
            high = score > high ? score : high
        }
        let scale = Double(buckets - 1) / (high - low)
        let present = scale > 0 && scale.isFinite ? scatter(scores, high: high, scale: scale) : gather(scores)
        share(present, into: ranks)
    }

    /// Counting sort by bucket, then each bucket by insertion.
    ///
    /// Gives the number of units that have a score.
    private func scatter(_ scores: UnsafePointer<Double>, high: Double, scale: Double) -> Int {
        let missing = buckets
        (starts + 0).update(repeating: 0, count: buckets + 1)
        for unit in 0..<units {
            let distance = (high - scores[unit]) * scale
            // Adding 2^52 leaves the rounded distance in the lowest bits; a comparison with NaN fails.
            let bucket = distance >= 0 ? Int(truncatingIfNeeded: (distance + 0x1p52).bitPattern & 0xFFFF) : missing
            bucketOf[unit] = UInt16(truncatingIfNeeded: bucket)
            starts[bucket] &+= 1
        }
        let present = units - Int(starts[missing])
        var place: UInt16 = 0
        var fullest: UInt16 = 0
        for bucket in 0...buckets {
            let count = starts[bucket]
            fullest = bucket < missing && count > fullest ? count : fullest
            starts[bucket] = place
            place &+= count
        }
        for unit in 0..<units {
            let bucket = Int(bucketOf[unit])
            let place = Int(starts[bucket])
            starts[bucket] &+= 1
            keys[place] = scores[unit]
            order[place] = UInt16(truncatingIfNeeded: unit)
        }
        if fullest > 32 { sortByHeap(present) } else { sortByInsertion(present) }
        return present
    }

    /// All scores equal, or too far apart to be divided: no buckets.
    private func gather(_ scores: UnsafePointer<Double>) -> Int {
        var present = 0
        var absent = units
        for unit in 0..<units {
            if scores[unit].isNaN {
                absent -= 1
                order[absent] = UInt16(truncatingIfNeeded: unit)
            } else {
                keys[present] = scores[unit]
                order[present] = UInt16(truncatingIfNeeded: unit)
                present += 1
            }
        }
        sortByHeap(present)
        return present
    }

    private func sortByInsertion(_ count: Int) {
        guard count > 1 else { return }
        for next in 1..<count {
            let key = keys[next]
            let unit = order[next]
            var place = next
            while place > 0 && keys[place - 1] < key {
                keys[place] = keys[place - 1]
                order[place] = order[place - 1]
                place -= 1
            }
            keys[place] = key
            order[place] = unit
        }
    }

    private func sortByHeap(_ count: Int) {
        var start = count / 2
        var end = count
        while end > 1 {
            if start > 0 {
                start -= 1
            } else {
                end -= 1
                swap(0, end)
            }
            var root = start
            while 2 * root + 1 < end {
                var child = 2 * root + 1
                if child + 1 < end && keys[child + 1] < keys[child] { child += 1 }
                if keys[child] >= keys[root] { break }
                swap(root, child)
                root = child
            }
        }
    }

    private func swap(_ one: Int, _ other: Int) {
        (keys[one], keys[other]) = (keys[other], keys[one])
        (order[one], order[other]) = (order[other], order[one])
    }

    /// Ties share p + q.
    private func share(_ present: Int, into ranks: UnsafeMutablePointer<UInt16>) {
        var first = 0
        while first < present {
            var last = first
            while last + 1 < present && keys[last + 1] == keys[first] { last += 1 }
            let doubled = UInt16(truncatingIfNeeded: first + last + 2)
            for place in first...last { ranks[Int(order[place])] = doubled }
            first = last + 1
        }
        for place in present..<units { ranks[Int(order[place])] = 0 }
    }
}
