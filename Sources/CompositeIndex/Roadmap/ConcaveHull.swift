/// The least concave function, of straight pieces, that is nowhere below given points; level after the last one.
struct ConcaveHull: Sendable {
    private let places: [Double]
    private let heights: [Double]

    /// - Parameter points: at ascending places, with heights that do not fall; at least one.
    init(of points: [(place: Double, height: Double)]) {
        var kept: [(place: Double, height: Double)] = []
        for point in points {
            while kept.count >= 2, Self.turnsUp(kept[kept.count - 2], kept[kept.count - 1], point) { kept.removeLast() }
            kept.append(point)
        }
        places = kept.map(\.place)
        heights = kept.map(\.height)
    }

    /// The height at a place from the first one on, and the slope to the right of it.
    func tangent(at place: Double) -> (height: Double, slope: Double) {
        var (low, high) = (0, places.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if places[middle] <= place { low = middle } else { high = middle }
        }
        guard high < places.count else { return (heights[low], 0) }
        let slope = (heights[high] - heights[low]) / (places[high] - places[low])
        return (heights[low] + slope * (place - places[low]), slope)
    }

    private static func turnsUp(
        _ first: (place: Double, height: Double), _ middle: (place: Double, height: Double),
        _ last: (place: Double, height: Double)
    ) -> Bool {
        (middle.height - first.height) * (last.place - first.place)
            <= (last.height - first.height) * (middle.place - first.place)
    }
}
