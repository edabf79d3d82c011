import Foundation

extension Double {
    /// For sentences: six significant digits, without the noise that sums leave behind them.
    var shown: String { String(format: "%.6g", self) }
}
