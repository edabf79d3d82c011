public import Foundation

/// Something that must happen in time.
public struct LifeClock: Sendable, Hashable {
    /// By which it is told.
    public let name: String
    /// What people call it.
    public let label: Phrase
    /// It runs while a thing is in this state, from the step that brought it there.
    public let state: String
    /// How long that may last.
    public let within: ISODuration
    /// Whether only working hours count: Monday to Friday, 9 to 17 in UTC.
    public let inWorkingHours: Bool
    /// Who is told when it has run out.
    public let then: [Life.Who]

    /// The longest that one runs, in days; in working hours, in working days.
    static let longest = 3_660

    /// Hours of a working day.
    private static let hours = 9..<17

    /// When it runs out, where it began to run then.
    public func due(since begun: Date) -> Date {
        guard inWorkingHours else { return within.after(begun) }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let day = Double(Self.hours.count) * 3_600
        // A day of the calendar is a working day here.
        var left = Double(within.wholeDays) * day + Double(within.seconds)
        var midnight = calendar.startOfDay(for: begun)
        for _ in 0...(Self.longest * 2) {
            if !calendar.isDateInWeekend(midnight) {
                let opens = midnight.addingTimeInterval(Double(Self.hours.lowerBound) * 3_600)
                let from = max(opens, begun)
                let closes = opens.addingTimeInterval(day)
                let room = max(0, closes.timeIntervalSince(from))
                if left <= room { return from.addingTimeInterval(left) }
                left -= room
            }
            midnight = midnight.addingTimeInterval(86_400)
        }
        return midnight
    }
}
