import ArgumentParser
import Foundation
import Ledger
import STIX
import Storage

struct ImportsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "imports",
        abstract: "What was imported, from which source, and how it ended; and taking it back.",
        subcommands: [List.self, Undo.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Each input, newest first.",
            discussion: """
                Examples:
                  concord imports list
                  concord imports list --limit 5 --json
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Option(help: "At most so many, newest first.")
        var limit = 50

        struct Row: Encodable {
            let number: Int
            let collection: String
            let source: String
            let started: String
            let ended: String?
            let objects: Int
            let placed: Int
            let quarantined: Int
            let broken: String?
            let undone: String?
        }

        func run() async throws {
            let ledger = try await data.ledger()
            let collections = try await Reader.machine(of: ledger).collections()
            for found in try await ledger.imports(into: collections, limit: limit) {
                let row = Row(
                    number: found.number, collection: found.collection, source: found.source.description,
                    started: found.started.description, ended: found.ended?.description, objects: found.objects,
                    placed: found.placed, quarantined: found.quarantined, broken: found.broken,
                    undone: found.undone?.description)
                let outcome =
                    row.undone.map { "undone \($0)" } ?? row.broken.map { "broke: \($0)" }
                    ?? (row.ended == nil ? "not ended" : "done")
                try output.say(
                    row,
                    """
                    \(row.number)\t\(row.started)\t\(row.source)\tinto \(row.collection)\t\(row.objects) objects, \
                    \(row.placed) placed, \(row.quarantined) into quarantine\t\(outcome)
                    """)
            }
        }
    }

    struct Undo: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Withdraw everything that an import placed and that still stands.",
            discussion: """
                Each version gets an entry in the log that says so, with the reason; nothing is rewritten.

                Example:
                  concord imports undo 7 --reason "the feed sent its test data"
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "Its number in `concord imports list`.")
        var number: Int
        @Option(help: "Why; it stands in the log for the collection's readers.")
        var reason: String

        struct Answer: Encodable {
            let number: Int
            let withdrawn: Int
        }

        func run() async throws {
            let ledger = try await data.ledger(cache: .bulk)
            let total = try await ledger.importSummary(number)?.placed
            let progress = ProgressLine("undoing import \(number)")
            let withdrawn = try await ledger.undoImport(number, reason: reason, by: .machine) {
                progress.update($0, of: total, "versions withdrawn")
            }
            progress.end()
            try output.say(
                Answer(number: number, withdrawn: withdrawn), "import \(number): \(withdrawn) versions withdrawn")
        }
    }
}
