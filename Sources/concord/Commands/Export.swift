import ArgumentParser
import Foundation
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
    @Option(name: .customLong("output"), help: "The file to write; - for standard output.")
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
        let file = try ExportFile(target)
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
        guard target != "-" else { return }
        try output.say(
            Answer(
                collection: collection, file: target, entries: format == .log ? count : nil,
                objects: format == .stix ? count : nil, bytes: file.written),
            "\(target): \(count) \(format == .log ? "entries" : "objects"), \(file.written) bytes")
    }
}

/// A file that appears under its name only when it is whole.
private final class ExportFile {
    private let path: String
    private let draft: String
    private let handle: FileHandle
    private(set) var written = 0

    init(_ path: String) throws {
        self.path = path
        draft = path == "-" ? "-" : path + ".part"
        if path == "-" {
            handle = .standardOutput
            return
        }
        guard FileManager.default.createFile(atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: draft)
        else { throw ValidationError("couldn't write \(draft): \(String(cString: strerror(errno)))") }
        self.handle = handle
    }

    func write(_ bytes: [UInt8]) throws {
        try handle.write(contentsOf: bytes)
        written += bytes.count
    }

    func finish() throws {
        guard path != "-" else { return }
        try handle.synchronize()
        guard rename(draft, path) == 0 else {
            throw ValidationError("couldn't write \(path): \(String(cString: strerror(errno)))")
        }
    }
}
