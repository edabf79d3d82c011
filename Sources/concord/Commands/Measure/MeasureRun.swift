import ArgumentParser
import CompositeIndex
import Files
import Measure

struct MeasureRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Compute an index, and write a folder that anybody can compute again.",
        discussion: """
            The folder holds the inputs, the result of every step, the scores, a report to read, and a manifest with the hash of \
            each file. The same inputs give the same bytes on every machine.

            Example:
              concord measure run framework.yaml --data data.csv --indicators indicators.csv --output results
            """)

    @OptionGroup var output: OutputOption
    @Argument(help: "The framework: YAML or JSON.")
    var framework: String
    @Option(help: "The table of units and their numbers: CSV.")
    var data: String
    @Option(help: "The table that says what the columns of the data are: CSV.")
    var indicators: String
    @Option(name: .customLong("output"), help: "The folder to write.")
    var folder: String
    @Option(help: "The time to compute, where the data have several; the latest unless stated.")
    var time: Double?

    struct Answer: Encodable {
        struct Standing: Encodable {
            let code: String
            let rank: Int?
            /// Nil where the unit has no score.
            let score: Double?
        }

        let folder: String
        let files: Int
        let manifest: String
        let units: [Standing]
    }

    func run() async throws {
        Concord.publishesFiles()
        let files = InputFiles(
            framework: try InputFile(path: framework, .fileOrStream), data: try InputFile(path: data, .fileOrStream),
            indicators: try InputFile(path: indicators, .fileOrStream))
        let edition = try FiledEdition(files, time: time)
        let progress = ProgressLine("computing \(edition.framework.name)")
        defer { progress.end() }
        let outcome = try await MeasureDomain(version: Concord.version).run(edition, into: folder) {
            progress.update($0, of: $1, "runs")
        }
        progress.end()
        let (ranks, index) = (outcome.results.ranks, outcome.results.index)
        let units = outcome.order.map { row in
            Answer.Standing(
                code: outcome.results.data.units[row].code, rank: ranks.isEmpty ? nil : ranks[row],
                score: index.isEmpty || index[row].isNaN ? nil : index[row])
        }
        let best = units.prefix(5).map { unit -> Printed in
            "\(unit.rank.map(String.init) ?? "–")\t\(unit.code)\t\(unit.score.map { "\($0)" } ?? "no score")"
        }
        try output.say(
            Answer(folder: folder, files: outcome.files, manifest: outcome.digest, units: units),
            (best + (units.count > 5 ? ["… \(units.count) in all"] : [] as [Printed])
                + ["\(folder): \(outcome.files) files; SHA-256 of the manifest \(outcome.digest)"]).joined(
                    separator: "\n"))
    }
}
