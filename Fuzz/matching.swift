/// Matching: a pattern, a line feed, objects one a line. No crash, the budget is kept, and what is found is enough by itself
/// and found by an index too.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let lines = UnsafeBufferPointer(start: start, count: count).split(separator: 0x0A, maxSplits: 64)
    guard let first = lines.first, let pattern = try? Pattern.parse(Array(first)) else { return 0 }
    var reader = ObservedDataReader()
    for line in lines.dropFirst() { try? reader.add(Array(line)) }
    guard let observed = try? reader.observations() else { return 0 }
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
    return 0
}
