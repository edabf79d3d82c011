import ArgumentParser
import Ledger
import Storage

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Look for what is wrong with the data directory, and say what to do.",
        discussion: """
            Checks the database file, every log against what was signed, and the free space. --rebuild makes the tables that \
            can be made from the log (hash tiles, search, links, lists) anew, and says which of them held something else.

            Examples:
              concord doctor
              concord doctor --rebuild
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @Flag(help: "Make every projection anew from entries and bodies.")
    var rebuild = false

    struct Line: Encodable {
        let check: String
        let ok: Bool
        let sentence: String
    }

    func run() async throws {
        let ledger = try await GatewayLedger(
            unchecked: data.directory, migrations: Compose.migrations, projections: Compose.projections,
            cache: .bulk)
        if rebuild {
            let progress = ProgressLine("rebuilding")
            let changed = try await ledger.rebuild { progress.update($0, of: $1, "entries") }
            progress.end()
            let sentence =
                changed.isEmpty
                ? "every table is as it was"
                : "these were not what the logs say, and are now: \(changed.joined(separator: ", "))"
            try output.say(Line(check: "rebuild", ok: true, sentence: sentence), "ok       rebuild: \(sentence)")
        }
        var isWell = true
        for finding in try await ledger.examine() {
            isWell = isWell && finding.isWell
            try output.say(
                Line(check: finding.check, ok: finding.isWell, sentence: finding.sentence),
                "\(finding.isWell ? "ok     " : "PROBLEM")  \(finding.check): \(finding.sentence)")
        }
        if !isWell { throw ExitCode(1) }
    }
}
