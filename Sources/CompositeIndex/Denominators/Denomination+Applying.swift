extension Denomination {
    /// Divides each indicator that names a denominator by it: x / (scale · d), unit by unit.
    ///
    /// Where the denominator is missing, so is the result. Values at other times are left as they are, because the
    /// denominators of those times are not known; impute from them before this step.
    /// - Throws: `IndexError` for an unknown denominator, a scale that is not a positive number, and a denominator of zero
    ///   below a value.
    func apply(to data: IndexData) throws(IndexError) -> (IndexData, [String: String]) {
        for (code, factor) in scale ?? [:] {
            guard data.denominatorCodes.contains(code) else {
                throw IndexError(.unknownDenominator, "A scale is stated for \(code), which is no denominator.")
            }
            guard factor > 0, factor.isFinite else {
                throw IndexError(.parameter, "The scale \(factor) of \(code) is not a positive number.")
            }
        }
        var values = data.values
        var done: [String: String] = [:]
        for (column, indicator) in data.hierarchy.indicators.enumerated() {
            guard let code = indicator.denominator else { continue }
            guard let place = data.denominatorCodes.firstIndex(of: code) else {
                throw IndexError(
                    .unknownDenominator, "The denominator \(code) is not in the data.",
                    at: .init(indicator: indicator.code))
            }
            let factor = scale?[code] ?? 1
            for row in 0..<values.rows where !values.isMissing(row, column) {
                let denominator = data.denominators[row, place]
                guard denominator != 0 else {
                    throw IndexError(
                        .zeroDenominator, "The denominator \(code) is zero.",
                        at: .init(unit: data.units[row].code, indicator: indicator.code))
                }
                values[row, column] /= factor * denominator
            }
            done[indicator.code] = code
        }
        return (data.with(values: values), done)
    }
}
