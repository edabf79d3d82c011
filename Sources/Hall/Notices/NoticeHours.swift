import Foundation
package import STIX

/// When somebody may be told of something: their time zone, the hours in which they are left alone, and when their digest comes.
package struct NoticeHours: Sendable, Hashable {
    /// A name of the IANA time zone database.
    package let zone: String
    /// The hours in which nothing but what is urgent is told; nil for none.
    package let quiet: Quiet?
    /// When the digest comes, in minutes since midnight.
    package let digest: Int
    private let calendar: Calendar

    /// From one minute of the day to another, over midnight where the second is smaller.
    package struct Quiet: Sendable, Hashable {
        package let from: Int
        package let until: Int

        /// Nil where it is no part of a day: the whole of one would never end.
        package init?(from: Int, until: Int) {
            guard 0..<1_440 ~= from, 0..<1_440 ~= until, from != until else { return nil }
            (self.from, self.until) = (from, until)
        }

        func contains(_ minute: Int) -> Bool {
            from < until ? from..<until ~= minute : minute >= from || minute < until
        }
    }

    /// Nil where there is no such time zone or time of day.
    package init?(zone: String, quiet: Quiet? = nil, digest: Int = 8 * 60) {
        guard 0..<1_440 ~= digest, zone.utf8.count <= 64,
            zone.utf8.allSatisfy({
                UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0
                    || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || [0x2B, 0x2D, 0x2F, 0x5F].contains($0)
            }), let known = TimeZone(identifier: zone)
        else { return nil }
        self.zone = zone
        self.quiet = quiet
        self.digest = digest
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = known
        self.calendar = calendar
    }

    /// For whoever has said nothing.
    package static let unstated: NoticeHours = {
        guard let hours = NoticeHours(zone: "UTC") else { preconditionFailure("there is no UTC") }
        return hours
    }()

    /// The first moment, not before `time`, at which something of this urgency may be told.
    package func next(_ urgency: Urgency, at time: Timestamp) -> Timestamp {
        switch urgency {
        case .urgent: time
        case .soon: afterQuiet(time)
        case .digest: afterQuiet(moment(digest, from: time))
        }
    }

    /// A moment as its minute of the day there.
    func minute(of time: Timestamp) -> Int {
        let parts = calendar.dateComponents([.hour, .minute], from: time.date)
        return (parts.hour ?? 0) * 60 + (parts.minute ?? 0)
    }

    private func afterQuiet(_ time: Timestamp) -> Timestamp {
        guard let quiet, quiet.contains(minute(of: time)) else { return time }
        return moment(quiet.until, from: time)
    }

    /// When it is this time of day next; in a day that has no such time, because clocks go forward, at the next that it has.
    private func moment(_ minute: Int, from time: Timestamp) -> Timestamp {
        let wanted = DateComponents(hour: minute / 60, minute: minute % 60, second: 0)
        // `nextDate` looks only at what comes after.
        let before = Date(timeIntervalSince1970: (time.date.timeIntervalSince1970 - 1).rounded(.up))
        guard
            let found = calendar.nextDate(
                after: before, matching: wanted, matchingPolicy: .nextTime, repeatedTimePolicy: .first)
        else { return time }
        return max(time, Timestamp(clamping: Int64(found.timeIntervalSince1970 * 1_000_000)))
    }

    package static func == (left: NoticeHours, right: NoticeHours) -> Bool {
        left.zone == right.zone && left.quiet == right.quiet && left.digest == right.digest
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(zone)
        hasher.combine(quiet)
        hasher.combine(digest)
    }
}

/// A time of day as a form sends it (HTML, `input type=time`): `HH:MM`.
enum TimeOfDay {
    static func minutes(_ text: String) -> Int? {
        guard let match = text.wholeMatch(of: /([0-9]{2}):([0-9]{2})(:00)?/), let hour = Int(match.1),
            let minute = Int(match.2), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    static func text(_ minutes: Int) -> String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }
}
