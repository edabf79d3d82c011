/// Patterns: whatever the bytes, no crash; what can be read comes back from its canonical form, which stays the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    do throws(PatternError) {
        let (pattern, findings) = try Pattern.check(bytes)
        precondition(findings.allSatisfy { 0...count ~= $0.offset && $0.sentence.hasSuffix(".") })
        let text = pattern.description
        guard let again = try? Pattern.parse(text) else { preconditionFailure("canonical form is refused: \(text)") }
        precondition(again == pattern && again.description == text, "canonical form is another pattern: \(text)")
    } catch {
        precondition(0...count ~= error.offset)
    }
    return 0
}
