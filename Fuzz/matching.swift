/// Matching: a pattern, a line feed, objects one a line. No crash, the budget is kept, and what is found is enough by itself
/// and found by an index too.
func fuzzMatching(_ input: UnsafeBufferPointer<UInt8>) {
    let lines = input.split(separator: 0x0A, maxSplits: 64)
    guard let first = lines.first, let pattern = try? Pattern.parse(Array(first)) else { return }
    var reader = ObservedDataReader()
    for line in lines.dropFirst() { try? reader.add(Array(line)) }
    guard let observed = try? reader.observations() else { return }
    var budget = 200_000
    do throws(MatchRefusal) {
        let matcher = try PatternMatcher(pattern)
        let found = try matcher.match(observed, budget: &budget)
        precondition(budget <= 200_000)
        if let found {
            precondition(found.allSatisfy(observed.indices.contains))
            let again = try matcher.match(found.map { observed[$0] }, budget: 10_000_000)
            precondition(again != nil, "what was found is not enough")
        }
        var index = PatternIndex()
        try index.add(pattern)
        let indexed = try index.matches(observed, budget: 10_000_000)
        precondition(indexed.isEmpty == (found == nil), "the index sees it otherwise")
    } catch {
        precondition(!error.sentence.isEmpty)
    }
}
