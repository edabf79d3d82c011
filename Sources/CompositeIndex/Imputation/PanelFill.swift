/// Fills a gap from the unit's own values at other times.
///
/// Source: OECD/JRC Handbook (2008), p. 55 (cold deck: a value from an earlier realisation of the same survey).
enum PanelFill {
    /// The latest earlier value that is not older than `maximumAge`.
    ///
    /// - Throws: `IndexError` where no other time is known.
    static func latest(_ data: IndexData, maximumAge: Double?) throws(IndexError) -> NumberGrid {
        if let maximumAge, !(maximumAge >= 0) {
            throw IndexError(.parameter, "The age \(maximumAge) is not a number from zero up.")
        }
        return try fill(data) { now, row, column in
            let known = data.otherTimes.last {
                $0.time < now && now - $0.time <= maximumAge ?? .infinity && !$0.values.isMissing(row, column)
            }
            return known?.values[row, column]
        }
    }

    /// The straight line between the nearest values before and after: x₀ + (x₁ − x₀)(t − t₀)/(t₁ − t₀).
    ///
    /// - Parameter extend: whether the nearest value counts where there is none on the other side.
    /// - Throws: `IndexError` where no other time is known.
    static func linear(_ data: IndexData, extend: Bool) throws(IndexError) -> NumberGrid {
        try fill(data) { now, row, column in
            let before = data.otherTimes.last { $0.time < now && !$0.values.isMissing(row, column) }
            let after = data.otherTimes.first { $0.time > now && !$0.values.isMissing(row, column) }
            guard let before, let after else {
                return extend ? (before ?? after)?.values[row, column] : nil
            }
            let (low, high) = (before.values[row, column], after.values[row, column])
            return low + (high - low) * ((now - before.time) / (after.time - before.time))
        }
    }

    private static func fill(
        _ data: IndexData, _ known: (_ now: Double, _ row: Int, _ column: Int) -> Double?
    ) throws(IndexError) -> NumberGrid {
        guard let now = data.time, !data.otherTimes.isEmpty else {
            throw IndexError(.missingTime, "The data hold one time only, so there is nothing to fill gaps from.")
        }
        var values = data.values
        for row in 0..<values.rows {
            for column in 0..<values.columns where values.isMissing(row, column) {
                if let value = known(now, row, column) { values[row, column] = value }
            }
        }
        return values
    }
}
