import ArgumentParser
import Measure

struct MeasureVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compute a results folder again, and the published indices that the program knows.",
        discussion: """
            With a FOLDER, every file in it is computed from its inputs and compared byte for byte. Without one, the indices that \
            others have published, and whose figures the program holds, are computed and compared with what was published.

            Examples:
              concord measure verify results
              concord measure verify
            """)

    @OptionGroup var output: OutputOption
    @Argument(help: "A results folder; without one, the published indices.")
    var folder: String?

    struct Answer: Encodable {
        let what: String
        let ok: Bool
        let sentence: String
    }

    func run() async throws {
        let domain = MeasureDomain(version: Concord.version)
        let progress = ProgressLine("verifying")
        defer { progress.end() }
        let checks =
            if let folder {
                try await domain.verify(folder) { progress.update($0, of: $1, "runs") }
            } else {
                try domain.verifyPublished()
            }
        progress.end()
        for check in checks {
            try output.say(
                Answer(what: check.what, ok: check.isWell, sentence: check.sentence),
                "\(check.isWell ? "ok     " : "PROBLEM")  \(check.what): \(check.sentence)")
        }
        if checks.contains(where: { !$0.isWell }) { throw ExitCode(1) }
    }
}
