import CompositeIndex
import Foundation
import Testing

@testable import Measure

@Suite struct RunTests {
    @Test func `the same inputs give the same bytes, in whatever files they lay`() async throws {
        let once = try await Sample.domain.files(of: FiledEdition(Sample.files())) { _, _ in }.all()
        let files = Sample.files()
        let renamed = InputFiles(
            framework: .init(name: "x", bytes: files.framework.bytes), data: .init(name: "y", bytes: files.data.bytes),
            indicators: .init(name: "z", bytes: files.indicators.bytes))
        let again = try await Sample.domain.files(of: FiledEdition(renamed)) { _, _ in }.all()
        #expect(once.map(\.path) == again.map(\.path))
        for (first, second) in zip(once, again) { #expect(first.bytes == second.bytes, "\(first.path)") }
    }

    @Test func `the folder holds inputs, every stage, scores, a report and a manifest`() async throws {
        try await Sample.inFolder { folder in
            let outcome = try await Sample.domain.run(FiledEdition(Sample.files()), into: folder) { _, _ in }
            let paths = try #require(FileManager.default.subpaths(atPath: folder)).filter { $0.contains(".") }
            #expect(
                Set(paths) == [
                    "inputs/framework.yaml", "inputs/data.csv", "inputs/indicators.csv", "scores.csv", "weights.csv",
                    "stages/1-impute.csv", "stages/2-normalise.csv", "stages/4-aggregate.csv", "filled.csv",
                    "results.json",
                    "uncertainty/ranks.csv", "uncertainty/rank-probabilities.csv", "uncertainty/above.csv",
                    "uncertainty/sensitivity.csv", "uncertainty/tiers.csv", "report.html", "manifest.json",
                ])
            #expect(outcome.files == paths.count)
            let manifest = try InputFile(path: folder + "/manifest.json")
            #expect(manifest.digest == outcome.digest)
            #expect(!FileManager.default.fileExists(atPath: folder + ".part"))
        }
    }

    @Test func `scores stand from the best rank down, with what they are made of`() throws {
        let results = try FiledEdition(Sample.files()).computed()
        let lines = ResultTables(results: results).scores.split(separator: "\n")
        #expect(lines[0] == "uCode,uName,Rank,index,rules,hands,laws,courts,team,delay,tier")
        // Norvania: laws 100, courts 75.25; team 100, delay 1 + 99 · 6/8.
        let rules = (2 * 100 + 75.25) / 3
        let hands = (100 + 75.25) / 2
        let values = lines[1].split(separator: ",")
        #expect(values[0] == "NOR" && values[2] == "1" && values.last == "high")
        #expect(abs((Double(values[3]) ?? 0) - (rules + hands) / 2) < 1e-12)
        #expect(lines.count == 6)
    }

    @Test func `a folder is never written over`() async throws {
        try await Sample.inFolder { folder in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let error = await #expect(throws: MeasureError.self) {
                _ = try await Sample.domain.run(FiledEdition(Sample.files()), into: folder) { _, _ in }
            }
            #expect(error?.problems.first?.code == "already-exists")
        }
    }

    @Test func `pages hold text of others only as text`() async throws {
        let edition = try FiledEdition(Sample.files())
        let report = try await Sample.domain.files(of: edition) { _, _ in }.all().first { $0.path == "report.html" }
        let audit = try await Sample.domain.audit(edition) { _, _ in }
        for page in [try #require(report).bytes, audit] {
            let text = String(decoding: page, as: UTF8.self)
            #expect(text.contains("Ostmark &lt;b&gt;") && !text.contains("Ostmark <b>"))
            #expect(!text.contains("<script") && !text.contains("http"), "a report stands alone")
        }
    }

    @Test func `what the method refuses says the step`() throws {
        let framework = Sample.framework.replacing(
            "normalise: min-max\n    scale: [1, 100]", with: "normalise: z-score"
        )
        .replacing("aggregate: arithmetic\n  - tier", with: "aggregate: geometric\n  - tier")
        let error = #expect(throws: MeasureError.self) {
            try FiledEdition(Sample.files(framework: framework)).computed()
        }
        #expect(
            error?.description.hasPrefix("framework.yaml: step aggregate: Scores around a mean can be negative") == true
        )
    }
}
