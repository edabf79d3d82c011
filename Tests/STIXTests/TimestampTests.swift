import STIX
import Testing

/// Timestamps in the strict form of STIX.
@Suite struct TimestampTests {
    static let read: [(String, Int64, String)] = [
        ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00.000Z"),
        ("2016-01-20T12:31:12.123Z", 1_453_293_072_123_000, "2016-01-20T12:31:12.123Z"),
        ("1969-12-31T23:59:59.999999Z", -1, "1969-12-31T23:59:59.999999Z"),
        ("0001-01-01T00:00:00Z", -62_135_596_800_000_000, "0001-01-01T00:00:00.000Z"),
        ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
        ("2000-02-29T00:00:00.1Z", 951_782_400_100_000, "2000-02-29T00:00:00.100Z"),
        ("2024-04-06T20:03:48.1234Z", 1_712_433_828_123_400, "2024-04-06T20:03:48.1234Z"),
        ("2024-04-06T20:03:48.123456789Z", 1_712_433_828_123_456, "2024-04-06T20:03:48.123456Z"),
        ("2016-12-31T23:59:60Z", 1_483_228_799_999_999, "2016-12-31T23:59:59.999999Z"),
        ("2016-12-31T23:59:60.5Z", 1_483_228_799_999_999, "2016-12-31T23:59:59.999999Z"),
    ]

    @Test(arguments: read) func `is read and printed`(_ text: String, _ microseconds: Int64, _ printed: String) throws {
        let time = try #require(Timestamp(text))
        #expect(time.microseconds == microseconds)
        #expect(time.description == printed)
        #expect(Timestamp(printed) == time)
        #expect(Timestamp(microseconds: microseconds) == time)
    }

    @Test(arguments: [
        "", "2016-01-20", "2016-01-20T12:31:12", "2016-01-20t12:31:12Z", "2016-01-20T12:31:12z",
        "2016-01-20 12:31:12Z", "2016-01-20T12:31:12+00:00", "2016-01-20T12:31:12.Z", "2016-01-20T12:31:12,1Z",
        "2016-13-01T00:00:00Z", "2016-00-01T00:00:00Z", "2016-01-32T00:00:00Z", "2016-01-00T00:00:00Z",
        "2015-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2016-01-20T24:00:00Z", "2016-01-20T12:60:00Z",
        "2016-01-20T12:31:61Z", "2016-01-20T12:31:60Z", "0000-01-01T00:00:00Z", "12016-01-20T12:31:12Z",
        "2016-01-20T12:31:12.12a4Z", "-016-01-20T12:31:12Z", "2016-1-20T12:31:12.00Z", "2016-01-20T12:31:1 Z",
    ])
    func `is not read`(_ text: String) {
        #expect(Timestamp(text) == nil)
        #expect(Timestamp(parsing: Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        ("2016-01-20T12:31:12Z", "2016-01-20T12:31:12.000Z"), ("2016-01-20T12:31:12+00:00", "2016-01-20T12:31:12.000Z"),
        ("2016-01-20T12:31:12.123456+00:00", "2016-01-20T12:31:12.123456Z"),
        ("2016-01-01T00:30:00+05:45", "2015-12-31T18:45:00.000Z"),
        ("2015-12-31T20:30:00-03:30", "2016-01-01T00:00:00.000Z"), ("2016-01-20T12:31:12+00:0", nil),
        ("2016-01-20T12:31:12+24:00", nil), ("2016-01-20T12:31:12+00:60", nil), ("2016-01-20T12:31:12+0000", nil),
        ("2016-01-20T12:31:12 00:00", nil), ("2016-01-20T12:31+00:00", nil), ("2016-12-31T23:59:60+00:00", nil),
        ("0001-01-01T00:00:00+00:01", nil), ("9999-12-31T23:59:59-00:01", nil),
        ("2016-01-20T12:31:12.+00:00", nil),
    ])
    func `as others write it, it may have an offset`(_ text: String, _ printed: String?) {
        #expect(Timestamp.foreign(text)?.description == printed)
    }

    @Test func `outside of the years 1 to 9999 there is none`() {
        #expect(Timestamp(microseconds: -62_135_596_800_000_001) == nil)
        #expect(Timestamp(microseconds: 253_402_300_800_000_000) == nil)
    }

    @Test func `every day of four centuries is printed and read again`() throws {
        let day: Int64 = 86_400_000_000
        var previous = try #require(Timestamp(microseconds: -day))
        for number in 0..<Int64(146_097) {
            let time = try #require(Timestamp(microseconds: number * day))
            if number % 97 == 0 { #expect(Timestamp(time.description) == time) }
            if !(previous < time) { Issue.record("\(time)") }
            previous = time
        }
        #expect(previous.description == "2369-12-31T00:00:00.000Z")
    }
}
