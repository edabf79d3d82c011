import Hall
import CompositeIndex

/// The table of indicators (iMeta): what each column of the data is, and the tree above the indicators.
///
/// One row for each indicator, aggregate, denominator and grouping. Headings: `iCode`, and as needed `Level`, `iName`,
/// `Direction` (1 or -1), `Weight`, `Unit`, `Target`, `Lower`, `Upper`, `Logarithmic` (1 or 0), `Denominator`, `Parent`,
/// `Type` (Indicator, Aggregate, Denominator, Group, Other).
struct IndicatorTable {
    let file: String
    let indicators: [IndicatorInfo]
    let aggregates: [AggregateInfo]
    let hierarchy: Hierarchy
    let denominators: [String]
    let groups: [String]
    /// Columns that the data may have and nobody reads.
    let others: [String]

    static let headings = [
        "Level", "iCode", "iName", "Direction", "Weight", "Unit", "Target", "Lower", "Upper", "Logarithmic",
        "Denominator", "Parent", "Type",
    ]

    /// - Throws: `MeasureError` with row and column for what contradicts itself.
    init(_ table: CSVTable) throws(MeasureError) {
        var reader = Reader(table: table)
        reader.checkHeadings()
        if table.column("iCode") != nil { for row in table.rows { reader.read(row) } }
        reader.checkLevels()
        reader.checkDenominators()
        if !reader.problems.isEmpty { throw MeasureError(reader.problems) }
        file = table.file
        indicators = reader.indicators
        aggregates = reader.aggregates
        denominators = reader.denominators
        groups = reader.groups
        others = reader.others
        do {
            hierarchy = try Hierarchy(indicators: indicators, aggregates: aggregates)
        } catch {
            throw reader.located(error)
        }
    }
}

private struct Reader {
    let table: CSVTable
    var problems: [MeasureError.Problem] = []
    var indicators: [IndicatorInfo] = []
    var aggregates: [AggregateInfo] = []
    var denominators: [String] = []
    var groups: [String] = []
    var others: [String] = []
    var rows: [String: CSVTable.Row] = [:]
    private var levels: [String: Int] = [:]

    init(table: CSVTable) { self.table = table }

    mutating func refuse(_ code: MeasureError.Code, _ sentence: String, _ row: CSVTable.Row?, _ heading: String) {
        problems.append(.init(code, sentence, at: .init(file: table.file, row: row?.number ?? 1, column: heading)))
    }

    mutating func checkHeadings() {
        for heading in table.headings where !IndicatorTable.headings.contains(heading) && !heading.hasPrefix("Note") {
            refuse(
                "unknown-heading",
                "nobody reads this column; known are \(IndicatorTable.headings.joined(separator: ", ")), and Note… for your own",
                nil,
                heading)
        }
        if table.column("iCode") == nil { refuse("missing-heading", "the table has no column iCode", nil, "iCode") }
    }

    mutating func read(_ row: CSVTable.Row) {
        guard let code = text(row, "iCode") else {
            return refuse("missing-code", "the row has no code", row, "iCode")
        }
        if let first = rows[code] {
            return refuse("duplicate-code", "\(code) is in row \(first.number) already", row, "iCode")
        }
        rows[code] = row
        if let level = number(row, "Level") { levels[code] = Int(exactly: level) }
        switch text(row, "Type") ?? "Indicator" {
        case "Indicator": indicators.append(indicator(code, row))
        case "Aggregate":
            aggregates.append(
                AggregateInfo(
                    code: code, name: text(row, "iName"), weight: weight(row), parent: text(row, "Parent")))
        case "Denominator": denominators.append(code)
        case "Group": groups.append(code)
        case "Other": others.append(code)
        case let other:
            refuse("type", "\(other) is none of Indicator, Aggregate, Denominator, Group, Other", row, "Type")
        }
    }

    private mutating func indicator(_ code: String, _ row: CSVTable.Row) -> IndicatorInfo {
        var direction = Direction.up
        if let number = number(row, "Direction") {
            if let known = Int(exactly: number).flatMap(Direction.init) {
                direction = known
            } else {
                refuse("direction", "a direction is 1 where more is better, or -1 where less is", row, "Direction")
            }
        }
        return IndicatorInfo(
            code: code, name: text(row, "iName"), direction: direction, weight: weight(row),
            unit: text(row, "Unit") ?? "",
            target: number(row, "Target"), goalposts: goalposts(row), denominator: text(row, "Denominator"),
            parent: text(row, "Parent"))
    }

    private mutating func goalposts(_ row: CSVTable.Row) -> Goalposts? {
        let (lower, upper) = (number(row, "Lower"), number(row, "Upper"))
        let isLogarithmic = number(row, "Logarithmic") == 1
        guard let lower, let upper else {
            if lower != nil || upper != nil {
                refuse(
                    "goalposts", "one goalpost is stated and the other is not", row, lower == nil ? "Lower" : "Upper")
            }
            return nil
        }
        guard lower < upper else {
            refuse("goalposts", "the lower goalpost is not below the upper", row, "Lower")
            return nil
        }
        guard !isLogarithmic || lower > 0 else {
            refuse("goalposts", "a goalpost of a logarithm is above zero", row, "Lower")
            return nil
        }
        return Goalposts(lower: lower, upper: upper, logarithmic: isLogarithmic)
    }

    private mutating func weight(_ row: CSVTable.Row) -> Double {
        let weight = number(row, "Weight") ?? 1
        if weight < 0 { refuse("negative-weight", "a weight is not below zero", row, "Weight") }
        return weight
    }

    /// Where levels are stated they must agree with the parents, or one of the two is a mistake.
    mutating func checkLevels() {
        let parents = indicators.map { ($0.code, $0.parent) } + aggregates.map { ($0.code, $0.parent) }
        for (code, parent) in parents {
            guard let parent, let own = levels[code], let above = levels[parent], own >= above else { continue }
            refuse(
                "level", "\(code) is on level \(own) and its parent \(parent) on level \(above)", rows[code], "Level")
        }
    }

    mutating func checkDenominators() {
        for indicator in indicators {
            guard let code = indicator.denominator, !denominators.contains(code) else { continue }
            refuse(
                "unknown-denominator", "\(code) is no row of the type Denominator", rows[indicator.code], "Denominator")
        }
    }

    /// What the hierarchy refuses, with the row of the node.
    func located(_ error: IndexError) -> MeasureError {
        let column: String? =
            switch error.code {
            case .unknownParent, .severalTops, .cycle: "Parent"
            case .zeroWeights, .negativeWeight: "Weight"
            case .duplicateCode, .childlessAggregate: "iCode"
            default: nil
            }
        let node = error.place.node ?? error.place.indicator
        let place = MeasureError.Place(file: table.file, row: node.flatMap { rows[$0]?.number }, column: column)
        let sentence = node.map { "\($0): \(error.sentence)" } ?? error.sentence
        return MeasureError(.init(rawValue: error.code.rawValue), sentence, at: place)
    }

    /// The text of a cell; nil where it is empty, is `NA`, or there is no such column.
    private func text(_ row: CSVTable.Row, _ heading: String) -> String? {
        guard let column = table.column(heading) else { return nil }
        let text = row.cells[column].trimmed
        return text.isEmpty || text == "NA" ? nil : text
    }

    private mutating func number(_ row: CSVTable.Row, _ heading: String) -> Double? {
        guard let column = table.column(heading) else { return nil }
        switch NumberCell(row.cells[column]) {
        case .number(let number): return number
        case .missing: return nil
        case .wrong(let sentence):
            refuse("not-a-number", sentence, row, heading)
            return nil
        }
    }
}
