package import STIX

/// A month of a year, in UTC.
package struct CalendarMonth: Sendable, Hashable, Comparable {
    package let year: Int
    /// 1 to 12.
    package let month: Int

    package init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    /// The month of a moment.
    package init(_ moment: Timestamp) {
        (year, month) = moment.yearAndMonth
    }

    package static func < (left: CalendarMonth, right: CalendarMonth) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }
}
