/// Quantiles of numbers without sorting all of them.
struct OrderStatistics {
    private var values: [Double]

    /// Takes numbers, none of them missing, at least one.
    init(_ values: [Double]) {
        self.values = values
    }

    /// The number below which the share `probability` (0 to 1) lies, as ``Sample/quantile(_:)`` has it.
    mutating func quantile(_ probability: Double) -> Double {
        let place = probability * Double(values.count - 1)
        let below = Int(place)
        let low = select(below)
        guard below + 1 < values.count, place > Double(below) else { return low }
        // Everything after the selected place is as great or greater.
        let next = values[(below + 1)...].reduce(.infinity) { $1 < $0 ? $1 : $0 }
        return low + (place - Double(below)) * (next - low)
    }

    /// The value that sorting would put at the place, by Hoare's partition around the middle of three.
    private mutating func select(_ place: Int) -> Double {
        values.withUnsafeMutableBufferPointer { values in
            var low = 0
            var high = values.count - 1
            while low < high {
                let (a, b, c) = (values[low], values[(low + high) / 2], values[high])
                let pivot = max(min(a, b), min(max(a, b), c))
                var left = low
                var right = high
                while left <= right {
                    while values[left] < pivot { left += 1 }
                    while values[right] > pivot { right -= 1 }
                    if left <= right {
                        values.swapAt(left, right)
                        left += 1
                        right -= 1
                    }
                }
                if place <= right { high = right } else if place >= left { low = left } else { break }
            }
            return values[place]
        }
    }
}
