extension Array {
    /// Its elements in parts of so many, the last of them shorter: for statements with a list, which has an end.
    func parts(of count: Int) -> [[Element]] {
        stride(from: 0, to: self.count, by: count).map { Array(self[$0..<Swift.min($0 + count, self.count)]) }
    }
}
