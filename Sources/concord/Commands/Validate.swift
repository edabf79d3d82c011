import ArgumentParser
import Foundation
import STIX
import Storage

struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check STIX 2.1 files against the standard, without a gateway.",
        discussion: """
            Reads bundles, TAXII envelopes and one object per line, of any size, and says of each object what it breaks: \
            an error is a MUST, a warning a SHOULD or something that the standard does not know. Nothing is kept.

            Examples:
              concord validate report.json
              curl -s https://taxii.example/objects | concord validate - --json

            Exit code 1 where a MUST is broken. With --json each line is one object that has findings, and the last line \
            of a file is its summary.
            """)

    @OptionGroup var output: OutputOption
    @Argument(help: "Files, or - for standard input.")
    var files: [String]

    /// An object with findings, or one that is refused.
    struct Row: Encodable {
        let file: String
        /// Counted from 0 over all objects of the file; nil for what stands around them.
        let index: Int?
        let offset: Int
        let id: String?
        let refused: Bool
        let findings: [Finding]
    }

    struct Summary: Encodable {
        let file: String
        var objects = 0
        var errors = 0
        var warnings = 0
        var refused = 0
        var broken: String?
    }

    func run() async throws {
        var isInvalid = false
        var isBroken = false
        for file in files {
            let summary = try validate(file)
            if summary.errors + summary.refused > 0 { isInvalid = true }
            if summary.broken != nil { isBroken = true }
        }
        if isBroken { throw ExitCode(65) }
        if isInvalid { throw ExitCode(1) }
    }

    private func validate(_ file: String) throws -> Summary {
        var source = try FileSource(path: file)
        var summary = Summary(file: file)
        var scanner = ObjectScanner()
        do {
            while let chunk = try source.next() {
                try scanner.feed(chunk) { try tell($0, file, &summary) }
            }
            try scanner.finish { try tell($0, file, &summary) }
        } catch let error as StreamError {
            summary.broken = error.description
        }
        if let first = scanner.containerFindings.first {
            let row = Row(
                file: file, index: nil, offset: first.offset, id: nil, refused: false,
                findings: scanner.containerFindings)
            try say(row, &summary)
        }
        let counts = "\(summary.errors) errors, \(summary.warnings) warnings, \(summary.refused) refused"
        let end = summary.broken.map { "; broken: \($0)" } ?? ""
        try output.say(summary, "\(file): \(summary.objects) objects: \(counts)\(end)")
        return summary
    }

    private func tell(_ scanned: Scanned, _ file: String, _ summary: inout Summary) throws {
        let index = summary.objects
        summary.objects += 1
        switch scanned {
        case .object(let object):
            guard !object.findings.isEmpty else { return }
            try say(
                Row(
                    file: file, index: index, offset: object.offset, id: object.id, refused: false,
                    findings: object.findings), &summary)
        case .refused(let object):
            summary.refused += 1
            try say(
                Row(
                    file: file, index: index, offset: object.offset, id: object.id, refused: true,
                    findings: [object.finding]), &summary)
        }
    }

    private func say(_ row: Row, _ summary: inout Summary) throws {
        var lines: [Printed] = ["\(row.id ?? "(no id)") at byte \(row.offset)\(row.refused ? ": refused" : "")"]
        for finding in row.findings {
            if !row.refused {
                if finding.severity == .error { summary.errors += 1 } else { summary.warnings += 1 }
            }
            let place = finding.pointer.isEmpty ? "" : "\(finding.pointer): "
            // Sections of STIX 2.1 are numbers; all else has a name of its own.
            let section = finding.section.map { $0.first?.isNumber ?? false ? " (§\($0))" : " (\($0))" } ?? ""
            lines.append(
                "  \(finding.severity.rawValue) \(finding.code.rawValue): \(place)\(finding.sentence)\(section)")
        }
        try output.say(row, lines.joined(separator: "\n"))
    }
}
