extension Markup.StringInterpolation {
    /// A number with so many digits behind the point, for people: `−1.50`; `–` where it is no number.
    public mutating func appendInterpolation(_ number: Double, decimals: Int) {
        appendInterpolation(Decimals.text(number, decimals))
    }

    /// A coordinate or a length in an attribute, in hundredths; 0 where it is no number.
    mutating func appendInterpolation(at coordinate: Double) {
        let hundredths = coordinate.isFinite ? (min(max(coordinate, -1e9), 1e9) * 100).rounded() : 0
        guard hundredths != 0 else { return appendLiteral("0") }
        let number = hundredths / 100
        appendLiteral(number == number.rounded() ? String(Int(number)) : String(number))
    }
}

/// Numbers as people read them, the same on every machine and in every locale.
public enum Decimals {
    /// The number rounded to so many digits behind the point (half away from zero), with U+2212 as minus; `–` where it is no number.
    ///
    /// - Parameter decimals: 0 to 9.
    public static func text(_ number: Double, _ decimals: Int) -> String {
        guard number.isFinite else { return "–" }
        let places = min(max(decimals, 0), 9)
        var unit = 1.0
        for _ in 0..<places { unit *= 10 }
        let scaled = (number.magnitude * unit).rounded()
        // Beyond 2^53 a Double has no digits behind the point to show.
        guard scaled < 9e15 else { return String(number) }
        let digits = String(Int(scaled))
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let whole = padded.dropLast(places)
        let sign = number < 0 && scaled > 0 ? "−" : ""
        return places == 0 ? sign + whole : sign + whole + "." + padded.suffix(places)
    }
}
