import CompositeIndex

/// The ASEM index of 51 economies, with the method by which the published stages were computed.
struct AsemIndex {
    let data: IndexData

    init() throws {
        let meta = try RealTable("asem_iMeta.csv")
        let table = try RealTable("asem_iData.csv")
        let (codes, types) = (try meta.texts("iCode"), try meta.texts("Type"))
        let weights = try meta.numbers("Weight")
        let (directions, targets) = (try meta.numbers("Direction"), try meta.numbers("Target"))
        let (denominators, parents) = (try meta.texts("Denominator"), try meta.texts("Parent"))
        let rows = codes.indices
        let present = { (text: String) in text == "NA" ? nil : text }
        let indicators = rows.filter { types[$0] == "Indicator" }.map { row in
            IndicatorInfo(
                code: codes[row], direction: directions[row] < 0 ? .down : .up, weight: weights[row],
                target: targets[row], denominator: present(denominators[row]), parent: present(parents[row]))
        }
        let aggregates = rows.filter { types[$0] == "Aggregate" }.map { row in
            AggregateInfo(code: codes[row], weight: weights[row], parent: present(parents[row]))
        }
        let groups = try rows.filter { types[$0] == "Group" }.map { (codes[$0], try table.texts(codes[$0])) }
        let names = rows.filter { types[$0] == "Denominator" }.map { codes[$0] }
        let units = try table.texts("uCode").enumerated().map { row, code in
            UnitInfo(code: code, groups: Dictionary(uniqueKeysWithValues: groups.map { ($0.0, $0.1[row]) }))
        }
        data = try IndexData(
            units: units, hierarchy: Hierarchy(indicators: indicators, aggregates: aggregates),
            values: table.grid(indicators.map(\.code)), denominatorCodes: names, denominators: table.grid(names))
    }

    static let framework = Framework(
        name: "ASEM",
        steps: [
            Step(.denominate(Denomination())), Step(.impute(.groupMean(group: "EurAsia_group"))),
            Step(.screen(Screening(unitAvailability: 0.9))),
            Step(.treat(.winsorise(limits: .usual, maximum: 5, otherwise: .logarithm))),
            Step(.normalise(Normalisation(.minMax(scale: .hundred)))), Step(.weigh(Weighting(.given))),
            Step(.aggregate(Aggregation(.arithmetic))),
        ])
}
