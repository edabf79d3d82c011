/// Writes doubles as ECMAScript's `Number::toString` does, which RFC 8785 §3.2.2.3 prescribes.
enum ECMAScriptNumber {
    /// The text of a finite number; nil for infinity and not-a-number.
    static func text(of value: Double) -> String? {
        guard value.isFinite else { return nil }
        if value == 0 { return "0" }
        let (digits, exponent) = shortestDigits(of: value.magnitude)
        let sign = value < 0 ? "-" : ""
        // The value is 0.d1d2d3… × 10^exponent; the four shapes are those of ECMA-262 §6.1.6.1.20.
        let count = digits.count
        if count <= exponent, exponent <= 21 {
            return sign + digits + String(repeating: "0", count: exponent - count)
        }
        if 0 < exponent, exponent <= 21 {
            return sign + digits.prefix(exponent) + "." + digits.dropFirst(exponent)
        }
        if -6 < exponent, exponent <= 0 {
            return sign + "0." + String(repeating: "0", count: -exponent) + digits
        }
        let power = exponent - 1
        let mark = power < 0 ? "e-" : "e+"
        let fraction = count > 1 ? "." + digits.dropFirst() : ""
        return sign + digits.prefix(1) + fraction + mark + String(abs(power))
    }

    /// The fewest digits that read back as the same number, without zeros at either end, and where the point stands.
    ///
    /// Swift's own description has these digits, in another shape.
    private static func shortestDigits(of value: Double) -> (digits: String, exponent: Int) {
        let parts = value.description.split(separator: "e", maxSplits: 1)
        let mantissa = parts[0].split(separator: ".", maxSplits: 1)
        let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let fraction = mantissa.count > 1 ? mantissa[1] : ""
        var digits = mantissa[0] + fraction
        var exponent = mantissa[0].count + power
        while digits.first == "0", digits.count > 1 {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.last == "0", digits.count > 1 { digits.removeLast() }
        return (String(digits), exponent)
    }
}
