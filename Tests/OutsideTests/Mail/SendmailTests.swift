import Foundation
import Mail
import TestSupport
import Testing

@testable import Outside

/// The machine's own mail program, played by a shell script.
@Suite struct SendmailTests {
    private func program(_ script: String) throws -> (path: String, folder: TemporaryFolder) {
        let folder = try TemporaryFolder()
        let path = folder.path + "/sendmail"
        try Data("#!/bin/sh\ncd \(folder.path)\n\(script)\n".utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return (path, folder)
    }

    @Test func `it gets the envelope as words, and the letter as bytes`() async throws {
        let (path, folder) = try program(#"printf '%s\n' "$@" >words; cat >letter; env >environment"#)
        let text = String(repeating: "line é\r\n", count: 30_000)
        try await Sendmail(path: path).hand(SMTPSubmissionTests.envelope("-oQ/tmp@cirt.example", text))
        let words = try String(contentsOfFile: folder.path + "/words", encoding: .utf8)
        #expect(words == "-i\n-f\ncirt@valdoria.example\n--\n-oQ/tmp@cirt.example\n")
        #expect(try String(contentsOfFile: folder.path + "/letter", encoding: .utf8) == text)
        let environment = try String(contentsOfFile: folder.path + "/environment", encoding: .utf8)
        #expect(!environment.contains("CONCORD") && !environment.contains("HOME="))
    }

    @Test(arguments: [
        (67, MailFailure.Kind.address), (68, .address), (65, .letter), (75, .later), (64, .settings), (78, .settings),
        (69, .server), (1, .server),
    ]) func `how it ends says what to do`(_ status: Int, _ kind: MailFailure.Kind) async throws {
        let (path, folder) = try program("echo 'it says why' >&2; exit \(status)")
        defer { withExtendedLifetime(folder) {} }
        await #expect { try await Sendmail(path: path).hand(SMTPSubmissionTests.envelope()) } throws: {
            guard let failure = $0 as? MailFailure else { return false }
            return failure.kind == kind && failure.sentence.contains("ended with \(status): it says why")
        }
    }

    @Test func `one that is not there is told`() async throws {
        await #expect { try await Sendmail(path: "/nowhere/sendmail").hand(SMTPSubmissionTests.envelope()) } throws: {
            ($0 as? MailFailure)?.kind == .settings
        }
    }

    @Test(.timeLimit(.minutes(10))) func `one that hangs is ended, also where it does not want to`() async throws {
        let (path, folder) = try program("trap '' TERM; while :; do sleep 1; done")
        defer { withExtendedLifetime(folder) {} }
        await #expect {
            try await Sendmail(path: path, patience: .seconds(1)).hand(SMTPSubmissionTests.envelope())
        } throws: {
            ($0 as? MailFailure)?.kind == .server
        }
    }

    @Test(.timeLimit(.minutes(10))) func `whoever calls it off waits no longer than it takes to end`() async throws {
        let (path, folder) = try program("exec sleep 600")
        let work = Task { try await Sendmail(path: path).hand(SMTPSubmissionTests.envelope()) }
        while folder.files.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        try await Task.sleep(for: .milliseconds(100))
        work.cancel()
        await #expect(throws: CancellationError.self) { try await work.value }
    }
}
