import ArgumentParser
import Foundation
import STIX
import Storage

struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Say which STIX patterns match observed data, without a gateway.",
        discussion: """
            Reads bundles, TAXII envelopes and one object per line. The patterns are those of the indicators in the files, or the \
            one given with --pattern; what they are matched against is the observed-data in the files with the objects that it \
            refers to. All of it is kept in memory.

            Examples:
              concord match indicators.json observed.json
              concord match observed.json --pattern "[ipv4-addr:value ISSUBSET '198.51.100.0/24']"

            Exit code 1 where nothing matches. A pattern that can't be read or matched is named, and the others go on.
            """)

    @OptionGroup var output: OutputOption
    @Argument(help: "Files, or - for standard input.")
    var files: [String]
    @Option(help: "A pattern to match instead of those of the indicators.")
    var pattern: String?
    @Option(help: "The version of the pattern given: 2.0 or 2.1.")
    var patternVersion = "2.1"

    struct Row: Encodable {
        /// Of the indicator; nil for the pattern given.
        let indicator: String?
        /// Observed data that fulfils the pattern together.
        let observedData: [String]
    }

    private struct Sought {
        /// Nil for the pattern given.
        let indicator: String?
        let text: String
        let version: Pattern.Version
    }

    func validate() throws {
        guard patternVersion == "2.0" || patternVersion == "2.1" else {
            throw ValidationError("the versions of patterns are 2.0 and 2.1")
        }
    }

    func run() async throws {
        var reader = ObservedDataReader()
        var patterns: [Sought] = []
        if let pattern {
            patterns = [Sought(indicator: nil, text: pattern, version: Self.version(patternVersion))]
        }
        for file in files { try read(file, &reader, &patterns) }
        var index = PatternIndex()
        var indicators: [String?] = []
        for sought in patterns {
            do {
                let (pattern, findings) = try Pattern.check(Array(sought.text.utf8), sought.version)
                // What `validate` calls an error says nothing that could be looked for.
                if let finding = findings.first(where: { $0.severity == .error }) {
                    try refuse(sought.indicator, "at byte \(finding.offset) of the pattern: \(finding.sentence)")
                    continue
                }
                try index.add(pattern)
                indicators.append(sought.indicator)
            } catch let error as PatternError {
                try refuse(sought.indicator, error.description)
            } catch let error as MatchRefusal {
                try refuse(sought.indicator, error.sentence)
            }
        }
        let observed = try reader.observations { name, error in complain("\(name) is left out: \(error.sentence)") }
        for one in observed where !one.missing.isEmpty {
            let names = one.missing.prefix(5).joined(separator: ", ") + (one.missing.count > 5 ? ", …" : "")
            complain("\(one.id) refers to \(one.missing.count) objects that are not in the files: \(names)")
        }
        let matching = try index.matches(observed)
        for match in matching {
            let row = Row(
                indicator: indicators[match.pattern], observedData: match.observations.map { observed[$0].id })
            try output.say(
                row, "\(row.indicator ?? "the pattern") matches \(row.observedData.joined(separator: ", "))")
        }
        if matching.isEmpty { throw ExitCode(1) }
    }

    private static func version(_ text: String?) -> Pattern.Version { text == "2.0" ? .two0 : .two1 }

    private func refuse(_ indicator: String?, _ sentence: String) throws {
        guard let indicator else { throw ValidationError(sentence) }
        complain("\(indicator): \(sentence)")
    }

    private func read(_ file: String, _ reader: inout ObservedDataReader, _ patterns: inout [Sought]) throws {
        var source = try FileSource(path: file)
        var scanner = ObjectScanner()
        func take(_ scanned: Scanned) {
            switch scanned {
            case .object(let object): take(object.bytes, of: object.type, called: object.id)
            case .refused(let refused):
                // What has no identity can't be kept, and can still be looked at.
                let name = refused.id ?? "\(file): what begins at byte \(refused.offset)"
                guard let bytes = refused.bytes, let type = (try? JSON.parse(bytes))?["type"]?.string else {
                    return complain("\(name) is left out: \(refused.finding.sentence)")
                }
                take(bytes, of: type, called: name)
            }
        }
        func take(_ bytes: [UInt8], of type: String, called name: String) {
            if type == "indicator" {
                // Version 2.0 had no other language, and no property to say so.
                guard pattern == nil, let body = try? JSON.parse(bytes),
                    body["pattern_type"]?.string ?? (body["spec_version"] == nil ? "stix" : nil) == "stix",
                    let text = body["pattern"]?.string
                else { return }
                let version = body["pattern_version"]?.string ?? (body["spec_version"] == nil ? "2.0" : nil)
                patterns.append(Sought(indicator: name, text: text, version: Self.version(version)))
            } else if type == "observed-data" || ObjectType.named(type).map({ $0.category == .observable }) ?? true {
                do {
                    try reader.add(bytes, name: name)
                } catch {
                    complain("\(name) is left out: \(error.sentence)")
                }
            }
        }
        do {
            while let chunk = try source.next() { try scanner.feed(chunk, take) }
            try scanner.finish(take)
        } catch let error as StreamError {
            throw ValidationError("\(file): \(error)")
        }
    }
}
