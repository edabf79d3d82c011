public import Foundation

/// A length of time as ISO 8601 writes it: `P6M`, `P1Y`, `P14D`, `PT72H`.
///
/// Months and years are those of the calendar, so it has no fixed number of seconds.
public struct ISODuration: Sendable, Hashable, LosslessStringConvertible {
    /// Calendar years.
    public private(set) var years = 0
    /// Calendar months.
    public private(set) var months = 0
    /// Days; a week is seven of them.
    public private(set) var days = 0
    /// Hours, minutes and seconds, in seconds.
    public private(set) var seconds = 0

    /// As it was written.
    public let description: String

    /// Nil where it is not of the form, or is longer than a thousand years.
    public init?(_ description: String) {
        self.description = description
        guard description.utf8.count <= 40, description.first == "P", description.count > 2 else { return nil }
        var (isTime, digits, order) = (false, "", -1)
        for sign in description.dropFirst() {
            if ("0"..."9").contains(sign) {
                digits.append(sign)
                continue
            }
            if sign == "T", !isTime, digits.isEmpty {
                (isTime, order) = (true, 3)
                continue
            }
            let units: [Character] = isTime ? ["H", "M", "S"] : ["Y", "M", "W", "D"]
            guard let number = Int(digits), number <= 1_000_000, let place = units.firstIndex(of: sign) else {
                return nil
            }
            guard place + (isTime ? 4 : 0) > order else { return nil }
            (order, digits) = (place + (isTime ? 4 : 0), "")
            switch (isTime, sign) {
            case (false, "Y"): years = number
            case (false, "M"): months = number
            case (false, "W"): days += number * 7
            case (false, "D"): days += number
            case (true, "H"): seconds += number * 3_600
            case (true, "M"): seconds += number * 60
            default: seconds += number
            }
        }
        guard digits.isEmpty, order >= 0, !description.hasSuffix("T"), years <= 1_000 else { return nil }
    }

    /// Its days, a month of 30 and a year of 365.
    var wholeDays: Int { days + months * 30 + years * 365 }

    /// The moment that is so much after another, in the calendar of UTC.
    public func after(_ moment: Date) -> Date {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = DateComponents(year: years, month: months, day: days, second: seconds)
        return calendar.date(byAdding: parts, to: moment) ?? moment
    }
}
