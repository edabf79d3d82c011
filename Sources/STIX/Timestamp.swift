/// A moment in UTC, in whole microseconds (STIX 2.1 §2.16; RFC 3339), years 0001 to 9999.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible, LosslessStringConvertible {
    /// Microseconds since 1970-01-01T00:00:00Z; negative before it.
    public let microseconds: Int64

    /// The first moment that can be written.
    static let first: Int64 = -62_135_596_800_000_000
    /// The last moment that can be written.
    static let last: Int64 = 253_402_300_799_999_999

    /// The moment so many microseconds after 1970 UTC; nil outside the years 0001 to 9999.
    public init?(microseconds: Int64) {
        guard Timestamp.first...Timestamp.last ~= microseconds else { return nil }
        self.microseconds = microseconds
    }

    /// Reads the strict form of STIX: `2016-01-20T12:31:12.123Z`, with capital T and Z, no other offset.
    ///
    /// Digits beyond the sixth are read and dropped. A leap second (`23:59:60`) becomes the last microsecond of its day.
    public init?(_ description: String) {
        self.init(parsing: Array(description.utf8))
    }

    /// Reads the strict form from UTF-8 bytes, as `init(_:)` does from a string.
    public init?(parsing bytes: [UInt8]) {
        guard let reading = bytes.withUnsafeBufferPointer(TimestampReading.init), !reading.hasOffset else { return nil }
        self = reading.timestamp
    }

    /// Reads a moment as others may have written it: the strict form, or RFC 3339 with an offset such as `+00:00`.
    public static func foreign(_ text: String) -> Timestamp? {
        Array(text.utf8).withUnsafeBufferPointer(TimestampReading.init)?.timestamp
    }

    init(unchecked microseconds: Int64) { self.microseconds = microseconds }

    /// The year it lies in, and the month from 1 to 12.
    public var yearAndMonth: (year: Int, month: Int) {
        let date = CivilDate(daysSince1970: Int(microseconds.flooredQuotient(by: 86_400_000_000)))
        return (date.year, date.month)
    }

    /// Orders moments by time.
    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.microseconds < right.microseconds }

    /// RFC 3339 with `Z`, at least three and at most six digits of fraction.
    public var description: String {
        let day = Int(microseconds.flooredQuotient(by: 86_400_000_000))
        var rest = Int(microseconds - Int64(day) * 86_400_000_000)
        let date = CivilDate(daysSince1970: day)
        let fraction = rest % 1_000_000
        rest /= 1_000_000
        var text: [UInt8] = []
        text.reserveCapacity(27)
        func digits(_ value: Int, _ count: Int) {
            var scale = 1
            for _ in 1..<count { scale *= 10 }
            while scale > 0 {
                text.append(UInt8(48 + value / scale % 10))
                scale /= 10
            }
        }
        func mark(_ character: UInt8) { text.append(character) }
        digits(date.year, 4)
        mark(0x2D)
        digits(date.month, 2)
        mark(0x2D)
        digits(date.day, 2)
        mark(0x54)
        digits(rest / 3600, 2)
        mark(0x3A)
        digits(rest / 60 % 60, 2)
        mark(0x3A)
        digits(rest % 60, 2)
        mark(0x2E)
        digits(fraction, 6)
        for _ in 0..<3 where text.last == 0x30 { text.removeLast() }
        mark(0x5A)
        return String(decoding: text, as: UTF8.self)
    }
}

extension Int64 {
    /// The quotient rounded towards minus infinity.
    func flooredQuotient(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

/// A day of the proleptic Gregorian calendar.
struct CivilDate: Equatable {
    var year: Int
    var month: Int
    var day: Int

    init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The inverse of `daysSince1970`.
    ///
    /// Years are counted from March, so that the leap day ends them.
    init(daysSince1970: Int) {
        let shifted = daysSince1970 + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01; negative before it.
    var daysSince1970: Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Days in a month, 1 to 12.
    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
