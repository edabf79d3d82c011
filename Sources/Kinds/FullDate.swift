public import Foundation

/// A day of the calendar, as RFC 3339 §5.6 writes it: `2026-11-30`.
public struct FullDate: Sendable, Hashable, Comparable, LosslessStringConvertible {
    /// As it is written; days compare as their texts do.
    public let description: String

    /// Nil where there is no such day.
    public init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            description.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year >= 1,
            (1...12).contains(month), day >= 1
        else { return nil }
        let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day <= days[month - 1] else { return nil }
        self.description = description
    }

    /// The day of a moment in UTC.
    public init(of moment: Date) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: moment)
        func digits(_ number: Int?, _ count: Int) -> String {
            let text = String(number ?? 1)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        description = "\(digits(parts.year, 4))-\(digits(parts.month, 2))-\(digits(parts.day, 2))"
    }

    public static func < (left: FullDate, right: FullDate) -> Bool { left.description < right.description }

    /// The first moment of the day in UTC.
    public var start: Date {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = description.split(separator: "-").compactMap { Int($0) }
        return calendar.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2])) ?? .distantPast
    }

    /// The day after.
    public var next: FullDate { FullDate(of: start.addingTimeInterval(86_400)) }
}

/// A moment with its offset and its zone, as RFC 9557 writes it: `2026-11-30T09:00:00+01:00[Africa/Tunis]`.
public struct ZonedMoment: Sendable, Hashable, LosslessStringConvertible {
    /// As it is written.
    public let description: String
    /// The moment.
    public let date: Date
    /// The zone of the IANA database; nil where only the offset is known.
    public let zone: String?

    /// Nil where it is not of the form, or the zone is not known.
    public init?(_ description: String) {
        guard description.utf8.count <= 100 else { return nil }
        self.description = description
        var text = description[...]
        if let open = text.firstIndex(of: "[") {
            guard text.hasSuffix("]") else { return nil }
            let name = String(text[text.index(after: open)...].dropLast())
            guard TimeZone(identifier: name) != nil, name.contains("/") || name == "UTC" else { return nil }
            (zone, text) = (name, text[..<open])
        } else {
            zone = nil
        }
        // RFC 3339 §5.6: date, T, hours and minutes, perhaps seconds, then the offset.
        guard
            let match = text.wholeMatch(
                of: /([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|[+-][0-9]{2}:[0-9]{2})/),
            let day = FullDate(String(match.1)), let hour = Int(match.2), let minute = Int(match.3), hour < 24,
            minute < 60
        else { return nil }
        let second = match.4.flatMap { Int($0) } ?? 0
        guard second < 60 else { return nil }
        var offset = 0
        if match.5 != "Z" {
            let parts = match.5.dropFirst().split(separator: ":").compactMap { Int($0) }
            guard parts[0] < 24, parts[1] < 60 else { return nil }
            offset = (parts[0] * 60 + parts[1]) * (match.5.first == "-" ? -60 : 60)
        }
        date = day.start.addingTimeInterval(Double(hour * 3_600 + minute * 60 + second - offset))
    }
}
