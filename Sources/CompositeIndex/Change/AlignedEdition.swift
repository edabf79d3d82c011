/// The rows of one edition under the columns of either: a column that only the other edition has brings its values along.
struct AlignedEdition: Sendable {
    private let data: IndexData
    private let other: IndexData

    /// - Parameter other: where columns come from that `data` does not have.
    init(_ data: IndexData, and other: IndexData) {
        self.data = data
        self.other = other
    }

    /// The rows of this edition with the indicators and denominators of `target`, which is one of the two.
    func columns(of target: IndexData) -> MixedRows {
        let rows = data.unitCodes.map { (own: data.row(of: $0), other: other.row(of: $0)) }
        let codes = target.hierarchy.indicators.map(\.code)
        let now = data.time ?? 0
        return MixedRows(
            hierarchy: target.hierarchy, denominatorCodes: target.denominatorCodes, units: data.units,
            values: grid(rows, codes, { $0.hierarchy.indicators.map(\.code) }, \.values),
            denominators: grid(rows, target.denominatorCodes, \.denominatorCodes, \.denominators),
            isTimed: data.time != nil,
            otherTimes: data.otherTimes.map { snapshot in
                // An edition's other times say nothing about a column that it does not have.
                let places = codes.map { code in data.hierarchy.indicators.firstIndex { $0.code == code } }
                var values = NumberGrid(rows: rows.count, columns: codes.count)
                for row in rows.indices {
                    for (column, place) in places.enumerated() {
                        if let place { values[row, column] = snapshot.values[row, place] }
                    }
                }
                return Snapshot(time: snapshot.time - now, values: values)
            })
    }

    private func grid(
        _ rows: [(own: Int?, other: Int?)], _ codes: [String], _ columns: (IndexData) -> [String],
        _ values: (IndexData) -> NumberGrid
    ) -> NumberGrid {
        let (mine, theirs) = (columns(data), columns(other))
        var result = NumberGrid(rows: rows.count, columns: codes.count)
        for (column, code) in codes.enumerated() {
            if let place = mine.firstIndex(of: code) {
                for (row, source) in rows.enumerated() {
                    if let from = source.own { result[row, column] = values(data)[from, place] }
                }
            } else if let place = theirs.firstIndex(of: code) {
                for (row, source) in rows.enumerated() {
                    if let from = source.other { result[row, column] = values(other)[from, place] }
                }
            }
        }
        return result
    }
}

/// Rows that may come from two editions, with times counted from each edition's own time.
struct MixedRows {
    let hierarchy: Hierarchy
    let denominatorCodes: [String]
    var units: [UnitInfo]
    var values: NumberGrid
    var denominators: NumberGrid
    var isTimed: Bool
    var otherTimes: [Snapshot]

    /// With the row of a unit from elsewhere.
    func replacing(_ unit: String, from source: MixedRows) throws(IndexError) -> MixedRows {
        guard let row = units.firstIndex(where: { $0.code == unit }),
            let from = source.units.firstIndex(where: { $0.code == unit })
        else { throw IndexError(.unknownUnit, "The unit is not in both editions.", at: .init(unit: unit)) }
        var copy = self
        copy.units[row] = source.units[from]
        for column in 0..<values.columns { copy.values[row, column] = source.values[from, column] }
        for column in 0..<denominators.columns { copy.denominators[row, column] = source.denominators[from, column] }
        let times = Set(otherTimes.map(\.time)).union(source.otherTimes.map(\.time)).sorted()
        copy.otherTimes = times.map { time in
            var values =
                otherTimes.first { $0.time == time }?.values
                ?? NumberGrid(rows: units.count, columns: self.values.columns)
            let own = source.otherTimes.first { $0.time == time }?.values
            for column in 0..<values.columns { values[row, column] = own?[from, column] ?? NumberGrid.missing }
            return Snapshot(time: time, values: values)
        }
        copy.isTimed = isTimed || source.isTimed
        return copy
    }

    /// As data of an index.
    func data() throws(IndexError) -> IndexData {
        try IndexData(
            units: units, hierarchy: hierarchy, values: values, denominatorCodes: denominatorCodes,
            denominators: denominators, time: isTimed ? 0 : nil, otherTimes: otherTimes)
    }
}
