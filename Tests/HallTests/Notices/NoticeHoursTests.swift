import Foundation
import STIX
import TestSupport
import Testing

@testable import Hall

@Suite struct NoticeHoursTests {
    private func time(_ text: String) throws -> Timestamp { try #require(Timestamp(text)) }

    private func hours(_ zone: String, _ from: String? = nil, _ until: String? = nil, digest: String = "08:00") throws
        -> NoticeHours
    {
        var quiet: NoticeHours.Quiet?
        if let from, let until {
            let (start, end) = (try minutes(from), try minutes(until))
            quiet = NoticeHours.Quiet(from: start, until: end)
        }
        let at = try minutes(digest)
        return try #require(NoticeHours(zone: zone, quiet: quiet, digest: at))
    }

    private func minutes(_ text: String) throws -> Int { try #require(TimeOfDay.minutes(text)) }

    @Test func `what is urgent waits for nothing`() throws {
        let hours = try hours("Africa/Tunis", "22:00", "06:30")
        let night = try time("2026-11-29T02:00:00.000Z")
        #expect(hours.next(.urgent, at: night) == night)
    }

    @Test(arguments: [
        // Tunis is an hour before UTC all year.
        ("Africa/Tunis", "22:00", "06:30", "2026-11-29T20:59:59.000Z", "2026-11-29T20:59:59.000Z"),
        ("Africa/Tunis", "22:00", "06:30", "2026-11-29T21:00:00.000Z", "2026-11-30T05:30:00.000Z"),
        ("Africa/Tunis", "22:00", "06:30", "2026-11-30T02:00:00.123Z", "2026-11-30T05:30:00.000Z"),
        ("Africa/Tunis", "22:00", "06:30", "2026-11-30T05:29:59.999Z", "2026-11-30T05:30:00.000Z"),
        ("Africa/Tunis", "22:00", "06:30", "2026-11-30T05:30:00.000Z", "2026-11-30T05:30:00.000Z"),
        // Hours within a day.
        ("UTC", "12:00", "13:00", "2026-01-01T12:59:00.000Z", "2026-01-01T13:00:00.000Z"),
        ("UTC", "12:00", "13:00", "2026-01-01T23:59:00.000Z", "2026-01-01T23:59:00.000Z"),
        // Clocks go forward at 2 in Paris: what would come at half past two comes at three.
        ("Europe/Paris", "23:00", "02:30", "2026-03-29T00:30:00.000Z", "2026-03-29T01:00:00.000Z"),
        // Zones with odd offsets.
        ("Asia/Kathmandu", "22:00", "07:00", "2026-05-01T18:00:00.000Z", "2026-05-02T01:15:00.000Z"),
    ]) func `quiet hours end when they end there`(
        _ zone: String, _ from: String, _ until: String, _ at: String, _ expected: String
    ) throws {
        #expect(try hours(zone, from, until).next(.soon, at: time(at)) == time(expected))
    }

    @Test(arguments: [
        ("UTC", "08:00", "2026-01-01T08:00:00.000Z", "2026-01-01T08:00:00.000Z"),
        ("UTC", "08:00", "2026-01-01T08:00:00.001Z", "2026-01-02T08:00:00.000Z"),
        ("UTC", "00:00", "2026-12-31T23:59:59.999Z", "2027-01-01T00:00:00.000Z"),
        ("America/New_York", "08:00", "2026-03-08T06:00:00.000Z", "2026-03-08T12:00:00.000Z"),
        ("America/New_York", "08:00", "2026-03-07T14:00:00.000Z", "2026-03-08T12:00:00.000Z"),
        ("America/New_York", "08:00", "2026-10-31T13:00:00.000Z", "2026-11-01T13:00:00.000Z"),
    ]) func `a digest comes at its time of day`(_ zone: String, _ digest: String, _ at: String, _ expected: String)
        throws
    {
        #expect(try hours(zone, digest: digest).next(.digest, at: time(at)) == time(expected))
    }

    @Test func `a digest that falls into quiet hours comes at their end`() throws {
        let hours = try hours("UTC", "22:00", "09:00", digest: "08:00")
        #expect(try hours.next(.digest, at: time("2026-01-01T10:00:00.000Z")) == time("2026-01-02T09:00:00.000Z"))
    }

    /// Over a year, in zones whose clocks change: never in quiet hours, never before, never more than two days later.
    @Test(arguments: [
        "UTC", "Africa/Casablanca", "Europe/Paris", "America/St_Johns", "Australia/Lord_Howe", "Asia/Riyadh",
    ])
    func `every answer is outside of quiet hours, and not long after`(_ zone: String) throws {
        var dice = Dice(7)
        for _ in 0..<300 {
            let from = Int.random(in: 0..<1_440, using: &dice)
            let until = (from + Int.random(in: 1..<1_380, using: &dice)) % 1_440
            guard let quiet = NoticeHours.Quiet(from: from, until: until) else { continue }
            let digest = Int.random(in: 0..<1_440, using: &dice)
            let hours = try #require(NoticeHours(zone: zone, quiet: quiet, digest: digest))
            let at = Timestamp(
                clamping: StandingClock.start + Int64.random(in: 0..<(366 * 86_400), using: &dice) * 1_000_000)
            for urgency in Urgency.allCases {
                let next = hours.next(urgency, at: at)
                #expect(next >= at && next.microseconds - at.microseconds <= 49 * 3_600 * 1_000_000)
                if urgency != .urgent { #expect(!quiet.contains(hours.minute(of: next)), "\(zone) \(at) \(quiet)") }
                // Who asks again then may tell.
                if urgency == .soon { #expect(hours.next(.soon, at: next) == next) }
            }
        }
    }

    @Test func `what is no time, no zone and no part of a day is refused`() {
        #expect(
            NoticeHours(zone: "Mars/Olympus") == nil && NoticeHours(zone: "UTC\0x") == nil
                && NoticeHours(zone: "UTC", digest: 1_440) == nil)
        #expect(NoticeHours(zone: String(repeating: "A", count: 65)) == nil)
        #expect(NoticeHours.Quiet(from: 60, until: 60) == nil && NoticeHours.Quiet(from: -1, until: 60) == nil)
        for text in ["", "8:00", "24:00", "12:60", "12:00x", "12:00:01", "aa:bb"] {
            #expect(TimeOfDay.minutes(text) == nil, "\(text)")
        }
        #expect(TimeOfDay.minutes("23:59") == 1_439 && TimeOfDay.minutes("07:05:00") == 425)
        #expect(TimeOfDay.text(425) == "07:05")
    }
}
