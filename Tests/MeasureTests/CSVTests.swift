import Hall
import Testing

@testable import Measure

@Suite struct CSVTests {
    private func table(_ text: String, limits: CSVTable.Limits = .init()) throws -> CSVTable {
        try CSVTable.read(Array(text.utf8), file: "t.csv", limits: limits)
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["1", "2"]]),
        ("a,b\r\n1,2\r\n3,4", [["1", "2"], ["3", "4"]]),
        ("\u{FEFF}a,b\n\"1\",\"x, \"\"y\"\"\nz\"\n", [["1", "x, \"y\"\nz"]]),
        ("a,b\n\n1,\n\r\n\"\",2", [["1", ""], ["", "2"]]),
        ("a,b\n1,2\r", [["1", "2"]]),
        ("a,b\n", []),
    ])
    func `a table is read as RFC 4180 has it`(_ text: String, _ rows: [[String]]) throws {
        let table = try table(text)
        #expect(table.headings == ["a", "b"])
        #expect(table.rows.map(\.cells) == rows)
    }

    @Test func `rows are counted as a spreadsheet shows them`() throws {
        #expect(try table("a,b\n\"1\n1\",2\n\n3,4\n").rows.map(\.number) == [2, 4])
    }

    @Test(arguments: [
        ("", "t.csv: the file is empty; a heading is expected in row 1"),
        ("a;b\n1;2", "t.csv: the cells are separated by semicolons; save the table with commas"),
        ("a\tb\n", "t.csv: the cells are separated by tabs; save the table with commas"),
        ("a,,b\n", "t.csv: the heading of column 2 is empty"),
        ("a,a\n", "t.csv: two columns are called a"),
        ("a,b\n1,2\n1\n", "t.csv, row 3: the row has 1 cells and the heading 2"),
        ("a,b\n1,2,3\n", "t.csv, row 2: the row has 3 cells and the heading 2"),
        ("a,b\n1,\"2", "t.csv, row 2, column 2: the cell begins with a quote that does not end"),
        ("a,b\n1,\"", "t.csv, row 2, column 2: the cell begins with a quote that does not end"),
        ("a,b\n1,\"2\"x\n", "t.csv, row 2, column 2: something follows the quote that ends the cell"),
        ("a,b\n1,2\"\n", "t.csv, row 2, column 2: a quote stands within a cell that does not begin with one"),
        ("a,b\r1,2\r", "t.csv, row 1, column 2: a line ends with CR alone; save it with LF or CRLF"),
    ])
    func `what is no table is refused with its place`(_ text: String, _ sentence: String) {
        let error = #expect(throws: MeasureError.self) { try table(text) }
        #expect(error?.description == sentence)
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        let error = #expect(throws: MeasureError.self) {
            try CSVTable.read(Array("a,b\n1,".utf8) + [0xE9, 0x0A], file: "t.csv")
        }
        #expect(error?.description == "t.csv, row 2, column 2: the cell is not in UTF-8")
    }

    @Test(arguments: [
        "a,b,c,d\n", "a\n1\n2\n3\n", "a\n123456\n", "a\n\"123456\"\n", "a\n\"123456",
        "a\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n",
    ])
    func `a table larger than the limits is refused`(_ text: String) {
        let error = #expect(throws: MeasureError.self) {
            try table(text, limits: .init(bytes: 20, rows: 2, columns: 3, cellBytes: 5))
        }
        #expect(error?.problems.first?.code == "too-large")
    }

    @Test(arguments: [
        ("1", NumberCell.number(1)), (" -1.5e3 ", .number(-1500)), ("", .missing), ("NA", .missing), ("..", .missing),
        ("1,5", .wrong("1,5 is not a number; write the decimal point as a point")),
        ("inf", .wrong("inf is not a number; leave the cell empty, or write NA, where there is none")),
        ("0x10", .wrong("0x10 is not a number; leave the cell empty, or write NA, where there is none")),
        ("1e999", .wrong("1e999 is not a number; leave the cell empty, or write NA, where there is none")),
    ])
    func `a cell is a number, missing, or wrong`(_ text: String, _ cell: NumberCell) {
        #expect(NumberCell(text) == cell)
    }

    @Test func `what is written reads back, and no text is a formula`() throws {
        var writer = CSVWriter()
        writer.heading(["name", "value"])
        writer.row([.text("a, \"b\"\nc"), .number(0.1)])
        writer.row([.text("=HYPERLINK(1)"), .number(.nan)])
        writer.row([.text("-1"), .number(-3)])
        writer.row([.text("@x"), .whole(12)])
        let rows = try table(writer.text).rows.map(\.cells)
        #expect(rows == [["a, \"b\"\nc", "0.1"], ["'=HYPERLINK(1)", ""], ["'-1", "-3"], ["'@x", "12"]])
    }
}
