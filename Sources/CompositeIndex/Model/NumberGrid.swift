/// A table of numbers: one row per unit, one column per indicator (or per node of the hierarchy).
///
/// Stored row by row in double precision. A missing value is NaN: ask with ``isMissing(_:_:)``, never with `==`.
public struct NumberGrid: Sendable {
    /// The number of units.
    public let rows: Int
    /// The number of indicators.
    public let columns: Int
    /// `rows` × `columns` values, row by row.
    public private(set) var values: [Double]

    /// The value that stands for "no data".
    public static let missing = Double.nan

    /// A grid with the same value in every cell; missing unless stated.
    public init(rows: Int, columns: Int, filledWith value: Double = NumberGrid.missing) {
        precondition(rows >= 0 && columns >= 0)
        self.rows = rows
        self.columns = columns
        values = Array(repeating: value, count: rows * columns)
    }

    /// A grid over `values`, which are `rows` × `columns` numbers row by row.
    public init(rows: Int, columns: Int, values: [Double]) {
        precondition(rows >= 0 && columns >= 0 && values.count == rows * columns)
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    /// A grid of rows, which all have the same length.
    public init(_ rows: [[Double]]) {
        self.init(rows: rows.count, columns: rows.first?.count ?? 0, values: rows.flatMap(\.self))
        precondition(rows.allSatisfy { $0.count == columns })
    }

    /// A grid of columns, which all have `rows` values.
    public init(rows: Int, columns: [[Double]]) {
        precondition(columns.allSatisfy { $0.count == rows })
        self.init(rows: rows, columns: columns.count)
        for (index, column) in columns.enumerated() { setColumn(index, column) }
    }

    /// The value of a unit for an indicator.
    public subscript(row: Int, column: Int) -> Double {
        get { values[cell(row, column)] }
        set { values[cell(row, column)] = newValue }
    }

    /// Whether the cell holds no value.
    public func isMissing(_ row: Int, _ column: Int) -> Bool {
        self[row, column].isNaN
    }

    /// The values of one unit.
    public func row(_ row: Int) -> ArraySlice<Double> {
        values[row * columns..<(row + 1) * columns]
    }

    /// The values of one indicator over all units.
    public func column(_ column: Int) -> [Double] {
        precondition(column >= 0 && column < columns)
        return [Double](unsafeUninitializedCapacity: rows) { buffer, count in
            var cell = column
            for row in 0..<rows {
                buffer.initializeElement(at: row, to: values[cell])
                cell += columns
            }
            count = rows
        }
    }

    /// Replaces the values of one indicator.
    public mutating func setColumn(_ column: Int, _ newValues: [Double]) {
        precondition(newValues.count == rows && column >= 0 && column < columns)
        for row in 0..<rows { values[row * columns + column] = newValues[row] }
    }

    /// The grid of the stated rows, in the stated order.
    public func keeping(rows kept: [Int]) -> NumberGrid {
        NumberGrid(rows: kept.count, columns: columns, values: kept.flatMap { row($0) })
    }

    /// The grid of the stated columns, in the stated order.
    public func keeping(columns kept: [Int]) -> NumberGrid {
        var grid = NumberGrid(rows: rows, columns: kept.count)
        for row in 0..<rows {
            for (index, column) in kept.enumerated() { grid[row, index] = self[row, column] }
        }
        return grid
    }

    private func cell(_ row: Int, _ column: Int) -> Int {
        precondition(row >= 0 && row < rows && column >= 0 && column < columns)
        return row * columns + column
    }
}

extension NumberGrid: Hashable {
    /// Same shape and same values; a missing value equals a missing value.
    public static func == (left: NumberGrid, right: NumberGrid) -> Bool {
        left.rows == right.rows && left.columns == right.columns
            && zip(left.values, right.values).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
    }

    /// Hashes the shape and the values.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(rows)
        hasher.combine(columns)
        for value in values { hasher.combine(value.isNaN ? NumberGrid.missing : value) }
    }
}
