import Foundation
import Testing

/// The commands as an operator types them, told in `Scenarios/*.txt` and run with the program that was built.
///
/// A scenario runs in an empty folder with the files of `Fixtures/`. In what a command is expected to print, `…` stands
/// for any text within a line and `⋮` alone on a line for any number of lines; `exit N` says how it ends, else with 0.
struct CommandTests {
    static let folder = House.root.appending(path: "Tests/concordTests")

    static var scenarios: [String] {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "Scenarios").path)
        return (files ?? []).filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
    }

    @Test func `every command has a scenario`() throws {
        let told = try Self.scenarios.map { try House.text(of: "Tests/concordTests/Scenarios/\($0).txt") }.joined()
        for file in try FileManager.default.contentsOfDirectory(
            atPath: House.root.appending(path: "Sources/concord/Commands").path) where file.hasSuffix(".swift")
        {
            let command = String(file.dropLast(".swift".count)).lowercased()
            #expect(told.contains(try Regex("\\bconcord \(command)\\b")), "no scenario runs concord \(command)")
        }
    }

    @Test(.timeLimit(.minutes(15)), arguments: scenarios) func `a scenario is what happens`(_ name: String) async throws
    {
        try await run(House.text(of: "Tests/concordTests/Scenarios/\(name).txt"), name: name)
    }

    /// What stands in the README between fences of `console` is what happens.
    @Test(.timeLimit(.minutes(15))) func `the README tells the truth`() async throws {
        let blocks = try House.text(of: "README.md").components(separatedBy: "```console\n").dropFirst()
        try await run(blocks.map { $0.components(separatedBy: "```")[0] }.joined(separator: "\n"), name: "README")
    }

    private func run(_ text: String, name: String) async throws {
        let steps = try Scenario.steps(of: text)
        #expect(!steps.isEmpty)
        let place = FileManager.default.temporaryDirectory.appending(path: "concord-\(name)-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Self.folder.appending(path: "Fixtures"), to: place)
        defer {
            Shell.endLeftover(in: place)
            try? FileManager.default.removeItem(at: place)
        }
        for step in steps {
            let (output, status) = try await Shell.run(step.command, in: place)
            let printed = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                .reversed().drop { $0.isEmpty }.reversed()
            let matches = Scenario.matches(step.output[...], Array(printed)[...])
            if !matches || status != step.status {
                Issue.record(
                    """
                    \(name):\(step.line): \(step.command)
                    expected, with exit \(step.status):
                    \(step.output.joined(separator: "\n"))
                    printed, with exit \(status):
                    \(output)
                    """)
                break
            }
        }
    }
}

/// A command with what it must print.
struct Scenario {
    struct Step {
        let line: Int
        var command: String
        var output: [String] = []
        var status: Int32 = 0
    }

    /// `$` begins a command, `>` continues it, `#` is a remark; an empty line ends what a command prints.
    static func steps(of text: String) throws -> [Step] {
        var steps: [Step] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("$ ") {
                steps.append(Step(line: index + 1, command: String(line.dropFirst(2))))
            } else if line.hasPrefix("# ") || line.isEmpty || line == "#" {
                continue
            } else if let last = steps.indices.last {
                if line.hasPrefix("> ") {
                    steps[last].command += "\n" + line.dropFirst(2)
                } else if line.hasPrefix("exit "), let status = Int32(line.dropFirst(5)) {
                    steps[last].status = status
                } else {
                    steps[last].output.append(String(line))
                }
            }
        }
        return steps
    }

    static func matches(_ expected: ArraySlice<String>, _ printed: ArraySlice<String>) -> Bool {
        guard let first = expected.first else { return printed.allSatisfy(\.isEmpty) }
        if first == "⋮" {
            return (printed.startIndex...printed.endIndex).contains { matches(expected.dropFirst(), printed[$0...]) }
        }
        // A scenario can't hold empty lines, so those that a command prints are passed over.
        guard let line = printed.first else { return false }
        if line.isEmpty { return matches(expected, printed.dropFirst()) }
        return fits(first, line) && matches(expected.dropFirst(), printed.dropFirst())
    }

    /// Whether a line is the expected one, in which `…` stands for any text.
    private static func fits(_ expected: String, _ line: String) -> Bool {
        let parts = expected.components(separatedBy: "…")
        guard parts.count > 1 else { return expected == line }
        guard line.hasPrefix(parts[0]) else { return false }
        var rest = line.dropFirst(parts[0].count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = rest.range(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(parts[parts.count - 1])
    }
}

/// Runs a line of shell with the program of this build first in the path.
enum Shell {
    /// The built program stands beside the test bundle.
    static var programs: String {
        let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let beside = FileManager.default.isExecutableFile(atPath: bundle.appending(path: "concord").path)
        return beside ? bundle.path : House.root.appending(path: ".build/debug").path
    }

    static func run(_ line: String, in folder: URL) async throws -> (output: String, status: Int32) {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try runNow(line, in: folder) })
            }
        }
    }

    /// Output and errors go to one file, so that nothing waits for a pipe that a child left running holds open. (Foundation's
    /// `Process` waits for such a child too.)
    private static func runNow(_ line: String, in folder: URL) throws -> (output: String, status: Int32) {
        let output = folder.appending(path: ".output")
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = programs + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
        environment["CONCORD_DATA"] = nil
        environment["COLUMNS"] = "80"
        let arguments = ["bash", "-c", "cd '\(folder.path)' && exec </dev/null >.output 2>&1\n\(line)"]
        var argv = arguments.map { strdup($0) } + [nil]
        var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var child: pid_t = 0
        let failure = posix_spawn(&child, "/bin/bash", nil, nil, &argv, &envp)
        guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .ENOEXEC) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { throw POSIXError(.ECHILD) }
        }
        let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        return (text, status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F))
    }

    /// Ends the program whose process number a scenario left in the file `pid`.
    static func endLeftover(in folder: URL) {
        let file = folder.appending(path: "pid")
        guard let text = try? String(contentsOf: file, encoding: .utf8), let number = pid_t(text.dropLast()), number > 1
        else { return }
        kill(number, SIGTERM)
    }
}
