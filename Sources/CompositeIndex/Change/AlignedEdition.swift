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
        let elsewhere = data.unitCodes.map { other.row(of: $0) }
        let codes = target.hierarchy.indicators.map(\.code)
        let (mine, theirs) = (data.hierarchy.indicators.map(\.code), other.hierarchy.indicators.map(\.code))
        let now = data.time ?? 0
        return MixedRows(
            hierarchy: target.hierarchy, denominatorCodes: target.denominatorCodes, units: data.units,
            values: NumberGrid(
                rows: data.units.count,
                columns: codes.map { code in
                    column(code, in: (mine, data.values), else: (theirs, other.values), at: elsewhere)
                }),
            denominators: NumberGrid(
                rows: data.units.count,
                columns: target.denominatorCodes.map { code in
                    column(
                        code, in: (data.denominatorCodes, data.denominators),
                        else: (other.denominatorCodes, other.denominators), at: elsewhere)
                }),
            isTimed: data.time != nil,
            otherTimes: data.otherTimes.map { snapshot in
                // An edition's other times say nothing about a column that it does not have.
                Snapshot(
                    time: snapshot.time - now,
                    values: NumberGrid(
                        rows: data.units.count,
                        columns: codes.map { column($0, in: (mine, snapshot.values), else: ([], other.values), at: []) }
                    ))
            })
    }

    /// A column of this edition, or of the other one where only that has it: then in the rows of this one.
    private func column(
        _ code: String, in own: (codes: [String], values: NumberGrid),
        else other: (codes: [String], values: NumberGrid),
        at rows: [Int?]
    ) -> [Double] {
        if let place = own.codes.firstIndex(of: code) { return own.values.column(place) }
        guard let place = other.codes.firstIndex(of: code) else { return data.units.map { _ in NumberGrid.missing } }
        return rows.map { row in row.map { other.values[$0, place] } ?? NumberGrid.missing }
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

    /// As data of an index, without units that know none of its indicators.
    func data() throws(IndexError) -> IndexData {
        let known = units.indices.filter { row in values.row(row).contains { !$0.isNaN } }
        return try IndexData(
            units: known.map { units[$0] }, hierarchy: hierarchy, values: values.keeping(rows: known),
            denominatorCodes: denominatorCodes, denominators: denominators.keeping(rows: known),
            time: isTimed ? 0 : nil,
            otherTimes: otherTimes.map { Snapshot(time: $0.time, values: $0.values.keeping(rows: known)) })
    }
}
