/// Sets the farthest values to nearer ones, so that they remain the farthest but no longer by far.
///
/// Source: J. W. Tukey, "The Future of Data Analysis", Ann. Math. Statist. 33 (1962), p. 18, on Winsor; OECD/JRC Handbook
/// (2008), p. 84.
enum Winsorising {
    /// One value at a time until the limits hold, at most `maximum` values.
    ///
    /// In each round skewness says at which end: the greatest value becomes the next smaller one (the least the next
    /// greater one where skewness is negative). Equal values move together, so the order of the units does not matter;
    /// where they are more than may still be moved, nothing more is done. The moments are computed anew in each round.
    static func byMoments(
        _ column: [Double], limits: MomentLimits, maximum: Int
    ) -> (values: [Double], moved: [Int]) {
        var values = column
        var moved: [Int] = []
        while !MomentLimits.hold(limits, for: values), let skewness = Sample(values).skewness {
            let isHigh = skewness > 0
            guard let end = isHigh ? Sample(values).maximum : Sample(values).minimum else { break }
            let atEnd = values.indices.filter { values[$0] == end }
            let fresh = atEnd.filter { !moved.contains($0) }
            let next = Sample(values.filter { $0 != end })
            guard moved.count + fresh.count <= maximum, let neighbour = isHigh ? next.maximum : next.minimum else {
                break
            }
            for row in atEnd { values[row] = neighbour }
            moved += fresh
        }
        return (values, moved)
    }

    /// Values outside two quantiles become these quantiles (definition 7, see ``Sample/quantile(_:)``).
    static func byQuantiles(_ column: [Double], lower: Double, upper: Double) -> ([Double], moved: [Int]) {
        let sample = Sample(column)
        guard let low = sample.quantile(lower), let high = sample.quantile(upper) else { return (column, []) }
        return clamp(column, low, high)
    }

    /// Values farther than `multiple` interquartile ranges outside the quartiles become that fence.
    ///
    /// Source: J. W. Tukey, *Exploratory Data Analysis* (1977), p. 44; usual multiples are 1.5 and 3.
    static func byFences(_ column: [Double], multiple: Double) -> ([Double], moved: [Int]) {
        let sample = Sample(column)
        guard let low = sample.quantile(0.25), let high = sample.quantile(0.75) else { return (column, []) }
        let reach = multiple * (high - low)
        return clamp(column, low - reach, high + reach)
    }

    private static func clamp(_ column: [Double], _ low: Double, _ high: Double) -> ([Double], moved: [Int]) {
        var values = column
        var moved: [Int] = []
        for row in column.indices where column[row] < low || column[row] > high {
            values[row] = column[row] < low ? low : high
            moved.append(row)
        }
        return (values, moved)
    }
}
