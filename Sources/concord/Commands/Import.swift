import ArgumentParser
import Exchange
import Foundation
import Ledger
import STIX
import Storage

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Place the objects of STIX files or MISP events in a collection.",
        discussion: """
            Reads bundles, TAXII envelopes and one object per line, of any size; gzip is unpacked, and of a folder each file \
            is read. STIX 2.0 is converted to 2.1, and kept as it came (`concord original`). What is there already is not \
            added again; what can't get in goes into quarantine with its reason, and the rest goes on. A file that is \
            something else is named, with what to do.

            Examples:
              concord import enterprise-attack.json --into public
              concord import feed-*.json --into desk --source "Harbour ISAC"
              curl -s https://taxii.example/objects | concord import - --into desk

            MISP events, one file or a folder with a feed, are known by their beginning; each field that STIX has no place \
            for is told:
              concord import event.json --from misp --into desk
              concord import feed/ --into desk --source "Harbour ISAC"

            A publisher that changes an object without a new version corrects itself: --corrections replace withdraws its \
            earlier content and places the later one. Both stay in the log, and what was replaced does not return:
              concord import attack/*.json --into public --source "MITRE" --corrections replace

            With --json each line is one durable commit, and the last line of a file is its outcome.
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @Argument(help: "Files or folders, or - for standard input.")
    var files: [String]
    @Option(help: "The collection, by alias or id.")
    var into: String
    @Option(help: "Who says so. The version lines that a source begins are its own; others can't continue them.")
    var source = "desk"

    @Option(
        help:
            "Other content under a version that this source has sent before: hold it in quarantine, or replace what stands."
    )
    var corrections = Corrections.hold

    @Option(help: "The form of the files: stix or misp (default: by their beginning).")
    var from: Format?
    @Option(help: "For MISP: the TLP of events that have neither a TLP tag nor a distribution (default: amber+strict).")
    var marking: TLP?

    struct Commit: Encodable {
        let file: String
        let committed: Int
        let logSize: Int
        let bytesRead: Int
    }

    struct Outcome: Encodable {
        let file: String
        let read: Int
        let placed: Int
        let withFindings: Int
        let replaced: Int
        let known: Int
        let quarantined: [String: Int]
        let quarantinedBefore: Int
        /// Objects of STIX 2.0 among those read; left out where there are none.
        let converted: Int?
        let logSize: Int
        let broken: String?
    }

    /// What a conversion from STIX 2.0 changed beyond the names of things, and how often.
    struct Converted: Encodable {
        let file: String
        let place: String
        let kind: String
        let count: Int
    }

    func run() async throws {
        let ledger = try await data.ledger(cache: .bulk)
        var isBroken = false
        for path in files {
            switch try from == .misp ? .none : InputFolder.content(of: path) {
            case .mispFeed?:
                if try await !takeMISP(path, into: ledger) { isBroken = true }
            case .files(let files, let passedOver)?:
                for file in files where try await !take(file, into: ledger) { isBroken = true }
                if !passedOver.isEmpty {
                    let names = passedOver.joined(separator: ", ")
                    try output.add("\(path): passed over, since they are no .json files: \(names)")
                }
            case nil:
                if try await !take(path, into: ledger) { isBroken = true }
            }
        }
        if isBroken { throw ExitCode(65) }
    }

    /// - Returns: whether all of it could be read.
    private func take(_ file: String, into ledger: GatewayLedger) async throws -> Bool {
        do {
            return try await read(file, into: ledger)
        } catch let error as ExchangeError where error.code == .malformed || error.code == .tooLarge {
            // The other files are read all the same.
            let told = error.sentence.hasPrefix(file) ? error.sentence : "\(file): \(error.sentence)"
            complain("Error: \(told)")
            return false
        }
    }

    private func read(_ file: String, into ledger: GatewayLedger) async throws -> Bool {
        if from == .misp, file != "-" { return try await takeMISP(file, into: ledger) }
        let source = try FileSource(path: file)
        var input = try await ForeignInput(source)
        if from == nil { try input.form.check(file) }
        if from == .misp || from == nil && input.form == .mispEvents {
            return try await takeMISP(file, input.all(most: MISPSource.mostBytes), into: ledger)
        }
        let progress = ProgressLine("importing \(file)")
        let size = input.isAsItCame ? source.size : nil
        let report = try await ledger.admit(input, into: into, source: self.source, corrections: corrections) {
            [output] report in
            progress.update(report.bytesRead, of: size, "bytes, \(report.placed) placed")
            guard output.json else { return }
            try? output.say(
                Commit(file: file, committed: report.placed, logSize: report.logSize, bytesRead: report.bytesRead), "")
        }
        progress.end()
        try tell(report, file)
        return report.broken == nil
    }

    func tell(_ report: AdmissionReport, _ file: String) throws {
        let outcome = Outcome(
            file: file, read: report.read, placed: report.placed, withFindings: report.withFindings,
            replaced: report.replaced, known: report.known,
            quarantined: Dictionary(uniqueKeysWithValues: report.quarantined.map { ($0.key.rawValue, $0.value) }),
            quarantinedBefore: report.quarantinedBefore, converted: report.converted > 0 ? report.converted : nil,
            logSize: report.logSize, broken: report.broken?.description)
        var lines: [Printed] = [
            "\(file): \(report.read) objects: \(report.placed) placed, \(report.known) known already"
        ]
        if report.withFindings > 0 { lines.append("  \(report.withFindings) of those placed have findings") }
        if report.replaced > 0 {
            lines.append("  \(report.replaced) of those placed replace what the source had sent under the same version")
        }
        if report.quarantinedBefore > 0 { lines.append("  \(report.quarantinedBefore) were in quarantine already") }
        for (code, count) in report.quarantined.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            lines.append("  \(count) into quarantine: \(code.rawValue)")
        }
        for example in report.examples {
            lines.append("    \(example.objectID ?? "no id") at byte \(example.offset): \(example.sentence)")
        }
        if report.examples.count < report.quarantinedCount { lines.append("    and more") }
        lines += try told(report, file)
        if let broken = report.broken { lines.append("  reading stopped: \(broken)") }
        try output.say(outcome, lines.joined(separator: "\n"))
    }

    /// What is said of STIX 2.0; for programs each kind is a line of its own.
    private func told(_ report: AdmissionReport, _ file: String) throws -> [Printed] {
        guard report.converted > 0 else { return [] }
        var lines: [Printed] = ["  \(report.converted) objects were STIX 2.0, and are read as 2.1"]
        for (note, count) in report.notes.sorted(by: { ($1.value, $0.key.place) < ($0.value, $1.key.place) }) {
            if output.json {
                try output.say(Converted(file: file, place: note.place, kind: note.kind.rawValue, count: count), "")
            }
            lines.append("    \(count) × \(note.place): \(note.kind.sentence)")
        }
        return lines
    }
}
