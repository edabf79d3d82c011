package import Foundation
package import STIX

extension Timestamp {
    /// The same moment, for calendars.
    package var date: Date { Date(timeIntervalSince1970: Double(microseconds) / 1_000_000) }

    /// - Parameter date: a moment; beyond what a timestamp can say, the nearest that it can.
    package init(_ date: Date) {
        let most = 9e18
        self.init(clamping: Int64(min(max(date.timeIntervalSince1970 * 1_000_000, -most), most)))
    }
}
