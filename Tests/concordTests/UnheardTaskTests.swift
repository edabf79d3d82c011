import Foundation
import Testing

/// No work goes on beside its caller where nobody waits for it: its error would be heard by nobody.
///
/// What goes on beside belongs to a group or is an `async let`, and its end and its errors are those of whoever began it. What is
/// to be done later is a row of work.
struct UnheardTaskTests {
    private static let pattern =
        #"\bTask(?:\.detached)?(?:<[^>]*>)?(?:\([^)]*\))?\s*\{|\bTask\.detached\b|\bTask\.init\b"#

    /// Where a task of its own may begin, and who hears of its end.
    private static let reasons = [
        // Awaited some lines below; it throws nothing, and a signal cancels it.
        "Sources/concord/Commands/Work.swift": 1
    ]

    @Test func `a task of its own begins only where somebody waits for it`() throws {
        let pattern = try Regex(Self.pattern)
        for file in try House().rooms.flatMap(\.files) {
            let found = file.lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") && $0.contains(pattern) }
            #expect(found.count == Self.reasons[file.path] ?? 0, "\(file.path): \(found.joined(separator: "; "))")
        }
    }

    @Test(arguments: [
        "Task { try await write() }", "Task<Void, Never> { }", "Task(priority: .low) {", "let task = Task.detached {",
        "Task.detached(operation: run)", "Task.init(operation: run)",
    ])
    func `it sees each way to begin one`(_ line: String) throws {
        #expect(line.contains(try Regex(Self.pattern)))
    }

    @Test(arguments: ["while !Task.isCancelled {", "group.addTask {", "try await Task.sleep(for: .seconds(1))"])
    func `what begins none is let be`(_ line: String) throws {
        #expect(!line.contains(try Regex(Self.pattern)))
    }
}
