/// A timestamp as it was written, with what ordering cannot show.
struct TimestampReading {
    /// The moment.
    var timestamp: Timestamp
    /// Digits of fraction that were written.
    var fractionDigits: Int
    /// Whether a digit other than 0 stood behind the sixth and was dropped.
    var dropsDigits: Bool
    /// Whether the second was written as 60.
    var isLeapSecond: Bool
    /// Whether it was written with an offset, such as `+00:00`: a moment of RFC 3339, but not as STIX writes it.
    var hasOffset: Bool

    /// Reads `YYYY-MM-DDThh:mm:ss[.fraction]` with `Z` or an offset; nil for anything else (STIX 2.1 §2.16; RFC 3339 §5.6).
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count >= 20, text.count <= 64, text[4] == 0x2D, text[7] == 0x2D, text[10] == 0x54,
            text[13] == 0x3A, text[16] == 0x3A
        else { return nil }
        hasOffset = text[text.count - 1] != 0x5A
        let end = text.count - (hasOffset ? 6 : 1)
        guard end >= 19, !hasOffset || (text[end] == 0x2B || text[end] == 0x2D) && text[end + 3] == 0x3A else {
            return nil
        }
        func two(_ index: Int) -> Int {
            let high = Int(text[index]) - 48
            let low = Int(text[index + 1]) - 48
            return 0...9 ~= high && 0...9 ~= low ? high * 10 + low : -10_000
        }
        let year = two(0) * 100 + two(2)
        let month = two(5)
        let day = two(8)
        let hour = two(11)
        let minute = two(14)
        var second = two(17)
        guard year >= 1, 1...12 ~= month, day >= 1, day <= CivilDate.days(in: month, of: year),
            0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second
        else { return nil }
        isLeapSecond = second == 60
        // Leap seconds are only ever inserted at the end of a UTC day; elsewhere 60 is a mistake.
        if isLeapSecond {
            guard hour == 23, minute == 59, !hasOffset else { return nil }
            second = 59
        }
        var fraction = 0
        fractionDigits = 0
        dropsDigits = false
        if end > 19 {
            guard text[19] == 0x2E, end > 20 else { return nil }
            for index in 20..<end {
                let digit = Int(text[index]) - 48
                guard 0...9 ~= digit else { return nil }
                if fractionDigits < 6 {
                    fraction = fraction * 10 + digit
                } else if digit != 0 {
                    dropsDigits = true
                }
                fractionDigits += 1
            }
            for _ in min(fractionDigits, 6)..<6 { fraction *= 10 }
        }
        if isLeapSecond { fraction = 999_999 }
        let days = CivilDate(year: year, month: month, day: day).daysSince1970
        var seconds = days * 86_400 + hour * 3600 + minute * 60 + second
        if hasOffset {
            let (hours, minutes) = (two(end + 1), two(end + 4))
            guard 0...23 ~= hours, 0...59 ~= minutes else { return nil }
            seconds -= (text[end] == 0x2D ? -1 : 1) * (hours * 3600 + minutes * 60)
        }
        guard let timestamp = Timestamp(microseconds: Int64(seconds) * 1_000_000 + Int64(fraction)) else { return nil }
        self.timestamp = timestamp
    }
}
