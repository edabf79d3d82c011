import ArgumentParser
import Ledger
import STIX
import Storage

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Place the objects of STIX 2.1 files or MISP events in a collection.",
        discussion: """
            Reads bundles, TAXII envelopes and one object per line, of any size. What is there already is not added again; \
            what can't get in goes into quarantine with its reason, and the rest goes on.

            Examples:
              concord import enterprise-attack.json --into public
              concord import feed-*.json --into desk --source "Harbour ISAC"
              curl -s https://taxii.example/objects | concord import - --into desk

            MISP events, one file or a folder with a feed, are known by their beginning; each field that STIX has no place \
            for is told:
              concord import event.json --from misp --into desk
              concord import feed/ --into desk --source "Harbour ISAC"

            With --json each line is one durable commit, and the last line of a file is its outcome.
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @Argument(help: "Files, or - for standard input.")
    var files: [String]
    @Option(help: "The collection, by alias or id.")
    var into: String
    @Option(help: "Who says so. The version lines that a source begins are its own; others can't continue them.")
    var source = "desk"

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
        let known: Int
        let quarantined: [String: Int]
        let quarantinedBefore: Int
        let logSize: Int
        let broken: String?
    }

    func run() async throws {
        let ledger = try await data.ledger(cache: .bulk)
        var isBroken = false
        for file in files {
            if isMISP(file) {
                if try await !takeMISP(file, into: ledger) { isBroken = true }
                continue
            }
            let source = try FileSource(path: file)
            let progress = ProgressLine("importing \(file)")
            let output = output
            let report = try await ledger.admit(source, into: into, source: self.source) { report in
                progress.update(report.bytesRead, of: source.size, "bytes, \(report.placed) placed")
                guard output.json else { return }
                try? output.say(
                    Commit(
                        file: file, committed: report.placed, logSize: report.logSize, bytesRead: report.bytesRead), "")
            }
            progress.end()
            try tell(report, file)
            if report.broken != nil { isBroken = true }
        }
        if isBroken { throw ExitCode(65) }
    }

    func tell(_ report: AdmissionReport, _ file: String) throws {
        let outcome = Outcome(
            file: file, read: report.read, placed: report.placed, withFindings: report.withFindings,
            known: report.known,
            quarantined: Dictionary(uniqueKeysWithValues: report.quarantined.map { ($0.key.rawValue, $0.value) }),
            quarantinedBefore: report.quarantinedBefore, logSize: report.logSize, broken: report.broken?.description)
        var lines = ["\(file): \(report.read) objects: \(report.placed) placed, \(report.known) known already"]
        if report.withFindings > 0 { lines.append("  \(report.withFindings) of those placed have findings") }
        if report.quarantinedBefore > 0 { lines.append("  \(report.quarantinedBefore) were in quarantine already") }
        for (code, count) in report.quarantined.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            lines.append("  \(count) into quarantine: \(code.rawValue)")
        }
        for example in report.examples {
            lines.append("    \(example.objectID ?? "no id") at byte \(example.offset): \(example.sentence)")
        }
        if report.examples.count < report.quarantinedCount { lines.append("    and more") }
        if let broken = report.broken { lines.append("  reading stopped: \(broken)") }
        try output.say(outcome, lines.joined(separator: "\n"))
    }
}
