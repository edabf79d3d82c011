import ArgumentParser
import CompositeIndex
import Files
import Foundation
import Measure

struct MeasureAuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Write the statistical audit of an index as a page to read or to print.",
        discussion: """
            Data, coherence, weights, and how far the ranks depend on choices: what the framework says is uncertain, else every \
            weight by a quarter and one indicator left out. The page stands alone: no script, nothing loaded.

            FOLDER is what `concord measure run` has written.

            Example:
              concord measure audit results --output audit.html
            """)

    @OptionGroup var output: OutputOption
    @Argument(help: "A results folder.")
    var folder: String
    @Option(name: .customLong("output"), help: "The page to write.")
    var page: String

    struct Answer: Encodable {
        let file: String
        let bytes: Int
    }

    func run() async throws {
        Concord.publishesFiles()
        let edition = try ResultsFolder.edition(of: folder)
        let progress = ProgressLine("auditing \(edition.framework.name)")
        defer { progress.end() }
        let bytes = try await MeasureDomain(version: Concord.version).audit(edition) {
            progress.update($0, of: $1, "runs")
        }
        progress.end()
        let file = try OutputFile(page)
        try file.write(bytes)
        try file.finish()
        guard !file.isStandardOutput else { return }
        try output.say(Answer(file: page, bytes: bytes.count), "\(page): \(bytes.count) bytes")
    }
}
