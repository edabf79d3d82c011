import Foundation
import Testing

/// No thread waits where a request, a poll or a row of work can come: tasks share as many threads as there are cores, and
/// one that waits there for another task's turn stops the gateway for ever.
///
/// The types hold most of it, for a room that reads the database can only `await` it. These tests hold the rest.
struct BlockingTests {
    /// What waits for others, or for a disk, with a thread in its hand.
    private static let waits: [(what: String, pattern: String)] = [
        ("a read that blocks", #"\breadNow\b"#), ("a semaphore", #"\bDispatchSemaphore\b"#),
        ("a group of work", #"\bDispatchGroup\b"#), ("a condition", #"\bNSCondition\b|\bpthread_cond"#),
        ("a sleeping thread", #"\bThread\.sleep\b|\busleep\(|(?:^|[^.\w])sleep\("#),
        ("a queue that is waited for", #"\.sync\s*[({]"#), ("a lock held by others", #"\bflock\("#),
        ("a disk that is waited for", #"\bfsync\(|\.synchronize\(\)"#), ("another process", #"waitUntilExit|waitpid"#),
    ]

    /// Where one of them may stand, and why nobody else waits there.
    private static let reasons = [
        // The writer has a queue of its own, whose thread is nobody else's.
        "Sources/Storage/SQLite/WriterLock.swift": ["a lock held by others"],
        // A connection that is kept for a page waits on its own queue, whose thread is nobody else's.
        "Sources/Storage/Snapshot.swift": ["a semaphore"],
        // For tests, which alone see inside that room.
        "Sources/Storage/Database.swift": ["a read that blocks"],
        "Sources/Storage/Engine.swift": ["a read that blocks"],
        "Sources/Storage/SQLite/SQLiteEngine.swift": ["a read that blocks"],
        "Sources/Storage/PostgreSQL/PostgreSQLEngine.swift": ["a read that blocks"],
        // Runs on the writer's queue, after the commit.
        "Sources/Files/Durable.swift": ["a disk that is waited for"],
        // A thread of its own, which ends the process where all others hang.
        "Sources/Server/WebServer.swift": ["a sleeping thread"],
        // Asks whether it has ended, and does not wait for that.
        "Sources/Outside/LocalProgram.swift": ["another process"],
        // Takes the lock or says at once that another has it.
        "Sources/Files/ProcessLock.swift": ["a lock held by others"],
    ]

    @Test func `nothing below the commands waits with a thread in its hand`() throws {
        for room in try House().rooms {
            for file in room.files where !file.path.hasPrefix("Sources/concord/") {
                for (what, pattern) in Self.waits where Self.reasons[file.path]?.contains(what) != true {
                    let regex = try Regex(pattern)
                    let line = file.lines.first { line in
                        !line.drop { $0 == " " }.hasPrefix("//") && line.contains(regex)
                    }
                    #expect(line == nil, "\(file.path) waits: \(what)")
                }
            }
        }
    }

    @Test func `each exception is still needed`() throws {
        for (path, whats) in Self.reasons {
            let file = try SourceFile(path: path)
            for (what, pattern) in Self.waits where whats.contains(what) {
                let regex = try Regex(pattern)
                #expect(file.lines.contains { $0.contains(regex) }, "\(path): \(what)")
            }
        }
    }

    @Test func `a read that blocks can't be written outside its room`() throws {
        let lines = try SourceFile(path: "Sources/Storage/Database.swift").lines
        let declared = lines.filter { $0.contains("func readNow") }
        #expect(declared.count == 1)
        #expect(declared.allSatisfy { !$0.contains("package") && !$0.contains("public") })
    }
}
