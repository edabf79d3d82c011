/// A straight scale from a smallest to a largest value, with round numbers to mark.
public struct ChartAxis: Sendable, Hashable {
    public let range: ClosedRange<Double>
    /// Where the lines stand, ascending and within the range.
    public let ticks: [Double]
    /// Digits behind the point that the ticks need.
    public let decimals: Int

    /// An axis that shows all the values that are numbers, from zero where `fromZero`.
    public init(of values: some Sequence<Double>, fromZero: Bool = false) {
        let numbers = values.filter(\.isFinite)
        let low = min(numbers.min() ?? 0, fromZero ? 0 : .infinity)
        let high = max(numbers.max() ?? 1, fromZero ? 0 : -.infinity)
        self.init(low...(high > low ? high : low + max(low.magnitude, 1)))
    }

    /// An axis over the range, widened to round numbers where `rounding`.
    ///
    /// - Precondition: both ends are finite; a range of one value is widened.
    public init(_ range: ClosedRange<Double>, rounding: Bool = true) {
        precondition(range.lowerBound.isFinite && range.upperBound.isFinite, "an axis has two ends")
        let span = range.upperBound - range.lowerBound
        let (step, decimals) = ChartAxis.step(of: span > 0 ? span : 1)
        var (low, high) = (range.lowerBound, span > 0 ? range.upperBound : range.lowerBound + 1)
        if rounding {
            low = (low / step).rounded(.down) * step
            high = (high / step).rounded(.up) * step
        }
        self.range = low...high
        self.decimals = decimals
        let first = (low / step).rounded(.up)
        ticks = (0...24).map { (first + Double($0)) * step }.filter { $0 <= high + step * 1e-9 }
    }

    /// Ranks from first to last: 1 is always marked, and so is the last.
    public init(ranks count: Int) {
        let last = max(count, 2)
        let step = max(1, Int(ChartAxis.step(of: Double(last)).step))
        let inner = stride(from: step, to: last, by: step).filter { $0 > 1 && last - $0 > step / 2 }
        range = 1...Double(last)
        ticks = ([1] + inner + [last]).map(Double.init)
        decimals = 0
    }

    /// Where a value stands, in percent of the width; values outside stand at the end.
    func percent(_ value: Double) -> Double {
        guard value.isFinite else { return 0 }
        let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
        return min(max(share, 0), 1) * 100
    }

    /// One, two or five times a power of ten, so that the span holds about five of them, and the digits that it needs.
    private static func step(of span: Double) -> (step: Double, decimals: Int) {
        var (unit, decimals) = (1.0, 0)
        while unit * 10 <= span / 4, unit < 1e300 { unit *= 10 }
        while unit > span / 4, decimals < 9 {
            unit /= 10
            decimals += 1
        }
        let factor = [5.0, 2.0].first { unit * $0 <= span / 4 } ?? 1
        return (unit * factor, decimals)
    }

    /// The numbers of the axis, for the head of a column of plots.
    var heading: Markup {
        let texts = ticks.map { tick -> Markup in
            let x = percent(tick)
            let anchor: Markup = x < 4 ? "start" : x > 96 ? "end" : "middle"
            return "<text x=\"\(at: x)%\" y=\"12\" text-anchor=\"\(anchor)\">\(tick, decimals: decimals)</text>"
        }
        return "<svg class=\"axis\" width=\"100%\" height=\"16\" aria-hidden=\"true\">\(texts)</svg>"
    }

    /// The marks of one row over the lines of the axis.
    func plot(height: Int = 18, _ marks: Markup) -> Markup {
        let lines = ticks.map { tick -> Markup in
            "<line class=\"tick\" x1=\"\(at: percent(tick))%\" x2=\"\(at: percent(tick))%\" y1=\"0\" y2=\"\(height)\"/>"
        }
        return """
            <svg class="plot" width="100%" height="\(height)" aria-hidden="true">\(lines)\(marks)</svg>
            """
    }

    /// A bar between two values.
    func bar(_ name: Markup, from start: Double, to end: Double, y: Int, height: Int) -> Markup {
        let (left, right) = (percent(min(start, end)), percent(max(start, end)))
        return """
            <rect class="\(name)" x="\(at: left)%" width="\(at: right - left)%" y="\(y)" height="\(height)"/>
            """
    }
}
