/// Regular expressions: an expression, a line feed, a text. No crash, and no more work than length times size.
func fuzzExpressions(_ input: UnsafeBufferPointer<UInt8>) {
    let parts = input.split(separator: 0x0A, maxSplits: 1)
    guard let first = parts.first, let text = String(validating: first, as: UTF8.self),
        let expression = try? RegularExpression(text)
    else { return }
    let subject = parts.count > 1 ? Array(parts[1]) : []
    guard String(validating: subject, as: UTF8.self) != nil else { return }
    let most = 3 * (subject.count + 2) * (expression.program.count + 2)
    var budget = most
    let fits = subject.withUnsafeBufferPointer { expression.fits($0, budget: &budget) }
    precondition(fits != nil, "more work than length times size")
}
