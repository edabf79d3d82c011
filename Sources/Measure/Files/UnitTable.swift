import Hall
import CompositeIndex

/// The table of data (iData): a row for each unit, or for each unit and time.
///
/// Headings: `uCode`, and as needed `uName` and `Time`; every other column is one that the table of indicators names.
struct UnitTable {
    /// The units with their numbers, at the latest time, or at the one asked for; the other times stand behind it.
    let data: IndexData

    /// - Parameters:
    ///   - framework: which says whether a unit may be without data at the time that is computed.
    ///   - time: the edition to compute where the table has several times.
    /// - Throws: `MeasureError` with row and column.
    init(
        _ table: CSVTable, of meta: IndicatorTable, for framework: Framework, time: Double? = nil
    ) throws(MeasureError) {
        var reader = Reader(table: table, meta: meta, framework: framework)
        reader.checkHeadings()
        for row in table.rows { reader.read(row) }
        if !reader.problems.isEmpty { throw MeasureError(reader.problems) }
        data = try reader.data(at: time)
    }
}

private struct Reader {
    let table: CSVTable
    let meta: IndicatorTable
    let framework: Framework
    var problems: [MeasureError.Problem] = []
    private var entries: [Entry] = []
    private var seen: [String: Int] = [:]
    private let groupColumns: [(name: String, column: Int)]
    private let indicatorColumns: [Int?]
    private let denominatorColumns: [Int?]

    /// What a row says.
    private struct Entry {
        let unit: UnitInfo
        let row: Int
        let time: Double?
        let values: [Double]
        let denominators: [Double]
    }

    init(table: CSVTable, meta: IndicatorTable, framework: Framework) {
        self.table = table
        self.meta = meta
        self.framework = framework
        groupColumns = meta.groups.compactMap { name in table.column(name).map { (name, $0) } }
        indicatorColumns = meta.indicators.map { table.column($0.code) }
        denominatorColumns = meta.denominators.map { table.column($0) }
    }

    mutating func checkHeadings() {
        func refuse(_ code: MeasureError.Code, _ sentence: String, _ column: String) {
            problems.append(.init(code, sentence, at: .init(file: table.file, row: 1, column: column)))
        }
        if table.column("uCode") == nil { refuse("missing-heading", "the table has no column uCode", "uCode") }
        let known = Set(meta.indicators.map(\.code) + meta.denominators + meta.groups + meta.others)
            .union(["uCode", "uName", "Time"])
        for heading in table.headings where !known.contains(heading) {
            refuse("unknown-indicator", "\(meta.file) has no row for this column", heading)
        }
        for code in meta.indicators.map(\.code) + meta.denominators + meta.groups where table.column(code) == nil {
            refuse("no-data", "\(meta.file) names \(code), and there is no such column", code)
        }
    }

    mutating func read(_ row: CSVTable.Row) {
        guard let column = table.column("uCode") else { return }
        let code = row.cells[column].trimmed
        guard !code.isEmpty else {
            return problems.append(.init("missing-code", "the row has no code", at: table.place(row, column)))
        }
        let time = table.column("Time").flatMap { number(row, $0) }.flatMap { $0.isNaN ? nil : $0 }
        let key = code + "\n" + (time.map { String($0) } ?? "")
        if let first = seen[key] {
            let when = time.map { " at \(CSVWriter.shortest($0))" } ?? ""
            return problems.append(
                .init("duplicate-unit", "\(code) is in row \(first) already\(when)", at: table.place(row, column)))
        }
        seen[key] = row.number
        var groups: [String: String] = [:]
        for (name, column) in groupColumns {
            let group = row.cells[column].trimmed
            // Not a number, so NA is no gap: it is how North America is written.
            if !group.isEmpty { groups[name] = group }
        }
        let values = indicatorColumns.map { $0.flatMap { number(row, $0) } ?? .nan }
        let denominators = denominatorColumns.map { $0.flatMap { number(row, $0) } ?? .nan }
        let name = table.column("uName").map { row.cells[$0].trimmed }.flatMap { $0.isEmpty ? nil : $0 }
        entries.append(
            Entry(
                unit: UnitInfo(code: code, name: name, groups: groups), row: row.number, time: time, values: values,
                denominators: denominators))
    }

    /// NaN where the cell is empty; nil where it is no number, which is a problem then.
    private mutating func number(_ row: CSVTable.Row, _ column: Int) -> Double? {
        switch NumberCell(row.cells[column]) {
        case .number(let number): return number
        case .missing: return .nan
        case .wrong(let sentence):
            problems.append(.init("not-a-number", sentence, at: table.place(row, column)))
            return nil
        }
    }

    func data(at asked: Double?) throws(MeasureError) -> IndexData {
        guard !entries.isEmpty else {
            throw MeasureError("no-data", "the table has no units", at: .init(file: table.file))
        }
        let times = Set(entries.map(\.time))
        if let nameless = entries.first(where: { $0.time == nil }), times.count > 1 {
            throw MeasureError(
                "missing-time", "other rows have a time and this has none",
                at: .init(file: table.file, row: nameless.row, column: "Time"))
        }
        let latest = asked ?? times.compactMap(\.self).max()
        var current = entries.filter { $0.time == latest }
        guard !current.isEmpty else {
            let known = times.compactMap(\.self).sorted().map(CSVWriter.shortest).joined(separator: ", ")
            throw MeasureError(
                "unknown-time",
                "there are no rows for \(latest.map(CSVWriter.shortest) ?? "no time"); there are \(known)",
                at: .init(file: table.file, column: "Time"))
        }
        try addAbsent(to: &current, at: latest)
        let rows = Dictionary(uniqueKeysWithValues: current.enumerated().map { ($1.unit.code, $0) })
        let others = times.compactMap(\.self).filter { $0 != latest }.sorted()
        do {
            let data = try IndexData(
                units: current.map(\.unit), hierarchy: meta.hierarchy, values: NumberGrid(current.map(\.values)),
                denominatorCodes: meta.denominators,
                denominators: NumberGrid(
                    rows: current.count, columns: meta.denominators.count, values: current.flatMap(\.denominators)),
                time: latest,
                otherTimes: others.map { time in
                    var grid = NumberGrid(rows: current.count, columns: meta.indicators.count)
                    for entry in entries where entry.time == time {
                        guard let row = rows[entry.unit.code] else { continue }
                        for (column, value) in entry.values.enumerated() { grid[row, column] = value }
                    }
                    return Snapshot(time: time, values: grid)
                })
            try framework.requireData(of: data)
            return data
        } catch {
            throw located(error, current)
        }
    }

    /// Units that have a row at an earlier time only: without numbers now, where the framework can do with that.
    ///
    /// - Throws: `MeasureError` `missing-time` where it neither screens nor fills gaps from other times.
    private func addAbsent(to current: inout [Entry], at latest: Double?) throws(MeasureError) {
        guard let latest else { return }
        var known = Set(current.map(\.unit.code))
        // The latest row first: a unit's name and groups are those that were written last.
        let earlier = entries.filter { $0.time ?? latest < latest }.sorted {
            ($1.time ?? latest, $0.row) < ($0.time ?? latest, $1.row)
        }
        for entry in earlier where known.insert(entry.unit.code).inserted {
            guard framework.screens || framework.readsOtherTimes else {
                throw MeasureError(
                    "missing-time", "\(entry.unit.code) has no row for \(CSVWriter.shortest(latest))",
                    at: .init(file: table.file, row: entry.row, column: "uCode"))
            }
            current.append(
                Entry(
                    unit: entry.unit, row: entry.row, time: latest, values: entry.values.map { _ in .nan },
                    denominators: entry.denominators.map { _ in .nan }))
        }
    }

    /// What the data as a whole is refused for, with its row or column.
    private func located(_ error: IndexError, _ entries: [Entry]) -> MeasureError {
        let row = error.place.unit.flatMap { code in entries.first { $0.unit.code == code }?.row }
        let who = error.place.unit ?? error.place.indicator
        return MeasureError(
            .init(rawValue: error.code.rawValue), (who.map { "\($0): " } ?? "") + error.sentence,
            at: .init(file: table.file, row: row, column: error.place.indicator))
    }
}
