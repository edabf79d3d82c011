import CompositeIndex

/// Random data of 12 units and 7 indicators in 3 levels, positive, with a tail and a few gaps.
struct RandomIndex {
    var units: [UnitInfo]
    var indicators: [IndicatorInfo]
    let aggregates = [
        AggregateInfo(code: "P", weight: 2, parent: "T"), .init(code: "Q", weight: 1, parent: "T"), .init(code: "T"),
    ]
    var rows: [[Double]]

    init(seed: UInt64, gaps: Bool = true) {
        var random = IndexRandom(seed: seed)
        units = (0..<12).map { UnitInfo(code: "unit \($0)", groups: ["Region": $0 < 6 ? "N" : "S"]) }
        indicators = (0..<7).map { place in
            IndicatorInfo(
                code: "i\(place)", direction: place == 2 || place == 5 ? .down : .up,
                weight: 0.5 + Double(random.below(8)) / 8, parent: place < 3 ? "P" : "Q")
        }
        rows = []
        for unit in 0..<12 {
            // What the indicators have in common, so that components point one way.
            let quality = 8 * random.uniform()
            rows.append(
                (0..<7).map { place in
                    let isGap = gaps && unit % 5 == 1 && place == unit % 7
                    let common = place == 2 || place == 5 ? 8 - quality : quality
                    let tail = place == 3 && unit == 4 ? 200.0 : 0
                    return isGap ? .nan : 10 + 5 * random.uniform() + common + tail
                })
        }
    }

    func data() throws -> IndexData {
        try IndexData(
            units: units, hierarchy: Hierarchy(indicators: indicators, aggregates: aggregates), values: NumberGrid(rows)
        )
    }

    /// The same with units and indicators in another order.
    func permuted(seed: UInt64) -> RandomIndex {
        var random = IndexRandom(seed: seed)
        var (unitOrder, indicatorOrder) = (Array(units.indices), Array(indicators.indices))
        random.shuffle(&unitOrder)
        random.shuffle(&indicatorOrder)
        var copy = self
        copy.units = unitOrder.map { units[$0] }
        copy.indicators = indicatorOrder.map { indicators[$0] }
        copy.rows = unitOrder.map { unit in indicatorOrder.map { rows[unit][$0] } }
        return copy
    }

    /// The same with the values of an indicator in another unit of measurement: factor · x + shift.
    func rescaled(_ indicator: Int, by factor: Double, shift: Double = 0) -> RandomIndex {
        var copy = self
        for unit in rows.indices { copy.rows[unit][indicator] = factor * rows[unit][indicator] + shift }
        return copy
    }

    /// The scores of the index by the code of the unit.
    static func scores(_ framework: Framework, _ data: IndexData) throws -> [String: Double] {
        let results = try Pipeline(framework).run(data)
        return Dictionary(uniqueKeysWithValues: zip(results.data.unitCodes, results.index))
    }
}
