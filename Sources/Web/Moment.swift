package import HTML

/// A time as it was written, in RFC 3339 and UTC, kept with all its decimals.
package struct Moment: Sendable, Hashable, Comparable, ExpressibleByStringLiteral {
    /// The exact text.
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package init(stringLiteral value: String) {
        text = value
    }

    package static func < (left: Moment, right: Moment) -> Bool {
        left.text < right.text
    }

    struct Parts {
        let year: Int
        let month: Int
        let day: Int
        let clock: Substring
    }

    /// Its calendar parts; nothing for a text that is no time in UTC.
    var parts: Parts? {
        let bytes = Array(text.utf8)
        guard (20...30).contains(bytes.count), bytes.last == UInt8(ascii: "Z") else { return nil }
        for (index, byte) in bytes.dropLast().enumerated() {
            let expected: UInt8? =
                switch index {
                case 4, 7: UInt8(ascii: "-")
                case 10: UInt8(ascii: "T")
                case 13, 16: UInt8(ascii: ":")
                case 19: UInt8(ascii: ".")
                default: nil
                }
            guard expected.map({ $0 == byte }) ?? Form.isDigit(byte) else { return nil }
        }
        guard bytes.count != 21 else { return nil }
        func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 } }
        let (month, day) = (number(5..<7), number(8..<10))
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        guard number(11..<13) < 24, number(14..<16) < 60, number(17..<19) <= 60 else { return nil }
        return Parts(year: number(0..<4), month: month, day: day, clock: text.dropFirst(11).prefix(5))
    }

    /// The day in words, `22 Nov 2026`; the exact time is in the markup.
    package func day(in language: Language) -> Markup {
        guard let parts else { return Shown.code(text, bytes: 40) }
        return "<time datetime=\"\(text)\">\(Moment.words(parts, language))</time>"
    }

    /// The day and the time of day, `22 Nov 2026, 13:05 UTC`.
    package func minute(in language: Language) -> Markup {
        guard let parts else { return Shown.code(text, bytes: 40) }
        return
            "<time datetime=\"\(text)\">\(Moment.words(parts, language))\(language.beforeClock)<bdi>\(parts.clock) UTC</bdi></time>"
    }

    private static func words(_ parts: Parts, _ language: Language) -> String {
        let month = language.months[parts.month - 1]
        return switch language {
        case .english, .french, .arabic, .spanish: "\(parts.day)\u{A0}\(month)\u{A0}\(parts.year)"
        case .russian: "\(parts.day)\u{A0}\(month)\u{A0}\(parts.year)\u{A0}г."
        case .chinese: "\(parts.year)年\(month)\(parts.day)日"
        }
    }
}

extension Language {
    /// What stands between the members of a list: a comma and a space, in most languages.
    package var comma: String {
        switch self {
        case .english, .french, .spanish, .russian: ", "
        case .arabic: "، "
        case .chinese: "、"
        }
    }

    /// What stands between a day and a time of day.
    fileprivate var beforeClock: String { self == .chinese ? " " : comma }

    /// Short names of the months.
    fileprivate var months: [String] {
        switch self {
        case .english: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        case .french:
            ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
        case .arabic:
            [
                "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
                "ديسمبر",
            ]
        case .spanish: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"]
        case .russian:
            [
                "янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.", "нояб.", "дек.",
            ]
        case .chinese: (1...12).map { "\($0)月" }
        }
    }
}
