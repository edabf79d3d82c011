import Hall
package import CompositeIndex

/// The table of actions: what each costs, what it needs before, and how far it improves indicators.
///
/// Headings: `aCode`, `Cost`, and as needed `aName` and `Needs` (codes with spaces between them); every other column is the code of
/// an indicator and holds how far the action improves it, from zero up.
package struct ActionTable: Sendable {
    package let actions: [RoadmapAction]

    /// - Throws: `MeasureError` with row and column.
    package init(_ file: InputFile) throws(MeasureError) {
        let table = try CSVTable.read(file.bytes, file: file.name)
        var problems: [MeasureError.Problem] = []
        for heading in ["aCode", "Cost"] where table.column(heading) == nil {
            problems.append(
                .init(
                    "missing-heading", "the table has no column \(heading)",
                    at: .init(file: file.name, row: 1, column: heading)))
        }
        guard problems.isEmpty else { throw MeasureError(problems) }
        var actions: [RoadmapAction] = []
        for row in table.rows {
            var cells: [String: String] = [:]
            for (heading, cell) in zip(table.headings, row.cells) { cells[heading] = cell.trimmed }
            func number(_ column: Int) -> Double? {
                switch NumberCell(row.cells[column]) {
                case .number(let number) where number >= 0: return number
                case .number(let number):
                    problems.append(.init("negative", "\(number) is below zero", at: table.place(row, column)))
                case .missing: break
                case .wrong(let sentence):
                    problems.append(.init("not-a-number", sentence, at: table.place(row, column)))
                }
                return nil
            }
            let known: Set<String> = ["aCode", "aName", "Cost", "Needs"]
            var raises: [String: Double] = [:]
            for (column, heading) in table.headings.enumerated() where !known.contains(heading) {
                if let much = number(column), much > 0 { raises[heading] = much }
            }
            let code = cells["aCode"] ?? ""
            if code.isEmpty {
                problems.append(
                    .init(
                        "missing-code", "the row has no code",
                        at: .init(file: file.name, row: row.number, column: "aCode")))
            }
            let cost = table.column("Cost").flatMap(number)
            if cost == nil, problems.isEmpty {
                problems.append(
                    .init(
                        "missing-cost", "\(code) has no cost; write 0 where it has none",
                        at: .init(file: file.name, row: row.number, column: "Cost")))
            }
            let name = cells["aName"].flatMap { $0.isEmpty ? nil : $0 }
            let needs = (cells["Needs"] ?? "").split(separator: " ").map(String.init)
            actions.append(RoadmapAction(code: code, name: name, cost: cost ?? 0, raises: raises, needs: needs))
        }
        guard problems.isEmpty else { throw MeasureError(problems) }
        guard !actions.isEmpty else {
            throw MeasureError("no-data", "the table has no actions", at: .init(file: file.name))
        }
        self.actions = actions
    }
}
