extension Language {
    /// A whole number with its thousands apart: `12,345`, `12 345`.
    package func number(_ number: Int) -> String {
        let separator =
            switch self {
            case .english, .arabic, .chinese: ","
            case .french: "\u{202F}"
            case .spanish: "."
            case .russian: "\u{A0}"
            }
        let digits = String(number.magnitude)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += separator }
            result.append(digit)
        }
        return number < 0 ? "−" + result : result
    }
}

/// Which form of a noun goes with a number, by the rules of Unicode CLDR for the languages we have.
package enum Plural {
    /// One, or any other number.
    package static func english(_ number: Int, _ one: String, _ other: String) -> String {
        number == 1 ? one : other
    }

    /// None and one take the singular.
    package static func french(_ number: Int, _ one: String, _ other: String) -> String {
        number == 0 || number == 1 ? one : other
    }

    /// One takes the singular.
    package static func spanish(_ number: Int, _ one: String, _ other: String) -> String {
        number == 1 ? one : other
    }

    /// The three forms of Russian: 1 and 21, 2 to 4 and 22, all others.
    package static func russian(_ number: Int, _ one: String, _ few: String, _ many: String) -> String {
        switch (number.magnitude % 10, number.magnitude % 100) {
        case (_, 11...14): many
        case (1, _): one
        case (2...4, _): few
        default: many
        }
    }

    /// The six forms of Arabic.
    package static func arabic(
        _ number: Int, zero: String, one: String, two: String, few: String, many: String, other: String
    ) -> String {
        switch number {
        case 0: zero
        case 1: one
        case 2: two
        default:
            switch number % 100 {
            case 3...10: few
            case 11...99: many
            default: other
            }
        }
    }
}

/// How many there are: exact, or more than we counted.
package enum Tally: Sendable, Hashable {
    case exactly(Int)
    case moreThan(Int)

    /// The number to inflect a noun by.
    package var number: Int {
        switch self {
        case .exactly(let number), .moreThan(let number): number
        }
    }
}
