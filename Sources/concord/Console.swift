import ArgumentParser
import Directory
import Files
import Foundation
import Ledger
import Storage

/// Where the data directory and the database are.
struct DataOption: ParsableArguments {
    @Option(name: .long, help: "The gateway's data directory (default: $CONCORD_DATA, else ./concord-data).")
    var data: String?

    @Option(
        name: .long,
        help:
            "Where the tables are: postgres://…, or words as libpq takes them (default: $CONCORD_DATABASE, else a file in the data directory)."
    )
    var database: String?

    var directory: DataDirectory {
        let surroundings = ProcessInfo.processInfo.environment
        return DataDirectory(
            data ?? surroundings["CONCORD_DATA"] ?? "concord-data",
            database: (database ?? surroundings["CONCORD_DATABASE"]).map(Database.Place.postgreSQL))
    }

    /// The gateway's people, in whose name nobody asks but the machine.
    ///
    /// - Parameter address: where readers reach the gateway, for the links that are printed.
    func directory(address: String = "http://127.0.0.1:8642") async throws -> DirectoryDomain {
        Compose(ledger: try await ledger(), address: address).directory
    }

    func ledger(cache: Database.Cache = .small, patience: Patience = .endless) async throws -> GatewayLedger {
        let line = ProgressLine("filling what this version keeps beside what earlier ones kept")
        defer { line.end() }
        return try await GatewayLedger(
            directory, migrations: Compose.migrations, projections: Compose.projections,
            listeners: Compose.listeners, cache: cache, patience: patience
        ) { line.update($0.done, of: $0.total, "objects of \($0.collection)") }
    }
}

/// How a command speaks: sentences for people, or JSON for programs.
struct OutputOption: ParsableArguments {
    @Flag(name: .long, help: "Print JSON instead of sentences.")
    var json = false

    /// Prints the sentence, or the value as one line of JSON.
    func say(_ value: some Encodable, _ sentence: @autoclosure () -> Printed) throws {
        guard json else { return try say(sentence()) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try put(encoder.encode(value))
    }

    /// Prints what is for people alone; nothing where programs read.
    func add(_ sentence: @autoclosure () -> Printed) throws {
        if !json { try say(sentence()) }
    }

    private func say(_ sentence: Printed) throws { try put(Data(sentence.description.utf8)) }

    // Unbuffered: a reader at the other end of a pipe acts on a line when it comes.
    private func put(_ line: Data) throws { try FileHandle.standardOutput.write(contentsOf: line + Data("\n".utf8)) }
}

/// The answer of a command that only does something: to what.
struct Done: Encodable {
    let name: String
    let done: Bool
}

/// Says something on standard error, where it does not mix with results.
func complain(_ sentence: Printed) {
    FileHandle.standardError.write(Data("\(sentence.description)\n".utf8))
}

/// A line on the terminal that says how far a long command is; silent when piped.
final class ProgressLine: @unchecked Sendable {
    private let what: String
    private let isShown = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private var last = ContinuousClock.now
    private var wasShown = false

    init(_ what: String) { self.what = what }

    /// - Parameter total: nil where it isn't known.
    func update(_ done: Int, of total: Int?, _ unit: String) {
        let now = ContinuousClock.now
        // A command that takes less than a second needs no progress.
        guard isShown, now - start > .seconds(1), now - last > .milliseconds(100) else { return }
        last = now
        wasShown = true
        let share = total.map { $0 > 0 ? " \(done * 100 / $0) %" : "" } ?? ""
        FileHandle.standardError.write(Data("\r\u{1B}[K\(Printed.clean(what))\(share), \(done) \(unit)".utf8))
    }

    func end() {
        if wasShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}

/// Reads a file, a pipe or standard input (`-`) piece by piece.
struct FileSource: ByteSource {
    let file: OpenedFile
    /// Bytes in all; nil for a stream.
    var size: Int? { file.size }

    init(path: String) throws { file = try OpenedFile(path, .fileOrStream) }

    mutating func next() throws -> [UInt8]? { try file.next() }
}

/// Names files that are lost or were altered here, and so are not in what was made; very many are counted.
func complain(ofLost files: [String], in what: String) {
    for hash in files.prefix(20) { complain("\(hash) is lost or was altered, and is not in \(what)") }
    if files.count > 20 { complain("and \(files.count - 20) more") }
}
