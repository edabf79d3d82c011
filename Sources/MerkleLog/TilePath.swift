/// The part of a path that tiles and entry bundles share: `<N>[.p/<W>]` (C2SP tlog-tiles, "Merkle Tree").
struct TilePath {
    /// Longer than any path that can be written.
    static let maximumLength = 64

    let index: Int
    let width: Int

    /// The limits let `index * 256 + width` be counted without overflow.
    init?(index: Int, width: Int) {
        guard 0...(Int.max >> 8) ~= index, 1...Tile.fullWidth ~= width else { return nil }
        guard width <= Int.max - index * Tile.fullWidth else { return nil }
        self.index = index
        self.width = width
    }

    /// Reads leniently; who calls compares the path written again with the one that came.
    init?(_ text: some Collection<UInt8>) {
        var parts = text.split(separator: UInt8(ascii: "/"))[...]
        var width = Tile.fullWidth
        if parts.dropLast().last?.suffix(2).elementsEqual(".p".utf8) ?? false {
            guard let last = parts.popLast(), let partial = Int(decimal: last) else { return nil }
            guard partial < Tile.fullWidth else { return nil }
            width = partial
        }
        var index = 0
        for part in parts {
            for digit in part where digit != UInt8(ascii: "x") {
                if digit == UInt8(ascii: ".") { break }
                guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit, index <= Int.max / 10 - 1 else { return nil }
                index = index * 10 + Int(digit - UInt8(ascii: "0"))
            }
        }
        self.init(index: index, width: width)
    }

    static func text(index: Int, width: Int) -> String {
        var text = threeDigits(index % 1000)
        var rest = index / 1000
        while rest > 0 {
            text = "x" + threeDigits(rest % 1000) + "/" + text
            rest /= 1000
        }
        return width == Tile.fullWidth ? text : text + ".p/\(width)"
    }

    private static func threeDigits(_ number: Int) -> String {
        String("00\(number)".suffix(3))
    }
}

extension Int {
    /// A number as the specifications write it: ASCII digits only, no sign, no leading zero.
    init?(decimal digits: some Collection<UInt8>) {
        guard let first = digits.first, first != UInt8(ascii: "0") || digits.count == 1 else { return nil }
        var value = 0
        for digit in digits {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
            guard !overflow, !carry else { return nil }
            value = sum
        }
        self = value
    }
}
