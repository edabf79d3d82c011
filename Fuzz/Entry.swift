import Foundation

/// The target that FUZZ_TARGET names.
private let target: @Sendable (UnsafeBufferPointer<UInt8>) -> Void =
    switch ProcessInfo.processInfo.environment["FUZZ_TARGET"] {
    case "objects": fuzzObjects
    case "answers": fuzzAnswers
    case "records": fuzzRecords
    case "reports": fuzzReports
    case "patterns": fuzzPatterns
    case "matching": fuzzMatching
    case "expressions": fuzzExpressions
    case let other: preconditionFailure("there is no target \(other ?? "without a name")")
    }

/// What libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    target(UnsafeBufferPointer(start: start, count: count))
    return 0
}
