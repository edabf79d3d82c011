import ArgumentParser
import Files
import Ledger

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a collection to a file.",
        discussion: """
            --format log (default): the whole log with checkpoint, entries and bodies; `concord log verify FILE` proves that \
            nothing in it was changed. A tar archive whose members are the pieces of C2SP tlog-tiles.
            --format stix: what stands in the collection now, as one STIX 2.1 bundle for other programs.

            Examples:
              concord export public --output public.tar
              concord export public --format stix --output - | jq '.objects | length'
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case log
        case stix
    }

    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @Argument(help: "The collection, by alias or id.")
    var collection: String
    @Option(name: .customLong("output"), help: "The file to write; a pipe is written into; - for standard output.")
    var target: String
    @Option(help: "log or stix.")
    var format = Format.log

    struct Answer: Encodable {
        let collection: String
        let file: String
        let entries: Int?
        let objects: Int?
        let bytes: Int
    }

    func run() async throws {
        let ledger = try await data.ledger()
        let file = try OutputFile(target)
        let progress = ProgressLine("exporting \(collection)")
        defer { progress.end() }
        let count =
            switch format {
            case .log:
                try await ledger.exportLog(collection, to: file.write) { progress.update($0, of: $1, "entries") }
            case .stix:
                try await ledger.exportBundle(collection, to: file.write) { progress.update($0, of: $1, "entries") }
            }
        try file.finish()
        progress.end()
        guard !file.isStandardOutput else { return }
        try output.say(
            Answer(
                collection: collection, file: target, entries: format == .log ? count : nil,
                objects: format == .stix ? count : nil, bytes: file.written),
            "\(target): \(count) \(format == .log ? "entries" : "objects"), \(file.written) bytes")
    }
}
