/// Places in an order in which equal values share the mean of their places; a missing value has a missing rank.
public enum MidRanks {
    /// From 1 for the least value.
    public static func ascending(_ values: [Double]) -> [Double] {
        ranks(of: values) { values[$0] < values[$1] }
    }

    /// From 1 for the greatest value.
    public static func descending(_ values: [Double]) -> [Double] {
        ranks(of: values) { values[$0] > values[$1] }
    }

    private static func ranks(of values: [Double], by isBefore: (Int, Int) -> Bool) -> [Double] {
        let order = values.indices.filter { !values[$0].isNaN }.sorted(by: isBefore)
        var ranks = [Double](repeating: NumberGrid.missing, count: values.count)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
            start = end
        }
        return ranks
    }
}
