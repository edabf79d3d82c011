import CompositeIndex

/// Small data for tests: units A, B, C … and indicators x, y, z … under one index.
enum SmallIndex {
    static func data(
        _ rows: [[Double]], indicators: [IndicatorInfo]? = nil, aggregates: [AggregateInfo] = [],
        groups: [String] = [], time: Double? = nil, otherTimes: [Snapshot] = [], denominators: (String, [Double])? = nil
    ) throws -> IndexData {
        let names = ["x", "y", "z", "u", "v", "w"]
        let infos = indicators ?? (0..<(rows.first?.count ?? 0)).map { IndicatorInfo(code: names[$0]) }
        let units = rows.indices.map { row in
            UnitInfo(
                code: String(UnicodeScalar(UInt8(65 + row))),
                groups: row < groups.count && !groups[row].isEmpty ? ["Region": groups[row]] : [:])
        }
        return try IndexData(
            units: units, hierarchy: Hierarchy(indicators: infos, aggregates: aggregates), values: NumberGrid(rows),
            denominatorCodes: denominators.map { [$0.0] } ?? [],
            denominators: denominators.map { NumberGrid(rows: rows.count, columns: [$0.1]) }, time: time,
            otherTimes: otherTimes)
    }

    /// The only stage of a framework of one step.
    static func stage(_ method: StepMethod, _ data: IndexData) throws -> Stage {
        try Pipeline(Framework(name: "one", steps: [Step(method)])).run(data).stages[0]
    }
}
