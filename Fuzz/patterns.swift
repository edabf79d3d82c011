/// Patterns: whatever the bytes, no crash; what can be read comes back from its canonical form, which stays the same.
func fuzzPatterns(_ input: UnsafeBufferPointer<UInt8>) {
    let bytes = Array(input)
    do throws(PatternError) {
        let (pattern, findings) = try Pattern.check(bytes)
        precondition(findings.allSatisfy { 0...bytes.count ~= $0.offset && $0.sentence.hasSuffix(".") })
        let text = pattern.description
        guard let again = try? Pattern.parse(text) else { preconditionFailure("canonical form is refused: \(text)") }
        precondition(again == pattern && again.description == text, "canonical form is another pattern: \(text)")
    } catch {
        precondition(0...bytes.count ~= error.offset)
    }
}
