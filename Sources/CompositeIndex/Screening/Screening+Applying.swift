extension Screening {
    /// Leaves out units, then indicators, that have too little data.
    ///
    /// The availability of a unit is the share of the indicators for which it has a value, that of an indicator the share
    /// of the remaining units that have one. A share equal to the criterion is enough. Source: OECD/JRC Handbook (2008),
    /// p. 23–24, on coverage; the criteria on zeros follow the same form.
    /// - Throws: `IndexError` for a share outside 0…1, a code that is no unit, and when nothing is left.
    func apply(to data: IndexData) throws(IndexError) -> (IndexData, ScreeningReport) {
        for share in [unitAvailability, unitNonZero, indicatorAvailability].compactMap(\.self) {
            guard (0...1).contains(share) else {
                throw IndexError(.parameter, "The share \(share) is not between 0 and 1.")
            }
        }
        for code in (keep ?? []) + (drop ?? []) where data.row(of: code) == nil {
            throw IndexError(.unknownUnit, "There is no such unit.", at: .init(unit: code))
        }
        if let both = keep?.first(where: { drop?.contains($0) == true }) {
            throw IndexError(.parameter, "The unit is to be kept and to be dropped.", at: .init(unit: both))
        }
        let units = data.units.indices.map { row in
            var line = ScreeningReport.Line(code: data.units[row].code, values: data.values.row(row))
            let isEnough = line.available >= (unitAvailability ?? 0) && line.nonZero >= (unitNonZero ?? 0)
            line.stays = keep?.contains(line.code) == true || (isEnough && drop?.contains(line.code) != true)
            return line
        }
        let rest = try data.keeping(units: units.indices.filter { units[$0].stays })
        let indicators = data.hierarchy.indicators.indices.map { column in
            var line = ScreeningReport.Line(
                code: data.hierarchy.indicators[column].code, values: rest.values.column(column)[...])
            line.stays = line.available >= (indicatorAvailability ?? 0)
            return line
        }
        let kept = indicators.indices.filter { indicators[$0].stays }
        return (
            kept.count == indicators.count ? rest : try rest.keeping(indicators: kept),
            ScreeningReport(units: units, indicators: indicators)
        )
    }
}

extension ScreeningReport.Line {
    fileprivate init(code: String, values: ArraySlice<Double>) {
        let present = values.filter { !$0.isNaN }
        self.code = code
        available = Double(present.count) / Double(values.count)
        nonZero = present.isEmpty ? 0 : Double(present.filter { $0 != 0 }.count) / Double(present.count)
        stays = true
    }
}
