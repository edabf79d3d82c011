import Exchange
import Foundation
import Ledger
import STIX

extension ImportCommand {
    struct Lost: Encodable {
        let file: String
        let event: String
        let path: String
        let kind: String
        let reason: String
    }

    struct BrokenEvent: Encodable {
        let file: String
        let problem: String
    }

    /// Places the events of a file or folder; what of them has no place in STIX is told.
    ///
    /// - Parameter bytes: of a file that has been read; nil for a path to read.
    /// - Returns: whether all of it could be read.
    func takeMISP(_ path: String, _ bytes: [UInt8]? = nil, into ledger: GatewayLedger) async throws -> Bool {
        let told = Losses(output)
        let options = MISPConversion.Options(untagged: marking ?? .amberStrict)
        let source =
            try bytes.map { try MISPSource($0, file: path, options) { told.take($0) } }
            ?? MISPSource(path, options) { told.take($0) }
        let progress = ProgressLine("importing \(path)")
        let report = try await ledger.admit(source, into: into, source: self.source, corrections: corrections) {
            report in
            progress.update(report.bytesRead, of: nil, "bytes, \(report.placed) placed")
        }
        progress.end()
        try tell(report, path)
        try told.summarise()
        return report.broken == nil && told.broken == 0
    }
}

/// What conversions leave out: each field as a line of JSON, or for people how often which.
private final class Losses: @unchecked Sendable {
    private let output: OutputOption
    // Only the admission's reader calls, one event after the other, and the summary comes after it.
    private var counts: [String: Int] = [:]
    private var events = 0
    private(set) var broken = 0

    init(_ output: OutputOption) { self.output = output }

    func take(_ told: MISPSource.Told) {
        switch told {
        case .broken(let file, let sentence):
            broken += 1
            try? output.say(ImportCommand.BrokenEvent(file: file, problem: sentence), "\(file): not read: \(sentence)")
        case .converted: events += 1
        case .lost(let loss, let event, let file):
            if output.json {
                let line = ImportCommand.Lost(
                    file: file, event: event, path: loss.path, kind: loss.kind, reason: loss.reason.rawValue)
                try? output.say(line, "")
            } else {
                // `Event.Attribute[3].data` and `[4]` are one line for people.
                let place = loss.path.replacing(/\[[0-9]+\]/, with: "[]")
                let kind = "\(place): \(loss.reason.sentence)"
                // Names are whatever somebody wrote: of very many, most are others.
                let isKnown = counts[kind] != nil || counts.count < Self.mostKinds
                counts[isKnown ? kind : "other fields", default: 0] += 1
            }
        }
    }

    private static let mostKinds = 1_000

    func summarise() throws {
        guard !output.json, !counts.isEmpty else { return }
        let lines = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        try output.add("  left out of \(events) events:")
        for line in lines.prefix(40) { try output.add("    \(line.value) × \(line.key)") }
        if lines.count > 40 {
            try output.add("    and \(lines.count - 40) more kinds of fields; --json names each field")
        }
    }
}
