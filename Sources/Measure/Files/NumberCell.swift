/// What a cell that should hold a number holds.
enum NumberCell: Equatable {
    case number(Double)
    /// Nothing, `NA` or `..`, as statistical offices write it.
    case missing
    /// Something else, and why it is none.
    case wrong(String)

    init(_ cell: String) {
        let text = cell.trimmed
        if text.isEmpty || text == "NA" || text == ".." {
            self = .missing
        } else if text.utf8.allSatisfy(Self.mayStand), let number = Double(text), number.isFinite {
            self = .number(number)
        } else if text.contains(","), Double(text.replacing(",", with: ".")) != nil {
            self = .wrong("\(text) is not a number; write the decimal point as a point")
        } else {
            self = .wrong("\(text.prefix(40)) is not a number; leave the cell empty, or write NA, where there is none")
        }
    }

    /// Digits, sign, point and exponent: Swift would read `inf`, `nan` and hexadecimal numbers too.
    private static func mayStand(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
