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

    struct Row: Encodable {
        /// Of the indicator; nil for the pattern given.
        let indicator: String?
        /// Observed data that fulfils the pattern together.
        let observedData: [String]
    }

    func run() async throws {
        var reader = ObservedDataReader()
        var patterns: [(indicator: String?, text: String)] = pattern.map { [(nil, $0)] } ?? []
        for file in files { try read(file, &reader, &patterns) }
        var index = PatternIndex()
        var indicators: [String?] = []
        for (indicator, text) in patterns {
            do {
                try index.add(try Pattern.parse(text))
                indicators.append(indicator)
            } catch let error as PatternError {
                try refuse(indicator, error.description)
            } catch let error as MatchRefusal {
                try refuse(indicator, error.sentence)
            }
        }
        let observed: [ObservedData]
        do {
            observed = try reader.observations()
        } catch {
            throw ValidationError(error.sentence)
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

    private func refuse(_ indicator: String?, _ sentence: String) throws {
        guard let indicator else { throw ValidationError(sentence) }
        FileHandle.standardError.write(Data("\(indicator): \(sentence)\n".utf8))
    }

    private func read(
        _ file: String, _ reader: inout ObservedDataReader, _ patterns: inout [(indicator: String?, text: String)]
    ) throws {
        var source = try FileSource(path: file)
        var scanner = ObjectScanner()
        func take(_ scanned: Scanned) throws {
            guard case .object(let object) = scanned else { return }
            if object.type == "indicator" {
                guard pattern == nil, let body = try? JSON.parse(object.bytes), body["pattern_type"]?.string == "stix",
                    let text = body["pattern"]?.string
                else { return }
                patterns.append((object.id, text))
            } else if object.type == "observed-data" || ObjectType.named(object.type)?.category == .observable {
                do {
                    try reader.add(object.bytes)
                } catch {
                    throw ValidationError("\(file): \(object.id): \(error.sentence)")
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
