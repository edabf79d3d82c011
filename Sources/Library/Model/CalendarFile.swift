import Foundation
import Hall
import Kinds
import STIX
import Web

/// A calendar as other programs read it (iCalendar, RFC 5545).
struct CalendarFile {
    /// An object of a kind with dates.
    struct Event {
        let uid: String
        let summary: String
        let url: String
        let place: String
        let changed: Moment
        let sequence: Int
        fileprivate let start: Time
        fileprivate let end: Time?

        fileprivate enum Time {
            /// A whole day (§3.3.4).
            case day(FullDate)
            /// A moment, written in UTC (§3.3.5, form 2).
            case moment(Date)
        }

        /// Nil for an object that has no date.
        init?(_ row: RecordRow, at address: String) {
            guard let dates = row.kind.dates, let start = Self.time(row.values[dates.start]) else { return nil }
            self.start = start
            // An end that is none is left out: before its start, of the other type, beyond what a date can say.
            end =
                switch (start, dates.end.flatMap { Self.time(row.values[$0]) }) {
                // The end of days is the day after the last one (§3.6.1).
                case (.day(let first), .day(let last)?) where first <= last && last.description < "9999-12-31":
                    .day(last.next)
                case (.moment(let first), .moment(let last)?) where first <= last: .moment(last)
                default: nil
                }
            // The same on every gateway, and for as long as the object is the same; with its type, as identifiers have it.
            uid = row.id
            summary = row.name
            url = address + Address.object(row.id).href
            place = dates.place.flatMap { row.values[$0]?.string } ?? ""
            changed = row.changed
            // A later version has a greater number (§3.8.7.4): the seconds since the first.
            let (first, last) = (Timestamp(row.created.text), Timestamp(row.changed.text))
            sequence = Int(clamping: ((last?.microseconds ?? 0) - (first?.microseconds ?? 0)) / 1_000_000)
        }

        private static func time(_ value: JSON?) -> Time? {
            guard let text = value?.string else { return nil }
            if let day = FullDate(text) { return .day(day) }
            return ZonedMoment(text).map { .moment($0.date) }
        }
    }

    let name: String
    let events: [Event]

    var text: String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Concord//Concord//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "X-WR-CALNAME:\(Self.escaped(name))",
        ]
        for event in events {
            lines += [
                "BEGIN:VEVENT", "UID:\(event.uid)", "DTSTAMP:\(Self.utc(event.changed))",
                "LAST-MODIFIED:\(Self.utc(event.changed))",
            ]
            lines.append("SEQUENCE:\(min(event.sequence, Int(Int32.max)))")
            lines.append(Self.time("DTSTART", event.start))
            if let end = event.end { lines.append(Self.time("DTEND", end)) }
            lines.append("SUMMARY:\(Self.escaped(event.summary))")
            if !event.place.isEmpty { lines.append("LOCATION:\(Self.escaped(event.place))") }
            lines += ["URL:\(event.url)", "END:VEVENT"]
        }
        lines.append("END:VCALENDAR")
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private static func time(_ name: String, _ time: Event.Time) -> String {
        switch time {
        case .day(let day): "\(name);VALUE=DATE:\(day.description.replacing("-", with: ""))"
        case .moment(let date): "\(name):\(utc(Moment(Timestamp(date).description)))"
        }
    }

    private static func utc(_ moment: Moment) -> String {
        let text = moment.text.prefix(19).filter { $0 != "-" && $0 != ":" }
        return text + "Z"
    }

    /// Text of others (§3.3.11); control characters have no place in it.
    static func escaped(_ text: String) -> String {
        var result = ""
        for sign in text.unicodeScalars {
            switch sign {
            case "\\", ";", ",": result += "\\" + String(sign)
            case "\n": result += "\\n"
            case _ where sign.value < 0x20 || sign.value == 0x7F: continue
            default: result.unicodeScalars.append(sign)
            }
        }
        return result
    }

    /// Lines of at most 75 bytes, cut between characters (§3.1).
    static func folded(_ line: String) -> String {
        var (result, room) = ("", 75)
        for scalar in line.unicodeScalars {
            let size = String(scalar).utf8.count
            if size > room {
                result += "\r\n "
                room = 74
            }
            result.unicodeScalars.append(scalar)
            room -= size
        }
        return result
    }
}
