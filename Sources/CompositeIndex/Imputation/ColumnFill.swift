/// Fills the gaps of each indicator with one number, or one number per class of units.
///
/// Source: OECD/JRC Handbook (2008), p. 55–56, eq. 1 (unconditional mean, median). It understates the variance.
enum ColumnFill {
    /// A statistic of the units that have a value.
    static func perColumn(_ data: IndexData, _ statistic: (Sample) -> Double?) throws(IndexError) -> NumberGrid {
        var values = data.values
        for column in 0..<values.columns {
            let old = values.column(column)
            guard old.contains(where: \.isNaN) else { continue }
            guard let new = statistic(Sample(old)) else {
                throw IndexError(
                    .noData, "No unit has a value.", at: .init(indicator: data.hierarchy.nodes[column].code))
            }
            values.setColumn(column, old.map { $0.isNaN ? new : $0 })
        }
        return values
    }

    /// A statistic of the units of the same class that have a value.
    static func perGroup(
        _ data: IndexData, _ group: String, _ statistic: (Sample) -> Double?
    ) throws(IndexError) -> NumberGrid {
        var values = data.values
        let classes = data.units.map { $0.groups[group] }
        guard classes.contains(where: { $0 != nil }) else {
            throw IndexError(.unknownGroup, "No unit belongs to a class of the grouping \(group).")
        }
        for column in 0..<values.columns {
            let old = values.column(column)
            for row in old.indices where old[row].isNaN {
                let place = IndexError.Place(unit: data.units[row].code, indicator: data.hierarchy.nodes[column].code)
                guard let own = classes[row] else {
                    throw IndexError(.unknownGroup, "The unit belongs to no class of the grouping \(group).", at: place)
                }
                guard let new = statistic(Sample(old.indices.filter { classes[$0] == own }.map { old[$0] })) else {
                    throw IndexError(.noData, "No unit of the class \(own) of \(group) has a value.", at: place)
                }
                values[row, column] = new
            }
        }
        return values
    }

    /// A stated number.
    static func constant(_ data: IndexData, _ value: Double) throws(IndexError) -> NumberGrid {
        guard value.isFinite else { throw IndexError(.parameter, "The value \(value) is not a finite number.") }
        return NumberGrid(
            rows: data.values.rows, columns: data.values.columns,
            values: data.values.values.map { $0.isNaN ? value : $0 })
    }
}
