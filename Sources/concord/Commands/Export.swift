import ArgumentParser
import Files
import Ledger
import Storage

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a collection to a file.",
        discussion: """
            --format log (default): the whole log with checkpoint, entries and bodies; `concord log verify FILE` proves that \
            nothing in it was changed. A tar archive whose members are the pieces of C2SP tlog-tiles.
            Files that its objects name go along; one that is lost or was altered here is left out and named, and the command ends \
            with 1: what it wrote is whole but for that.
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
        /// SHA-256 of the files that are left out: lost here, or altered.
        let missing: [String]?
    }

    func run() async throws {
        let ledger = try await data.ledger()
        let file = try OutputFile(target)
        let progress = ProgressLine("exporting \(collection)")
        defer { progress.end() }
        var lost: [String] = []
        let count =
            switch format {
            case .log:
                try await ledger.exportLog(collection, to: file.write) {
                    progress.update($0, of: $1, "entries")
                } lost: {
                    lost.append($0.description)
                }
            case .stix:
                try await ledger.exportBundle(collection, to: file.write) { progress.update($0, of: $1, "entries") }
            }
        try file.finish()
        progress.end()
        if !file.isStandardOutput {
            try output.say(
                Answer(
                    collection: collection, file: target, entries: format == .log ? count : nil,
                    objects: format == .stix ? count : nil, bytes: file.written, missing: lost.isEmpty ? nil : lost),
                "\(target): \(count) \(format == .log ? "entries" : "objects"), \(file.written) bytes")
        }
        guard !lost.isEmpty else { return }
        complain(ofLost: lost, in: "the export")
        throw ExitCode(1)
    }
}
