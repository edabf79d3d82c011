import Hall

extension CSVTable {
    /// Reads a table, and tells what is wrong in the words of this room.
    static func read(_ bytes: [UInt8], file: String, limits: Limits = Limits()) throws(MeasureError) -> CSVTable {
        do {
            return try CSVTable(bytes, file: file, limits: limits)
        } catch {
            throw MeasureError(
                MeasureError.Code(rawValue: error.code), error.sentence,
                at: .init(file: error.file, row: error.row, column: error.column))
        }
    }

    func place(_ row: Row, _ column: Int) -> MeasureError.Place {
        .init(file: file, row: row.number, column: headings[column])
    }
}
