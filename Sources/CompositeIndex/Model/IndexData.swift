/// What is known of a unit (a country, a region, an organisation) besides its numbers.
public struct UnitInfo: Codable, Hashable, Sendable {
    /// Its identifier, unique among the units.
    public var code: String
    /// Its name for people.
    public var name: String
    /// The class it belongs to, by the name of the grouping: `["Region": "Europe"]`.
    public var groups: [String: String]

    /// States a unit.
    public init(code: String, name: String? = nil, groups: [String: String] = [:]) {
        self.code = code
        self.name = name ?? code
        self.groups = groups
    }
}

/// The values of the same units and indicators at another time.
public struct Snapshot: Hashable, Sendable {
    /// When, in any unit of time that grows; years as a rule.
    public var time: Double
    /// Units × indicators.
    public var values: NumberGrid

    /// States the values of a time.
    public init(time: Double, values: NumberGrid) {
        self.time = time
        self.values = values
    }
}

/// Units, hierarchy and numbers: what a step of the method takes and gives.
public struct IndexData: Hashable, Sendable {
    /// The rows.
    public internal(set) var units: [UnitInfo]
    /// The columns, and what stands above them.
    public internal(set) var hierarchy: Hierarchy
    /// Units × indicators.
    public internal(set) var values: NumberGrid
    /// The codes of the quantities by which indicators are divided.
    public internal(set) var denominatorCodes: [String]
    /// Units × denominators.
    public internal(set) var denominators: NumberGrid
    /// When the values were observed; nil where there is one time only.
    public internal(set) var time: Double?
    /// The values at other times, in ascending order of time.
    public internal(set) var otherTimes: [Snapshot]
    /// Whether the values are on a common scale on which more is better.
    public internal(set) var isNormalised = false
    /// The codes of the indicators that are no longer in their unit of measurement, because a tail was drawn in.
    public internal(set) var transformed: Set<String> = []

    /// Puts the parts together and checks that they fit.
    ///
    /// - Throws: `IndexError` for a unit stated twice, a grid of another shape, an infinite number, and times that are not
    ///   ascending and different.
    public init(
        units: [UnitInfo], hierarchy: Hierarchy, values: NumberGrid, denominatorCodes: [String] = [],
        denominators: NumberGrid? = nil, time: Double? = nil, otherTimes: [Snapshot] = []
    ) throws(IndexError) {
        self.units = units
        self.hierarchy = hierarchy
        self.values = values
        self.denominatorCodes = denominatorCodes
        self.denominators = denominators ?? NumberGrid(rows: units.count, columns: denominatorCodes.count)
        self.time = time
        self.otherTimes = otherTimes
        try check()
    }

    /// The codes of the units.
    public var unitCodes: [String] { units.map(\.code) }

    /// The row of a unit.
    public func row(of unit: String) -> Int? {
        units.firstIndex { $0.code == unit }
    }

    /// The same with other numbers in the same places.
    func with(values newValues: NumberGrid) -> IndexData {
        var copy = self
        copy.values = newValues
        return copy
    }

    /// The stated units only, in the stated order.
    public func keeping(units rows: [Int]) throws(IndexError) -> IndexData {
        guard !rows.isEmpty else { throw IndexError(.noData, "No unit is left.") }
        var copy = self
        copy.units = rows.map { units[$0] }
        copy.values = values.keeping(rows: rows)
        copy.denominators = denominators.keeping(rows: rows)
        copy.otherTimes = otherTimes.map { Snapshot(time: $0.time, values: $0.values.keeping(rows: rows)) }
        return copy
    }

    /// The stated indicators only, in the stated order; aggregates that would have no child left are gone.
    public func keeping(indicators columns: [Int]) throws(IndexError) -> IndexData {
        var copy = self
        copy.hierarchy = try hierarchy.keeping(indicators: columns)
        copy.values = values.keeping(columns: columns)
        copy.otherTimes = otherTimes.map { Snapshot(time: $0.time, values: $0.values.keeping(columns: columns)) }
        return copy
    }

    private func check() throws(IndexError) {
        guard !units.isEmpty else { throw IndexError(.noData, "There is no unit.") }
        var seen: Set<String> = []
        for unit in units where !seen.insert(unit.code).inserted {
            throw IndexError(.duplicateCode, "The unit is stated twice.", at: .init(unit: unit.code))
        }
        try checkShape(values, hierarchy.indicatorCount, "indicators")
        try checkShape(denominators, denominatorCodes.count, "denominators")
        for snapshot in otherTimes { try checkShape(snapshot.values, hierarchy.indicatorCount, "indicators") }
        try requireFinite()
        for (earlier, later) in zip(otherTimes, otherTimes.dropFirst()) where !(earlier.time < later.time) {
            throw IndexError(.order, "The times \(earlier.time) and \(later.time) are not ascending.")
        }
        if !otherTimes.isEmpty, time == nil || otherTimes.contains(where: { $0.time == time }) {
            throw IndexError(.order, "The time of the values is unknown, or stated twice.")
        }
    }

    /// Every unit and every indicator has a value: what a framework asks for once it has screened.
    ///
    /// - Parameter counting: whether a value at another time counts, because a later step fills gaps from it.
    /// - Throws: `IndexError` `noData` with the unit or indicator.
    func requireSomeData(counting otherTimesToo: Bool) throws(IndexError) {
        let grids = [values] + (otherTimesToo ? otherTimes.map(\.values) : [])
        for row in units.indices where grids.allSatisfy({ $0.row(row).allSatisfy(\.isNaN) }) {
            throw IndexError(.noData, "The unit has no data at all.", at: .init(unit: units[row].code))
        }
        for column in 0..<values.columns
        where grids.allSatisfy({ grid in units.indices.allSatisfy { grid.isMissing($0, column) } }) {
            throw IndexError(
                .noData, "The indicator has no data at all.", at: .init(indicator: hierarchy.nodes[column].code))
        }
    }

    /// - Throws: `IndexError` `infinite` for a number that is too large to be one.
    func requireFinite() throws(IndexError) {
        let codes = hierarchy.indicators.map(\.code)
        for (grid, codes) in [(values, codes), (denominators, denominatorCodes)]
            + otherTimes.map({ ($0.values, codes) })
        {
            guard let cell = grid.values.firstIndex(where: \.isInfinite) else { continue }
            throw IndexError(
                .infinite, "The value is not a finite number.",
                at: .init(unit: units[cell / grid.columns].code, indicator: codes[cell % grid.columns]))
        }
    }

    /// - Throws: `IndexError` `infinite` where a value was there and no number is left of it: a difference or quotient
    ///   overflowed on the way.
    func requireNothingLost(since before: IndexData) throws(IndexError) {
        guard before.values.rows == values.rows, before.values.columns == values.columns else { return }
        guard
            let cell = values.values.indices.first(where: { values.values[$0].isNaN && !before.values.values[$0].isNaN }
            )
        else { return }
        throw IndexError(
            .infinite, "The numbers are too far apart to be computed with; state the values in another unit.",
            at: .init(unit: units[cell / values.columns].code, indicator: hierarchy.nodes[cell % values.columns].code))
    }

    private func checkShape(_ grid: NumberGrid, _ columns: Int, _ what: String) throws(IndexError) {
        guard grid.rows == units.count, grid.columns == columns else {
            throw IndexError(
                .shape,
                "\(grid.rows) × \(grid.columns) values do not fit \(units.count) units × \(columns) \(what).")
        }
    }
}
