import Foundation
import TestSupport
import Testing

@testable import Outside

/// Programs of the machine, played by shell scripts.
@Suite struct LocalProgramTests {
    private func script(_ text: String) throws -> (path: String, folder: TemporaryFolder) {
        let folder = try TemporaryFolder()
        let path = folder.path + "/ring"
        try Data("#!/bin/sh\ncd \(folder.path)\n\(text)\n".utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return (path, folder)
    }

    /// The process that a script began in the background.
    private func child(_ folder: TemporaryFolder) throws -> pid_t {
        try #require(pid_t(try String(contentsOfFile: folder.path + "/child", encoding: .utf8).dropLast()))
    }

    @Test func `it reads its input to the end, and ends as it says`() async throws {
        let (path, folder) = try script("cat > heard; echo rang; echo twice >&2; exit 3")
        let text = String(repeating: "ring \u{2603}\n", count: 40_000)
        let (status, said) = try await LocalProgram.run(path, [], Array(text.utf8), .seconds(60))
        #expect(status == 3 && said == "rangtwice")
        #expect(try String(contentsOfFile: folder.path + "/heard", encoding: .utf8) == text)
    }

    @Test func `one that a signal ends is told so, and one that is not there too`() async throws {
        let (path, folder) = try script("kill -9 $$")
        #expect(try await LocalProgram.run(path, [], [], .seconds(60)).status == 137)
        await #expect { _ = try await LocalProgram.run(folder.path + "/none", [], [], .seconds(5)) } throws: {
            ($0 as? OutsideError)?.code == .unreachable
        }
    }

    @Test(.timeLimit(.minutes(15))) func `what it leaves behind holds up nobody`() async throws {
        let (path, folder) = try script("(sleep 300; echo late) & echo $! > child; exit 0")
        let start = ContinuousClock.now
        #expect(try await LocalProgram.run(path, [], [], .seconds(200)).status == 0)
        #expect(ContinuousClock.now - start < .seconds(150))
        kill(try child(folder), SIGKILL)
    }

    @Test(.timeLimit(.minutes(15))) func `one that outlasts its time is ended with all that it began`() async throws {
        let (path, folder) = try script("sleep 300 & echo $! > child; cat > /dev/null; sleep 300")
        await #expect { _ = try await LocalProgram.run(path, [], [1], .seconds(2)) } throws: {
            ($0 as? OutsideError)?.code == .tooSlow
        }
        let child = try child(folder)
        // Gone, or an orphan that nobody has taken note of yet.
        var isGone = false
        for _ in 0..<500 where !isGone {
            let state = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
            isGone = state.map { $0.contains(") Z") } ?? true
            if !isGone { try await Task.sleep(for: .milliseconds(20)) }
        }
        #expect(isGone)
    }

    @Test(.timeLimit(.minutes(15))) func `one that does not want to end is made to`() async throws {
        let (path, folder) = try script("trap '' TERM; while :; do sleep 1; done")
        defer { withExtendedLifetime(folder) {} }
        await #expect(throws: OutsideError.self) { _ = try await LocalProgram.run(path, [], [], .seconds(1)) }
    }
}
