import CompositeIndex
import Foundation
import HTML

/// Everything that a results folder holds, made of an edition alone: the same edition gives the same bytes.
struct ResultFiles {
    let edition: FiledEdition
    let results: IndexResults
    let robustness: Robustness?
    /// The version of the program.
    let version: String

    typealias File = (path: String, bytes: [UInt8])

    /// Inputs first, then results, then the manifest that names them all.
    func all() throws(MeasureError) -> [File] {
        let inputs = inputs
        let results = try resultFiles()
        return inputs + results + [(ResultsFolder.manifest, try manifest(inputs, results))]
    }

    private var inputs: [File] {
        let isJSON =
            edition.files.framework.bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
        return [
            ("inputs/framework." + (isJSON ? "json" : "yaml"), edition.files.framework.bytes),
            ("inputs/data.csv", edition.files.data.bytes), ("inputs/indicators.csv", edition.files.indicators.bytes),
        ]
    }

    private func resultFiles() throws(MeasureError) -> [File] {
        let tables = ResultTables(results: results)
        var files: [(String, String)] = [("scores.csv", tables.scores), ("weights.csv", tables.weights)]
        for (number, stage) in results.stages.enumerated() where stage.changesNumbers {
            files.append(("stages/\(number + 1)-\(stage.step.method.kind.rawValue).csv", tables.stage(stage)))
        }
        if results.stages.contains(where: { $0.step.method.kind == .impute }) {
            files.append(("filled.csv", tables.filled))
        }
        if results.stages.contains(where: { $0.step.method.kind == .treat }) {
            files.append(("outliers.csv", tables.treated))
        }
        if let robustness { files += robustness.files }
        files.append(("results.json", try ResultSummary(results, edition).json()))
        files.append(("report.html", ResultReport(files: self).html.markup))
        return files.map { ($0.0, Array($0.1.utf8)) }
    }

    private func manifest(_ inputs: [File], _ results: [File]) throws(MeasureError) -> [UInt8] {
        func entry(_ file: File) -> ResultsFolder.Manifest.Entry { ResultsFolder.entry(file.path, file.bytes) }
        return try ResultsFolder.encoded(
            .init(
                concord: version, time: edition.time, seed: edition.uncertainty?.seed,
                inputs: .init(framework: entry(inputs[0]), data: entry(inputs[1]), indicators: entry(inputs[2])),
                results: results.map(entry)))
    }
}

extension Stage {
    /// Whether units × indicators differ from the step before.
    fileprivate var changesNumbers: Bool {
        switch step.method.kind {
        case .screen, .denominate, .impute, .treat, .normalise, .aggregate: true
        case .weigh, .tier, .stage: false
        }
    }
}
